"""The page that stands in for a site whose definitions cannot be read yet: what to mend, and where."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from twolane.findings import Finding, more, shown
from twolane.links.finished_page import HOME, TITLE_ID, Page

_TITLE = "Not ready yet"


def mending_page(findings: Iterable[Finding], trouble: str = "") -> Page:
    """A home page with the findings in the order given, or with the trouble that left no findings."""
    few = shown(findings)
    items = "".join(_item(finding) for finding in few.findings)
    items += f"<li>… and {more(few.left_out)}</li>" if few.left_out else ""
    body = (
        f'<h1 id="{TITLE_ID}">{_TITLE}</h1>'
        "<p>The playbook's definitions have mistakes. Mend them and save: the site then takes this place.</p>"
        + (f"<p>{escape(trouble)}</p>" if trouble else "")
        + (f"<ul>{items}</ul>" if items else "")
    )
    return Page(HOME, _TITLE, body)


def _item(finding: Finding) -> str:
    rule = finding.rule
    hint = f" {escape(finding.hint)}" if finding.hint else ""
    where = escape(str(finding.place))
    return f"<li><code>{where}</code> {rule.code} {rule.slug}: {escape(finding.message)}{hint}</li>"
