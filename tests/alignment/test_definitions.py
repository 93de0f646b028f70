"""Where the definitions of alignment have an edge, this is which side it falls on."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.support.processes import buyer_step, codes, figures, need, process, step
from twolane.alignment.analysis import align
from twolane.alignment.statements import left_out


@pytest.mark.parametrize(
    ("begin", "end", "late"),
    [
        (0, 3, "-1"),
        (0, 3.75, "-0.25"),
        (0, 4, "0"),
        (9, 12, "0"),
        (10, 12, "0"),
        (10.1, 12, "0.1"),
        (10.3, 12, "0.3"),
        (110, 120, "100"),
        (3, 3, "-1"),
        (10, 10, "0"),
        (10.5, 10.5, "0.5"),
        (0, 40, "0"),
    ],
)
def test_gap_is_exact(begin: float, end: float, late: str) -> None:
    """A delivery that has a moment in common with weeks 4 to 10 is in time; any other is off by exactly the gap."""
    given = process([buyer_step("choose", 4, 10, need("price"))], [step("offer", begin, end, ["choose"], ["price"])])
    (delivery,) = align(given).timing.checks
    assert delivery.late == Decimal(late)
    assert delivery.held == (late == "0")


@pytest.mark.parametrize(
    ("window", "late"),
    [((None, None), "1"), ((5, 8), "3"), ((5, None), "1"), ((None, 8), "3"), ((11, 14), "0"), ((12, None), "-0.5")],
)
def test_window_of_need_before_that_of_its_step(window: tuple[float | None, float | None], late: str) -> None:
    """A need has its own time; each side that it does not give is that of its buyer step, here weeks 4 to 10."""
    buying = [buyer_step("choose", 4, 10, need("price", "pricing", *window))]
    given = process(buying, [step("offer", 11, 11.5, ["choose"], ["price"])])
    assert align(given).timing.checks[0].late == Decimal(late)


def test_open_sides() -> None:
    """Nothing is late for a step that nobody says is over, and nothing early for one that nobody says begins."""
    selling = [step("offer", 5, 6, ["choose", "run"], ["price", "help"])]
    buying = [buyer_step("choose", None, 4, need("price")), buyer_step("run", 7, None, need("help"))]
    assert [each.late for each in align(process(buying, selling)).timing.checks] == [1, -1]
    buying = [buyer_step("choose", None, 6, need("price")), buyer_step("run", 4, None, need("help"))]
    assert figures(align(process(buying, selling)))["timing"] == (2, 2)


def test_times_of_stage() -> None:
    """A step without times has those of its stage: from the first to the last time that any of its steps gives."""
    buying = [buyer_step("choose", 4, 10, need("price"))]
    bare = step("offer", None, None, ["choose"], ["price"])
    given = process(buying, [step("visit", 12, 13, ["choose"]), bare, step("sign", 14, None, ["choose"])])
    (delivery,) = align(given).timing.checks
    assert (delivery.span.begin, delivery.span.end, delivery.inherited) == (12, 14, True)
    assert delivery.late == 2


def test_without_any_time() -> None:
    """Without times there is no timing and there are no ends; the step that would need one is named."""
    buying = [buyer_step("notice", None, None), buyer_step("choose", None, None, need("price"))]
    alignment = align(
        process(buying, [step("call", serves=["notice"]), step("offer", None, None, ["choose"], ["price"])])
    )
    assert figures(alignment) == {"coverage": (2, 2), "value": (1, 1), "focus": (2, 2)}
    assert list(left_out(alignment)) == [
        "Left out of timing, since “Offer” and “Choose” have no time: give `from` and `until`.",
        "Left out of order, since “Notice” and “Choose” have no times: give `from` and `until`, or name the next step "
        "under `go`.",
    ]


def test_span_the_wrong_way_round_is_no_time() -> None:
    """A step that ends before it begins, which reading reports, is compared with nothing."""
    buying = [buyer_step("choose", 10, 4, need("price"))]
    alignment = align(process(buying, [step("offer", 20, 21, ["choose"], ["price"])]))
    assert figures(alignment) == {"coverage": (1, 1), "value": (1, 1), "focus": (1, 1)}
    assert [(each.measure, each.element.id) for each in alignment.left_out] == [
        ("timing", "choose"),
        ("ends", "choose"),
    ]


@pytest.mark.parametrize(
    "given",
    [process([]), process([], [step("call")]), process([buyer_step("choose", 1, 2, need("price"))])],
    ids=["nothing", "no buyer", "no selling"],
)
def test_one_side_missing(given: object) -> None:
    """Where a side is not written down nothing is found about how they fit; that a side is missing, others tell."""
    assert codes(given) == []  # type: ignore[arg-type]  # any iterable of checks will do


def test_nothing_to_compare() -> None:
    """An empty process has no checks at all."""
    assert (align(process([])).held, align(process([])).of) == (0, 0)


@pytest.mark.parametrize(
    ("begin", "end", "serves", "delivers", "kept"),
    [
        (0, 4, ["decide"], [], True),  # over when the quiet begins
        (8, 9, ["decide"], [], True),  # begins when it is over
        (4, 8, ["decide"], [], False),
        (5, 5, ["decide"], [], False),  # a moment within
        (0, 20, ["decide"], [], False),
        (5, 6, [], [], True),  # internal work
        (5, 6, [], ["sample"], False),
        (4, 8, ["decide"], ["quiet"], True),  # how we keep quiet
        (4, 8, ["decide"], ["quiet", "sample"], False),
        (4, 8, ["decide"], ["price"], True),  # the same step asks for it
        (4, 8, ["decide"], ["quiet", "price"], True),
        (4, 8, ["decide"], ["price", "sample"], True),
        (5, 6, ["test"], ["system"], True),  # another track asks for it, and has no other time
        (3, 6, ["test"], ["system"], False),  # it begins before they ask
        (5, 6, ["decide"], ["report"], True),  # another track asks for it in that very time
        (6, 8, ["decide"], ["report"], False),
    ],
)
def test_who_disturbs(begin: float, end: float, serves: list[str], delivers: list[str], kept: bool) -> None:
    """Space is kept unless a step reaches out in its time that nobody asked for; to touch it is not to enter it."""
    buying = [
        buyer_step("decide", 0, 20, need("price"), need("quiet", "space", 4, 8)),
        buyer_step("use", 0, 20, need("sample"), need("report", "information", 2, 7)),
        buyer_step("test", 5, 6, need("system")),
    ]
    alignment = align(process(buying, [step("it", begin, end, serves, delivers)]))
    assert next(each.held for each in alignment.value.checks if each.space) == kept
    assert bool(alignment.disturbances) != kept


@pytest.mark.parametrize(
    ("quiet", "other", "begin", "kept"),
    [
        (["security"], ["champion"], 0, True),
        (["security"], ["champion", "security"], 0, False),
        (["security"], [], 0, False),
        ([], ["champion"], 0, False),
        (["security"], ["champion"], 4, False),  # no track beside, but what comes before
    ],
)
def test_silence_of_others(quiet: list[str], other: list[str], begin: float, kept: bool) -> None:
    """A step for other people in a track beside it does not disturb the silence of a buyer step."""
    buying = [
        buyer_step("try", 0, 4, need("trial")) | {"actors": other},
        buyer_step("review", begin, 8, need("quiet", "space", 2, 8)) | {"actors": quiet},
    ]
    alignment = align(process(buying, [step("check-in", 1, 5, ["try"])]))
    assert bool(alignment.disturbances) != kept


@pytest.mark.parametrize(("serves", "covered", "value"), [([], (2, 2), (1, 1)), (["decide"], (2, 2), (0, 0))])
def test_space_without_time(serves: list[str], covered: tuple[int, int], value: tuple[int, int]) -> None:
    """Space without a time is kept where nobody reaches out at its step; else nobody can tell, and it is named."""
    buying = [buyer_step("notice"), buyer_step("decide", None, None, need("quiet", "space"))]
    alignment = align(process(buying, [step("call", serves=["notice", *serves])]))
    assert (alignment.coverage.held, alignment.coverage.of) == covered
    assert (alignment.value.held, alignment.value.of) == value
    assert bool(alignment.left_out) == bool(serves)


def test_only_space_and_broken() -> None:
    """A buyer step that wants only space and does not get it is not covered; the rules tell it once."""
    buying = [buyer_step("notice", 0, 4), buyer_step("think", 4, 8, need("quiet", "space"))]
    given = process(buying, [step("call", 3, 6, ["notice"])])
    assert figures(align(given))["coverage"] == (1, 2)
    assert codes(given) == ["A310"]


def test_ends_pass_over_space() -> None:
    """A first and a last step at which the buyer wants only space are no start and no end to be there for."""
    quiet = [need("quiet-1", "space")], [need("quiet-2", "space")]
    buying = [
        buyer_step("think", 0, 4, *quiet[0]),
        buyer_step("choose", 6, 8),
        buyer_step("rest", 12, 20, *quiet[1]),
    ]
    assert figures(align(process(buying, [step("offer", 6, 8, ["choose"])])))["ends"] == (2, 2)


@pytest.mark.parametrize(
    ("first", "second", "figure"),
    [
        (["a"], ["b"], (1, 1)),
        (["b"], ["a"], (0, 1)),
        (["a"], ["a"], None),
        (["a", "b"], ["b"], None),
        (["a", "b"], ["c"], (1, 1)),
        (["c"], ["a", "b"], (0, 1)),
        (["a", "c"], ["b"], None),
        (["b"], ["a", "c"], None),
        ([], ["a"], None),
        (["unknown"], ["a"], None),
    ],
)
def test_which_pairs_are_compared(first: list[str], second: list[str], figure: tuple[int, int] | None) -> None:
    """Two steps are compared where all that one serves comes before all that the other serves, and only there."""
    buying = [buyer_step("a", 0, 1), buyer_step("b", 1, 2), buyer_step("c", 2, 3)]
    alignment = align(process(buying, [step("one", serves=first)], [step("two", serves=second)]))
    assert figures(alignment).get("order") == figure


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ({"from": 0, "until": 4}, {"from": 4, "until": 8}, "ab"),  # one is over when the other begins
        ({"from": 4, "until": 8}, {"from": 0, "until": 4}, "ba"),  # written in another order than they happen
        ({"from": 0, "until": 8}, {"from": 0, "until": 3}, ""),  # two tracks at once
        ({"from": 0, "until": 4}, {"from": 3, "until": 8}, ""),  # a week in common
        ({"from": 0, "until": 4, "go": "b"}, {"from": 3, "until": 8}, "ab"),
        ({"from": 0, "until": 8, "go": "c"}, {"from": 0, "until": 8}, ""),
        ({"from": 4, "until": 8, "go": "b"}, {"from": 0, "until": 4}, ""),  # a way back, for another round
        ({}, {}, ""),  # nobody says anything
        ({"go": "b"}, {}, "ab"),
        ({"go": "c"}, {}, ""),
        ({}, {"go": "a"}, "ba"),
        ({"go": "b"}, {"go": "a"}, ""),  # round and round
        ({"from": 0}, {"from": 4}, ""),  # either may go on for long
        ({"until": 4}, {"from": 4}, "ab"),
    ],
)
def test_order_of_the_buyer(a: dict[str, Any], b: dict[str, Any], order: str) -> None:
    """Two buyer steps have an order where their times have nothing in common, or where the `go` of one leads on."""
    buying = [
        buyer_step(id, given.get("from"), given.get("until"))
        | ({"decision": {"question": "On?", "go": given["go"]}} if "go" in given else {})
        for id, given in (("a", a), ("b", b))
    ]
    alignment = align(process([*buying, buyer_step("c")], [step("for-b", serves=["b"]), step("for-a", serves=["a"])]))
    assert figures(alignment).get("order") == {"ab": (0, 1), "ba": (1, 1), "": None}[order]


@pytest.mark.parametrize(
    ("begin", "end", "order"), [(5, 8, None), (None, 8, None), (8, 9, (0, 1)), (None, None, (0, 1))]
)
def test_order_by_what_is_wanted_when(begin: float | None, end: float | None, order: tuple[int, int] | None) -> None:
    """What the buyer wants before the step that needs it belongs before: comments on a contract, before the offer."""
    buying = [
        buyer_step("receive", 8, 8, need("offer", "pricing", 7, 8)),
        buyer_step("legal", 9, 13, need("comments", "specification", begin, end)),
    ]
    selling = [step("comment", 5, 7, ["legal"], ["comments"]), step("submit", 7.5, 8, ["receive"], ["offer"])]
    assert figures(align(process(buying, selling))).get("order") == order


@pytest.mark.parametrize(("kind", "covered"), [("gate", 2), ("internal", 2), ("work", 1)])
def test_nothing_wanted_and_work_of_our_own(kind: str, covered: int) -> None:
    """A buyer step at which nothing of us is wanted is covered while we decide for ourselves in a stage for it."""
    buying = [buyer_step("publish", 0, 1), buyer_step("ask", 1, 2, need("question"))]
    given = process(buying, [step("bid-or-not", 0, 1) | {"kind": kind}, step("call", 1, 2, ["ask"], ["question"])])
    stage = given.stages[0].model_copy(update={"serves": ("publish",)})
    assert align(given.model_copy(update={"stages": (stage,)})).coverage.held == covered


def test_go_leads_on_by_way_of_others() -> None:
    """The order that decisions say goes on from step to step, past what stands between them."""
    buying = [buyer_step(id) for id in ("see", "legal", "try", "sign")]
    for here, there in ((0, "try"), (2, "sign")):
        buying[here]["decision"] = {"question": "On?", "go": there}
    selling = [step("last", serves=["sign"]), step("law", serves=["legal"]), step("first", serves=["see"])]
    (found,) = align(process(buying, selling)).misplaced
    assert (found.step.id, [each.id for each in found.others]) == ("last", ["first"])


def test_left_out_of_order() -> None:
    """Buyer steps of which nobody can tell which comes first are named, if steps of ours serve them."""
    buying = [buyer_step("see", 0, 2), buyer_step("try"), buyer_step("sign"), buyer_step("use")]
    alignment = align(process(buying, [step(id, serves=[id]) for id in ("see", "try", "sign")]))
    assert list(left_out(alignment)) == [
        "Left out of order, since “Try” and “Sign” have no times: give `from` and `until`, or name the next step "
        "under `go`.",
    ]


@pytest.mark.parametrize(("kind", "order", "focus"), [("work", (0, 1), (2, 3)), ("internal", None, (1, 1))])
def test_own_affairs(kind: str, order: tuple[int, int] | None, focus: tuple[int, int]) -> None:
    """Internal steps and gates have no place in the buyer's order, and need not serve anybody."""
    buying = [buyer_step("see", 0, 2), buyer_step("sign", 2, 4)]
    own = [step("prepare", 0, 1, ["sign"]), step("bid-or-not", 0, 1)]
    alignment = align(process(buying, [each | {"kind": kind} for each in own], [step("show", 0, 1, ["see"])]))
    assert (figures(alignment).get("order"), figures(alignment)["focus"]) == (order, focus)


def test_ends_of_tracks() -> None:
    """Of tracks that begin together the longest is the first step, of those that end together the last to begin."""
    buying = [buyer_step("legal", 0, 3), buyer_step("technical", 0, 8), buyer_step("price", 6, 8)]
    selling = [step("answer", 5, 6, ["technical"])]
    assert figures(align(process(buying, selling)))["ends"] == (2, 2)
    assert figures(align(process(buying, [step("answer", 1, 2, ["legal"])])))["ends"] == (2, 2)
    assert figures(align(process(buying, [step("answer", 9, 9, ["technical"])])))["ends"] == (1, 2)


def test_fewest_steps_are_misplaced() -> None:
    """One step that runs ahead of three others is one fault, at that step; so is one that comes after all of them."""
    buying = [buyer_step(id, at, at + 1) for at, id in enumerate("abcd")]
    ahead = [step("d", serves=["d"]), step("a", serves=["a"]), step("b", serves=["b"]), step("c", serves=["c"])]
    (found,) = align(process(buying, ahead)).misplaced
    assert (found.step.id, [each.id for each in found.others]) == ("d", ["a", "b", "c"])
    assert str(found.mends[0]).count("behind") == 1
    behind = [ahead[2], ahead[3], ahead[0], ahead[1]]
    (found,) = align(process(buying, behind)).misplaced
    assert (found.step.id, [each.id for each in found.others]) == ("a", ["b", "c", "d"])


def test_same_id_twice() -> None:
    """Ids that are given twice, which reading reports, mean the first one; nothing breaks."""
    buying = [buyer_step("a", 0, 2, need("n")), buyer_step("a", 8, 9, need("n"))]
    selling = [step("s", 0, 1, ["a", "a"], ["n", "n"]), step("s", 1, 2, ["a"])]
    assert figures(align(process(buying, selling))) == {
        "coverage": (1, 2),
        "value": (1, 2),
        "timing": (1, 1),
        "ends": (1, 2),
        "focus": (2, 2),
    }


def test_endless_time_is_no_time() -> None:
    """A number that no file should hold, 1e999, is taken as not given."""
    buying = [buyer_step("choose", 0, float("inf"), need("price"))]
    alignment = align(process(buying, [step("offer", 5, float("inf"), ["choose"], ["price"])]))
    assert figures(alignment)["timing"] == (1, 1)
