"""The comment on a pull request: read by people who never saw the tool, by GitHub and by GitLab, and never too long."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.pages.hostile import STRINGS
from tests.reports.of_changes.comparisons import CRITERION_LOOK, empty, huge, many, mixed, renamed, with_text
from tests.support.sites import Read
from twolane.changes.change import Asked, Comparison, Lack
from twolane.changes.levels import Level
from twolane.findings import Related
from twolane.judgement.advice import advice
from twolane.reports.markdown_text import escaped_with_code
from twolane.reports.of_changes import markdown
from twolane.reports.of_changes.markdown import LONGEST, MARKER
from twolane.reports.of_changes.markdown_entry import Links
from twolane.reports.of_changes.room import size
from twolane.reports.visible import visible

ALLOWED = {
    *("h2", "h3", "h4", "p", "ul", "li", "strong", "em", "b", "br", "del", "ins", "details", "summary", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "pre", "code"),
}
MADE_OF_TEXT = re.compile(
    r"@\w|https?://|www\.\w|(?<![\w&])[#!]\d|[~%]\w|:\w+:|GH-\d|\b[0-9a-f]{7,40}\b|&\d|\[\w+:\d", re.IGNORECASE
)
"""What GitHub or GitLab would make a mention, a link, a label, an emoji of."""
FENCED = re.compile(r"^(`{3,})\w*\n.*?^\1$", re.MULTILINE | re.DOTALL)
EVIL = (
    *STRINGS,
    *(
        "@everyone",
        "a@b.example",
        "#1",
        "!1",
        "~bug",
        "%1",
        "GH-1",
        ":tada:",
        "https://evil.example",
        "www.evil.example",
    ),
    *("/close", "\n/close\n", "</details>", "</summary><details open>", "```\n@team\n```", "````", "deadbeef0", "&1"),
    *("x\n\n# heading", "x\n---", "| a |", "<!-- twolane -->", "`", "``", "\\", "ends with \\", "$`x`$", "[^1]: x"),
)


@dataclass
class Comment(Read):
    """What a host sees: tags, texts one by one as its own rules look at them, and comments."""

    comments: list[str] = field(default_factory=list)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def outside_code(self) -> list[str]:
        """The texts that do not stand in code."""
        return [text for around, text in self.texts if not around.startswith("code")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marked = [*attrs, ("class", "code")] if tag == "code" else attrs
        super().handle_starttag(tag, [("class", "code")] if tag == "code" else marked)


def shown(comparison: Comparison, links: Links | None = None) -> Comment:
    """The comment as a reader of Markdown with tables hands it on."""
    report = markdown.render(comparison) if links is None else markdown.render(comparison, links=links)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    read = Comment()
    read.feed(reader.render(report))
    read.close()
    return read


def told(report: str) -> list[str]:
    """What the changes that are told one by one say, folded or in full view."""
    return re.findall(r"(?:<summary><b>|^\*\*)\d+\.(?: \w[\w ]*:)?(?:</b>|\*\*) (.*?)(?:</summary>)?$", report, re.M)


def test_it_is_found_again() -> None:
    """Its first line is the mark by which it is found, whatever is in it."""
    assert all(markdown.render(each).split("\n")[0] == MARKER for each in (mixed(), empty(), with_text(MARKER)))
    assert shown(with_text(MARKER)).comments.count(" twolane ") == 1


def test_first_screen() -> None:
    """Before anything is opened: the verdict, whom it hurts, who accepted what, what to do, and the versions."""
    report = markdown.render(mixed())
    assert report[: report.index("<details")].splitlines() == [
        MARKER,
        "## Not safe as it is: 2 changes break something.",
        "",
        "- Accepted by Sales director until 31 January 2027: Nobody tells us before they sign (“Tells us which way "
        "they chose”, the stage “Closing”)",
        "",
        "Hurt: deals under way in “Prospecting” (1 change); the CRM, reports and automations (1 change); "
        "figures over time (1 change). Compared from main to your working copy.",
        "",
        "### What to do",
        "",
        "- Decide about what breaks (2 changes): take it back, soften it where its entry says how or accept it "
        "with a reason. Then read 3 sentences.",
        "- Raise the version of New business to 2.0.0.",
        "- Have these roles read again what concerns them: Sales director, Sales representative and Sales engineer.",
        "",
        "| Process | Version | Needs | Changes |",
        "| --- | --- | --- | --- |",
        "| **New business** | 1.0.0 → 1.1.0 | **2.0.0 (major): raise it** | 1 breaking, 1 accepted, 1 to look at, "
        "1 to read, 1 note, 1 wording; 1 breaking in what all processes share |",
        "",
    ]


def test_what_opens() -> None:
    """Behind it, in the order of weight: what was accepted, deals, breaks, what to read, wording, readers, stages."""
    report = markdown.render(mixed())
    assert re.findall(r"<summary><b>([A-Z][\w ]*)</b>", report) == [
        "Accepted",
        "Deals under way",
        "What breaks",
        "Read these",
        "Only the wording",
        "Must read again",
        "The stages of New business",
    ]


def test_few_are_in_full_view() -> None:
    """Five changes or fewer are shown at once; what is more stays folded, so that nothing hides what stands below."""
    few = replace(mixed(), changes=mixed().changes[3:6])
    assert "<details open><summary><b>Read these</b> (3)</summary>" in markdown.render(few)
    assert "<details open>" not in markdown.render(many(20))


def test_texts_to_read_stand_side_by_side() -> None:
    """Old and new text are beside each other, what differs marked in both, with who reads again."""
    report = markdown.render(mixed())
    assert (
        "**5. Read:** In the evidence for “Signs the order” a figure changed: 20 % → 25 %.\n\n"
        "| Was | Now |\n| --- | --- |\n"
        "| The signed order with <del>20</del> % paid in advance | The signed order with <ins>25</ins> % paid in "
        "advance |\n\n"
        "- Must read again: Sales engineer, Sales director · process/new-business/process.yml:103 · "
        "C547 exit-criterion-figure-changed (minor)\n"
    ) in report


def test_one_entry_for_each_change() -> None:
    """No change is told twice, and none is missing."""
    assert sorted(told(markdown.render(mixed()))) == sorted(each.sentence for each in mixed().changes)


@pytest.mark.parametrize("comparison", [mixed(), many(20), many(200), renamed(3)])
def test_no_sentence_twice(comparison: Comparison) -> None:
    """What changes, what a deal lacks, why it was accepted and what to do are each said once."""
    report = markdown.render(comparison)
    sentences = [each.sentence for each in comparison.changes]
    sentences += [each.witness.sentence for each in comparison.changes if each.witness]
    sentences += [each for change in comparison.changes for each in (change.approved, *advice(change)) if each]
    assert [each for each in dict.fromkeys(sentences) if report.count(escaped_with_code(each)) > 1] == []


def test_same_sentence_of_several_processes() -> None:
    """It is one entry, which names the processes, and has an entry to accept for each."""
    sample = mixed()
    first = sample.changes[0]
    path, ids = ("expansion", *first.path[1:]), ("expansion",)
    again = replace(first, process="expansion", processes=ids, path=path, fingerprint="f" * 32)
    report = markdown.render(replace(sample, changes=(first, again)))
    assert told(report) == [f"{first.sentence} (New business and expansion)"]
    assert report.count("  - fingerprint: ") == 2
    assert "**New business and expansion: “Prospecting”**\n\n- A deal in “Prospecting”" in report


def test_new_ids_are_rows() -> None:
    """Whoever keeps the CRM gets a table of old and new ids in place of an entry for each."""
    report = markdown.render(renamed(2))
    assert told(report) == []
    assert (
        "<details><summary><b>For whoever keeps the CRM</b>: 2 ids</summary>\n\n"
        "| Kind | Name | Old id | New id |\n| --- | --- | --- | --- |\n"
        "| stage | Stage 0 | old-0 | stage-0 |\n| stage | Stage 1 | old-1 | stage-1 |\n"
    ) in report
    assert "<b>Must read again</b>" not in report


def test_names_that_change_with_their_ids() -> None:
    """What else is different with a new id stands below the rows."""
    sample = renamed(1)
    (change,) = sample.changes
    said = "The stage “Meeting” is now called “Stage 0”."
    report = markdown.render(replace(sample, changes=(replace(change, related=(Related(change.place, said),)),)))
    assert f"| stage | Stage 0 | old-0 | stage-0 |\n\n- {said}\n" in report


def test_readers_are_counted() -> None:
    """Each role has one row: how much of which weight, and the numbers of the entries."""
    table = markdown.render(mixed()).split("<b>Must read again</b>")[1].split("</details>")[0]
    assert [line for line in table.splitlines() if line.startswith("| Sales")] == [
        "| Sales director | 2 breaking, 1 accepted, 1 to look at, 1 to read | 1, 2, 3, 4, 5 |",
        "| Sales representative | 1 breaking, 1 note, 1 wording | 2, 6, 7 |",
        "| Sales engineer | 1 accepted, 1 to look at, 1 to read | 1, 4, 5 |",
    ]


def test_a_rewrite_is_summed_up() -> None:
    """Of very much, each process has its counts and the three gravest changes, and what is left out is counted."""
    report = markdown.render(many(200))
    assert "<details><summary><b>New business</b>: 67 breaking, 133 notes</summary>\n\nThe gravest of them:" in report
    assert told(report) == [many(200).changes[at].sentence for at in (0, 3, 6)]
    assert "**197 more changes** (64 major, 133 minor) are not shown here; `twolane diff` shows all." in report
    assert "- … and 66 more things stand in the way.\n" in report


@pytest.mark.parametrize("text", EVIL)
def test_text_of_a_definition_does_nothing(text: str) -> None:
    """It makes no markup, link, mention, number of an issue, label or emoji, ends no block, and gives no command."""
    report = markdown.render(with_text(text))
    read = shown(with_text(text))
    assert {tag for tag, _ in read.tags} <= ALLOWED
    assert set(read.comments) <= {" ", " twolane "}
    assert [each for each in read.outside_code() if MADE_OF_TEXT.search(each.replace("C501", ""))] == []
    assert not re.search(r"^/", FENCED.sub("", report), re.MULTILINE)
    assert [tag for tag, _ in read.tags if tag == "details"] == ["details"] * FOLDS
    assert [tag for tag, _ in read.tags if tag in ("h2", "h3", "h4")] == ["h2", "h3"]


FOLDS = len(("accepted", "deals", "breaks", "read", "wording", "readers", "stages")) + 5
"""One for each title, and for each entry but those that are in full view."""


@pytest.mark.parametrize("text", ["Agrees *now* & then", "a | b", "<b>50 %</b>", "team@example.com", "1. First"])
def test_text_is_shown_letter_for_letter(text: str) -> None:
    """A sentence, the old and the new words, and a role's name are read as they were written."""
    read = shown(with_text(text)).text.replace("\u200b", "")
    assert f"A deal now needs “{text}” before it leaves {text}." in read
    assert f"{visible(text)}, {visible(text)}" in read


@pytest.mark.parametrize("number", [0, 1, 30, 31, 100, 2_000])
def test_the_limit_holds_wherever_it_falls(number: int) -> None:
    """However much changes the comment keeps its limit, counts all that it does not tell, and cuts nothing inside."""
    report = markdown.render(many(number))
    assert size(report) <= LONGEST
    assert report.count("<details") == report.count("</details>")
    left = re.findall(r"^\*\*([\d,]+) more changes?\*\* ", report, re.M)
    assert len(told(report)) + sum(int(each.replace(",", "")) for each in left) == number


LETTERS = ("x", "訪", "😀", "@", "|", "\u202e", "#1 ", "`", "<", "\n", "*")


@settings(max_examples=25, deadline=None)
@given(
    letter=st.sampled_from(LETTERS),
    length=st.sampled_from((1, 90, 3_000)),
    processes=st.integers(1, 15),
    each=st.integers(1, 3),
    roles=st.integers(1, 25),
    address=st.sampled_from(("", "https://x.example/", f"https://x.example/{'y' * 300}/")),
)
def test_the_limit_holds_whatever_is_huge(
    letter: str, length: int, processes: int, each: int, roles: int, address: str
) -> None:
    """Names, texts, notes, roles, processes, stages and addresses may all be huge at once: GitHub takes the comment."""
    comparison = huge(letter * length, processes, each, roles)
    links = Links({f"role-{at}": f"{address}{at}" for at in range(roles if address else 0)}, address)
    report = markdown.render(comparison, links=links)
    assert size(report) <= LONGEST
    assert report.count("<details") == report.count("</details>")


def test_wide_letters_count_twice() -> None:
    """Hosts count an emoji as two letters."""
    assert (size("abc"), size("訪"), size("😀"), size("\ud800")) == (3, 1, 2, 1)


def test_one_change_that_is_too_long_hides_no_other() -> None:
    """A wording of a hundred thousand letters is counted; the others are told."""
    comparison = mixed()
    first, *others = comparison.changes
    huge = replace(first, sentence="Long " * 20_000, witness=None)
    report = markdown.render(replace(comparison, changes=(huge, *others)))
    assert len(report) <= LONGEST
    assert len(told(report)) == len(others)
    assert "**1 more change** (1 major) is not shown here" in report


@pytest.mark.parametrize("text", ["word " * 20_000, "@" * 70_000, "a" * 70_000, "line\n" * 10_000])
def test_names_of_any_length_fit(text: str) -> None:
    """Names, labels and notes that fill pages take no room from each other."""
    report = markdown.render(with_text(text))
    assert len(report) <= LONGEST
    assert len(told(report)) + report.count("more changes** (3 major, 3 minor, 1 patch) are") * 7 == 7


def test_long_texts_show_what_differs() -> None:
    """Of a page of text in which a word differs, the word is shown with what stands around it."""
    comparison = mixed()
    around = "word " * 400
    changes = (replace(comparison.changes[-1], old=f"{around}old {around}", new=f"{around}new {around}"),)
    report = markdown.render(replace(comparison, changes=changes))
    assert "<del>old</del><ins>new</ins>" in report
    assert len(report) < 2_500


def test_lines_that_end_before_a_difference_stay_apart() -> None:
    """Where a line ends, words on both sides of the end are two words."""
    comparison = mixed()
    old, new = "Use the map.\nTwo figures, not ten.", "Use the map.\nThree figures, not ten."
    report = markdown.render(replace(comparison, changes=(replace(comparison.changes[-1], old=old, new=new),)))
    assert "- Wording: Use the map. <del>Two</del><ins>Three</ins> figures, not ten.\n" in report


def test_links_where_addresses_are_given() -> None:
    """Roles lead to their pages and places to their lines; an address cannot end its link."""
    links = Links({"rep": "https://playbook.example/roles/rep/"}, "https://git.example/a b/blob/main/")
    hrefs = shown(mixed(), links).hrefs
    assert "https://playbook.example/roles/rep/" in hrefs
    assert "https://git.example/a%20b/blob/main/process/new-business/process.yml#L76" in hrefs
    evil = shown(mixed(), Links({"rep": 'https://x.example/">)<img src=x>'}))
    assert {tag for tag, _ in evil.tags} <= ALLOWED | {"a"}


def test_notes_are_told() -> None:
    """What could not be read stands above everything else that the comment says."""
    report = markdown.render(replace(mixed(), notes=("process/roles.yml cannot be read.",)))
    assert "> **Note:** process/roles.yml cannot be read.\n" in report


def test_deals_that_are_spared() -> None:
    """Where nothing touches deals, nor opens a tick, the comment says nothing of them, and is not safe for a note."""
    comparison = mixed()
    harmless = replace(comparison, changes=comparison.changes[-2:])
    assert "Ticks open again in 1 line of New business.\n" in markdown.render(harmless)
    report = markdown.render(replace(harmless, old=comparison.new))
    assert "Deals under way" not in report
    assert report.split("\n")[1] == "## Nothing breaks; read this sentence."


def test_reasons_for_what_was_accepted() -> None:
    """Each reason is said once, right below the verdict, with by whom, until when, and what it is about."""
    sample = mixed()
    (first,) = (each for each in sample.changes if each.approved)
    more = [replace(first, sentence=f"{first.sentence} {at}", path=(*first.path, str(at))) for at in range(2)]
    other = replace(first, sentence="Another.", approved="Asked for", approved_by="", approved_until=None)
    report = markdown.render(replace(sample, changes=(first, *more, other)))
    assert report.split("\n")[1:5] == [
        "## 4 changes break something; they were accepted.",
        "",
        "- Accepted by Sales director until 31 January 2027: Nobody tells us before they sign (3 changes)",
        "- Accepted: Asked for (“Tells us which way they chose”, the stage “Closing”)",
    ]
    assert report.count("Nobody tells us before they sign") == report.count("Asked for") == 1


def test_approval_that_does_not_count() -> None:
    """What is only asked for is said once, below the verdict, and nobody is told to ask again."""
    sample = mixed()
    asked = Asked("Agreed with the team", "sales-director", date(2027, 1, 31), Lack.OF_REVIEW)
    report = markdown.render(replace(sample, changes=(replace(sample.changes[0], asked=asked),)))
    says = (
        "Asked for, not accepted yet: by Sales director until 31 January 2027: Agreed with the team. Bring the entry "
        "in approvals.yml in by a pull request of its own first: what breaks cannot accept itself."
    )
    below, (entry,) = report.split("### What to do")[0], re.findall(r"<summary><b>1\. .*?</details>", report, re.S)
    assert f"- {says} (“" in below
    assert report.count(says) == 1
    assert says not in entry
    assert "fingerprint" not in report


def test_texts_to_compare_are_said_once() -> None:
    """Where a table holds both texts the sentence above it does not, and one change needs no table of readers."""
    change = mixed().changes[0]
    look = replace(
        change,
        kind=CRITERION_LOOK,
        level=Level.MINOR,
        witness=None,
        old="Has a count",
        new="Trusts a count",
        sentence="What must be true reads differently; compare: “Has a count” → “Trusts a count”.",
    )
    report = markdown.render(replace(mixed(), changes=(look,)))
    assert "**1. Read:** What must be true reads differently; compare.\n" in report
    assert "| <del>Has</del> a count | <ins>Trusts</ins> a count |" in report
    assert "<b>Must read again</b>" not in report


def test_level_that_was_set() -> None:
    """Where the playbook has set another level, the entry says so."""
    sample = mixed()
    change = replace(sample.changes[-1], level=Level.MINOR, usual=Level.PATCH)
    report = markdown.render(replace(sample, changes=(change,)))
    assert "- Level: set to minor by this playbook; Twolane's own level is patch\n" in report
