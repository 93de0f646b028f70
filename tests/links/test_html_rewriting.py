"""HTML that is given another place on a page says and shows there what it said and showed before."""

from __future__ import annotations

import pytest

from twolane.links.html_rewriting import Rewriter


def moved(html: str) -> str:
    """The HTML with ids below ``p--`` and links that lead up."""
    return Rewriter(html, "p--", lambda address: f"#p--{address[1:]}" if address[0] == "#" else f"../{address}").done


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>AT&T and R&D; a&b</p>", "<p>AT&amp;T and R&amp;D; a&amp;b</p>"),
        ("<p>&lt;b&gt; &amp;lt; &copy 2026 &#8364;</p>", "<p>&lt;b&gt; &amp;lt; © 2026 €</p>"),
        ("<p>&#x20ac;5 x &lt y</p>", "<p>€5 x &lt; y</p>"),
        ('<p title="R&D">&nonsense; &</p>', '<p title="R&D">&amp;nonsense; &amp;</p>'),
        ("<pre><code>if a &lt; b &amp;&amp; c</code></pre>", "<pre><code>if a &lt; b &amp;&amp; c</code></pre>"),
        ("<p>a<!-- R&D -->b</p><script>a&&b</script>", "<p>ab</p>"),
    ],
)  # fmt: skip
def test_signs_mean_what_they_meant(html: str, shown: str) -> None:
    """A sign that begins no name stays itself, one with a name keeps its meaning."""
    assert moved(html) == shown


@pytest.mark.parametrize(
    ("html", "led"),
    [
        ('<img src="i.png" alt="">', '<img src="../i.png" alt="">'),
        ('<img srcset="i.png 1x">', '<img srcset="../i.png 1x">'),
        ('<img srcset="i.png, j,k.png 2x , l.png 640w">', '<img srcset="../i.png, ../j,k.png 2x , ../l.png 640w">'),
        ('<source srcset="i.png">', '<source srcset="../i.png">'),
        ('<link imagesrcset="i.png 2x">', '<link imagesrcset="../i.png 2x">'),
        ('<path id="a" /><use xlink:href="#a" />', '<path id="p--a" /><use xlink:href="#p--a" />'),
        ('<img usemap="#m"><map name="m"></map>', '<img usemap="#p--m"><map name="p--m"></map>'),
        ('<blockquote cite="a.html">', '<blockquote cite="../a.html">'),
        ('<p style="background:url(i.png)">', '<p style="background:url(../i.png)">'),
        ("<p style='background:url(\"#a\")'>", '<p style="background:url(&quot;#p--a&quot;)">'),
        ('<rect fill="url(#a)">', '<rect fill="url(#p--a)">'),
        ('<button popovertarget="a">', '<button popovertarget="p--a">'),
    ],
)  # fmt: skip
def test_every_kind_of_address_leads_where_it_led(html: str, led: str) -> None:
    """Whichever attribute it stands in, and whatever else stands beside it there."""
    assert moved(html) == led
