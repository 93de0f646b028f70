"""Versions on the site: releases with what they changed, two compared, old ones, marks, and old addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.support.histories import LEDGER, PROCESS, VERSIONS, Version, changed, with_history
from tests.support.playbooks import base_files, playbook
from tests.support.sites import OnDemand, Read, read, site, site_of
from twolane.links.finished_page import Page
from twolane.model.audiences import for_audience
from twolane.site.markdown_file import file_text

HISTORY = with_history()
SITE = OnDemand(lambda: site(HISTORY))
IN_WORK = changed(HISTORY, PROCESS, {"buyer: Names who signs": "buyer: Names who signs, and by when"})
SOON = OnDemand(lambda: site(IN_WORK))


def seen(path: str, pages: Mapping[str, Page] = SITE) -> Read:
    return read(pages[path].body)


def versions(pages: Mapping[str, Page]) -> list[str]:
    """The names of the pages below a process's page of versions."""
    return [path.removeprefix("new-business/versions/") for path in pages if path.startswith("new-business/versions/")]


def test_every_release_is_told_newest_first() -> None:
    """With version, date, level, summary, its changes in sentences, and who must read again."""
    text = seen("new-business/versions").text
    titles = ["Version 2.0.0, 1 October 2026, major", "Version 1.1.1, 15 June 2026, patch"]
    titles += ["Version 1.1.0, 1 June 2026, minor", "Version 1.0.0, 1 March 2026"]
    assert [heading.title for heading in SITE["new-business/versions"].headings][:4] == titles
    assert "The buyer names who signs." in text
    assert "A deal now needs “Names who signs” before it leaves the stage “Decision”." in text
    assert "now it also needs “Names who signs”" in text
    assert "Must read again: Sales representative, Sales director" in text
    assert "The first release: from here on, every change is told." in text
    hrefs = seen("new-business/versions").hrefs
    assert {"../roles/rep.html", "decision.html#criterion-signer-named", "versions/1.1.1_to_2.0.0.html"} <= set(hrefs)


def test_a_summary_that_repeats_the_changes_is_left_out() -> None:
    """Where nobody has put it into other words, each change is told once."""
    said = "What the buyer does before a deal leaves the stage “Prospecting” is worded differently: “Accepts a visit”."
    unedited = tuple(replace(each, summary=said) if each.number == "1.1.1" else each for each in VERSIONS)
    text = seen("new-business/versions", site(with_history(*unedited))).text
    assert text.count("is worded differently: “Accepts a visit”") == 1
    assert "A question for the first call." in text


def test_a_process_without_releases_says_what_to_do() -> None:
    """In words, with the command."""
    pages = site(base_files())
    text = seen("new-business/versions", pages).text
    assert "No version of this process has been released yet." in text
    assert "run twolane release new-business and commit what it writes" in text
    assert versions(pages) == []
    assert "New business: no release yet" in seen("versions", pages).text
    assert pages["versions"].files == ()


def test_what_is_not_released_yet_is_told_first() -> None:
    """Where the pages say something else than the newest release, which can then be read beside them."""
    headings = [heading.title for heading in SOON["new-business/versions"].headings]
    assert headings[:2] == ["Not released yet", "Version 2.0.0, 1 October 2026, major"]
    assert "Shown on the pages of this site" not in seen("new-business/versions", SOON).text
    banner = seen("new-business/versions/2.0.0", SOON).text
    assert "This is version 2.0.0 of 1 October 2026, the latest that was released." in banner
    assert "1.0.0_to_now" in versions(SOON)


def test_any_two_kept_versions_are_compared() -> None:
    """Each older one with each newer one; what the pages show counts where no release holds it."""
    pairs = ["1.1.1_to_2.0.0", "1.1.0_to_2.0.0", "1.1.0_to_1.1.1", "1.0.0_to_2.0.0", "1.0.0_to_1.1.1", "1.0.0_to_1.1.0"]
    assert [name for name in versions(SITE) if "_to_" in name] == pairs
    assert len([name for name in versions(SOON) if "_to_" in name]) == 10


@pytest.mark.parametrize(
    ("most", "old", "pairs"),
    [(0, [], 0), (1, [], 0), (2, ["1.1.1"], 1), (3, ["1.1.1", "1.1.0"], 3), (20, ["1.1.1", "1.1.0", "1.0.0"], 6)],
)
def test_the_site_keeps_as_many_releases_as_it_shall(most: int, old: list[str], pairs: int) -> None:
    """The newest ones; the others are told, and lead nowhere."""
    pages = site(HISTORY, compare_releases=most)
    found = versions(pages)
    assert [name for name in found if "_to_" not in name] == old
    assert len([name for name in found if "_to_" in name]) == pairs
    assert "Version 1.0.0, 1 March 2026" in seen("new-business/versions", pages).text


def test_two_versions_side_by_side() -> None:
    """What changed by stage, old and new words marked, the other versions to choose, and the diagram."""
    page = SITE["new-business/versions/1.0.0_to_2.0.0"]
    found = read(page.body)
    assert "5 changes from 1.0.0 to 2.0.0: together a major step." in found.text
    assert [heading.title for heading in page.headings] == ["Prospecting", "Decision"]
    assert "added: </span>Accepts</ins> a visit" in page.body
    assert {"1.1.0_to_2.0.0.html", "1.0.0_to_1.1.0.html", "../versions.html"} <= set(found.hrefs)
    assert page.diagrams
    assert "flowchart" in page.body


@pytest.mark.parametrize(
    ("was", "now", "titles"),
    [
        ("name: New business", "name: New plants", ["Decision", "The process as a whole"]),
        ("owner: sales-director", "owner: rep", ["The process as a whole", "Decision"]),
    ],
)
def test_the_process_as_a_whole_comes_first_unless_it_is_only_worded(was: str, now: str, titles: list[str]) -> None:
    """What is no more than wording keeps nobody from what matters."""
    pages = site(changed(IN_WORK, PROCESS, {was: now}))
    assert [heading.title for heading in pages["new-business/versions/2.0.0_to_now"].headings] == titles


def test_names_in_a_sentence_stand_letter_for_letter() -> None:
    """No sign of one name makes, with a sign of another, bold words or a link of a sentence; ids are code in it."""
    said = (
        "What the buyer does before a deal leaves the stage “Decision 2*3 [x” means something else now: "
        "“Names who signs” → “Signs *5](y)” (a figure is new: 5)."
    )
    files = changed(HISTORY, PROCESS, {"name: Decision": "name: Decision 2*3 [x", "Names who signs": "Signs *5](y)"})
    page = seen("new-business/versions", site(files))
    assert said in page.text
    assert "(it was closing)" in page.text


def test_words_that_went_are_marked_too() -> None:
    """Between the two releases that both have them."""
    body = SITE["new-business/versions/1.1.1_to_2.0.0"].body
    gone, came = '<del><span class="tl-sr">removed: </span>affected</del>', "added: </span>hurt</ins>?"
    assert f'Who else is {gone} <ins><span class="tl-sr">{came}' in body


def test_an_old_version_can_be_read() -> None:
    """Both lines, stages with criteria, steps, questions and objections, marked as old, with the way to what holds."""
    page = SITE["new-business/versions/1.0.0"]
    found = read(page.body)
    assert "This is version 1.0.0 of 1 March 2026, as it was released. It does not hold any more." in found.text
    assert {"../index.html", "1.0.0_to_2.0.0.html", "../versions.html", "#stage-closing"} <= set(found.hrefs)
    assert '<svg class="tl-lines' in page.body
    for words in ("Closing", "Agrees to a visit", "Responsible: Sales engineer", "We have a spreadsheet for that"):
        assert words in found.text, words
    assert 'type="checkbox"' not in page.body


def test_an_old_version_says_which_steps_were_required() -> None:
    """As it says of criteria which were optional."""
    step = "        name: Demonstrate with their orders\n"
    asked = site(with_history(files=changed(base_files(), PROCESS, {step: f"{step}        required: true\n"})))
    words = "Demonstrate with their orders (weeks 5–6)"
    assert f"{words} required" in seen("new-business/versions/1.0.0", asked).text
    assert f"{words} required" not in seen("new-business/versions/1.0.0").text


def test_an_old_version_calls_both_sides_as_the_playbook_does() -> None:
    """A release does not freeze what the lanes are called."""
    lanes = b"lanes:\n  buyer: The plant\n  seller: Our house\n"
    pages = site(HISTORY | {"process/playbook.yml": HISTORY["process/playbook.yml"] + lanes})
    drawn = [text for style, text in seen("new-business/versions/1.0.0", pages).texts if style.startswith("tl-lane ")]
    assert set(drawn) == {"The plant", "Our house"}


def test_links_of_an_old_version_stay_on_it() -> None:
    """But for the ways to what holds now, all of its own anchors, which are there."""
    found = seen("new-business/versions/1.0.0")
    inner = {href for href in found.hrefs if href.startswith("#")}
    assert inner
    assert {href.removeprefix("#") for href in inner} <= set(found.ids)


def test_old_pages_are_out_of_search_and_for_no_search_engine() -> None:
    """Old versions, comparisons and old addresses; the page of versions itself can be found."""
    hidden = {path for path, page in SITE.items() if not page.indexed}
    assert hidden == {f"new-business/versions/{name}" for name in versions(SITE)} | {"new-business/closing"}
    assert all(SITE[path].search == () and not SITE[path].listed for path in hidden)
    assert SITE["new-business/versions"].search


def test_a_stage_says_what_the_newest_release_changed_and_where() -> None:
    """At the step and the criterion, at the head of a list without ids, and in one list above."""
    body = SITE["new-business/decision"].body
    at_step = re.search(r'id="step-demonstrate".*?<summary>(.*?)</summary>\s*<p>(.*?)</p>', body, re.DOTALL)
    assert at_step
    assert at_step[1] == "changed in 2.0.0"
    assert "(before: Sales engineer)" in at_step[2]
    assert re.search(r'<li id="criterion-signer-named">.*?<summary>new in 2.0.0</summary>', body, re.DOTALL)
    assert "Changed on this page in 2.0.0: 3 changes" in body
    questions = SITE["new-business/prospecting"].body.partition('id="questions"')[2]
    assert "<summary>changed in 2.0.0</summary>" in questions.partition("<ul>")[0]


def test_marks_last_for_the_newest_release() -> None:
    """What an older release changed is not marked any more."""
    assert "Accepts</ins>" not in SITE["new-business/prospecting"].body
    assert "Accepts</ins>" in site(with_history(*VERSIONS[:3]))["new-business/prospecting"].body


def test_marks_are_no_text_of_a_page() -> None:
    """Neither search nor the signs by which onboarding opens again see them: the release itself is no change."""
    without = site({**HISTORY, LEDGER: b"releases: []\n"})
    for path in ("new-business/decision", "new-business/prospecting", "roles/rep"):
        assert SITE[path].search == without[path].search, path


def test_a_term_is_explained_in_the_text_not_in_a_mark() -> None:
    """A mark is folded, and its words would be the first on the page."""
    asked = {"questions: [Who else is affected?]": "questions: [What does a change-over time cost?]"}
    second = replace(VERSIONS[1], changes={old: asked_in(new, asked) for old, new in VERSIONS[1].changes.items()})
    body = site(with_history(VERSIONS[0], second))["new-business/prospecting"].body
    mark = re.search('<details class="tl-edited".*?</details>', body, re.DOTALL)
    assert mark
    assert "change-over time" in mark[0]
    assert "tl-term" not in mark[0]
    assert '<li>What does a <a class="tl-term"' in body


def asked_in(text: str, asked: dict[str, str]) -> str:
    """The text with another question."""
    return next(text.replace(old, new) for old, new in asked.items())


def test_other_engines_leave_old_pages_out_of_search() -> None:
    """By the front matter of the Markdown files."""
    old, now = (file_text(SITE[path]).split("---")[1] for path in ("new-business/versions/1.0.0", "new-business/index"))
    assert "search: {exclude: true}" in old
    assert "search" not in now


def test_a_role_sees_what_changed_for_it() -> None:
    """The newest release first, with the changes that concern it alone."""
    text = seen("roles/rep").text
    assert text.index("New business: Version 2.0.0, 1 October 2026") < text.index("Version 1.1.0, 1 June 2026")
    assert "A deal now needs “Names who signs”" in text
    assert "Version 1.1.1" not in text
    reworded = site(with_history(VERSIONS[0], VERSIONS[2]))
    assert "Nothing in the latest releases concerns this role." in seen("roles/rep", reworded).text
    assert "What changed for me" not in seen("roles/planner").text
    assert "What changed for me" not in seen("roles/rep", site(base_files())).text


def test_what_all_processes_share_is_told_to_a_role_once() -> None:
    """A role's new mission is a change of each process that it takes part in."""
    mission = {
        "process/roles.yml": {
            "    name: Sales representative\n": "    name: Sales representative\n    mission: Call.\n"
        }
    }
    pages = site(with_history(VERSIONS[0], Version("1.1.0", "2026-05-01", shared=mission)))
    assert seen("roles/rep", pages).text.count("now has a mission") == 1


@pytest.mark.parametrize("level", ["", "minor"])
def test_the_level_is_that_of_the_ledger_else_of_the_changes(level: str) -> None:
    """A ledger may leave it out."""
    versions = (VERSIONS[0], replace(VERSIONS[1], level=level))
    heading = site(with_history(*versions))["new-business/versions"].headings[0]
    assert heading.title == "Version 1.1.0, 1 June 2026, minor"


def test_a_copy_that_is_missing_or_broken_is_said() -> None:
    """Its release is told all the same, and nothing is guessed about what changed."""
    name = "process/new-business/releases/1.1.1.yml"
    for files in ({key: data for key, data in HISTORY.items() if key != name}, {**HISTORY, name: b"[\n"}):
        pages = site(files)
        text = seen("new-business/versions", pages).text
        assert text.count("What changed cannot be told") == 2
        assert "Version 1.1.1, 15 June 2026 patch" in text
        assert "new-business/versions/1.1.1" not in pages
        assert "new-business/versions/1.0.0_to_2.0.0" in pages


def test_a_release_in_which_nothing_changed() -> None:
    """Says so."""
    pages = site(with_history(VERSIONS[0], Version("1.0.1", "2026-04-01")))
    assert "Nothing in the definition changed." in seen("new-business/versions", pages).text


def test_a_renamed_stage_keeps_its_old_address() -> None:
    """A small page there leads on, also after the release in which `renamed_from` is gone."""
    page = SITE["new-business/closing"]
    assert (page.title, page.leads_to) == ("Decision has moved", "new-business/decision")
    assert read(page.body).hrefs == ["decision.html"]
    later = changed(HISTORY, PROCESS, {"renamed_from: {decision: closing}\n": "", "version: 2.0.0": "version: 2.0.1"})
    assert site(later)["new-business/closing"].leads_to == "new-business/decision"


def test_what_was_renamed_keeps_its_old_place_on_its_page() -> None:
    """A criterion, a step, a need, a step of the buyer, what holds for all; a name in use stays with its owner."""
    ids = ("in-segment", "share-benchmark", "benchmark", "notice", "meeting-agreed")
    renamed = ", ".join(f"{id}: old-{id}" for id in ids)
    files = changed(
        base_files(), PROCESS, {"stages:\n": f"renamed_from: {{{renamed}, way-chosen: in-segment}}\nstages:\n"}
    )
    settings = files["process/playbook.yml"].decode()
    files["process/playbook.yml"] = f"{settings}renamed_from: {{meeting-rate: calls}}\n".encode()
    pages = site(files)
    stage, journey = (
        read(pages["new-business/prospecting"].body).ids,
        read(pages["new-business/buyer-journey"].body).ids,
    )
    assert {"criterion-old-in-segment", "criterion-old-meeting-agreed", "step-old-share-benchmark"} <= set(stage)
    assert {"need-old-benchmark", "buyer-step-old-notice"} <= set(journey)
    assert "metric-calls" in read(pages["metrics"].body).ids
    assert stage.count("criterion-in-segment") == 1
    assert pages["new-business/prospecting"].headings == site(base_files())["new-business/prospecting"].headings


def test_an_old_address_that_is_in_use_again_stays_with_its_new_owner() -> None:
    """No page leads away from a stage that exists."""
    stage = "  - id: closing\n    name: Signing\n    goal: Signed.\n    serves: [choose]\n"
    text = IN_WORK[PROCESS].decode() + stage
    pages = site({**IN_WORK, PROCESS: text.encode()})
    assert (pages["new-business/closing"].title, pages["new-business/closing"].leads_to) == ("Signing", "")


def test_a_renamed_role_and_process_keep_their_old_addresses() -> None:
    """`renamed_from` in playbook.yml names both; of a process, every page."""
    files = base_files()
    title = files["process/playbook.yml"].decode()
    renamed = f"{title}renamed_from: {{rep: seller, new-business: winning}}\n".encode()
    pages = site({**files, "process/playbook.yml": renamed})
    moved = {path: page.leads_to for path, page in pages.items() if page.leads_to}
    assert moved == {
        "roles/seller": "roles/rep",
        "start/seller": "start/rep",
        **{f"winning/{page}": f"new-business/{page}" for page in ("index", "prospecting", "closing")},
        **{f"winning/{page}": f"new-business/{page}" for page in ("buyer-journey", "where-is-my-buyer", "action-plan")},
        **{f"winning/{page}": f"new-business/{page}" for page in ("raci", "on-one-page", "alignment", "print")},
        "winning/versions": "new-business/versions",
    }


def test_other_audiences_see_no_versions() -> None:
    """No page, feed, mark or old name; the house, by its name too, sees all."""
    named = changed(HISTORY, "process/playbook.yml", {"title:": "audiences: [internal, partner]\ntitle:"})
    whole = playbook(named)
    pages = site_of(for_audience(whole, "partner"))
    assert [path for path in pages if "version" in path or path.endswith("closing")] == []
    assert not any(page.files for page in pages.values() if any(each.path == "feed.xml" for each in page.files))
    for path, page in pages.items():
        for words in ("changed in", "tl-edit", "versions", "What changed for me"):
            assert words not in page.body, (path, words)
    assert set(site_of(for_audience(whole, "internal"))) == set(SITE)
