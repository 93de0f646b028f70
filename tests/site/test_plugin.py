"""The plugin gives MkDocs whole pages beside hand-written ones, and stops on findings."""

from __future__ import annotations

import html
import json
import logging
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from tests.site.sample import SampleSite, built, configured, page, sample_site
from twolane.configuration.settings import Settings
from twolane.findings import Finding, Rule, Severity
from twolane.links.finished_page import Heading, SearchEntry, SourcePlace
from twolane.source import Place

pytestmark = pytest.mark.sites

HOSTILE = "</title><script>alert(1)</script> \"'&amp; {{ 7*7 }} {% raw %} `x` <b>"
TEXT = frozenset({".html", ".js", ".css", ".json", ".xml", ".svg"})
LATE = Rule("B206", "late", Severity.WARNING)
BROKEN = Finding(LATE, "Comes too late.", Place("process/new/process.yml", 12, 5), severity=Severity.ERROR)


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    yield
    logging.getLogger("mkdocs").handlers.clear()


def _page_nav(text: str) -> list[str]:
    nav = re.search(r'<nav class="md-nav md-nav--primary.*?md-sidebar--secondary', text, re.DOTALL)
    assert nav is not None
    return re.findall(r'href="([^"#]+)"[^>]*class="md-nav__link', nav.group())


def _tabs(text: str) -> list[str]:
    return [" ".join(tab.split()) for tab in re.findall(r'class="md-tabs__link">(.*?)</a>', text, re.DOTALL)]


def test_pages_stand_where_their_path_says(tmp_path: Path) -> None:
    """As files, or as folders where mkdocs.yml wants those."""
    site = SampleSite((page("index", "Home"), page("new/closing", "Closing", "New")))
    assert "About Closing." in (built(tmp_path / "a", site) / "new/closing.html").read_text()
    folders = built(tmp_path / "b", site, use_directory_urls=True)
    assert "About Closing." in (folders / "new/closing/index.html").read_text()


def test_hand_written_pages_link_to_generated_ones(tmp_path: Path) -> None:
    """By the page's path with `.md`, as between hand-written pages."""
    (tmp_path / "playbook").mkdir()
    (tmp_path / "playbook/guide.md").write_text("# Guide\n\n[Close](new/closing.md#exit)\n")
    site = SampleSite((page("index", "Home"), page("new/closing", "Closing", "New")))
    assert 'href="new/closing.html#exit"' in (built(tmp_path, site) / "guide.html").read_text()


def test_each_page_gets_a_small_navigation(tmp_path: Path) -> None:
    """The pages of its own section, one link for each other section, and nothing of what is in those."""
    text = (built(tmp_path, sample_site) / "new-business/closing.html").read_text()
    links = _page_nav(text)
    assert "prospecting.html" in links
    assert "../expansion/index.html" in links
    assert "../roles/account-executive.html" in links
    assert not [link for link in links if link.startswith("../expansion/") and "index" not in link]
    assert "../roles/sales-engineer.html" not in links
    assert _tabs(text) == ["Home", "Processes", "Roles", "Glossary"]


def test_the_playbook_says_where_generated_pages_stand(tmp_path: Path) -> None:
    """By a star in its navigation."""
    (tmp_path / "playbook").mkdir()
    for name in ("index", "first", "last"):
        (tmp_path / f"playbook/{name}.md").write_text(f"# {name.title()}\n")
    nav: list[Any] = [{"Home": "index.md"}, "first.md", "*", {"At the end": "last.md"}]
    text = (built(tmp_path, sample_site, nav=nav) / "index.html").read_text()
    assert _tabs(text) == ["Home", "First", "Processes", "Roles", "Glossary", "At the end"]


def test_home_is_put_at_the_marker_of_the_hand_written_page(tmp_path: Path) -> None:
    """Its own title is left out, and its headings join the table of contents where it stands."""
    (tmp_path / "playbook").mkdir()
    (tmp_path / "playbook/index.md").write_text("# Welcome\n\n## Before\n\n<!-- twolane -->\n\n## After\n\nBye.\n")
    body = '<h1 id="start">Home</h1><h2 id="cards">Cards</h2>'
    home = replace(page("index", "Home"), body=body, headings=(Heading(2, "cards", "Cards"),))
    text = (built(tmp_path, SampleSite((home,))) / "index.html").read_text()
    assert re.findall(r"<h[12].*?>(.*?)</h", text) == ["Welcome", "Before", "Cards", "After"]
    contents = text[text.rindex('data-md-component="toc"') :]
    assert re.findall(r'href="(#[a-z]+)"', contents)[:3] == ["#before", "#cards", "#after"]


def test_home_follows_a_hand_written_page_without_a_marker(tmp_path: Path) -> None:
    """Nothing that was generated is lost."""
    (tmp_path / "playbook").mkdir()
    (tmp_path / "playbook/index.md").write_text("# Welcome\n\nHello.\n")
    text = (built(tmp_path, SampleSite((page("index", "Home"),))) / "index.html").read_text()
    assert text.index("Hello.") < text.index("About Home.")


def test_edit_leads_to_file_and_line(tmp_path: Path) -> None:
    """Outside the folder of hand-written pages, for which `edit_uri` is written."""
    text = (built(tmp_path, sample_site) / "new-business/closing.html").read_text()
    address = "https://github.com/twolane/sample/edit/main/process/new-business/process.yml#L42"
    assert f'href="{address}"' in text


def test_titles_reach_every_place_as_text(tmp_path: Path) -> None:
    """Title, header, tab, navigation, path, table of contents, description and search hold them escaped."""
    (tmp_path / "playbook/both").mkdir(parents=True)
    (tmp_path / "playbook/both/index.md").write_text("Words.\n")
    safe = html.escape(HOSTILE)
    evil = page("a/b", HOSTILE, HOSTILE, "Sub " + HOSTILE, body=f'<h1 id="start">{safe}</h1>')
    heading = Heading(2, "h", HOSTILE, (Heading(3, "i", HOSTILE),))
    evil = replace(evil, headings=(heading,), description=HOSTILE, search=(SearchEntry("", HOSTILE, HOSTILE),))
    both = replace(evil, path="both/index", listed=True)
    site = built(tmp_path, SampleSite((page("index", "Home"), evil, both, replace(evil, path="a/c"))))
    for name in ("a/b.html", "both/index.html", "index.html"):
        text = (site / name).read_text()
        assert "<script>alert" not in text, name
        assert "&lt;script&gt;alert(1)" in text, name
        assert "</title>" not in text.partition("</title>")[2], name
        assert "{{ 7*7 }}" in text, name
    entry = json.loads((site / "search/search_index.json").read_text())["docs"][-1]
    assert entry["title"] == html.escape(HOSTILE, quote=False)


def test_search_knows_generated_pages_and_their_parts(tmp_path: Path) -> None:
    """Once each, beside the hand-written ones; the same index is there as a script for pages from a disk."""
    (tmp_path / "playbook").mkdir()
    (tmp_path / "playbook/guide.md").write_text("# Guide\n\nWords.\n")
    site = built(tmp_path, sample_site)
    text = (site / "search/search_index.json").read_text()
    places = [entry["location"] for entry in json.loads(text)["docs"]]
    assert {"guide.html", "new-business/closing.html", "new-business/closing.html#objections"} <= set(places)
    assert len(places) == len(set(places))
    assert (site / "search/search_index.js").read_text() == f"var __index = {text}"


def test_only_pages_with_a_diagram_load_our_script(tmp_path: Path) -> None:
    """The page says where the script lies as seen from itself."""
    site = built(tmp_path, sample_site)
    loader = '<script src="../assets/twolane/twolane-mermaid.js" defer></script>'
    assert loader in (site / "new-business/index.html").read_text()
    assert "mermaid" not in (site / "new-business/closing.html").read_text()
    assert (site / "assets/twolane/mermaid.min.js").stat().st_size > 1_000_000


def test_a_fence_of_a_hand_written_page_is_drawn_by_us(tmp_path: Path) -> None:
    """Material's own way would fetch the script from somewhere else."""
    from pymdownx.superfences import fence_code_format

    (tmp_path / "playbook").mkdir()
    (tmp_path / "playbook/guide.md").write_text("# Guide\n\n```mermaid\nflowchart LR\n  a --> b\n```\n")
    config = configured(tmp_path, SampleSite((page("index", "Home"),)))
    fence = {"name": "mermaid", "class": "mermaid", "format": fence_code_format}
    config.markdown_extensions.append("pymdownx.superfences")
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [fence]}
    build(config)
    text = (tmp_path / "site/guide.html").read_text()
    assert '<pre class="tl-diagram">flowchart LR\n  a --&gt; b' in text
    assert "twolane-mermaid.js" in text


def test_mermaid2_draws_where_a_playbook_lists_it(tmp_path: Path) -> None:
    """The diagram is one that mermaid2 finds, text as written, and our loader and Mermaid stay out."""
    plugins = ["search", {"mermaid2": {"javascript": "assets/mine.js"}}]
    (tmp_path / "playbook/assets").mkdir(parents=True)
    (tmp_path / "playbook/assets/mine.js").write_text("// Mermaid\n")
    site = built(tmp_path, sample_site, plugins=plugins)
    text = (site / "new-business/index.html").read_text()
    assert '<div class="mermaid">flowchart LR' in text
    assert "(&quot;" not in text
    assert 'share["Share the benchmark #40;two figures#41;"] -. meets .-&gt; notice' in text
    assert "mermaid.initialize(" in text
    assert "twolane-mermaid.js" not in text
    assert not (site / "assets/twolane/mermaid.min.js").exists()


def test_nothing_is_loaded_from_outside(tmp_path: Path) -> None:
    """No page, style or script names a server from which something would be loaded."""
    site = built(tmp_path, sample_site)
    loads = re.compile(r"""(?:src|href)=["']?(?:https?:)?//[^"'> ]+|url\(["']?(?:https?:)?//|@import""")
    for path in site.rglob("*"):
        if path.suffix in (".html", ".css"):
            found = [hit for hit in loads.findall(path.read_text()) if "github.com/twolane/sample" not in hit]
            assert not found, path
    bundle = next((site / "assets/javascripts").glob("bundle.*.min.js")).read_text()
    assert not re.findall(r"unpkg\.com|api\.github\.com", bundle)


def test_a_site_without_a_palette_has_our_colours(tmp_path: Path) -> None:
    """They hang on a scheme, which Material names where a palette is chosen; one that is chosen stays."""
    plain = built(tmp_path / "plain", SampleSite((page("index", "Home"),)), theme={"name": "material"})
    assert 'data-md-color-scheme="default"' in (plain / "index.html").read_text("utf-8")
    dark = {"name": "material", "palette": {"scheme": "slate"}}
    chosen = built(tmp_path / "dark", SampleSite((page("index", "Home"),)), theme=dark)
    assert 'data-md-color-scheme="slate"' in (chosen / "index.html").read_text("utf-8")


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """Byte for byte, the compressed site map included."""
    sites = [built(tmp_path / name, sample_site, site_url="https://example.com/x/") for name in "ab"]
    first, second = ({p.relative_to(s): p.read_bytes() for p in s.rglob("*") if p.is_file()} for s in sites)
    assert Path("sitemap.xml.gz") in first
    assert first == second


@pytest.mark.parametrize(
    ("fail_on", "severity", "stops"),
    [
        ("error", Severity.ERROR, True),
        ("error", Severity.WARNING, False),
        ("warning", Severity.WARNING, True),
        ("advice", Severity.ADVICE, True),
        ("never", Severity.ERROR, False),
    ],
)
def test_findings_stop_a_build(tmp_path: Path, fail_on: str, severity: Severity, stops: bool) -> None:
    """As bad as `fail_on` or worse."""
    site = SampleSite((page("index", "Home"),), (replace(BROKEN, severity=severity),))
    config = configured(tmp_path, site, {"fail_on": fail_on})
    if stops:
        with pytest.raises(Abort):
            build(config)
    else:
        build(config)
    assert (tmp_path / "site/index.html").exists() is not stops


def test_findings_are_log_lines(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With place, code, slug and message."""
    site = SampleSite((page("index", "Home"),), (replace(BROKEN, severity=Severity.WARNING),))
    with caplog.at_level(logging.INFO, "mkdocs"):
        built(tmp_path, site)
    line = "process/new/process.yml:12:5: B206 late: Comes too late."
    assert line in [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]


def test_while_serving_a_mistake_leaves_the_old_pages(tmp_path: Path) -> None:
    """A finding and a failing template alike; what is right again shows at once."""
    config = configured(tmp_path, SampleSite((page("index", "Home"), page("a/b", "First"))))
    plugin = config.plugins["twolane"]
    config.plugins.on_startup(command="serve", dirty=False)
    states: list[Any] = [plugin.made, SampleSite((), (BROKEN,)), _failing, SampleSite((page("a/b", "Second"),))]
    shown = []
    for state in states:
        build(configured(tmp_path, state, plugin=plugin))
        shown.append(re.findall(r"About (\w+)", (tmp_path / "site/a/b.html").read_text()))
    assert shown == [["First"], ["First"], ["First"], ["Second"]]


def test_serving_broken_definitions_shows_what_to_mend(tmp_path: Path) -> None:
    """Where there is no old page yet, the home page lists the findings."""
    config = configured(tmp_path, SampleSite((), (BROKEN,)))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    text = (tmp_path / "site/index.html").read_text()
    assert "process/new/process.yml:12:5" in text
    assert "Comes too late." in text


def test_serving_watches_definitions_and_templates(tmp_path: Path) -> None:
    """A change of either builds again."""
    (tmp_path / "process").mkdir()
    (tmp_path / "site_templates").mkdir()
    config = configured(tmp_path, SampleSite((page("index", "Home"),)))
    config.plugins.on_config(config)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    config.plugins.on_serve(server, config=config, builder=lambda: None)
    assert {str(tmp_path / "process"), str(tmp_path / "site_templates")} <= set(server._watched_paths)


def test_wrong_options_are_findings(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With their place, as those of definitions are, and they stop a build in the same way."""
    (tmp_path / "pyproject.toml").write_text('[tool.twolane]\nas_of = "soon"\n')
    config = configured(tmp_path, SampleSite((page("index", "Home"),)))
    with pytest.raises(Abort):
        build(config)
    assert "pyproject.toml:2:9: D005 wrong-value: `as_of` is a day such as 2026-10-01" in caplog.messages


def test_options_of_both_files_count(tmp_path: Path) -> None:
    """Where both say something, mkdocs.yml holds; the day is that of SOURCE_DATE_EPOCH unless given."""
    (tmp_path / "pyproject.toml").write_text('[tool.twolane]\nas_of = "2026-10-01"\ndefinitions = "ours"\n')
    given: list[Settings] = []

    def site(settings: Settings) -> SampleSite:
        given.append(settings)
        return SampleSite((page("index", "Home"),))

    built(tmp_path, site, {"as_of": "2026-11-01"})
    (tmp_path / "pyproject.toml").unlink()
    built(tmp_path, site)
    assert [(each.definitions, str(each.as_of)) for each in given] == [
        ("ours", "2026-11-01"),
        ("process", "2026-09-21"),
    ]


def test_a_page_from_a_file_without_source_cannot_be_edited(tmp_path: Path) -> None:
    """A generated overview has no one file; a page with a file and no line leads to the file."""
    site = SampleSite((page("index", "Home"), page("x", "X", source=SourcePlace("process/roles.yml"))))
    folder = built(tmp_path, site)
    assert "md-content__button" not in (folder / "index.html").read_text()
    assert 'edit/main/process/roles.yml" title' in (folder / "x.html").read_text()


def _failing(_: object) -> SampleSite:
    raise RuntimeError("a template has a mistake")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that few have")
def test_links_out_of_the_playbook_are_not_published(tmp_path: Path) -> None:
    """MkDocs follows every link; of the pages and of the playbook's own theme, those that lead out are left out."""
    (tmp_path / "secret.txt").write_text("SECRET")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/page.md").write_text("SECRET")
    root = tmp_path / "sales"
    for folder in ("playbook/en", "theme"):
        (root / folder).mkdir(parents=True)
    (root / "playbook/en/page.md").write_text("Inside")
    for path, target in {
        "playbook/leak.md": "../../secret.txt",
        "playbook/leak.txt": "../../secret.txt",
        "playbook/shared": "../../shared",
        "playbook/gone.md": "nowhere",
        "playbook/de": "en",
        "theme/leak.js": "../../secret.txt",
    }.items():
        (root / path).symlink_to(target)
    os.mkfifo(root / "playbook/pipe.md")
    made = built(root, SampleSite((page("index", "Home"),)), theme={"name": "material", "custom_dir": "theme"})
    assert "Inside" in (made / "de/page.html").read_text()
    assert not [file for file in made.rglob("*") if file.suffix in TEXT and "SECRET" in file.read_text()]
    assert not [file for name in ("leak*", "shared", "gone*", "pipe*") for file in made.glob(name)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that few have")
def test_links_without_end_stop_the_build(tmp_path: Path) -> None:
    """A link among the pages that leads back to where it stands is told before MkDocs follows it."""
    config = configured(tmp_path, SampleSite((page("index", "Home"),)))
    (tmp_path / "playbook/again").symlink_to("..")
    with pytest.raises(Abort):
        build(config)
