"""A preview marks what a proposal changes: a page of all of it, banners on the pages, old and new words in place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tests.pages.hostile import STRINGS
from tests.support.histories import PROCESS, changed, with_history
from tests.support.playbooks import base_files, playbook
from tests.support.sites import SETTINGS, OnDemand, Read, one_line, read, without_tips
from twolane.build import contents_of
from twolane.changes.change import Comparison
from twolane.changes.compared_pages import page_changes
from twolane.changes.comparison import compare
from twolane.changes.page_texts import PageText
from twolane.changes.readers import Readers
from twolane.changes.told_pages import PageBench
from twolane.history.page_changes import PageChange
from twolane.judgement.change_verdict import verdict
from twolane.judgement.to_do import decisions
from twolane.links.finished_page import Page
from twolane.model.audiences import for_audience
from twolane.pages.assembling import pages
from twolane.parts.process_history import Preview
from twolane.source import Place

OLD = with_history()
CHANGES = {
    "buyer: Names who signs": "buyer: Names who signs, and by when",
    "objective: Pick a way that lasts.": "objective: Pick a way that lasts ten years.",
    "answer: Ask who can change it when its author is on leave.": "answer: Ask who changes it.",
}
CRITERION = "        evidence: E-mail with the name\n"
ONE_MORE = "      - id: budget-named\n        buyer: Names the budget\n        evidence: A line in the budget\n"
NEW = changed(OLD, PROCESS, CHANGES)
NEW = changed(NEW, "process/metrics.yml", {"target: 35": "target: 40"})


def previewed(old: dict[str, bytes] = OLD, new: dict[str, bytes] = NEW) -> dict[str, Page]:
    """The site of ``new`` that marks what is different from ``old``."""
    comparison = replace(compare(playbook(old), playbook(new)), old_label="main", new_label="your working copy")
    return made(new, comparison)


def made(files: dict[str, bytes], comparison: Comparison, *by_hand: PageChange) -> dict[str, Page]:
    contents = contents_of(playbook(files), SETTINGS, Preview(comparison, by_hand))
    return {page.path: page for page in pages(contents, (), SETTINGS)}


SITE = OnDemand(previewed)


MOVED = "new-business/closing"
"""Where the stage “Decision” was."""


def seen(path: str) -> Read:
    return read(SITE[path].body)


def test_one_page_tells_everything_by_page() -> None:
    """Against what, the version that each process needs, who must read it, and each page with its changes."""
    page = SITE["changes"]
    text = seen("changes").text
    assert "It shows your working copy, and marks what is different from main." in text
    comparison = compare(playbook(OLD), playbook(NEW))
    assert verdict(comparison) in text
    assert all(each in text for each in decisions(comparison))
    assert "New business needs version" in text
    (of_pages,) = (each for each in page.headings if each.title == "Pages that change")
    titles = [heading.title for heading in of_pages.children]
    in_process = [f"New business: {name}" for name in ("Decision", "Prospecting", "the buyer journey")]
    assert sorted(titles) == ["Metrics", *in_process]
    hrefs = {"metrics.html", "new-business/decision.html", "new-business/buyer-journey.html#buyer-step-choose"}
    assert hrefs <= set(seen("changes").hrefs)
    assert 'Names who signs<ins><span class="tl-sr">added: </span>, and by when</ins>' in page.body.replace(
        "</ins> ", "</ins>"
    )


def test_each_changed_page_has_a_banner_and_no_other_has() -> None:
    """The banner says how much is different there, with the words, and leads to the whole."""
    with_banner = {path for path, page in SITE.items() if "tl-banner" in page.body}
    changed_pages = {"new-business/decision", "new-business/prospecting", "new-business/buyer-journey", "metrics"}
    assert with_banner - {"print", "new-business/print"} == changed_pages
    assert "This page is different in this preview: 1 change." in seen("metrics").text
    assert "../changes.html" in seen("new-business/decision").hrefs


def test_every_page_of_a_process_says_how_much_changes_in_it() -> None:
    """Discreetly, with the way to the list; the plan, which buyers are handed, and other processes say nothing."""
    with_mark = {path for path, page in SITE.items() if "tl-in-preview" in page.body}
    of_process = {path for path in SITE if path.startswith("new-business/") and "/versions/" not in path}
    assert with_mark - {"print"} == of_process - {"new-business/action-plan", MOVED}
    page = seen("new-business/where-is-my-buyer")
    assert "This process, in this preview: changed: 4 things" in page.text
    assert "../changes.html#process-new-business" in page.hrefs
    assert "process-new-business" in seen("changes").ids


def test_what_breaks_and_what_was_accepted() -> None:
    """The list says the verdict, whom it hurts and who accepted what; a break keeps its level, and pages count it."""
    new = changed(OLD, PROCESS, {CRITERION: CRITERION + ONE_MORE})
    found = compare(playbook(OLD), playbook(new))
    (broken,) = (each for each in found.changes if each.breaks)
    site = made(new, found)
    assert "Not safe as it is: 1 change breaks something." in read(site["changes"].body).text
    assert "changed: 1 thing, 1 breaks" in read(site["new-business/index"].body).text
    assert site["changes"].diagrams
    accepted = replace(broken, approved="Agreed with all", approved_by="rep", approved_until=date(2027, 1, 31))
    page = made(new, replace(found, changes=(accepted,)))["changes"]
    text = read(page.body).text
    assert "1 change breaks something; it was accepted." in text
    assert "Accepted by Sales representative until 31 January 2027: Agreed with all" in text
    assert "Accepted major A deal now needs" in text
    assert "changed: 1 thing, 1 breaks" not in text


def test_a_part_that_could_not_be_read_is_never_safe() -> None:
    """The list says that it is not known, even where nothing else changed."""
    body = made(OLD, replace(compare(playbook(OLD), playbook(OLD)), incomplete=True))["changes"].body
    assert "Not known: a part could not be read" in read(body).text
    assert "tl-verdict--watch" in body


def test_a_role_sees_first_what_the_proposal_changes_for_it() -> None:
    """On its page, before the releases; the page of all changes leads there."""
    text = seen("roles/rep").text.partition("What changed for me")[2]
    assert text.strip().startswith("This proposal: what is different from main")
    assert text.index("The target of “Meeting rate” is 40 now") < text.index("Version 2.0.0, 1 October 2026")
    assert "roles/rep.html#what-changed" in seen("changes").hrefs
    assert "This proposal" not in read(previewed(OLD, OLD)["roles/rep"].body).text


def test_old_and_new_words_stand_in_place() -> None:
    """Open, so that they are seen without a click; marks of the newest release would be in the way."""
    body = SITE["new-business/decision"].body
    assert '<details class="tl-edited" data-search="no" open>' in body.partition('id="criterion-signer-named"')[2]
    assert "changed in 2.0.0" not in body
    assert "ten years</ins>" in SITE["new-business/buyer-journey"].body.partition('id="buyer-step-choose"')[2]


def test_a_proposal_without_changes_says_so() -> None:
    """As after a change of pages written by hand."""
    site = previewed(OLD, OLD)
    assert "Nothing that the playbook defines is different from main." in read(site["changes"].body).text
    assert not any("tl-banner" in page.body for page in site.values())


def test_pages_written_by_hand_are_told_paragraph_by_paragraph() -> None:
    """A changed one with its old and new words, a new one, and one that is gone, which has no link."""
    files = {**OLD, "playbook/welcome.md": b"# Welcome\n", "playbook/new.md": b"# New\n"}
    site = made(
        files,
        compare(playbook(files), playbook(files)),
        PageChange("gone.md", "# Gone", None),
        PageChange("new.md", None, "# New <b>"),
        PageChange(
            "welcome.md", "# Welcome\n\nStay the same.\n\nCome at nine.", "# Welcome\n\nStay the same.\n\nCome at ten."
        ),
    )
    body = site["changes"].body
    found = read(body)
    assert "gone.md gone" in found.text
    assert {"welcome.html", "new.html"} <= set(found.hrefs)
    assert "gone.html" not in found.hrefs
    came = '<ins><span class="tl-sr">added: </span>ten</ins>.</p>'
    assert f'<p class="tl-wording">Come at <del><span class="tl-sr">removed: </span>nine</del> {came}' in body
    assert "Stay the same" not in body
    assert "New &lt;b&gt;" not in body


def test_pages_written_by_hand_are_told_once() -> None:
    """What the comparison says of them stands there with all their words, and not once more as what no page shows."""
    old, new = ("# Welcome\n\nCome at 9:00.", "# Welcome\n\nCome at 10:00.")
    roles = Readers(playbook(OLD))
    pages = ([PageText("welcome.md", "playbook/welcome.md", text)] for text in (old, new))
    (changed_page,) = page_changes(*pages, PageBench(roles, roles, Place("process/playbook.yml")))
    comparison = replace(compare(playbook(OLD), playbook(OLD)), changes=(changed_page,))
    body = made(OLD, comparison, PageChange("welcome.md", old, new))["changes"].body
    assert body.count("9:00") == 1
    assert changed_page.sentence not in read(body).text
    assert "On no page" not in read(body).text


def test_of_a_list_written_by_hand_only_the_items_that_differ_are_told() -> None:
    """An item may go over several lines, and stand directly below other text."""
    old = "Bring:\n1. A pen.\n2. A ruler of\n   30 centimetres.\n\n- Nothing else."
    change = PageChange("list.md", old, old.replace("30", "40"))
    body = made(OLD, compare(playbook(OLD), playbook(OLD)), change)["changes"].body
    gone, came = '<del><span class="tl-sr">removed: </span>30</del>', '<ins><span class="tl-sr">added: </span>40</ins>'
    assert f"2. A ruler of {gone} {came} centimetres." in " ".join(body.split())
    assert "A pen" not in body
    assert "Nothing else" not in body


def test_what_the_playbook_says_of_itself_stands_at_home() -> None:
    """Its title, for one."""
    site = previewed(OLD, changed(OLD, "process/playbook.yml", {"title: Base playbook": "title: Another name"}))
    assert "tl-banner" in site["index"].body
    assert "index.html" in read(site["changes"].body).hrefs


def test_long_pages_are_cut() -> None:
    """After thirty paragraphs the rest is counted."""
    text = "\n\n".join(f"Paragraph {number}." for number in range(40))
    body = made(OLD, compare(playbook(OLD), playbook(OLD)), PageChange("long.md", "Short.", text))["changes"].body
    assert body.count("tl-wording") == 30
    assert "10 further paragraphs differ." in body


def test_what_is_gone_stands_on_the_page_around_it() -> None:
    """A stage on the page of its process, a role nowhere; what could not be read is said."""
    text = OLD[PROCESS].decode()
    without = text[: text.index("  - id: decision")].replace("renamed_from: {decision: closing}\n", "").encode()
    comparison = replace(compare(playbook(OLD), playbook({**OLD, PROCESS: without})), notes=("A part was lost.",))
    site = made({**OLD, PROCESS: without}, comparison)
    assert "The stage “Decision” is gone." in read(site["new-business/index"].body).text
    assert "A part was lost." in read(site["changes"].body).text


def test_every_change_of_a_whole_playbook_has_its_place() -> None:
    """From nothing to everything, no link of the page of changes leads nowhere."""
    small = {
        "process/playbook.yml": b"title: Small\n",
        "process/sell/process.yml": b"id: sell\nname: S\nversion: 1.0.0\n",
    }
    for old, new in ((small, base_files()), (base_files(), small)):
        site = previewed(old, new)
        ids = {path: {"start", *read(page.body).ids} for path, page in site.items()}
        for href in read(site["changes"].body).hrefs:
            path, _, anchor = href.partition("#")
            assert path.removesuffix(".html") in ids, href
            assert not anchor or anchor in ids[path.removesuffix(".html") or "changes"], href


def test_no_other_audience_sees_a_preview() -> None:
    """It would tell what only the house may know."""
    named = changed(NEW, "process/playbook.yml", {"title:": "audiences: [internal, partner]\ntitle:"})
    whole = playbook(named)
    comparison = compare(playbook(OLD), whole)
    assert comparison.changes
    cut = {page.path: page for page in pages(contents_of(for_audience(whole, "partner"), SETTINGS), (), SETTINGS)}
    assert "changes" not in cut
    assert not any("tl-banner" in page.body for page in cut.values())


def test_changes_are_shown_letter_for_letter() -> None:
    """Whatever wordings, reasons and notes say, nothing of it is a tag or an attribute but what Markdown makes."""
    harmless, hostile = (previewed_with([text] * 2 if text == "Zqx" else list(STRINGS)) for text in ("Zqx", "all"))
    made_by_markdown = {"em", "strong", "code", "a", "br", "ul", "li", "ol", "hr", "pre", "blockquote", "img"}
    for path in ("changes", "new-business/decision"):
        found = read(without_tips(hostile[path].body))
        usual = {tag for tag, _ in read(without_tips(harmless[path].body)).tags}
        assert {tag for tag, _ in found.tags} <= usual | made_by_markdown | {"del", "ins"}, path
        for _, attributes in found.tags:
            assert not [name for name in attributes if name.startswith("on")], path
            assert not attributes.get("href", "").startswith(("javascript", "data")), path
        for text in STRINGS:
            assert one_line(text) in found.text or not is_plain(text), (path, text)


def previewed_with(texts: list[str]) -> dict[str, Page]:
    """The preview of a proposal with a change for each of the texts, which all of its words are."""
    comparison = compare(playbook(OLD), playbook(NEW))
    (one,) = (each for each in comparison.changes if each.path[-1] == "signer-named")
    worded = (replace(one, old="", new=each, name=each, sentence=f"Now: {each}", approved=each) for each in texts)
    return made(
        NEW, replace(comparison, changes=tuple(worded), notes=tuple(texts), old_label=texts[0], new_label=texts[1])
    )


def is_plain(text: str) -> bool:
    """Whether Markdown leaves a line as it is."""
    return not re.search(r"[\\`*_\[<]", text)
