"""Says what a build has made and how to look at it: the site, one for an audience, or a preview of a proposal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that stands in ``folder``; empty fields are what it is not.

    ``audience`` is whom it is for where that is not the house, ``compared`` what a preview marks its differences
    from, ``served`` the command that would show the same.
    """

    title: str
    folder: str
    index: str
    audience: str = ""
    compared: str = ""
    served: str = ""


def sentence(site: BuiltSite) -> str:
    """What was built, where it is, and what to open."""
    what = f"{'a preview of ' if site.compared else ''}“{site.title}”"
    whom = f" for the audience “{site.audience}”" if site.audience else ""
    marks = f": your working copy, with marks where it differs from {site.compared}" if site.compared else ""
    serve = f", or run `{site.served}`" if site.served else ""
    return f"Built {what}{whom} into {site.folder}{marks}. Open {site.index}{serve}."
