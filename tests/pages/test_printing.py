"""Pages to print hold whole pages with their links, and one process fits into one file that needs nothing."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files, checked, playbook
from tests.support.sites import SETTINGS, OnDemand, one_line, read, site
from twolane.build import build_single_file, contents_of
from twolane.configuration.output_styles import LinkStyle
from twolane.links.link_styles import page_url
from twolane.pages.assembling import made_of
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.print_pages import why_left_out
from twolane.wording.spoken_language import texts

BASE = base_files()
SITE = OnDemand(lambda: site(BASE))
PROCESS = "process/new-business/process.yml"
PARTS = ("index", "buyer-journey", "prospecting", "closing", "raci")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize("path", ["print", "new-business/print"])
@pytest.mark.parametrize("style", list(LinkStyle))
def test_every_link_of_a_page_to_print_leads_somewhere(path: str, style: LinkStyle) -> None:
    """Within the page to an id that is there once; elsewhere to a page of the site."""
    made = site(BASE, links=style)
    body = read(made[path].body)
    assert len(body.ids) == len(set(body.ids))
    there = {page_url(each, style) for each in made}
    here = page_url(path, style)
    for href in body.hrefs:
        target, _, anchor = href.partition("#")
        if not target:
            assert anchor in body.ids, href
        elif "//" not in target:
            place = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
            assert place + "/" * target.endswith("/") in there | {"./"}, href


def test_a_process_is_printed_whole() -> None:
    """Its page, the buyer's journey, each stage and who does what, in this order; what they say is on the page."""
    page = SITE["new-business/print"]
    assert [heading.id for heading in page.headings] == [f"new-business--{part}" for part in PARTS]
    text = read(page.body).text
    for part in PARTS:
        for heading in SITE[f"new-business/{part}"].headings:
            assert one_line(heading.title) in text


@pytest.mark.parametrize("path", ["print", "new-business/print"])
def test_what_needs_a_script_is_not_printed(path: str) -> None:
    """The bar of deals stands on the page of a stage; no page to print has it, or waits for its script."""
    assert "tl-deal" in SITE["new-business/prospecting"].body
    assert not re.findall("tl-(?:deal|waits)", SITE[path].body)


def test_links_between_printed_pages_stay_on_the_page() -> None:
    """A stage that names a need leads to it below; a role, which is not printed, to its page."""
    hrefs = read(SITE["new-business/print"].body).hrefs
    assert "#new-business--buyer-journey--need-benchmark" in hrefs
    assert "../roles/rep.html" in hrefs
    assert "#roles--rep" in read(SITE["print"].body).hrefs


def test_the_whole_playbook_is_printed() -> None:
    """Each process, then what holds for all; headings go down one by one."""
    page = SITE["print"]
    assert [heading.title for heading in page.headings] == ["New business", "For all processes"]
    ids = read(page.body).ids
    assert {"new-business--closing", "roles--planner", "strategy", "metrics", "glossary"} <= set(ids)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page.body)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_kind_of_page_is_printed_or_said_to_be_missing() -> None:
    """No kind is left out in silence; those of which there are pages are named at the end."""
    text = read(SITE["print"].body).text
    for kind in {draft.on_paper for draft in _drafts()} - {OnPaper.PRINTED}:
        assert why_left_out()[kind] in text
    assert "Start here: the path" in text
    assert texts().print_left_written in text
    assert "Health" not in read(SITE["new-business/print"].body).text


def _drafts() -> Iterator[Draft]:
    found = playbook(BASE)
    made = made_of(contents_of(found, SETTINGS), (), SETTINGS)
    yield from (draft for draft, _ in made.pages)


def test_pages_to_print_are_not_found_by_search() -> None:
    """Search finds what they are made of."""
    assert all(page.search == () for path, page in SITE.items() if path.endswith("print"))


def test_pages_lead_to_what_prints() -> None:
    """The page of a process names both; the whole playbook stands in the navigation."""
    hrefs = read(SITE["new-business/index"].body).hrefs
    assert {"print.html", "action-plan.html"} <= set(hrefs)
    assert SITE["print"].section == ("Reference",)
    assert SITE["print"].listed


def single(files: dict[str, bytes], folder: Path, diagrams: bool = False, **settings: object) -> str:
    """The process of the playbook as one file."""
    pages = write_playbook(folder, files) / "playbook"
    wanted = replace(SETTINGS, pages=str(pages), **settings)  # type: ignore[arg-type]  # tests name settings
    return build_single_file(checked(files), "new-business", wanted, diagrams)


def test_one_file_needs_nothing_beside_itself(tmp_path: Path) -> None:
    """No link to a file, no address that would be loaded; pictures inside, other files by name."""
    changed = (
        BASE[PROCESS]
        .decode()
        .replace(
            "        autonomy: guided\n",
            "        autonomy: guided\n        how: |\n"
            "          ![A board](/assets/board.png)\n\n          Call first.\n"
            "        assets: [{title: The sheet, url: /assets/sheet.pdf}]\n",
        )
    )
    assets = {"playbook/assets/board.png": PIXEL, "playbook/assets/sheet.pdf": b"%PDF"}
    files = {**BASE, **assets, PROCESS: changed.encode()}
    text = single(files, tmp_path)
    assert f'<img src="data:image/png;base64,{base64.b64encode(PIXEL).decode()}" alt="A board">' in text
    assert "The sheet (sheet.pdf)" in text
    body = text[text.index("<body>") :]
    assert set(re.findall(r' (?:src|href)="(?!data:|#|https?:|mailto:)([^"]*)"', body)) == set()
    assert not re.findall(r"<script|<link|@import|url\((?!#|\"?data:)|<iframe|tl-diagram\"", text)
    assert 'class="tl-lines' in text
    ids = set(re.findall(r' id="([^"]+)"', body))
    assert set(re.findall(r'href="#([^"]+)"', body)) <= ids


def test_diagrams_stand_in_the_one_file(tmp_path: Path) -> None:
    """Each with its table, and what draws them with its licence; a browser runs these scripts alone, known by hash."""
    text = single(BASE, tmp_path, diagrams=True)
    drawn = re.findall(r'<figure class="tl-figure" data-drawn>', text)
    assert len(drawn) == text.count('<pre class="tl-diagram">') == 5
    assert '<h3 id="new-business--index--both-sides" data-drawn>' in text
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert text.count("<script") == len(scripts) == 6
    assert "Permission is hereby granted" in scripts[0]
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in scripts
    )
    policy = f"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src {hashes}"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text


def test_scripts_of_the_one_file_end_where_they_end(tmp_path: Path) -> None:
    """What HTML would take for the end of a script, or for the start of a comment, is written otherwise in it."""
    (tmp_path / "mermaid.js").write_text("const it = '</script><!-- <SCRIPT src=x>';", "utf-8")
    write_playbook(tmp_path / "book", BASE)
    wish = ("build", "--single-file", "new-business", "--output", "it.html")
    answer = twolane(*wish, folder=tmp_path / "book", TWOLANE_MERMAID_JS=str(tmp_path / "mermaid.js"))
    assert answer.code == 0, answer.errors
    text = (tmp_path / "book/it.html").read_text("utf-8")
    assert r"<script>const it = '\x3c/script>\x3c!-- \x3cSCRIPT src=x>';</script>" in text
    missing = twolane(*wish, folder=tmp_path / "book", TWOLANE_MERMAID_JS="nowhere.js")
    assert (missing.code, "Or say --no-diagrams." in missing.errors) == (4, True)


def test_one_file_says_what_the_pages_say(tmp_path: Path) -> None:
    """Each stage with its criteria, and no heading above nothing."""
    text = single(BASE, tmp_path)
    assert "Accepted invitation with the plant manager on it" in text
    assert "<title>New business · Base playbook</title>" in text
    assert "Where is my buyer?" not in text
    assert not re.findall(r"<h([2-6])\b[^<>]*>[^<]*</h\1>\s*<h\1", text)


def test_the_command_writes_one_file(tmp_path: Path) -> None:
    """Where the option says, else by the name of the process; an unknown process is answered with the near one."""
    write_playbook(tmp_path, BASE)
    answer = twolane("build", "--single-file", "new-business", folder=tmp_path)
    assert answer.code == 0, answer.errors
    assert re.fullmatch(r"Wrote new-business\.html, 3,\d{3} kB, with everything inside\.\n", answer.output)
    assert not (tmp_path / "site").exists()
    again = twolane("build", "--single-file", "new-business", "--output", "it.html", folder=tmp_path)
    assert again.code == 0
    assert (tmp_path / "it.html").read_bytes() == (tmp_path / "new-business.html").read_bytes()
    small = twolane("build", "--single-file", "new-business", "--no-diagrams", folder=tmp_path)
    assert re.fullmatch(r"Wrote new-business\.html, \d{2,3} kB, with everything inside\.\n", small.output)
    lost = twolane("build", "--no-diagrams", folder=tmp_path)
    assert (lost.code, "goes with --single-file" in lost.errors) == (2, True)
    wrong = twolane("build", "--single-file", "new-busines", folder=tmp_path)
    assert (wrong.code, "Did you mean new-business?" in wrong.errors) == (2, True)


def test_one_file_for_an_audience(tmp_path: Path) -> None:
    """What is not for them is not in it."""
    files = {**BASE, "process/playbook.yml": b"title: Base\naudiences: [internal, partner]\n"}
    assert "Meeting rate" in single(files, tmp_path)
    text = single(files, tmp_path, audience="partner")
    assert "Meeting rate" not in text
    assert "10%" not in text[text.index("<body>") :]


def test_own_templates_may_write_html_in_any_way(tmp_path: Path) -> None:
    """What belongs to a screen, links and pictures are found by what they are, not by how they are written."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own/process.html").write_text(
        "<h1 class=big id=start>Own</h1><section class='tl-deal mine'><section>inside</section>tool</section>"
        "<div id=z class='tl-banner  tl-retired'><div>gone</div>away</div>"
        "<p><a title='a > b' href='../metrics.html'>Our <b>figures</b></a> "
        "<a href=../assets/sheet.pdf>Sheet</a> <img alt='A \"board\"' src='../assets/none.png'></p>"
    )
    text = single(dict(BASE), tmp_path, root=tmp_path, templates="own")
    assert "<p>Our <b>figures</b> Sheet (sheet.pdf) A &quot;board&quot;</p>" in text
    assert not re.findall("inside|tool|gone|away", text[text.index("<body") :])
