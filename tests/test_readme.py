"""The README stays short, can be followed step by step, and shows what the program really answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane
from tests.support.documents import ROOT, fences, read
from tests.support.repositories import Repository, repository
from twolane.checks.all_rules import ALL_RULES

MOST_WORDS = 1100
README = read("README.md")
(BROKEN,) = fences("README.md", "yaml")
OUTPUT, VERDICT = fences("README.md", "text")
(CHANGE,) = fences("README.md", "diff")
(INSTALL,) = fences("README.md", "sh")
UPGRADES = "process/upgrades/process.yml"


def test_is_short() -> None:
    """Whoever finds the project reads at most 1,100 words, output and tables included."""
    assert len(README.split()) <= MOST_WORDS


def test_words_between_its_signs_are_few_too() -> None:
    """Nor are there more when each word of a path or a code counts, as a page shows it without the links' targets."""
    shown = re.sub(r"\]\([^)]*\)", "]", README)
    assert len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", shown)) <= MOST_WORDS


def test_first_screen() -> None:
    """The title, one paragraph of at most five lines and a picture stand first."""
    title, what, picture, *_ = README.split("\n\n")
    assert title == "# Twolane"
    assert len(what.splitlines()) <= 5
    assert picture.startswith("![")


def test_tells_how_everything_is_tested() -> None:
    """The command with which the build server ends stands in the README."""
    command = read(".ci/run").rstrip().splitlines()[-1].removeprefix("exec ")
    assert f"`{command}`" in README


@pytest.fixture
def playbook(tmp_path: Path) -> Repository:
    """The playbook that the README has the reader make, with the process that it shows, in git."""
    assert [line.partition("#")[0].split() for line in INSTALL.splitlines()[2:]] == [
        ["twolane", "new", "our-playbook", "&&", "cd", "our-playbook"],
        ["twolane", "build"],
    ]
    twolane("new", "our-playbook", folder=tmp_path)
    folder = tmp_path / "our-playbook"
    assert f"adds `{UPGRADES}`" in README
    (folder / UPGRADES).parent.mkdir()
    (folder / UPGRADES).write_text(BROKEN, "utf-8")
    return repository(folder)


def shown_call(before: str) -> list[str]:
    """The last call of the program in the README before a text, without its name."""
    calls = re.findall(r"`twolane ([^`]+)`", README.partition(before)[0])
    return str(calls[-1]).split()


def test_broken_definition_gives_the_output_that_is_shown(playbook: Repository) -> None:
    """With the lines that the README shows, the call that it names writes what stands below it."""
    answer = twolane(*shown_call(OUTPUT), folder=playbook.folder)
    assert answer == Answer(1, OUTPUT, "")


def test_rule_that_is_explained_is_one_that_was_found() -> None:
    """The rule that the README has explained is among the findings that it shows, and is there."""
    (code,) = re.findall(r"`twolane explain (\w+)`", README)
    assert f" {code} " in OUTPUT
    assert code in {rule.RULE.code for rule in ALL_RULES}


def test_change_gives_the_verdict_that_is_shown(playbook: Repository) -> None:
    """`twolane diff` judges the change that the README shows as it says there; without old deals nothing breaks."""
    lines = CHANGE.splitlines(keepends=True)
    before, after = ("".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
    playbook.change(UPGRADES, BROKEN[BROKEN.index("    exit:\n") :], before)
    playbook.commit()
    assert twolane("check", "--only", "D001,D003,B202", folder=playbook.folder).code == 0
    playbook.change(UPGRADES, before, after)
    assert twolane(*shown_call(VERDICT), folder=playbook.folder) == Answer(0, VERDICT, "")
    playbook.change(UPGRADES, after, f"{after}        applies_to: new-only\n")
    answer = twolane("diff", "HEAD", folder=playbook.folder)
    assert answer.output.startswith("Nothing breaks; read this sentence.\n")
    assert "(minor)" in answer.output


def test_pictures_are_shown_to_those_who_cannot_see() -> None:
    """Each picture has words in its place that say what is on it."""
    assert min(len(words.split()) for words in re.findall(r"!\[([^]]*)\]", README)) >= 10


def test_pair_of_pictures_is_as_it_is_said() -> None:
    """Every check holds in the upper picture of the manual, and about two in three in the lower one."""
    said = "every check in the upper picture, two in three in the lower one"
    assert said in " ".join(read("docs/two-lines.md").split())
    upper, lower = map(aligned, ("new-business", "legacy"))
    assert (upper["held"], round(3 * lower["held"] / lower["of"])) == (upper["of"], 2)


def aligned(process: str) -> dict[str, int]:
    """How much holds in a process of the example, and of how much."""
    answer = twolane("align", process, "--format", "json", folder=ROOT)
    (found,) = json.loads(answer.output)["processes"]
    return {name: found[name] for name in ("held", "of")}
