"""The page that shows a process on one sheet of paper, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class PosterTexts(Table):
    """The page that shows a process on one sheet of paper."""

    poster: str = "On one page"
    poster_title: str = "{name} on one page"
    poster_description: str = "Each stage with who does what, when, and how the stage ends, on one sheet of paper"
    poster_lead: str = "Print this page and pin it up: it fits on one sheet of paper, A4 or Letter."
    poster_leave: str = "Leave this stage when …"
    poster_kinds: Choices[str] = Choices(gate="our decision", internal="for ourselves")
    poster_unserved: str = "In no stage of ours"
    poster_more: Plural = Plural("{count} more is on the site", "{count} more are on the site")
    poster_more_steps: Plural = Plural("{count} more step is on the site", "{count} more steps are on the site")
    poster_more_stages: Plural = Plural("{count} more stage is on the site.", "{count} more stages are on the site.")
    poster_more_goals: Plural = Plural(
        "The goal of {count} stage is on the site.", "The goals of {count} stages are on the site."
    )
    poster_more_actors: str = "Who acts for the buyer is on the site."
    poster_foot: str = "{playbook} · {process}, version {version}"
