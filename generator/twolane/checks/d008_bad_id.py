"""Finds an id that is not written as ids are: lower-case letters, digits and single hyphens.

Also a process whose id is not the name of its folder.

Why:
    Ids become addresses of pages and keys in other systems. Capital letters, spaces and accents are written in
    two ways sooner or later, and then a link is broken. Names may look as they like.

Mend:
    Use the id that is suggested, and put the beautiful form into the name. For a process, make folder and id the same.

Wrong when:
    Another system may call it differently, such as `SQL_Stage_2`, and that can't be changed. Both names can stand on
    one line.

    It can't be ignored: keep the other name behind it, as in `id: discovery # SQL_Stage_2 in the CRM`

Fails:
    # glossary.yml
    terms:
      - id: Change Over
        term: Change-over
        definition: Setting a machine up for the next order

Passes:
    # glossary.yml
    terms:
      - id: change-over
        term: Change-over
        definition: Setting a machine up for the next order
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import BAD_ID

RULE = BAD_ID
