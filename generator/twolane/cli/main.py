"""The one door from exceptions to exit codes, and from there out of the program."""

from __future__ import annotations

import io
import os
import platform
import sys
import traceback
from contextlib import suppress

from twolane import __version__
from twolane.cli.outcome import Code, CommandFailed, ReaderGone

ISSUES = "https://github.com/twolane/twolane/issues"
_SHOW_ALL = "TWOLANE_TRACEBACK"


def run() -> None:
    """Runs the command that the program was called with, and ends the program with its exit code."""
    # A program that was started without them has none; what it would say there, nobody wants to read.
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    if "--traceback" in sys.argv[1:]:
        sys.argv.remove("--traceback")
        os.environ[_SHOW_ALL] = "1"
    sys.exit(_outcome())


def _outcome() -> int:
    """The exit code of the command, once everything that it prints is out."""
    try:
        code = _command()
        sys.stdout.flush()
    except CommandFailed as failure:
        return _say(str(failure), failure.code, failure.__cause__)
    except (BrokenPipeError, ReaderGone):
        return _reader_gone()
    except KeyboardInterrupt:
        return _say("Stopped.", Code.STOPPED)
    except OSError as error:
        return _say(f"{error.filename or 'Reading or writing'}: {_reason(error)}.", Code.NOTHING_READABLE, error)
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "twolane":
            return _say(_internal(error), Code.INTERNAL, error)
        return _say(_missing(error), Code.VERSION_MISSING, error)
    except Exception as error:
        return _say(_internal(error), Code.INTERNAL, error)
    return code


def _command() -> int:
    # Loaded only here, so that a library that is missing is said like any other failure.
    from twolane.cli.app import app
    from twolane.configuration.option_kinds import NoDay
    from twolane.third_party import MissingFile
    from twolane.yaml_text.strict_yaml import ParserMissing

    try:
        app(prog_name="twolane")
    except SystemExit as end:
        if end.code == Code.STOPPED:
            raise KeyboardInterrupt from None
        return end.code if isinstance(end.code, int) else 0
    except (ParserMissing, MissingFile) as missing:
        raise CommandFailed(str(missing), Code.VERSION_MISSING) from missing
    except NoDay as wrong:
        raise CommandFailed(str(wrong)) from wrong
    return 0


def _say(message: str, code: Code, error: BaseException | None = None) -> int:
    if error is not None and os.environ.get(_SHOW_ALL):
        traceback.print_exception(error)
    with suppress(BrokenPipeError):
        print(message, file=sys.stderr, flush=True)
    return code


def _reader_gone() -> int:
    # Whoever read the output has closed it; Python would complain once more when it flushes at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Code.READER_GONE


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _missing(error: ImportError) -> str:
    return (
        f"Twolane cannot start, because a library that it needs is missing or too old: {error}. "
        f"Install Twolane anew with: {sys.executable} -m pip install --upgrade --force-reinstall twolane"
    )


def _internal(error: Exception) -> str:
    more = "" if os.environ.get(_SHOW_ALL) else f"Run it again with {_SHOW_ALL}=1 to see where, and please "
    return (
        f"Twolane {__version__} has failed through a mistake of its own, not of yours: {type(error).__name__}: "
        f"{error} (Python {platform.python_version()}, {platform.system()}). {more or 'Please '}"
        f"report it at {ISSUES}.{''.join(f' {note}' for note in getattr(error, '__notes__', ()) if note)}"
    )
