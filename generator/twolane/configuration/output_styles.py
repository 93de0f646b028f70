"""How an engine lays out the pages of a site, and how it draws diagrams."""

from __future__ import annotations

from enum import Enum


class LinkStyle(Enum):
    """How an engine lays out the pages of a site."""

    FILES = "files"
    """`a/b` is the file `a/b.html` (`use_directory_urls: false`)."""
    DIRECTORIES = "directories"
    """`a/b` is the folder `a/b/` (`use_directory_urls: true`)."""
    SOURCES = "sources"
    """`a/b` is the file `a/b.md`, as where Markdown files are read in a repository."""


class DiagramStyle(Enum):
    """How a Mermaid diagram stands in a page's body."""

    OURS = "ours"
    """For the loader that the site itself serves: `<pre class="tl-diagram">`."""
    MERMAID2 = "mermaid2"
    """For the plugin mermaid2, which finds `<div class="mermaid">` in finished pages."""
    MERMAID2_FENCE = "mermaid2-fence"
    """For the plugin mermaid2 with its own fence and loader: `<pre class="mermaid"><code>`."""
    FENCED = "fenced"
    """A fenced block of Markdown, as repositories and other engines draw it."""
