"""Navigation, and titles and descriptions of pages, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class NavigationTexts(Table):
    """Navigation, and titles and descriptions of pages."""

    home: str = "Home"
    processes: str = "Processes"
    overview: str = "Overview"
    title_of_process: str = "{title} · {name}"
    description_of_process: str = "{name}: {description}"
    retired_name: str = "{name} (retired)"
    retired_says: str = "This process is retired: nobody sells by it any more."
    retired_deals: str = "No new deal starts on it; those that are under way stay, and can be finished here."
    retired_instead: str = "The processes in use"
    journey: str = "Buyer journey"
    journey_title: str = "{name}: the buyer journey"
    roles: str = "Roles"
    role_sides: Choices[str] = Choices(seller="Who sells", partner="Partners", buyer="Who buys")
    strategy: str = "Strategy"
    strategy_title: str = "Strategy and process"
    differentiators_title: str = "Differentiators"
    differentiators_description: str = "What makes us the better choice, with proof, and answers to objections"
    metrics_title: str = "Metrics"
    metrics_description: str = "What is measured, why, and the targets"
    reference: str = "Reference"
    glossary_title: str = "Glossary"
    glossary_description: str = "The words that we use, and what we mean by them"
    deal_help_title: str = "Deals and their file"
    deal_help_description: str = "Where ticks for a deal are kept, what becomes of them, and how they travel"
    health_title: str = "Health"
    health_rest: str = "Below stand the worst findings; {rest} are not shown."
    health_description: str = "Everything that the checks found in this playbook"
    whole_playbook: str = "For the whole playbook"
