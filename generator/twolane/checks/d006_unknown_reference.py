"""Finds an id that nothing defines, and names the one that was probably meant.

Why:
    A role, metric or need that is named but not defined has no page, so that whoever wants to know more about it
    ends there, and no check can follow it further.

Mend:
    Use the id that is suggested, or define what is missing in the file that the finding names.

Wrong when:
    The role or the metric exists in your company, and everybody knows it; only the playbook doesn't. That is often so
    in the first weeks, while files are still being written.

    It can't be ignored: for a role, a line in roles.yml with `id` and `name` will do.

Fails:
    owner: sales-directer

Passes:
    owner: sales-director
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import UNKNOWN_REFERENCE

RULE = UNKNOWN_REFERENCE
