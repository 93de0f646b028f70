// @ts-check
/* How diagrams look: Mermaid's settings for the colour scheme at hand. */

/** The colour scheme of the page. */
export const scheme = () => document.body.getAttribute("data-md-color-scheme") || "default";

/**
 * The colours of the two lanes, which Mermaid's own themes do not know.
 * @param {(name: string) => string} value
 */
function lanes(value) {
  /** @type {(which: string, ground: string, line: string) => string} */
  const looks = (which, ground, line) =>
    `${which} { fill: ${value(ground)} !important; stroke: ${value(line)} !important; }`;
  return [
    looks(".node.buyer .label-container, rect.actor[name=b]", "--tl-buyer-soft", "--tl-buyer"),
    looks(".node.seller .label-container, rect.actor[name=s]", "--tl-seller-soft", "--tl-seller"),
    looks(".node.unmet .label-container", "--tl-surface", "--tl-buyer"),
    looks(".node.quiet .label-container", "--tl-quiet-soft", "--tl-line")
  ].join("\n");
}

/** Mermaid's settings for the scheme at hand; it computes shades, so it needs the values of our properties. */
export function settings() {
  const style = getComputedStyle(document.body);
  /** @param {string} name */
  const value = (name) => style.getPropertyValue(name).trim();
  const text = value("--tl-text-drawn");
  return {
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    theme: "base",
    fontFamily: style.fontFamily,
    // Our definitions break their lines themselves.
    flowchart: {
      nodeSpacing: 24, rankSpacing: 40, padding: 10, wrappingWidth: 400,
      // Else a group's title touches its first box.
      subGraphTitleMargin: { top: 3, bottom: 6 }
    },
    sequence: {
      actorFontSize: 14, messageFontSize: 14, noteFontSize: 14,
      width: 130, height: 38, boxMargin: 8, noteMargin: 6, messageMargin: 24, diagramMarginX: 8
    },
    themeCSS: lanes(value),
    themeVariables: {
      darkMode: scheme() === "slate",
      background: value("--tl-surface"),
      fontFamily: style.fontFamily,
      fontSize: "14px",
      primaryColor: value("--tl-seller-soft"),
      primaryBorderColor: value("--tl-seller"),
      primaryTextColor: text,
      secondaryColor: value("--tl-buyer-soft"),
      secondaryBorderColor: value("--tl-buyer"),
      secondaryTextColor: text,
      tertiaryColor: value("--tl-quiet-soft"),
      tertiaryBorderColor: value("--tl-control"),
      tertiaryTextColor: text,
      lineColor: value("--tl-quiet"),
      textColor: text,
      titleColor: text,
      noteBkgColor: value("--tl-seller-soft"),
      noteBorderColor: value("--tl-seller"),
      noteTextColor: text,
      edgeLabelBackground: value("--tl-surface"),
      clusterBkg: value("--tl-quiet-soft"),
      clusterBorder: value("--tl-line")
    }
  };
}
