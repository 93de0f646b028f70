"""Mermaid itself, in a page of its own: what it draws of texts, and what a text that ran would do."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Dialog, Page

DRAW = """async texts => {
    mermaid.initialize({startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true});
    const found = [];
    for (const [at, text] of texts.entries()) {
        const one = {error: "", text: "", title: "", tags: [], active: []};
        found.push(one);
        try {
            document.body.innerHTML = (await mermaid.render("drawn-" + at, text)).svg;
        } catch (error) { one.error = String(error); continue; }
        const all = [...document.body.querySelectorAll("*")];
        one.tags = [...new Set(all.map(each => each.localName))].sort();
        const names = all.flatMap(each => [...each.attributes].map(attribute => attribute.name));
        one.active = names.filter(name => /^(on|href|xlink:href|src)/.test(name));
        one.title = document.querySelector("svg > title").textContent;
        document.querySelectorAll("style, title, desc").forEach(each => each.remove());
        one.text = document.body.textContent;
    }
    return found;
}"""


class Mermaid:
    """Mermaid in a page of its own; collects what a text that ran would do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.happened: list[str] = []
        page.on("dialog", self._note)
        page.on("request", lambda request: self.happened.append(request.url))

    def _note(self, dialog: Dialog) -> None:
        self.happened.append(dialog.message)
        dialog.dismiss()

    def draw(self, texts: list[str]) -> list[dict[str, Any]]:
        """What became of each text: an error, or the text, the kinds of element and the active attributes drawn."""
        found: list[dict[str, Any]] = self.page.evaluate(DRAW, texts)
        return found
