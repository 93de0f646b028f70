"""Finds what leaves a finding or a change out, and no longer matches any.

That is an ignore comment, an entry of `ignore` in the configuration, an entry of a baseline, and an approval in
`approvals.yml` whose last day has passed, whose change was released, or whose change has become another one. So is what
looks like such a comment and is a part of a text of several lines, or of one within quotes.

Why:
    Each of them was put there for one reason at one time. Left where it is, it leaves out the next mistake of its kind
    too, which nobody has looked at (P3; Gooze, "Are You Creating Customers Or Just Selling?", 2017).

Mend:
    Take it out. `twolane check --baseline FILE --prune-baseline` does that for a baseline.

Wrong when:
    A comment can be right again tomorrow. What depends on the day comes and goes, and so does what two branches of a
    playbook change in turn.

    Say so behind the value: `# twolane: ignore[R506, V707] the fair moves the review each spring`

Fails:
    # twolane: ignore[R506] the fair in March decides the date
    review_by: 2027-01-15

Passes:
    # twolane: ignore[R506] the fair in March decides the date
    review_by: 2026-09-30
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twolane.changes.accepted_changes import is_over
from twolane.changes.change import Change
from twolane.checks.context import Context
from twolane.findings import Finding, Rule, Severity, Subject
from twolane.loading.ignores import NEVER_IGNORED, Ignore, PathIgnore
from twolane.model.approvals import Approval
from twolane.model.playbook import Playbook
from twolane.source import Place
from twolane.wording.spoken_language import translated, worded
from twolane.yaml_text.text_spans import BLOCK

RULE = Rule("V707", "unused-ignore", Severity.WARNING, ("P3",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    """Approvals that are over, or done with; what is ignored shows only after all rules.

    One that matches nothing may be ahead of its change, which then comes in a pull request of its own.
    """
    if not playbook.approvals:
        return
    for approval in playbook.approvals:
        if is_over(approval, context.as_of):
            message = worded("this approval ran out on {until}", until=approval.until)
            yield RULE.at(approval.at, "until", message, hint="take the entry out, or decide anew until when it holds")
    pasts = (context.past(process.id) for process in playbook.processes)
    changes = tuple(change for past in pasts if past is not None for change in past.changes)
    there = {change.fingerprint for change in changes}
    for approval in playbook.approvals:
        if approval.fingerprint not in there and not is_over(approval, context.as_of):
            yield from _done_with(approval, playbook, changes)


def _done_with(approval: Approval, playbook: Playbook, changes: Iterable[Change]) -> Iterator[Finding]:
    """The finding for an approval whose change was released, or has become another one."""
    if release := _released_in(approval, playbook):
        message = worded("what this approval accepts was released with {release}", release=release)
        yield RULE.at(approval.at, "fingerprint", message, hint="take the entry out; the frozen copy holds it for good")
    elif any("/".join(each.path) == approval.path and approval.change in _names(each) for each in changes):
        message = "the change that this approval accepts is another one by now"
        yield RULE.at(approval.at, "fingerprint", message, hint="look at the change again, and paste its new entry")


def _released_in(approval: Approval, playbook: Playbook) -> str:
    """The release whose copy holds the approval; empty where none does."""
    wanted = approval.fingerprint.encode()
    copies = ((id, copy) for id, each in playbook.frozen.items() for copy in each.values())
    return next((f"{id} {copy.version}" for id, copy in copies if wanted in copy.data), "")


def _names(change: Change) -> tuple[str, str]:
    return (change.kind.code, change.kind.slug)


def unused(
    findings: Iterable[Finding],
    comments: Iterable[Ignore],
    configured: Iterable[PathIgnore],
    known: Mapping[str, str],
) -> Iterator[Finding]:
    """The ignore comments and entries that match none of ``findings``, which are all, ignored ones among them.

    ``known`` leads from each code and slug of a rule to its code; other names, and what lacks a reason, have been
    told already.
    """
    everything = tuple(findings)
    found = {
        (each.place.file, each.place.line, name)
        for each in everything
        for name in (each.rule.code.lower(), each.rule.slug)
    }
    by_rule = {(each.rule.code, each.place.file): each for each in everything}
    for comment in comments:
        if comment.inside:
            yield _inside(comment)
            continue
        names = (name for name in comment.names if _may_match(name, known) and comment.reason)
        for name in names:
            if not any((comment.place.file, line, name.lower()) in found for line in comment.lines):
                yield RULE.on(
                    comment.place, _unmatched(name), subject=_subject(comment.place, name), hint=_hint(comment.names)
                )
    for entry in configured:
        if entry.place and _may_match(entry.rule, known) and not any(map(entry.covers, by_rule.values())):
            where = worded(" in {path}", path=entry.path) if entry.path != "*" else ""
            message = worded(
                "{rule} finds nothing{where} any more that this entry leaves out", rule=entry.rule, where=where
            )
            yield RULE.on(entry.place, message, subject=_subject(entry.place, entry.rule), hint="take the entry out")


def unused_in_baseline(place: Place, code: str) -> Finding:
    """The finding for an entry of a baseline that matches nothing."""
    hint = "take the entry out, or run again with `--prune-baseline`"
    return RULE.on(
        place,
        worded("{code} no longer finds what this entry leaves out", code=code),
        subject=_subject(place, code),
        hint=hint,
    )


def _inside(comment: Ignore) -> Finding:
    """The finding for what looks like a comment, and is read to people as a part of a text."""
    message = "this is a part of the text and no comment, so it leaves nothing out"
    behind = (
        worded("behind the {inside} that opens the text", inside=comment.inside)
        if comment.inside in BLOCK
        else translated("behind its last quote")
    )
    hint = worded("write it {behind}, or on a line of its own above the key", behind=behind)
    return RULE.on(comment.place, message, subject=_subject(comment.place, "text"), hint=hint)


def _may_match(name: str, known: Mapping[str, str]) -> bool:
    code = known.get(name.lower(), known.get(name.upper(), ""))
    return bool(code) and code not in NEVER_IGNORED and code != RULE.code


def _subject(place: Place, name: str) -> Subject:
    return Subject(place.file, (("ignore", name),))


def _unmatched(name: str) -> str:
    return worded("{name} finds nothing here any more, so this comment leaves nothing out", name=name)


def _hint(names: tuple[str, ...]) -> str:
    return "take the comment out" if len(names) == 1 else "take the name out of the comment"
