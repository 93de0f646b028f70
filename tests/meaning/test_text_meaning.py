"""Two wordings are told to say the same only where that can be shown, and another meaning only where it can."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.playbooks import CASES
from twolane.meaning.text_meaning import FigureChange, Meaning, Reading, figures, meaning

FOLDER = CASES / "meaning"
SAME, LOOK, OTHER = Reading.SAME, Reading.LOOK, Reading.OTHER
PAIRS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml"))}
WORDED = sorted(name for name, pairs in PAIRS.items() if "same" in pairs)
COUNTED = sorted(name for name, pairs in PAIRS.items() if "changed" in pairs)


def shares(pairs: list[tuple[str, str]]) -> dict[Reading, float]:
    """In percent, how often each reading is told."""
    told = [meaning(old, new).reading for old, new in pairs]
    return {each: 100 * told.count(each) / len(told) for each in (SAME, LOOK, OTHER)}


@pytest.mark.parametrize("name", WORDED)
def test_another_meaning_is_never_called_the_same(name: str) -> None:
    """Of what people call another meaning nothing is called the same, and most is told; what only a person can know is
    hardly ever called the same either."""
    other, look = shares(PAIRS[name]["other"]), shares(PAIRS[name]["look"])
    assert other[SAME] == 0
    assert other[OTHER] >= 80
    assert look[SAME] == 0


@pytest.mark.parametrize("name", WORDED)
def test_the_same_is_not_called_another_meaning(name: str) -> None:
    """Of what people call the same nothing is called another meaning, and at most a quarter is left to be read."""
    same = shares(PAIRS[name]["same"])
    assert same[OTHER] == 0
    assert same[LOOK] <= 25


@pytest.mark.parametrize("name", COUNTED)
def test_figures_of_prose(name: str) -> None:
    """Each figure that changed is told, and none that did not."""
    assert [pair for pair in PAIRS[name]["changed"] if not figures(*pair)] == []
    assert [pair for pair in PAIRS[name]["kept"] if figures(*pair)] == []


@pytest.mark.parametrize("name", WORDED)
def test_read_backwards(name: str) -> None:
    """Backwards the reading is the same, and each figure became what it was."""
    for old, new in (pair for pairs in PAIRS[name].values() for pair in pairs):
        forth, back = meaning(old, new), meaning(new, old)
        assert forth.reading is back.reading
        assert forth.figures == tuple(FigureChange(each.new, each.old) for each in back.figures)
        assert meaning(old, old) == Meaning(SAME)


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ("Pays 20 % in advance", "Pays 25 % in advance", ("20 % → 25 %",)),
        ("Confirms a budget", "Confirms a budget of €60,000", ("a figure is new: €60,000",)),
        ("Is in our segment", "Is not in our segment", ("“not” is new",)),
        ("Names a date before the visit", "Names a date after the visit", ("“before” became “after”",)),
        ("Has signed the contract", "Will sign the contract", ("“Will” is new",)),
        ("The champion signs", "The board signs", ("somebody else is meant: champion → board",)),
        (
            "The champion calls the board",
            "The board calls the champion",
            ("“champion” and “board” have changed places",),
        ),
        ("Accepts the price", "Rejects the price", ("“Accepts” became “Rejects”",)),
        ("Confirms a budget", "Signs a letter of intent with a penalty clause", ("“Confirms” became “Signs”",)),
        ("Signs the order", "Signs the order with a penalty clause", ("“with penalty clause” is new",)),
        ("They may leave", "They must leave", ("“may” became “must”",)),
    ],
)
def test_reasons(old: str, new: str, reasons: tuple[str, ...]) -> None:
    """What shows another meaning is said in words of whoever sells."""
    found = meaning(old, new)
    assert (found.reading, found.reasons) == (OTHER, reasons)


def test_roles_of_the_playbook() -> None:
    """A role is known by the name that the playbook gives it; one more or less is read again."""
    names = ("Scheduling lead", "Deal desk")
    assert figures("The scheduling lead decides.", "The deal desk decides.", names) == (
        FigureChange("scheduling lead", "deal desk"),
    )
    assert figures("Ask first.", "Ask the deal desk first.", names) == (FigureChange("", "deal desk"),)
    assert meaning("Scheduling lead signs", "Deal desk signs", names).reading is OTHER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Gives us the contact", "Gives us the contract"),
        ("Returns the signed form", "Returns the singed form"),
        ("Names the cost", "Names the costs"),
        ("Accepts the lease", "Accepts the release"),
        ("Re-signs the contract", "Resigns the contract"),
        ("CFO and lawyer or owner sign", "CFO or lawyer and owner sign"),
        ("Uses a spreadsheet", "Used a spreadsheet"),
        ("Is a customer", "Was a customer"),
        ("Deals closing in May", "Deals closed in May"),
        ("Payment on delivery", "Payment for delivery"),
        ("Prospects visited per week", "Customers visited per week"),
        ("Agrees to 30 days", "Agrees to one month"),
        ("Answers in 24 hours", "Answers in one day"),
        ("Visits the plant", "Visits the pant"),
        ("Names the stages", "Names the sages"),
        ("Signs the world list", "Signs the word list"),
        ("Names the stock", "Names the STCK"),
        ("Names three plants", "Names thre plants"),
        ("Signs without a discount", "Signs witout a discount"),
        ("Signs the customer's order", "Signs the customers order"),
        ("Signs the customer's order", "Signs the customers' order"),
        ("The plan we're shown", "The plan were shown"),
    ],
)
def test_never_taken_for_the_same(old: str, new: str) -> None:
    """A slip that leaves another word behind, or another small difference that may mean much, is to be read."""
    assert meaning(old, new).reading is not SAME


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("Agrees to a visit", "Agrees to a vist"),
        ("Visits the plant", "Vists the plant"),
        ("Confirms a budget", "Confirms a buget"),
        ("Signs the offer", "Signs the ofer"),
        ("Gives a price", "Gives a prcie"),
        ("Agrees to 3 visits", "Agrees to 3 vissits"),
        ("Confirms its budget", "Confirms it's budget"),
        ("Confirms its budget and its plan", "Confirms it’s budget and its plan"),
        ("Signs the customers' order", "Signs the customers order"),
    ],
)
def test_slips_of_one_letter(right: str, slip: str) -> None:
    """A letter that was forgotten, doubled or swapped, or an apostrophe, means nothing where no other word is left;
    nor does its repair."""
    assert meaning(right, slip) == meaning(slip, right) == Meaning(SAME)


DANGEROUS = PAIRS["one_word"]
ROWS = [(text, each) for text, words in DANGEROUS["rows"] for each in combinations(words, 2)]


@pytest.mark.parametrize(
    ("old", "new"),
    [tuple(" ".join(text.format(word).split()) for word in words) for text, words in ROWS]
    + list(map(tuple, DANGEROUS["pairs"])),
)
def test_one_dangerous_word(old: str, new: str) -> None:
    """A “not”, an “only”, a digit, a month, a name, a “before” or a “may” in the place of another is never the same."""
    assert meaning(old, new).reading is not SAME


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_read(old: str, new: str) -> None:
    """Whatever somebody writes is read, and backwards it is the same."""
    assert meaning(old, new).reading is meaning(new, old).reading


WORDS = (
    "the a not no all 3 10 % € 1 October May half second of by and or , . - / signs signed will may CFO buyer we our "
    "at least most up to more than within weeks # 1. ` * | once a month it's can't"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14), st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_any_row_of_words_can_be_read(old: list[str], new: list[str]) -> None:
    """Words that turn sentences, in whatever order, are read, and backwards they are the same."""
    one, other = " ".join(old), " ".join(new)
    assert meaning(one, other).reading is meaning(other, one).reading
    assert len(figures(one, other)) == len(figures(other, one))


CONTROLLERS = ("Plant controller", "Plant manager")


ROLES = (
    ("IT lead of the plant", "it lead"),
    ("Plant controller", "controller"),
    ("Production planner", "plant planner"),
    ("Purchasing clerk", "buyer"),
    ("Quality manager", "quality"),
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Controller puts a name on it", "IT lead puts a name on it"),
        ("Controller puts a name on it", "it lead puts a name on it"),
        ("Controller puts a name on it", "Planner puts a name on it"),
        ("A list with the controller's name", "A list with the planner's name"),
        ("Plant planner puts a name on it", "Plant controller puts a name on it"),
        ("Buyer puts a name on it", "Purchasing clerk puts a name on it"),
    ],
)
def test_another_role_by_its_id(old: str, new: str) -> None:
    """Somebody else is meant where roles are called by their ids or for short, as criteria call them."""
    assert meaning(old, new, ROLES).reading is OTHER
    assert "somebody else is meant" in meaning(old, new, ROLES).reasons[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Controller puts a name on it", "Plant controller puts a name on it"),
        ("IT lead of the plant agrees", "IT lead agrees"),
        ("Plant planner agrees", "Production planner agrees"),
        ("Planner agrees", "Production planner agrees"),
    ],
)
def test_one_role_by_two_of_its_names(old: str, new: str) -> None:
    """Whoever calls a role by its id, or by the last word that it alone has, means the same."""
    assert meaning(old, new, ROLES) == Meaning(SAME)


def test_ids_that_are_words_of_every_text() -> None:
    """“It leads to savings” names no IT lead, and “quality” is nobody."""
    assert figures("Agrees that it leads to savings", "Agrees to savings", ROLES) == ()
    assert figures("Asks for quality", "Asks for a list", ROLES) == ()


@pytest.mark.parametrize(
    ("old", "new", "names", "reading"),
    [
        ("Controller names a budget", "Plant manager names a budget", (), OTHER),
        ("Controller names a budget", "Plant manager names a budget", CONTROLLERS, OTHER),
        ("Controller names a budget", "Plant controller names a budget", (), LOOK),
        ("Controller names a budget", "Plant controller names a budget", CONTROLLERS, SAME),
        ("Controller names a budget", "Plant controller names a budget", (*CONTROLLERS, "Group controller"), LOOK),
        ("Centre manager signs", "Plant manager signs", ("Centre manager", "Plant manager"), OTHER),
        ("Center manager signs", "Centre manager signs", ("Centre manager", "Plant manager"), SAME),
        ("The champion signs", "The clinic champion signs", ("Clinic champion",), SAME),
        ("The user signs", "The power user signs", ("Power user",), LOOK),
        ("Purchase order", "Invoice", (), OTHER),
        ("Broker signs the policy", "Agent signs the policy", (), LOOK),
    ],
)
def test_whoever_does_it(old: str, new: str, names: tuple[str, ...], reading: Reading) -> None:
    """Somebody else in the same place is another meaning, part of the name of the only such role is that role, and
    what may be another word for the same person is read."""
    assert meaning(old, new, names).reading is reading


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Loading at 9:00 not 10:00", "Loading at 9:00, not at 10:00"),
        ("A quarter of the beds", "1/4 of the beds"),
        ("A break of a quarter", "A break of three months"),
        ("In Q3/2026", "In the 3rd quarter of 2026"),
        ("2026 Q3", "Q3 2026"),
    ],
)
def test_notation_of_figures(text: str, same: str) -> None:
    """A figure in another notation is no other figure."""
    assert meaning(text, same).reading is SAME
    assert figures(text, same) == ()


def test_a_third_in_percent() -> None:
    """33 % may be a third that was rounded, which somebody reads; 30 % is none."""
    assert meaning("A third of the beds", "33 % of the beds").reading is LOOK
    assert meaning("A third of the beds", "30 % of the beds").reading is OTHER


def test_data_lies_in_one_place() -> None:
    """The pairs are files of the cases, of at least 200 wordings and 60 proses."""
    assert all(path.parent == FOLDER for path in Path(FOLDER).iterdir())
    assert sum(len(pairs) for pairs in PAIRS["pairs"].values()) >= 200
    assert sum(len(pairs) for pairs in PAIRS["figures"].values()) >= 60
