"""Shows that something is going on, when it takes longer than a second and somebody looks at a terminal."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.status import Status

_PATIENCE = 1.0
"""Seconds for which nothing is shown."""


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows ``what`` on standard error while the body runs; nothing where that is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    status = Status(what, console=console)
    timer = threading.Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function to call with how much is done and of how much; shows a bar where ``working`` would show."""
    console = Console(stderr=True)
    begin = time.monotonic()
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=None, visible=False)

        def on_step(done: int, everything: int) -> None:
            late = time.monotonic() - begin > _PATIENCE
            progress.update(task, completed=done, total=everything, visible=late)

        yield on_step
