"""The modes of what is made for others to read: whatever the umask, a web server may read files and enter folders."""

from __future__ import annotations

import os
import stat
from pathlib import Path

# Nobody runs a file of a site, and not everybody may change one.
_FILE, _FILE_AT_MOST = 0o644, 0o664
_FOLDER, _FOLDER_AT_MOST = 0o755, 0o2775


def make_readable(folder: Path) -> None:
    """Lets everybody read the files in ``folder`` and enter the folders, itself among them."""
    readable_folder(folder)
    for path, folders, files in os.walk(folder):
        for name in folders:
            readable_folder(Path(path, name))
        for name in files:
            readable_file(Path(path, name))


def make_folders(folder: Path) -> None:
    """Makes a folder, and those around it that are missing, so that everybody may enter them."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        readable_folder(each)


def readable_file(file: Path) -> None:
    """Lets everybody read a file, and nobody run it."""
    _allow(file, _FILE, _FILE_AT_MOST)


def readable_folder(folder: Path) -> None:
    """Lets everybody enter and list a folder."""
    _allow(folder, _FOLDER, _FOLDER_AT_MOST)


def _allow(path: Path, least: int, most: int) -> None:
    mode = stat.S_IMODE(os.lstat(path).st_mode)
    wanted = (mode | least) & most
    if wanted != mode and not path.is_symlink():
        path.chmod(wanted)
