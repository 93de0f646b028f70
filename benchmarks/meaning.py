"""How often two wordings are told rightly to say the same, something else, or to be read; and which figures changed.

Prints the confusion matrix of the pairs in tests/cases/meaning, the three shares that matter, and with `-v` each pair
that is told otherwise than people do. Other files of pairs can be named instead.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

import yaml

from twolane.meaning.text_meaning import Reading, figures, meaning

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "meaning"
LABELS = ("same", "other", "look")
SHARES = (("other", "same", 2), ("same", "other", 5), ("same", "look", 50))


def main() -> None:
    """Print the figures of each file."""
    named = [Path(each) for each in sys.argv[1:] if each != "-v"]
    for path in named or sorted(FOLDER.glob("*.yml")):
        pairs = yaml.safe_load(path.read_text("utf-8"))
        if "rows" in pairs:
            continue
        print(f"{path.name}")
        (_figures if "changed" in pairs else _meanings)(pairs, "-v" in sys.argv)


def _meanings(pairs: dict[str, list[tuple[str, str]]], verbose: bool) -> None:
    told: Counter[tuple[str, str]] = Counter()
    begin = time.process_time()
    for label in LABELS:
        for old, new in pairs.get(label, ()):
            found = meaning(old, new)
            told[label, found.reading.value] += 1
            if verbose and found.reading.value != label:
                print(f"  {label} told as {found.reading.value}: {old} → {new}  {'; '.join(found.reasons)}")
    spent = (time.process_time() - begin) * 1000 / max(1, told.total())
    print(f"  {'people say':12} {'same':>6} {'other':>6} {'look':>6}")
    for label in LABELS:
        print(f"  {label:12} " + " ".join(f"{told[label, each]:6}" for each in LABELS))
    for label, each, most in SHARES:
        whole = sum(told[label, other] for other in LABELS)
        print(f"  {label} told as {each}: {100 * told[label, each] / max(1, whole):.1f} % (at most {most} %)")
    print(f"  {spent:.2f} ms of CPU a pair\n")


def _figures(pairs: dict[str, list[tuple[str, str]]], verbose: bool) -> None:
    for label in ("changed", "kept"):
        wrong = [(old, new) for old, new in pairs[label] if bool(figures(old, new)) != (label == "changed")]
        print(f"  figures {label}: {len(wrong)} of {len(pairs[label])} told wrongly")
        for old, new in wrong if verbose else ():
            told = ", ".join(f"{each.old} → {each.new}" for each in figures(old, new)) or Reading.SAME.value
            print(f"    {old!r} → {new!r}: {told}")
    print()


if __name__ == "__main__":
    main()
