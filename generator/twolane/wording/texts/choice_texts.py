"""The choices of the format, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class ChoiceTexts(Table):
    """The choices of the format."""

    choice_words: Choices[str] = Choices(
        active="active",
        draft="draft",
        retired="retired",
        inside="inside sales",
        field="in the field",
        hunter="wins new customers",
        farmer="grows customers",
        count="a count",
        money="money",
        higher="higher",
        lower="lower",
        space="space",
        free="free",
        guided="guided",
        scripted="scripted",
        product="product",
        knowledge="knowledge",
        process="process",
        support="support",
        commercial="commercial",
        communication="communication",
        ourselves="ourselves",
        competition="competition",
        customer="customer",
        percent="percent",
        days="days",
        leading="leading",
        lagging="lagging",
        information="information",
        visit="visit",
        demonstration="demonstration",
        proof="proof",
        specification="specification",
        pricing="pricing",
        access="access",
        seller="seller",
        buyer="buyer",
        partner="partner",
        pre_sales="pre-sales",
        sales="sales",
        post_sales="post-sales",
        all="all",
        new_only="new-only",
        day="day",
        week="week",
        month="month",
        funnel="funnel",
        flywheel="flywheel",
        error="error",
        warning="warning",
        advice="advice",
        junior="junior",
        experienced="experienced",
        senior="senior",
        lead="lead",
        manager="manager",
        director="director",
        executive="executive",
    )
    """Each choice that the format knows, and the words for seniority."""
