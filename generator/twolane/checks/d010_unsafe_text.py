"""Finds text that could do more than be read.

That is HTML, a link or address that leads elsewhere than to a web page (http, https), an e-mail address (mailto) or
into the playbook, an address with a blank in it, and control or bidirectional characters, which nobody sees and
which can turn words around. Of pages written by hand it looks at addresses alone, and only for those that run
something or lead to a disk: their HTML is meant.

Why:
    The pages show HTML letter for letter and do not follow such links, so the text does not do what its author
    meant. Where it was meant as a trap, this is where it is seen before it is published: an address that begins with
    `javascript:` runs, one that begins with `file:` leads to a disk that only its author has.

Mend:
    Use Markdown: two asterisks for bold, a dash for a list. Put HTML that is to be read into backquotes. Put files
    into the playbook's `assets` folder and link to `/assets/…`. Delete an invisible character by writing the word
    anew.

Wrong when:
    Some characters that nobody sees are needed: in Hebrew or Arabic text, a direction mark keeps a product's number in
    its place.

    Say so above the text: `# twolane: ignore[D010] the mark keeps the Hebrew name readable`

Fails:
    summary: How a <b>plant</b> changes its scheduling.

Passes:
    summary: How a **plant** changes its scheduling. Costs are < 5 % of what a bad month costs.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from twolane.checks.context import Context
from twolane.checks.dead_links import unsafe
from twolane.checks.everything import addresses, telling_texts
from twolane.checks.markup import html_tags, invisible, is_unsafe, markup
from twolane.findings import Finding, Rule, Severity, Subject
from twolane.model.playbook import Playbook
from twolane.model.walk import FieldText
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("D010", "unsafe-text", Severity.WARNING)


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for found in telling_texts(playbook):
        yield from _in_text(found)
    for page, link in unsafe(playbook.written):
        message = worded(
            "“{target}” runs something, or leads to a disk that only its author has", target=short(unquote(link.target))
        )
        yield RULE.on(link.place, message, subject=Subject(page.file, (("link", link.target),)), hint=_ALLOWED_BY_HAND)


def _in_text(found: FieldText) -> Iterator[Finding]:
    text = found.text
    character = invisible(text)
    if character:
        yield _at(
            found,
            worded("an invisible character ({character}) stands in this text", character=character),
            "write the word anew without it",
        )
    seen = markup(text) if found.prose else None
    tags = seen.tags if seen else tuple(html_tags(text))
    if tags:
        yield _at(
            found,
            worded("“{tags}” is HTML, which the pages show as it is written", tags=short(tags[0])),
            _instead(found.prose),
        )
    for target in seen.targets if seen else addresses(found):
        if is_unsafe(target):
            yield _at(found, worded("the pages do not link to “{target}”", target=short(target)), _ALLOWED)
        elif " " in target:
            yield _at(
                found,
                worded("the address “{target}” has a blank in it, so it ends there", target=short(target)),
                _BLANK,
            )


_ALLOWED = "link to https://…, mailto:… or a file of the playbook such as `/assets/benchmark.pdf`"
_ALLOWED_BY_HAND = "link to https://…, mailto:… or a file among the hand-written pages"
_BLANK = "write each blank as `%20`, or rename the file"


def _instead(prose: bool) -> str:
    if prose:
        return "use Markdown instead, such as **bold**, or put the HTML into `backquotes` to show it"
    return "take it out; this text is shown as it is"


def _at(found: FieldText, message: str, hint: str) -> Finding:
    return RULE.at(found.element.at, found.key, message, index=found.index, hint=hint)
