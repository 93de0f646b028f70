"""Keeps MkDocs, which follows every link, from publishing what lies outside of the playbook."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from twolane.loading.enclosure import ENDLESS, Enclosure, files_below


def refuse_endless(root: Path, pages: Path) -> None:
    """Raises PluginError where a link among the hand-written pages leads in a circle: MkDocs would follow it."""
    for entry in files_below(pages, Enclosure.of(root, pages)):
        if entry.refusal in ENDLESS:
            raise PluginError(f"{pages / entry.path} cannot be published: {entry.refusal}. Take the link out.")


def cut_outward(files: Files, root: Path, pages: Path, config: MkDocsConfig) -> None:
    """Takes out the files of the pages and of the playbook's own theme that must not be read."""
    folders = {config.docs_dir, config.theme.custom_dir} - {None}
    enclosure = Enclosure.of(root, pages, *(Path(each) for each in folders if each and each != config.docs_dir))
    for file in list(files):
        if file.src_dir in folders and file.abs_src_path and enclosure.refusal(Path(file.abs_src_path)):
            files.remove(file)
