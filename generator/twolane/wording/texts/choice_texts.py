"""The choices of the format, in words for readers."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.wording.choices import Choices


@dataclass(frozen=True)
class ChoiceTexts:
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
    )
    """Those whose reading differs from how definitions spell them."""
