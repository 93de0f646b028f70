"""Exchanges two folders in one step, where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_CALLS = {"linux": ("renameat2", -100), "darwin": ("renameatx_np", -2)}
"""The call of each system that has one, and what stands there for the working directory, from which paths are meant."""
_EXCHANGE = 2


def swapped(one: Path, other: Path) -> bool:
    """Exchanges two paths of one file system; says whether that was done, as not every system and disk can."""
    name, here = _CALLS.get(sys.platform, ("", 0))
    if not name:
        return False
    try:
        call = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError):
        return False  # an older C library
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0)
