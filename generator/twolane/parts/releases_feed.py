"""The Atom feed of releases (RFC 4287), which readers of feeds and chat channels can follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from twolane.links.addresses import Address, Top, of_versions
from twolane.links.link_styles import page_url
from twolane.model.process import Process
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import Step
from twolane.wording.lists import listed
from twolane.wording.sentences import unmarked
from twolane.wording.spoken_language import texts

_MOST = 50
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(given: PageInputs, told: Iterable[tuple[Process, Step]]) -> str:
    """The feed's text; ``told`` are the releases, the newest first, of which there is at least one.

    Links are absolute where the address of the site is known, else relative to the feed, which then has none to
    itself. Ids of entries stay what they are wherever the site stands.
    """
    newest = tuple(told)[:_MOST]
    title = given.playbook.about.title
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _text(root, "id", _urn(given.site_url or title))
    _text(root, "title", f"{title}: {texts().versions}")
    _text(root, "updated", _time(newest[0][1]))
    _text(SubElement(root, "author"), "name", title)
    SubElement(root, "link", rel="alternate", href=_href(given, Address(Top.VERSIONS)))
    if given.site_url:
        # Where nobody has said where the feed is, it cannot say so either.
        SubElement(root, "link", rel="self", type="application/atom+xml", href=urljoin(given.site_url, Top.FEED))
    for process, step in newest:
        _entry(root, given, process, step)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _entry(root: Element, given: PageInputs, process: Process, step: Step) -> None:
    release = step.released.release
    entry = SubElement(root, "entry")
    # The checksum makes it one release in the world; the ledger keeps it whatever the playbook is called.
    _text(entry, "id", _urn(f"{release.sha256 or given.playbook.about.title} {process.id}@{release.version}"))
    _text(entry, "title", texts().version_of.format(name=process.name, version=release.version))
    _text(entry, "updated", _time(step))
    SubElement(entry, "link", rel="alternate", href=_href(given, of_versions(process, step.released.version)))
    if release.summary:
        _text(entry, "summary", given.prose.plain(release.summary))
    said = _said(given, step)
    if said:
        _text(entry, "content", said, type="text")


def _said(given: PageInputs, step: Step) -> str:
    """The changes in sentences, and who must read again, a line each."""
    changes = step.changes or ()
    lines = [unmarked(change.sentence) for change in changes]
    roles = given.refs.roles(dict.fromkeys(role for change in changes for role in change.roles))
    if roles:
        lines.append(f"{texts().version_readers}: {listed(tuple(ref.text for ref in roles))}")
    return "\n".join(lines)


def _href(given: PageInputs, address: Address) -> str:
    anchor = f"#{address.anchor}" if address.anchor else ""
    return urljoin(given.site_url, page_url(address.page, given.links)) + anchor


def _time(step: Step) -> str:
    return f"{step.released.release.date.isoformat()}T00:00:00Z"


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn


def _text(parent: Element, tag: str, text: str, **attributes: str) -> None:
    """An element with a text, without the characters that no XML may hold."""
    SubElement(parent, tag, attributes).text = _NOT_IN_XML.sub("", text)
