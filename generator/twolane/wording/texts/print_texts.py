"""The pages to print, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class PrintTexts(Table):
    """The pages to print."""

    hand_over: str = "To hand over"
    print_all: str = "The whole playbook to print"
    print_one: str = "This process to print"
    print_title: str = "{name}: to print"
    print_all_lead: str = (
        "On one page: the processes with their stages, roles, strategy, and what belongs to them. Its end "
        "says what is not on it."
    )
    print_all_lead_written: str = (
        "On one page: the processes with their stages, roles, strategy, what belongs to them, and the pages "
        "written by hand. Its end says what is not on it."
    )
    print_one_lead: str = "The whole process on one page: how they buy, how we sell, each stage with its checklist."
    print_contents: str = "Contents"
    print_shared: str = "For all processes"
    print_left: str = "What is not on these sheets"
    print_left_home: str = "The cards of the home page, which only lead to other pages."
    print_left_start: str = "Start here: the path into each role prints on a sheet of its own."
    print_left_plan: str = "Action plans: each prints by itself, since it goes to the buyer."
    print_left_poster: str = "On one page: what these sheets say, in short, prints on a sheet of its own."
    print_left_call: str = (
        "In a call, and Where is my buyer?: what they say stands with the stages, the buyer journey and the "
        "differentiators, and is only put in another order there."
    )
    print_left_health: str = (
        "Alignment, health and rules: they are about how good the playbook is, not about how to sell."
    )
    print_left_versions: str = "Versions, and what differs between them: here is what holds now."
    print_left_reference: str = "The reference: how definitions are written, and how deals are kept."
    print_left_written: str = "Pages written by hand: they are not made here. Print each by itself."
    print_left_scripts: str = "what a script draws on it. Print the page by itself."
    print_left_other: str = "another plugin makes what it shows. Print the page by itself."
    print_left_locked: str = "it is locked by a password."
