"""Each kind of page shows what its reader came for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.support.playbooks import base_files, playbook
from tests.support.sites import OnDemand, Read, one_line, read, site, site_of
from twolane.configuration.output_styles import DiagramStyle
from twolane.findings import Rule
from twolane.links.finished_page import Page, SourcePlace
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process

BASE = base_files()
SITE = OnDemand(lambda: site(BASE))
MINIMAL = {
    "process/playbook.yml": b"title: Small\n",
    "process/sell/process.yml": b"id: sell\nname: Sell\nversion: 1.0.0\n",
}
PROCESS = "process/new-business/process.yml"


def seen(path: str) -> Read:
    return read(SITE[path].body)


def changed(old: str, new: str, file: str = PROCESS) -> dict[str, Page]:
    """The site of the base playbook with one text of a file in the place of another."""
    text = BASE[file].decode()
    assert text.count(old) == 1
    return site({**BASE, file: text.replace(old, new).encode()})


def titles(page: Page) -> list[str]:
    return [heading.title for heading in page.headings]


def test_the_pages_and_their_order() -> None:
    """Home comes first, then processes with their journey and stages, roles, strategy and reference."""
    found = [page.path for page in SITE.values() if not page.path.startswith(("rules/", "reference/"))]
    assert found == [
        "index",
        "start/rep",
        "start/engineer",
        "start/sales-director",
        "in-a-call",
        "new-business/index",
        "new-business/where-is-my-buyer",
        "new-business/buyer-journey",
        "new-business/alignment",
        "new-business/prospecting",
        "new-business/closing",
        "new-business/raci",
        "new-business/action-plan",
        "new-business/on-one-page",
        "new-business/versions",
        "roles/rep",
        "roles/engineer",
        "roles/sales-director",
        "roles/planner",
        "roles/plant-manager",
        "strategy",
        "differentiators",
        "metrics",
        "glossary",
        "versions",
        "health",
        "new-business/print",
        "print",
    ]


def test_home() -> None:
    """A way into each process with its state, for each role, and to the goals."""
    text = seen("index").text
    assert "New business active Version 1.0.0 How a plant changes its scheduling." in text
    assert "Owner: Sales director · Next review: 15 January 2027" in text
    assert "Win twelve new plants, by Q4 2027. Measured by: New plants" in text
    assert "roles/rep.html" in seen("index").hrefs
    assert "What the checks say about this playbook: no findings." in text


def test_facts_of_a_process_page() -> None:
    """A page of a process says which one and which version, who owns it, and when it is reviewed."""
    expected = "Process New business 1.0.0 active Owner Sales director In force since 1 October 2026 Next review 15"
    assert expected.replace(" ", "") in seen("new-business/closing").text.replace(" ", "")


def test_facts_of_a_page_for_all() -> None:
    """A page for the whole playbook says for which processes it holds."""
    expected = "Holds for New business 1.0.0 Owner Sales director Next review 15 January 2027"
    assert expected.replace(" ", "") in seen("metrics").text.replace(" ", "")


def test_an_overdue_review_is_marked() -> None:
    """From the day after the review on, pages say that it is overdue; retired processes are left alone."""
    late = site(BASE, as_of=date(2027, 1, 16))
    assert "15 January 2027 overdue" in read(late["new-business/closing"].body).text
    assert "review overdue" in read(late["index"].body).text
    on_the_day = site(BASE, as_of=date(2027, 1, 15))
    assert "overdue" not in read(on_the_day["new-business/closing"].body).text


def test_process() -> None:
    """Both sides as a picture and as tables, and the metrics of its goals and stages."""
    page = SITE["new-business/index"]
    assert titles(page) == [
        "Both lines over time",
        "Both sides at a glance",
        "How they buy",
        "How we sell",
        "How we measure it",
    ]
    assert page.diagrams
    assert "Notice the problem weeks 0–4" in spaced("new-business/index")
    assert "Meeting rate" in seen("new-business/index").text


def spaced(path: str) -> str:
    """The text of a page with spaces between cells."""
    return one_line(" ".join(text for _, text in seen(path).texts))


def test_loops_of_a_process() -> None:
    """A loop names both stages and what sets it off."""
    found = changed("stages:\n", "loops:\n  - {from: closing, to: prospecting, when: A second plant}\nstages:\n")
    assert "Where it starts again" in titles(found["new-business/index"])
    assert "A second plant" in read(found["new-business/index"].body).text


def test_buyer_journey() -> None:
    """Each step with signs, needs and who meets them, the decision with all outcomes, and our stage then."""
    assert titles(SITE["new-business/buyer-journey"]) == [
        "All decisions at a glance",
        "Notice the problem",
        "Choose a way",
        "What they ask for and who delivers it",
    ]
    text = spaced("new-business/buyer-journey")
    assert "What does a missed schedule cost you? They do not know yet" in text
    assert "How plants of their size measure missed schedules information weeks 0–4 Share the benchmark" in text
    assert "Go They move on to Choose a way . No go They live with it. Close politely." in text
    assert "No decision Come back next quarter." in text
    assert "Go The journey is complete." in text


def test_a_need_that_nobody_meets_is_said() -> None:
    """An unmet need stands out; being left alone is met by silence."""
    unmet = changed("        delivers: [benchmark]\n", "")
    assert "nobody yet" in read(unmet["new-business/buyer-journey"].body).text
    quiet = BASE[PROCESS].replace(b"kind: demonstration", b"kind: space").replace(b"delivers: [demonstration]\n", b"\n")
    left_alone = site({**BASE, PROCESS: quiet.replace(b"        \n", b"")})["new-business/buyer-journey"]
    assert "Their own orders in a scheduleSpaceweeks 4–10being left alone".lower() in read(left_alone.body).text.lower()


def test_a_decision_that_forgets_an_outcome() -> None:
    """All three outcomes stand there, the missing one as not said."""
    found = changed("        no_decision: Come back next quarter.\n", "")
    assert "No decisionNot said yet." in read(found["new-business/buyer-journey"].body).text


def test_stage() -> None:
    """The buyer's side and ours, what a rep needs in a call, and controls last."""
    page = SITE["new-business/prospecting"]
    assert titles(page) == [
        "Buyer",
        "Seller",
        "Before we begin",
        "What we do",
        "The stage is over when the buyer\u00a0…",
        "When they say …",
        "What makes us different here",
        "Who is involved",
        "What we measure",
    ]
    text = spaced("new-business/prospecting")
    assert "They decide: Is this worth solving now?" in text
    assert "Agrees to a visit Evidence: Accepted invitation with the plant manager on it" in text
    assert "We have a spreadsheet for that Ask who can change it when its author is on leave." in text
    assert "Study of 14 plants" in text


def test_controls_come_last_on_a_stage() -> None:
    """Internal administration stands at the end, apart."""
    found = changed("    metrics: [meeting-rate]\n", "    metrics: [meeting-rate]\n    controls: [Log the source]\n")
    page = found["new-business/prospecting"]
    assert titles(page)[-1] == "For our own records"
    assert 'class="tl-internal"' in page.body


def test_optional_and_new_only_criteria_are_marked() -> None:
    """A criterion says where it does not bind every deal."""
    evidence = "        evidence: E-mail from the plant manager\n"
    found = changed(evidence, f"{evidence}        required: false\n        applies_to: new-only\n")
    assert "Tells us which way they chose optional new deals only" in read(found["new-business/closing"].body).text


REQUIRED = ("        name: Share the benchmark\n", "        name: Share the benchmark\n        required: true\n")


@pytest.mark.parametrize("path", ["new-business/prospecting", "new-business/print", "print"])
def test_required_steps_are_marked(path: str) -> None:
    """A step that no deal may leave out says so in words, on paper too; one that may be left out says nothing."""
    asked, free = read(changed(*REQUIRED)[path].body).text, seen(path).text
    assert "Share the benchmark required Whenweeks 1–3" in one_line(asked)
    assert "Share the benchmark Whenweeks 1–3" in one_line(free)
    assert "required" not in free


def test_a_deal_knows_which_steps_are_required() -> None:
    """As it knows it of criteria; a stage that requires no more than a step says what is missing too."""
    key = 'data-item="step:share-benchmark"'
    assert [
        re.findall(f'{key}.*?data-required="(.*?)"', pages["new-business/prospecting"].body)
        for pages in (SITE, changed(*REQUIRED))
    ] == [["no"], ["yes"]]
    steps = "  - {id: bare, name: Bare, steps: [{id: call, name: Call, required: true}]}\n"
    steps += "  - {id: idle, name: Idle, steps: [{id: wait, name: Wait}]}\nloops: []\n"
    found = changed("        evidence: E-mail from the plant manager\n", f"        evidence: E-mail\n{steps}")
    assert ["tl-leave" in found[f"new-business/{stage}"].body for stage in ("bare", "idle")] == [True, False]


def test_role() -> None:
    """Everything that a role does, from whom it takes over, and what it owns."""
    text = spaced("roles/engineer")
    assert "Work in New business 1.0.0" in text
    assert "Demonstrate with their orders Closing responsible weeks 5–6 free" in text
    assert "Takes over From After Then What must be true Sales representative Share the benchmark" in text
    owner = spaced("roles/sales-director")
    assert "accountable" in owner
    assert "Goals: Win twelve new plants" in owner
    assert "Meeting rate" in owner


def test_buyer_role() -> None:
    """A role on the buyer's side shows the steps that it takes part in, and whether it can say yes."""
    text = spaced("roles/plant-manager")
    assert "In the buyer's steps Notice the problem : Find out whether missed schedules matter." in text
    assert "Can say yes" in text


def test_onboarding_links_to_what_is_to_be_read() -> None:
    """Onboarding names pages, ids of anything and stages; each becomes a link."""
    item = "\n    onboarding:\n      - {id: first, title: Listen, when: day 1, read: [READ]}\n"
    names = "new-business, new-business/closing, meeting-rate, change-over-time, plant-knowledge, mid-size, index.md"
    found = changed(
        "    name: Sales representative\n",
        "    name: Sales representative" + item.replace("READ", names),
        "process/roles.yml",
    )
    page = read(found["start/rep"].body)
    assert page.hrefs.count("../new-business/closing.html") >= 1
    text = re.sub(r" \(\d+ min\)", "", page.text)
    assert "Read: New business, Closing, Meeting rate, Change-over time, We have run plants ourselves" in text


def test_strategy() -> None:
    """Goals with what executes and measures them, SWOT with answers, segments with what meets their requirements."""
    text = spaced("strategy")
    assert "Worked on in New business" in text
    assert "Measured by New plants (target 3)" in text
    assert "Only six people visit plants Answered by: Win twelve new plants" in text
    assert "Schedules respect change-over times We have run plants ourselves" in text
    assert "Support Names of plants that outgrow their licence Which promises were made" in text


def test_what_has_no_counterpart() -> None:
    """Goals without work, and processes without a goal, are named."""
    found = changed("advances: [win-plants]\n", "")
    text = read(found["strategy"].body).text
    assert "Win twelve new plants: no process works towards it" in text
    assert "New business: works towards no goal" in text
    assert "has no counterpart" in text


def test_differentiators() -> None:
    """Claims with value, proof, competitors and use; objections of all stages as cards."""
    text = spaced("differentiators")
    assert titles(SITE["differentiators"]) == ["We have run plants ourselves", "Competitors", "Objections and answers"]
    assert "Use it in Prospecting · New business" in text
    assert "checked 1 September 2026" in text
    assert "What counts against them: We have run plants ourselves" in text


def test_metrics_and_glossary() -> None:
    """A metric says how it is made, its target and where it is used; a term what it means."""
    text = spaced("metrics")
    assert "Visits agreed ÷ plants contacted Target 35% Unit percent Better higher" in text
    assert "Use it in Prospecting" in text
    assert "Change-over time Setting a machine up for the next order" in spaced("glossary")


def test_health() -> None:
    """Each finding leads to its place on a page and names its line; its rule has a page."""
    found = changed("        evidence: E-mail from the plant manager\n", "")
    page = read(found["health"].body)
    assert "B203 exit-without-evidence warning" in page.text
    assert {"new-business/closing.html", "rules/b203.html"} <= set(page.hrefs)
    assert f"{PROCESS}:98" in page.text
    assert "What the checks found here1 finding" in read(found["new-business/index"].body).text


@pytest.mark.parametrize(
    ("element", "place"),
    [
        (lambda process, _: process.stages[1].steps[0], "new-business/closing.html#step-demonstrate"),
        (lambda process, _: process.stages[1].exit[0], "new-business/closing.html"),
        (lambda process, _: process.stages[0], "new-business/prospecting.html"),
        (lambda process, _: process.buyer.steps[1], "new-business/buyer-journey.html#buyer-step-choose"),
        (
            lambda process, _: process.buyer.steps[1].needs[0],
            "new-business/buyer-journey.html#need-demonstration",
        ),
        (lambda process, _: process.buyer.steps[1].decision, "new-business/buyer-journey.html#buyer-step-choose"),
        (lambda process, _: process, "new-business/index.html"),
        (lambda _, whole: whole.roles[0], "roles/rep.html"),
        (lambda _, whole: whole.segments[0].requirements[0], "strategy.html#requirement-change-over"),
        (lambda _, whole: whole.strategy.goals[0], "strategy.html#goal-win-plants"),
    ],
)
def test_a_finding_leads_to_the_innermost_place(element: Callable[[Process, Playbook], Element], place: str) -> None:
    """Of all elements around what it is about, the health page links to the innermost that a page shows."""
    whole = playbook(BASE)
    found = Rule("X000", "odd").at(element(whole.processes[0], whole).at, "x", "Odd.")
    body = site_of(whole, [found])["health"].body
    assert re.findall(r'<a href="([^"]*)">[^<]*</a>[^<]*Odd\.', body) == [place]


def test_rule() -> None:
    """The page of a rule comes from its docstring."""
    page = SITE["rules/b203"]
    assert titles(page) == [
        "Why it matters",
        "How to mend it",
        "When it is wrong",
        "A definition that fails",
        "A definition that passes",
    ]
    assert not page.listed


def test_edit_links() -> None:
    """With an address of the repository, each page leads to the line of its definition, and so do findings."""
    found = changed("        evidence: E-mail from the plant manager\n", "")
    found = site({**BASE, PROCESS: BASE[PROCESS].replace(b"    metrics: [new-plants]\n", b"")}, edit_root="https://x/")
    assert f"https://x/{PROCESS}#L82" in read(found["new-business/closing"].body).hrefs
    assert SITE["new-business/closing"].source == SourcePlace(PROCESS, 82)
    assert SITE["glossary"].source == SourcePlace("process/glossary.yml", 1)


def test_the_smallest_playbook() -> None:
    """A title and one empty process give pages without a heading that nothing follows."""
    pages = site(MINIMAL)
    made = {path: page for path, page in pages.items() if not path.startswith(("rules/", "reference/"))}
    assert list(made) == ["index", "sell/index", "sell/versions", "versions", "health", "sell/print", "print"]
    assert titles(made["index"]) == ["Our processes", "Look it up"]
    assert titles(made["sell/index"]) == []
    assert not made["sell/index"].diagrams


def test_no_heading_without_content() -> None:
    """On no page does a heading stand at the end, or before another one of its level."""
    for path, page in {**SITE, **site(MINIMAL)}.items():
        for entry in page.search:
            below = any(heading.children for heading in page.headings if heading.id == entry.anchor)
            drawn = entry.anchor in ("both-sides", "wheel", "decisions", "exchange")  # a diagram is not searched
            assert entry.text or below or drawn or not entry.anchor, (path, entry)


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        (DiagramStyle.OURS, '<pre class="tl-diagram">flowchart LR\n'),
        (DiagramStyle.MERMAID2, '<div class="mermaid">flowchart LR\n'),
        (DiagramStyle.FENCED, "</figcaption>\n\n```mermaid\nflowchart LR\n"),
    ],
)
def test_diagrams_in_the_engines_form(style: DiagramStyle, begins: str) -> None:
    """The diagram stands in the page as its engine wants it; only a fence is set off by empty lines."""
    body = site(BASE, diagrams=style)["new-business/index"].body
    assert begins in body.replace(">\n\n\n```", ">\n\n```")
    empty = body.split("```mermaid")[0].rstrip("\n").count("\n\n") + body.split("```")[-1].lstrip("\n").count("\n\n")
    assert empty == 0


def test_a_playbook_overrides_a_template(tmp_path: Path) -> None:
    """A block of a template can be replaced by the playbook's own file; the others stay."""
    own = '{% extends "page.html" %}{% block body %}<p>{{ view.rows|length }} of ours: {{ title }}</p>{% endblock %}'
    (tmp_path / "glossary.html").write_text(own, encoding="utf-8")
    found = site(BASE, root=tmp_path, templates=".")
    assert found["glossary"].body.endswith("<p>1 of ours: Glossary</p>")
    assert found["metrics"].body == SITE["metrics"].body
