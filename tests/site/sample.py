"""A small invented playbook as finished pages, and a build of it with the plugin as MkDocs runs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from twolane.configuration.output_styles import DiagramStyle, LinkStyle
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.links.finished_page import Heading, Page, SearchEntry, SourcePlace
from twolane.links.link_styles import page_link
from twolane.mkdocs import TwolanePlugin
from twolane.site.diagram_markup import diagram_markup

CONFIG: dict[str, Any] = {
    "site_name": "Sample playbook",
    "docs_dir": "playbook",
    "site_dir": "site",
    "use_directory_urls": False,
    "repo_url": "https://github.com/twolane/sample",
    "edit_uri": "edit/main/playbook/",
    "theme": {
        "name": "material",
        "font": False,
        "features": ["navigation.tabs", "navigation.sections", "navigation.path", "content.action.edit"],
        "palette": [
            {
                "media": f"(prefers-color-scheme: {name})",
                "scheme": scheme,
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": f"material/weather-{icon}", "name": f"Switch to the {other} scheme"},
            }
            for name, scheme, icon, other in [
                ("light", "default", "night", "dark"),
                ("dark", "slate", "sunny", "light"),
            ]
        ],
    },
    "plugins": ["search"],
    "markdown_extensions": ["admonition", "tables"],
}

DIAGRAM = """
flowchart LR
  accTitle: Prospecting in both lanes
  notice(["Notice the problem"]) --> agree(["Agree on the need"])
  share["Share the benchmark #40;two figures#41;"] -. meets .-> notice
"""


@dataclass(frozen=True)
class SampleSite:
    """What the plugin wants of a build."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...] = ()


class SamplePlugin(TwolanePlugin):
    """The plugin with finished pages in place of definitions."""

    made: Any = None

    def build(self, settings: Settings) -> SampleSite:
        """What the test put there: a site, or a function of the settings that makes one."""
        return self.made(settings) if callable(self.made) else self.made


def configured(
    root: Path,
    site: Any,
    options: dict[str, Any] | None = None,
    plugin: SamplePlugin | None = None,
    **changes: Any,
) -> MkDocsConfig:
    """The configuration of a playbook at `root` whose plugin, a new one unless given, gets `site`."""
    (root / "playbook").mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG | changes), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    plugin = plugin or SamplePlugin()
    errors, warnings = plugin.load_config(options or {})
    assert not errors, errors
    assert not warnings, warnings
    plugin.made = site
    config.plugins["twolane"] = plugin
    return config


def built(root: Path, site: Any, options: dict[str, Any] | None = None, **changes: Any) -> Path:
    """The folder of the finished site."""
    config = configured(root, site, options, **changes)
    build(config)
    return Path(config.site_dir)


def page(path: str, title: str, *section: str, **more: Any) -> Page:
    """A page with a title and one paragraph."""
    given = {"body": f'<h1 id="start">{title}</h1><p>About {title}.</p>', "section": section} | more
    return Page(path, title, **given)


def sample_site(settings: Settings) -> SampleSite:
    """Home, two processes with their stages, roles and a glossary, with every class of the style sheet."""
    return SampleSite(tuple(_pages(settings.links, settings.diagrams)))


def _pages(links: LinkStyle, diagrams: DiagramStyle) -> list[Page]:
    stages = ["Prospecting", "Qualification", "Development", "Presentation", "Discussion", "Closing"]
    pages = [_home(links)]
    for process, name in (("new-business", "New business"), ("expansion", "Expansion")):
        section = ("Processes", name)
        pages.append(_process(process, name, section, links, diagrams))
        pages += [_stage(process, stage, section, links, diagrams) for stage in stages]
    roles = ["Account executive", "Sales engineer", "Plant planner"]
    pages += [page(f"roles/{role.lower().replace(' ', '-')}", role, "Roles") for role in roles]
    pages.append(page("glossary", "Glossary"))
    return pages


def _home(links: LinkStyle) -> Page:
    def card(path: str, name: str, words: str) -> str:
        href = page_link("index", path, links)
        return (
            f'<li class="tl-card tl-card--seller"><h3><a href="{href}">{name}</a></h3>'
            f'<p>{words}</p><p><span class="tl-chip tl-chip--good">active</span> 2.1.0</p></li>'
        )

    role = page_link("index", "roles/sales-engineer", links)
    body = (
        '<h1 id="start">Home</h1><h2 id="processes">Processes</h2><ul class="tl-cards">'
        + card("new-business/index", "New business", "How a plant decides to change its scheduling.")
        + card("expansion/index", "Expansion", "How a customer takes it to a second plant.")
        + f'</ul><h2 id="i-am">I am a …</h2><ul class="tl-links"><li><a href="{role}">Sales engineer</a></li>'
        '<li><a href="roles/account-executive.html">Account executive</a></li></ul>'
    )
    return Page("index", "Home", body, (Heading(2, "processes", "Processes"), Heading(2, "i-am", "I am a …")))


def _process(process: str, name: str, section: tuple[str, ...], links: LinkStyle, diagrams: DiagramStyle) -> Page:
    path = f"{process}/index"
    stage = page_link(path, f"{process}/prospecting", links)
    body = f"""<h1 id="start">{name}</h1>
<p class="tl-lead">How a plant decides to change its scheduling, and how we make that easy.</p>
{_FACTS}
<h2 id="both-lanes">Both lanes</h2>
<figure class="tl-figure"><figcaption>What meets what</figcaption>{diagram_markup(DIAGRAM, diagrams)}</figure>
<table class="tl-table"><caption>Stages</caption>
<thead><tr><th>Stage</th><th>The buyer is at</th><th>Goal</th></tr></thead><tbody>
<tr><th scope="row"><a href="{stage}">Prospecting</a></th><td data-label="The buyer is at">
<span class="tl-buyer">Notice the problem</span></td><td data-label="Goal">Plants know what it costs them.</td></tr>
</tbody></table>"""
    return Page(
        path,
        name,
        body,
        (Heading(2, "both-lanes", "Both lanes"),),
        section,
        (SearchEntry("", name, "How a plant decides"), SearchEntry("both-lanes", "Both lanes", "Diagram")),
        SourcePlace(f"process/{process}/process.yml", 1),
        diagrams=True,
        description="How a plant decides",
        label="Overview",
    )


def _stage(process: str, name: str, section: tuple[str, ...], links: LinkStyle, diagrams: DiagramStyle) -> Page:
    path = f"{process}/{name.lower()}"
    buyers = page_link(path, f"{process}/index", links, "both-lanes")
    body = f"""<h1 id="start">{name}</h1>
<p class="tl-lead">Plants with a schedule problem know what it costs them.</p>
{_FACTS}
<div class="tl-sides">
<section class="tl-side tl-side--buyer"><h2 id="the-buyer">The buyer</h2>
<p>is at <a href="{buyers}">Notice the problem</a> and wants to find out whether missed schedules are worth
anyone's time.</p><ul><li>Being blamed for the numbers</li></ul>
<p><span class="tl-chip tl-chip--buyer">information</span> How plants of their size measure it</p></section>
<section class="tl-side tl-side--seller"><h2 id="what-we-do">What we do</h2>
<ol class="tl-steps"><li>Share the benchmark<br>Call first, then send.</li><li>Ask for a visit</li></ol></section>
</div>
<h2 id="leaving">Before leaving this stage</h2>
<ul class="tl-checklist"><li>Agrees to a discovery visit <span class="tl-chip tl-chip--watch">required</span>
<span class="tl-checklist__evidence">Accepted invitation with the plant manager on it</span></li>
<li class="is-done">Names who else is affected</li></ul>
<h2 id="objections">Objections</h2>
<blockquote class="tl-says">We have a spreadsheet for that</blockquote>
<div class="tl-answer">Ask who can change it when its author is on leave.</div>
<p>Criteria met: <span class="tl-figure-of"><b>1</b> of 2</span>
<span class="tl-chip tl-chip--bad">late</span> <span class="tl-chip">draft</span></p>
<p class="tl-none">No metrics yet.</p>
<section class="tl-internal"><h2 id="internal">Internal</h2><p>Log the source of the lead.</p></section>"""
    headings = (
        Heading(2, "the-buyer", "The buyer"),
        Heading(2, "what-we-do", "What we do"),
        Heading(2, "leaving", "Before leaving this stage"),
        Heading(2, "objections", "Objections"),
    )
    found = (
        SearchEntry("", name, "Plants know what it costs them"),
        SearchEntry("objections", "Objections", "spreadsheet"),
    )
    source = SourcePlace(f"process/{process}/process.yml", 42)
    return Page(path, name, body, headings, section, found, source, description="What it costs")


_FACTS = (
    '<dl class="tl-facts"><div><dt>Process</dt><dd>New business 2.1.0</dd></div>'
    "<div><dt>Owner</dt><dd>Sales director</dd></div><div><dt>Next review</dt><dd>15 January 2027</dd></div></dl>"
)

DAY = date(2026, 10, 1)


def many_pages(number: int) -> SampleSite:
    """A site of about `number` pages: processes of ten, as large playbooks have them."""
    stage = next(p for p in _pages(LinkStyle.FILES, DiagramStyle.OURS) if p.path.endswith("prospecting"))
    pages = [_home(LinkStyle.FILES)]
    for process in range(number // 10):
        section = ("Processes", f"Process {process}")
        parts = (f"process-{process}/part-{part}" for part in range(10))
        pages += [replace(stage, path=path, title=path.title(), section=section) for path in parts]
    return SampleSite(tuple(pages))
