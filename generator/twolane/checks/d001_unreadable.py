"""Finds a file that cannot be read.

It may be no YAML, not saved as UTF-8, indented with tabs, too large, nested too deep, hold several documents, or
have a name that nobody reads. It may also be a link that leads out of the playbook, nowhere or in a circle: what lies
outside of the playbook is neither read nor published.

Why:
    A line that cannot be read hides what stands below it, and a playbook with a hole looks like a playbook. So
    reading says where it stumbled, what probably happened, and shows the line mended where it can. Limits on
    size, depth and aliases keep one odd file from stopping everybody's work.

Mend:
    Paste the mended line if one is shown. A text with a colon, a hash or a quote in it goes into quotes;
    indents are spaces; files are saved as UTF-8. In place of a link that leads out, put a copy.

Wrong when:
    Nothing of that part of the file can be read, so something is wrong there; but it may be a few lines above, such as
    a quote or a bracket that is never closed.

    It can't be ignored: look above, too, and report the file as a bug of Twolane if you find nothing.

Fails:
    summary: How a plant changes: from the first call to the order.

Passes:
    summary: "How a plant changes: from the first call to the order."
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import UNREADABLE

RULE = UNREADABLE
