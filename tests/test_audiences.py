"""What is not for an audience is nowhere in what is built for it: pages, search, files, names of files."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files, checked, playbook
from tests.support.releases import released
from tests.support.sites import SETTINGS, read, site_of
from twolane.build import UnknownAudience, build_pages
from twolane.loading.audience_pages import audiences_of
from twolane.model.audiences import for_audience
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.walk import element_types, elements, uses

MARK = "qwxsecret"
"""Stands in every text, id and name of file that is for the house alone."""
PROCESS = "process/new-business/process.yml"


def _changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def marked() -> dict[str, bytes]:
    """The base playbook with something for the house alone in every place that can say so."""
    files = {name: data.decode() for name, data in base_files().items()}
    files["process/playbook.yml"] += f"audiences: [internal, partner, buyer]\nrenamed_from: {{rep: {MARK}-rep}}\n"
    inside = "audience: internal"
    files[PROCESS] = _changed(
        files[PROCESS],
        (
            "    probability: 10\n",
            f"    probability: 10\n    controls: [Log the {MARK}]\n",
        ),
        (
            "        delivers: [benchmark]\n",
            "        delivers: [benchmark, qwxsecret-need]\n"
            f"        assets:\n          - {{title: The {MARK} sheet, url: /assets/{MARK}.txt, {inside}}}\n"
            "          - {title: The open sheet, url: /assets/open.txt}\n"
            "        consulted: [qwxsecret-role]\n",
        ),
        (
            "    exit:\n      - id: meeting-agreed\n",
            f"      - {{id: qwxsecret-step, name: Step {MARK}, serves: [notice], delivers: [only-inside], {inside}}}\n"
            f"      - {{id: qwxsecret-gate, name: Gate {MARK}, kind: gate, how: Ask {MARK}}}\n"
            f"      - {{id: qwxsecret-own, name: Own {MARK}, kind: internal, delivers: [only-own], tools: [{MARK}]}}\n"
            f"    exit:\n      - {{id: qwxsecret-exit, buyer: Signs {MARK}, {inside}}}\n      - id: meeting-agreed\n",
        ),
        (
            "    entry:\n      - id: in-segment\n",
            f"    entry:\n      - {{id: qwxsecret-entry, criterion: Is {MARK}, {inside}}}\n      - id: in-segment\n",
        ),
        (
            "    objections:\n",
            f"    objections:\n      - {{says: You {MARK}, answer: Never {MARK}, {inside}}}\n",
        ),
        (
            "    differentiators: [plant-knowledge]\n",
            "    differentiators: [plant-knowledge, qwxsecret-claim]\n",
        ),
        (
            "        - id: benchmark\n",
            f"        - {{id: qwxsecret-need, kind: proof, what: Need {MARK}, {inside}}}\n"
            f"        - {{id: only-inside, kind: proof, what: Delivered by {MARK} alone}}\n"
            f"        - {{id: only-own, kind: proof, what: Delivered by {MARK} for us}}\n        - id: benchmark\n",
        ),
        (
            "        - ask: What does a missed schedule cost you?\n",
            f"        - {{ask: Ask {MARK}, tells: Tells {MARK}, {inside}}}\n"
            "        - ask: What does a missed schedule cost you?\n",
        ),
        (
            "      objective: Find out whether missed schedules matter.\n",
            "      objective: Find out whether missed schedules matter.\n"
            f"      pains:\n        - {{problem: Pain {MARK}, {inside}}}\n",
        ),
        (
            "    - id: choose\n      name: Choose a way\n",
            f"    - {{id: qwxsecret-buyer, name: Buyer {MARK}, actors: [planner], {inside}}}\n"
            "    - id: choose\n      name: Choose a way\n",
        ),
        (
            "  - id: closing\n",
            f"  - id: qwxsecret-stage\n    name: Stage {MARK}\n    goal: Goal {MARK}\n    serves: [notice]\n"
            f"    {inside}\n"
            "  - id: closing\n",
        ),
    )
    files[PROCESS] += (
        f"loops:\n  - {{from: closing, to: qwxsecret-stage, when: Again {MARK}}}\n"
        f"retired_ids: [{MARK}-old]\nrenamed_from: {{share-benchmark: {MARK}-before, prospecting: {MARK}-first}}\n"
    )
    files[f"process/{MARK}/process.yml"] = f"id: {MARK}\nname: Process {MARK}\nversion: 1.0.0\n{inside}\n"
    files["process/roles.yml"] = (
        _changed(
            files["process/roles.yml"],
            (
                "    level: experienced\n  - id: engineer\n",
                "    level: experienced\n    onboarding:\n"
                f"      - {{id: qwxsecret-item, title: Learn {MARK}, {inside}}}\n"
                f"      - {{id: open, title: Learn, read: [qwxsecret-term, {MARK}.md]}}\n  - id: engineer\n",
            ),
        )
        + f"  - {{id: qwxsecret-role, name: Role {MARK}, {inside}}}\n"
    )
    files["process/differentiators.yml"] = (
        _changed(
            files["process/differentiators.yml"],
            (
                "      - what: Study of 14 plants\n",
                f"      - {{what: Proof {MARK}, {inside}}}\n      - what: Study of 14 plants\n",
            ),
            ("    against: [gridplan]\n", "    against: [gridplan, qwxsecret-rival]\n"),
            ("competitors:\n", f"  - {{id: qwxsecret-claim, claim: Claim {MARK}, {inside}}}\ncompetitors:\n"),
        )
        + f"  - {{id: qwxsecret-rival, name: Rival {MARK}, {inside}}}\n"
    )
    files["process/glossary.yml"] += (
        f"    see: [qwxsecret-term]\n  - {{id: qwxsecret-term, term: Term {MARK}, definition: Is {MARK}, {inside}}}\n"
    )
    strategy = files["process/strategy.yml"].replace("We win where planners trust us.", MARK)
    files["process/strategy.yml"] = strategy.replace("Plants left us", MARK).replace("Only six people", MARK) + (
        f"financials:\n  - {{label: Turnover {MARK}, value: 4 M {MARK}}}\n"
    )
    files["process/metrics.yml"] = files["process/metrics.yml"].replace("Visits agreed", f"{MARK} agreed")
    files["process/segments.yml"] = files["process/segments.yml"].replace("Mid-size plants", f"Plants {MARK}")
    files["playbook/open.md"] = (
        "# Open\n\n[The sheet](assets/open.txt), [our page](qwxsecret.md), [the role](roles/qwxsecret-role.md), "
        "[what ends it](new-business/prospecting.md#exit-criterion-qwxsecret-exit), [figures](metrics.md), "
        "[closing](new-business/closing.md#exit), [one more][more], <a href='../qwxsecret/'>once more</a>.\n\n"
        "[more]: qwxsecret.md 'Page qwxsecret'\n\n"
        "[With `]` in code](qwxsecret.md), <a href=qwxsecret.html>unquoted</a>, "
        "[around [another](open.md)](qwxsecret.md)\n\n"
        '!!! note "In [a title](qwxsecret.md)"\n    And [below](qwxsecret.md\n    "Title")\n\n'
        "- Further\n\n      [than CommonMark](qwxsecret.md) likes\n\n<!-- See [us](qwxsecret.md). -->\n\n"
        'In the middle\n[odd]: <qwxsecret.md> "a "title""\nof a paragraph [it][odd] stands.\n\n'
        "```\nNever [closed](qwxsecret.md)\n"
    )
    files[f"playbook/{MARK}.md"] = f"---\naudience: [internal]\n---\n\n# Page {MARK}\n\nWords {MARK}.\n"
    files["playbook/assets/open.txt"] = "For all\n"
    files[f"playbook/{MARK}-other.markdown"] = f"---\naudience: internal\n---\n\n# Page {MARK}\n"
    files["playbook/other.mkd"] = f"# Other\n\n[Ours]({MARK}-other.markdown)\n"
    files[f"playbook/assets/{MARK}.txt"] = f"Only for us: {MARK}\n"
    files[f"playbook/assets/{MARK}-plan.txt"] = f"Mentioned by a page that goes: {MARK}\n"
    files[f"playbook/{MARK}.md"] += f"[Plan](assets/{MARK}-plan.txt)\n"
    files["mkdocs.yml"] = (
        "site_name: Plants\ndocs_dir: playbook\nuse_directory_urls: false\n"
        "repo_url: https://example.org/repository\nedit_uri: edit/main/playbook/\n"
        f"nav:\n  - Home: index.md\n  - ./open.md\n  - Inside {MARK}: ./{MARK}.md\n"
        f"  - Else: {MARK}-other.markdown\n  - '*'\n"
        "theme: {name: material, font: false, features: [content.action.edit]}\n"
        "plugins: [search, twolane]\nmarkdown_extensions: [admonition]\n"
    )
    return {name: text.encode() for name, text in files.items()}


def with_releases(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files after two releases, the older of which said something for the house alone that nobody says now."""
    now = files[PROCESS]
    goal = ("Plants know what a missed schedule costs them.", f"Plants know {MARK}.")
    sheet = ("url: /assets/open.txt", f"url: /assets/{MARK}-before.txt")
    before = _changed(now.decode(), ("version: 1.0.0", "version: 0.9.0"), goal, sheet).encode()
    files = {**files, f"playbook/assets/{MARK}-before.txt": f"The sheet of then: {MARK}\n".encode()}
    first = released({**files, PROCESS: before}, on=date(2026, 3, 1))
    return released({**first, PROCESS: now})


FILES = with_releases(marked())
WHOLE = playbook(FILES)
PARTNER = for_audience(WHOLE, "partner")


def roots(whole: Playbook) -> tuple[Element, ...]:
    lists = (whole.roles, whole.segments, whole.metrics, whole.differentiators, whole.competitors, whole.terms)
    return (whole.about, whole.strategy, *(each for found in (*lists, whole.processes) for each in found))


def inside(whole: Playbook) -> list[Element]:
    return [element for root in roots(whole) for element in elements(root)]


def holding(folder: Path) -> list[str]:
    """The files below a folder that hold the mark, or are called by it."""
    every = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        path.relative_to(folder).as_posix()
        for path in every
        if MARK in path.relative_to(folder).as_posix() or MARK.encode() in path.read_bytes()
    )


def read_links(file: Path) -> set[str]:
    """Where the links of a finished page lead."""
    return set(re.findall(r'<a href="([^"]*)"', file.read_text("utf-8")))


def test_the_marked_playbook_tries_every_element() -> None:
    """Each kind of element that can name its audiences does so in the playbook of these tests."""
    can = {each for root in roots(WHOLE) for each in element_types(type(root)) if "audience" in each.model_fields}
    names = {type(element) for element in inside(WHOLE) if getattr(element, "audience", ())}
    of_the_house = {type(element) for element in inside(WHOLE)} - {type(element) for element in inside(PARTNER)}
    assert can == names | {each for each in can if each in of_the_house}


@pytest.mark.parametrize(
    "command",
    [
        ("build", "--output", "out"),
        ("build", "--output", "out", "--compare", "new-business@0.9.0"),
        ("pages", "out"),
    ],
    ids=["build", "preview", "pages"],
)
def test_nothing_of_the_house_is_in_what_a_partner_gets(tmp_path: Path, command: tuple[str, ...]) -> None:
    """No file holds the mark, no name of a file does; what is for all is there."""
    write_playbook(tmp_path, FILES)
    answer = twolane(*command, "--audience", "partner", "--fail-on", "never", folder=tmp_path)
    assert answer.code == 0, answer.errors
    assert holding(tmp_path / "out") == []
    names = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")}
    assert "assets/open.txt" in names
    reference = ("reference/alignment", "reference/index", "reference/process")
    of_the_house = ("rules", "health", "strategy", "metrics", "versions", "feed", "changes", *reference)
    assert not {name for name in names if name.startswith(of_the_house) or name.endswith("/alignment.html")}
    assert not {name for name in names if "/versions" in name}
    open_page = next((tmp_path / "out").glob("open.*")).read_text("utf-8")
    words = "our page, the role, what ends it, figures, "
    assert words in open_page
    assert "one more, once more." in open_page
    assert re.search(r"With (`|<code>)\](`|</code>) in code, unquoted, around ", open_page)
    assert re.search(r"new-business/closing\.(html|md)#exit", open_page)
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.html"))
    assert "example.org/repository" not in text
    assert "process.yml" not in text


def test_a_page_whose_link_cannot_be_cut_is_not_written(tmp_path: Path) -> None:
    """`twolane pages` says which, and what to do; nothing is written."""
    page = b"# Open\n\n```[what opens no code][it]\n[^1]: [it]: qwxsecret.md\n"
    write_playbook(tmp_path, {**FILES, "playbook/open.md": page})
    answer = twolane("pages", "out", "--audience", "partner", "--fail-on", "never", folder=tmp_path)
    assert answer.code == 2
    assert (
        "The hand-written page open.md links to “qwxsecret.md”, which this audience does not get, in a way that cannot "
        "be taken out. Write the link as [words](address), or say in the page's front matter for whom it is. Nothing "
        "was written."
    ) in answer.errors
    assert not (tmp_path / "out").exists()


def test_nothing_of_the_house_is_in_the_one_file_of_a_partner(tmp_path: Path) -> None:
    """What is sent by e-mail holds the mark for the house alone; a process of the house is none for a partner."""
    write_playbook(tmp_path, FILES)
    wish = ("build", "--fail-on", "never", "--audience")
    partner = twolane(*wish, "partner", "--single-file", "new-business", folder=tmp_path)
    assert partner.code == 0, partner.errors
    assert MARK.encode() not in (tmp_path / "new-business.html").read_bytes()
    house = twolane(*wish, "internal", "--single-file", "new-business", folder=tmp_path)
    assert house.code == 0, house.errors
    assert MARK.encode() in (tmp_path / "new-business.html").read_bytes()
    refused = twolane(*wish, "partner", "--single-file", MARK, folder=tmp_path)
    assert (refused.code, (tmp_path / f"{MARK}.html").exists()) == (2, False)


def test_the_house_gets_everything(tmp_path: Path) -> None:
    """Without an audience, and for the first one, nothing is left out."""
    write_playbook(tmp_path, FILES)
    for audience in ((), ("--audience", "internal")):
        answer = twolane("build", *audience, "--fail-on", "never", folder=tmp_path)
        assert answer.code == 0, answer.errors
        held = holding(tmp_path / "site")
        assert {f"new-business/versions/{name}.html" for name in ("0.9.0", "0.9.0_to_1.0.0")} <= set(held)
        assert {f"assets/{MARK}.txt", f"{MARK}.html", "search/search_index.json", "strategy.html"} <= set(held)
        assert (tmp_path / "site/feed.xml").exists()
        assert "example.org/repository" in (tmp_path / "site/open.html").read_text()
        assert read_links(tmp_path / "site/open.html") >= {
            "qwxsecret.html",
            "roles/qwxsecret-role.html",
            "metrics.html",
        }


def test_references_to_what_is_left_out_are_left_out() -> None:
    """No reference leads nowhere, as in the whole playbook, where each leads somewhere."""
    for whole in (WHOLE, PARTNER):
        ids = {(element.KIND, getattr(element, "id", "")) for element in inside(whole)}
        lost = [
            (use.key, use.id)
            for element in inside(whole)
            for use in uses(element)
            if not any((kind, use.id) in ids for kind in use.kind.split(" or "))
        ]
        assert lost == []


def test_a_need_that_only_left_out_steps_deliver_goes_with_them() -> None:
    """Otherwise the pages would say that nobody delivers it."""
    whole = [need.id for need in WHOLE.processes[0].needs]
    assert whole == ["qwxsecret-need", "only-inside", "only-own", "benchmark", "demonstration"]
    assert [need.id for need in PARTNER.processes[0].needs] == ["benchmark", "demonstration"]


def test_what_steers_the_house_is_shown_to_whom_it_names() -> None:
    """A metric and a goal that name partners are there for them, the others are not; so is the story outside."""
    files = dict(FILES)
    for name, old in (("metrics", "  - id: meeting-rate\n"), ("strategy", "  - id: win-plants\n")):
        text = files[f"process/{name}.yml"].decode()
        files[f"process/{name}.yml"] = _changed(text, (old, f"{old}    audience: [partner]\n")).encode()
    shown = for_audience(playbook(files), "partner")
    assert [metric.id for metric in shown.metrics] == ["meeting-rate"]
    assert [goal.id for goal in shown.strategy.goals] == ["win-plants"]
    assert shown.strategy.goals[0].metric is None
    assert shown.strategy.story.external
    assert not shown.strategy.story.internal
    assert for_audience(playbook(files), "buyer").metrics == ()


def test_gates_and_internal_steps_are_shown_to_whom_they_name() -> None:
    """The house alone sees a gate or an internal step, unless it names others; one for the buyer is for everybody."""
    files = dict(FILES)
    added = (
        "    exit:\n      - id: way-chosen\n",
        "      - {id: price-release, name: Release the price, kind: gate}\n"
        "      - {id: joint-offer, name: Agree on who offers what, kind: internal, audience: [internal, partner]}\n"
        "      - {id: go-through, name: Go through the offer, kind: work}\n"
        "    exit:\n      - id: way-chosen\n",
    )
    files[PROCESS] = _changed(files[PROCESS].decode(), added).encode()

    def seen(audience: str) -> list[str]:
        stage = for_audience(playbook(files), audience).processes[0].stage("closing")
        return [step.id for step in stage.steps] if stage else []

    assert seen("internal") == ["demonstrate", "price-release", "joint-offer", "go-through"]
    assert seen("partner") == ["demonstrate", "joint-offer", "go-through"]
    assert seen("buyer") == ["demonstrate", "go-through"]


def test_every_link_of_a_cut_site_leads_somewhere(tmp_path: Path) -> None:
    """Pages that are left out are named without a link, if at all."""
    found, folder = checked(FILES), write_playbook(tmp_path, FILES) / "playbook"
    made = {page.path: page for page in build_pages(found, replace(SETTINGS, audience="buyer", pages=folder))}
    beside = {file.path for page in made.values() for file in page.files}
    there = {f"{path}.html" for path in made} | {"open.html", "assets/open.txt"} | beside
    for path, page in made.items():
        targets = (href.partition("#")[0] for href in read(page.body).hrefs if "//" not in href)
        wrong = [each for each in targets if each and posixpath.normpath(posixpath.join(path, "..", each)) not in there]
        assert wrong == [], path


def test_an_unknown_audience_stops_a_build(tmp_path: Path) -> None:
    """A site for nobody known could show too much; the command names the near one."""
    write_playbook(tmp_path, FILES)
    answer = twolane("build", "--audience", "partners", "--fail-on", "never", folder=tmp_path)
    assert answer.code == 2
    assert "No audience is called “partners”" in answer.errors
    assert "Did you mean partner?" in answer.errors
    with pytest.raises(UnknownAudience):
        build_pages(checked(FILES), replace(SETTINGS, audience="partners"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("# Page\n\naudience: [internal]\n", ()),
        ("---\ntitle: Page\n---\n# Page\n", ()),
        ("---\naudience: internal\n---\n# Page\n", ("internal",)),
        ("---\r\naudience: [a, b]\r\n---\r\n# Page\r\n", ("a", "b")),
        ("---\naudience:\n  - a\n...\n# Page\n", ("a",)),
        ("audience: internal\ntitle: Page\n\n# Page\n", ("internal",)),
        ("---\naudience: {a: b}\n---\n# Page\n", ("",)),
    ],
)
def test_front_matter_names_audiences(text: str, named: tuple[str, ...]) -> None:
    """Alone or in a list; what cannot be read is for nobody but the house."""
    assert audiences_of(text) == named


def test_buyers_do_not_see_how_we_sell_to_them() -> None:
    """What says no audience is shown to partners; buyers see no answers, rivals, signs, proof or next moves of ours."""
    files = {name: data.decode() for name, data in base_files().items()}
    files["process/playbook.yml"] += "audiences: [internal, partner, buyer]\n"
    files["process/differentiators.yml"] += (
        "competitors:\n  - {id: gridplan, name: Gridplan, limitations: [Nobody comes], verified: 2026-09-01}\n"
    )
    files[PROCESS] = _changed(
        files[PROCESS],
        ("        autonomy: guided\n", "        autonomy: guided\n        how: Call first.\n        tools: [phone]\n"),
        ("    metrics: [meeting-rate]\n", "    metrics: [meeting-rate]\n    questions: [Who else is hit?]\n"),
        (
            "    objections:\n",
            "    objections:\n      - {says: Too dear, answer: See the list of prices, audience: [internal, buyer]}\n",
        ),
    )
    ours = (
        "They live with it. Close politely.",
        "Come back next quarter.",
        "Accepted invitation with the plant manager on it",
        "They do not know yet",
        "Ask who can change it when its author is on leave.",
        "Gridplan",
        "Call first.",
        "Who else is hit?",
    )
    shown = {
        who: _text_of_site({name: text.encode() for name, text in files.items()}, who) for who in ("partner", "buyer")
    }
    assert [each for each in ours if each not in shown["partner"]] == []
    assert [each for each in ours if each in shown["buyer"]] == []
    assert "See the list of prices" in shown["buyer"]
    assert "Not said yet" not in shown["buyer"]
    assert "Is this worth solving now?" in shown["buyer"]


def _text_of_site(files: dict[str, bytes], audience: str) -> str:
    """All pages, search texts and files of a site for an audience, as one text."""
    made = site_of(for_audience(playbook(files), audience), audience=audience).values()
    found = [page.body for page in made]
    found += [entry.text for page in made for entry in page.search]
    found += [file.text for page in made for file in page.files]
    return html.unescape(" ".join(found))
