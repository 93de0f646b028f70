"""The one font that the tests' browser finds on the machine, so that no test depends on what is installed there.

It is the font that ships, under another name and a fifth wider: what is shown in it by mistake does not fit. A browser
that finds no font at all shows none that pages bring either.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from twolane.third_party import font_files

NAME = "Of The Machine"
WIDER = 1.2
_FAMILY, _FULL, _POSTSCRIPT = 1, 4, 6
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


@cache
def configuration() -> Path:
    """The file that tells a browser, as FONTCONFIG_FILE, which fonts there are; it goes when the tests end."""
    folder = Path(tempfile.mkdtemp(prefix="twolane-font-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _machine_font().save(folder / "machine.ttf")
    path = folder / "fonts.conf"
    path.write_text(_CONFIG.format(folder=folder), encoding="utf-8")
    return path


def _machine_font() -> TTFont:
    font = instantiateVariableFont(TTFont(font_files()[0]), {"wght": 400})
    font.flavor = None
    for glyph, (advance, bearing) in font["hmtx"].metrics.items():
        font["hmtx"].metrics[glyph] = (round(advance * WIDER), bearing)
    names = font["name"]
    names.names = []
    for kind, text in ((_FAMILY, NAME), (_FULL, NAME), (_POSTSCRIPT, NAME.replace(" ", ""))):
        names.setName(text, kind, 3, 1, 0x409)
    return font
