"""Has the bundles of our scripts follow their sources in a checkout."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bootstrap.machine import PYTHON, ROOT, TaskFailed, run
from bootstrap.script_bundles import fingerprint, is_current

_SECONDS = 0.5
"""How often somebody's edit is looked for."""


def bundle_scripts() -> None:
    """Bundle the scripts where their sources have changed."""
    if not is_current(ROOT):
        # The Python of .venv finds an npm there, where the machine has none.
        run(PYTHON, "-m", "bootstrap.script_bundles")


@contextmanager
def scripts_followed() -> Iterator[None]:
    """Bundle anew with each edit, as long as this lasts; a mistake in one is said, and mended by the next."""
    end = threading.Event()
    follower = threading.Thread(target=_follow, args=(end,), daemon=True)
    follower.start()
    try:
        yield
    finally:
        end.set()
        follower.join()


def _follow(end: threading.Event) -> None:
    seen = fingerprint(ROOT)
    while not end.wait(_SECONDS):
        try:
            now = fingerprint(ROOT)
            if now != seen:
                seen = now
                bundle_scripts()
        except (TaskFailed, OSError) as error:  # such as a file that an editor is writing
            print(error, flush=True)
