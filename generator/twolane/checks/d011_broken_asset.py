"""Finds a link to a page or file of the playbook that is not there.

It looks at the `url` of assets and proofs, at links and pictures in texts, at the pages that an onboarding item asks
to read, at every link and picture in pages written by hand, whether Markdown or HTML, with the heading that it names,
and at the pages that `nav` in mkdocs.yml names. What it finds in a page written by hand or in `nav` is a warning: such
a page is shown all the same, and what another plugin makes is not known before the site is built. Such a link can be
left out by `<!-- twolane: ignore[D011] reason -->` on its line or above. Pages of more than 2 MiB are not read, and
headings are not looked for where hooks or plugins of others may add some.

Why:
    A rep opens the playbook while the buyer waits. A link that leads nowhere costs that moment, and the trust that
    the next link will work.

Mend:
    Use the name that is suggested, or put the file where the link looks for it: `/assets/benchmark.pdf` is the file
    `assets/benchmark.pdf` among the hand-written pages. A page written by hand links to `../assets/benchmark.pdf` as
    it is seen from its own file, and to other pages by their files: `new-business/prospecting.md`. An address that
    begins with `/` leads to the top of the server there. Addresses of other sites begin with `https://`.

Wrong when:
    The file may come from elsewhere: the web server adds the price list each night, or another plugin writes the page
    when the site is built.

    Say so above the address: `# twolane: ignore[D011] the web server adds this file each night`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - id: share-benchmark
            name: Share the benchmark
            assets:
              - title: Benchmark one-pager
                url: /assets/no-such-file.pdf

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - id: share-benchmark
            name: Share the benchmark
            assets:
              - title: Benchmark one-pager
                url: https://example.com/benchmark.pdf
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import unquote

from twolane.checks.context import Context
from twolane.checks.dead_links import DeadLinks, Fault
from twolane.checks.everything import addresses, telling_texts
from twolane.checks.markup import is_outside, markup
from twolane.findings import Finding, Rule, Severity, Subject
from twolane.model.playbook import Playbook
from twolane.model.roles import OnboardingItem
from twolane.model.walk import FieldText
from twolane.source import Place
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("D011", "broken-asset", Severity.ERROR)

_LINK = "link"
_LONGEST = 200
"""Characters of a path above which nothing is suggested: comparing takes time."""
_MOST_PAGES = 500
"""Pages and files above which only one of the same name is suggested, for the same reason."""
_WEB = re.compile(r"www\.|[\w-]+\.(com|org|net|eu|de|io|co\.uk)(/|$)", re.IGNORECASE)


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for found in telling_texts(playbook):
        for target in _targets(found):
            path = _path(target)
            if path and not context.leads(target):
                yield _broken(found, target, path, playbook.pages)

    yield from _in_pages(playbook, context)


def _in_pages(playbook: Playbook, context: Context) -> Iterator[Finding]:
    """What pages written by hand, and the navigation, link to in vain."""
    if context.site is None:
        return
    links = DeadLinks(context.site, context.engine.from_root, context.incomplete)
    for page in playbook.written:
        for link in page.links:
            if fault := links.fault(page, link):
                yield _warning(link.place, Subject(page.file, ((_LINK, unquote(link.target)),)), fault)
    for named in context.engine.nav:
        if fault := links.target_fault(named.target):
            yield _warning(named.place, Subject(named.place.file, ((_LINK, named.target),)), fault)


def dead_link(finding: Finding) -> str:
    """The address of which the rule says that it leads nowhere, of a page written by hand or of `nav`; else empty."""
    found = dict(finding.subject.elements) if finding.rule is RULE else {}
    return found.get(_LINK, "")


def _warning(place: Place, subject: Subject, fault: Fault) -> Finding:
    return replace(RULE.on(place, fault.message, subject=subject, hint=fault.hint), severity=Severity.WARNING)


def _targets(found: FieldText) -> Iterable[str]:
    """The addresses in a field that may lead to a page or file of the playbook."""
    if found.prose:
        return markup(found.text).targets
    if found.key == "read" and isinstance(found.element, OnboardingItem) and found.text.endswith(".md"):
        return (found.text,)
    return addresses(found)


def _path(target: str) -> str:
    """The path below the hand-written pages that ``target`` means; empty where it leads outside or to an anchor."""
    return "" if is_outside(target) else unquote(re.split("[?#]", target, maxsplit=1)[0]).strip("/")


def _broken(found: FieldText, target: str, path: str, pages: Iterable[str]) -> Finding:
    kind = "page" if path.endswith(".md") else "file"
    message = worded("the playbook has no {kind} “{target}”", kind=kind, target=short(target))
    hint = _hint(target, path, pages)
    return RULE.at(found.element.at, found.key, message, index=found.index, hint=hint)


def _hint(target: str, path: str, pages: Iterable[str]) -> str:
    if _WEB.match(target):
        return worded("an address of another site begins with https://: `https://{target}`", target=target)
    if path.startswith("../"):
        return "it would lie outside the hand-written pages: put it among them, or mend the link"
    near = _nearest(path, frozenset(pages))
    if near:
        return worded("did you mean `{near}`?", near=near if near.endswith(".md") else f"/{near}")
    return worded("put it among the hand-written pages as `{path}`, or mend the link", path=path)


@lru_cache(maxsize=2)
def _by_name(pages: frozenset[str]) -> Mapping[str, str]:
    """The first page or file of each name, whatever folder it is in."""
    return {posixpath.basename(page).lower(): page for page in sorted(pages, reverse=True)}


def _nearest(path: str, pages: frozenset[str]) -> str:
    """The page or file that was probably meant: one of that name in another folder, else one spelled alike."""
    found = _by_name(pages).get(posixpath.basename(path).lower(), "")
    if found or len(path) > _LONGEST or len(pages) > _MOST_PAGES:
        return found
    by_lower = {page.lower(): page for page in sorted(pages)}
    return next((by_lower[each] for each in get_close_matches(path.lower(), by_lower, n=1, cutoff=0.7)), "")
