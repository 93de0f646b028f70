/*
 * Draws the diagrams of a page with the copy of Mermaid that the site itself serves, and shows each one large.
 *
 * The big script is loaded when a diagram comes near the window, or is in the page already; until then, and where
 * drawing fails, the diagram's text stays on the page. A change of the colour scheme draws again. "Enlarge" opens a diagram in a
 * dialog, to be zoomed and moved by mouse, touch and keyboard, and to be saved. No modules, since browsers do not load those
 * from files, and no build step.
 */
(function () {
  "use strict";

  const WORDS = twolaneWords.diagrams;

  const OWN = /** @type {HTMLScriptElement} */ (document.currentScript).src; // empty inside a page
  const LIBRARY = OWN && new URL("mermaid.min.js", OWN).href;
  /** What saving needs, loaded when somebody saves: the font as a text, which a page on a disk can read too. */
  const SAVING = OWN ? ["public-sans.js", "twolane-save.js"].map((name) => new URL(name, OWN).href) : [];
  const STEP = 1.25; // how much one press of + or − changes
  const MOVE = 60; // pixels of one press of an arrow key
  const LARGEST = 6;
  const SMALLEST_SHARE = 0.75; // of a drawing's own width, below which its letters become too small

  const FONT_WAIT = 3000; // milliseconds after which a drawing is made though its font has not come

  const TALL = 2.5; // heights to a width, above which a drawing needs several sheets of paper
  const SHEET = 1000; // of its own units, up to which one sheet shows it large enough to be read all the same

  /**
   * @typedef {object} Mermaid what we use of it
   * @property {(settings: object) => void} initialize
   * @property {(id: string, text: string) => Promise<{svg: string}>} render
   */

  /** @type {Map<HTMLElement, string>} the scheme in which each diagram was drawn last */
  const drawn = new Map();
  /** @type {HTMLElement[]} the texts of the diagrams on the page at hand */
  let sources = [];
  /** @type {Map<string, Promise<unknown>>} the scripts that were asked for, by address */
  const loading = new Map();
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();
  let number = 0;

  const scheme = () => document.body.getAttribute("data-md-color-scheme") || "default";

  /**
   * An element with its attributes and text.
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(tag, attributes, text) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.textContent = text || "";
    return made;
  }

  // ---- drawing ---------------------------------------------------------------------------------------------

  /** What could not be loaded, as where a network is away for a moment, is tried again by whoever needs it next.
   * @param {string} address @returns {Promise<unknown>} */
  function load(address) {
    if (!address) { return Promise.resolve(); }
    const asked = loading.get(address) || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = (error) => {
        loading.delete(address);
        script.remove();
        reject(error);
      };
      document.head.appendChild(script);
    });
    loading.set(address, asked);
    return asked;
  }

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
  function settings() {
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

  /**
   * Puts a drawing in the place of its text.
   * @param {HTMLElement} source
   * @param {string} svg
   */
  function show(source, svg) {
    let drawing = /** @type {HTMLElement | null} */ (source.nextElementSibling);
    if (!drawing || !drawing.classList.contains("tl-drawing")) {
      drawing = element("div", { class: "tl-drawing" });
      source.after(drawing);
    }
    drawing.innerHTML = svg;
    source.hidden = true;
    offerEnlarging(drawing);
    keepReadable(drawing);
  }

  /** On a phone a wide drawing is not shrunk beyond reading; it scrolls in its own frame, by keyboard too.
   * @param {HTMLElement} drawing */
  function keepReadable(drawing) {
    const picture = drawing.querySelector("svg");
    const wide = picture && picture.viewBox.baseVal ? picture.viewBox.baseVal.width : 0;
    if (picture && wide) {
      picture.style.minWidth = Math.round(wide * SMALLEST_SHARE) + "px";
      drawing.classList.toggle("is-tall", picture.viewBox.baseVal.height > Math.max(wide * TALL, SHEET));
      const share = drawing.clientHeight / picture.viewBox.baseVal.height; // of its height that the room has
      const fitting = share < 1 && share >= SMALLEST_SHARE ? share : 1;
      picture.style.setProperty("--tl-fit", Math.floor(wide * fitting) + "px");
    }
    if (drawing.scrollWidth > drawing.clientWidth || drawing.scrollHeight > drawing.clientHeight) {
      drawing.tabIndex = 0;
      drawing.setAttribute("role", "group");
      drawing.setAttribute("aria-label", WORDS.wide);
    }
  }

  /** @param {HTMLElement} source */
  function showText(source) {
    source.classList.replace("is-waiting", "is-text");
    if (drawn.get(source)) { return; }
    source.after(element("p", { class: "tl-drawing-note" }, WORDS.failed));
  }

  /** @param {HTMLElement} source @returns {Promise<void> | undefined} */
  function render(source) {
    const wanted = scheme();
    if (drawn.get(source) === wanted) { return undefined; }
    const { mermaid } = /** @type {Window & {mermaid: Mermaid}} */ (/** @type {unknown} */ (window));
    mermaid.initialize(settings());
    number += 1;
    return mermaid.render("tl-drawing-" + number, source.textContent || "").then((result) => {
      show(source, result.svg);
      source.classList.remove("is-waiting");
      if (sources.includes(source)) { drawn.set(source, wanted); }
    });
  }

  /** Mermaid measures its texts: what shows them must be here. A font that does not come holds nothing up.
   * @param {HTMLElement} source @returns {Promise<unknown>} */
  function fonts(source) {
    const [first] = getComputedStyle(document.body).fontFamily.split(","); // those that stand in are not waited for
    const parts = ["400", "700"].map((weight) =>
      document.fonts.load(`${weight} 14px ${first}`, source.textContent || "").catch(() => []));
    return Promise.race([Promise.all(parts), new Promise((resolve) => setTimeout(resolve, FONT_WAIT))]);
  }

  /** One after the other: Mermaid keeps its settings in one place.
   * @param {HTMLElement} source */
  function draw(source) {
    const gone = () => !sources.includes(source); // with its page, while it waited for its turn
    const ready = () => (gone() ? undefined : fonts(source).then(() => render(source)));
    queue = queue.then(() => load(LIBRARY)).then(ready).catch(() => {
      if (gone()) { return; }
      showText(source);
      drawn.set(source, scheme());
    });
    return queue;
  }

  function redraw() {
    if (viewer) { viewer.close(); }
    Array.from(drawn.keys()).forEach(draw);
  }

  /** Once Mermaid is here, the rest of the page is drawn in idle moments, so that a print has every diagram. */
  function drawRest() {
    const next = sources.find((source) => !drawn.has(source));
    const whenIdle = window.requestIdleCallback || ((/** @type {() => void} */ work) => setTimeout(work, 200));
    if (next) { whenIdle(() => draw(next).then(drawRest)); }
  }

  // ---- enlarging -------------------------------------------------------------------------------------------

  /** @type {ReturnType<typeof makeViewer> | null} made when it is needed first */
  let viewer = null;

  /** A button below the drawing; a click on the drawing does the same.
   * @param {HTMLElement} drawing */
  function offerEnlarging(drawing) {
    const next = drawing.nextElementSibling;
    if (!window.HTMLDialogElement || (next && next.classList.contains("tl-enlarge"))) { return; }
    const title = drawing.querySelector("svg > title");
    const name = (title && (title.textContent || "").trim()) || WORDS.diagram;
    const label = WORDS.enlargeThis.replace("{name}", () => name);
    const button = element("button", { type: "button", class: "tl-enlarge", "aria-label": label }, WORDS.enlarge);
    const open = () => {
      viewer = viewer || makeViewer();
      viewer.open(drawing, name, button);
    };
    drawing.after(button);
    button.addEventListener("click", open);
    drawing.addEventListener("click", () => { if (getSelection()?.isCollapsed) { open(); } });
  }

  /** The dialog: holds one drawing, moved here from the page, with its size and place. */
  function makeViewer() {
    const title = element("h2", { id: "tl-viewer-title" });
    const level = element("output", { class: "tl-viewer__level" });
    const view = element("div", { class: "tl-viewer__view", tabindex: "0", role: "group", "aria-label": WORDS.how });
    const dialog = /** @type {HTMLDialogElement} */ (
      element("dialog", { class: "tl-viewer", "aria-labelledby": title.id })
    );
    const bar = element("div", { class: "tl-viewer__bar" });
    /** @type {(sign: string, label: string, action: () => void, text?: string) => HTMLElement} */
    const button = (sign, label, action, text) => {
      const made = element("button", { type: "button", "aria-label": label, title: label, "data-sign": sign }, text);
      made.addEventListener("click", action);
      return made;
    };
    bar.append(
      title, level,
      button("−", WORDS.zoomOut, () => zoom(1 / STEP)),
      button("+", WORDS.zoomIn, () => zoom(STEP)),
      button("", WORDS.reset, () => reset(), WORDS.fit),
      ...(SAVING.length ? [button("", WORDS.saveThis, keep, WORDS.save)] : []),
      button("×", WORDS.close, close)
    );
    dialog.append(bar, view);
    document.body.append(dialog);

    /**
     * @typedef {object} Shown the picture, its own size, and where it came from
     * @property {SVGSVGElement} picture
     * @property {HTMLElement} drawing
     * @property {HTMLElement} opener
     * @property {number} width
     * @property {number} height
     * @property {string | null} style
     */

    /** @type {Shown | null} */
    let shown = null;
    let size = 1;
    let left = 0;
    let top = 0;

    /** @param {HTMLElement} drawing @param {string} name @param {HTMLElement} opener */
    function open(drawing, name, opener) {
      const picture = drawing.querySelector("svg");
      if (!picture || dialog.open) { return; }
      const box = picture.viewBox.baseVal;
      drawing.style.height = drawing.offsetHeight + "px"; // so that the page does not jump
      shown = { picture, drawing, opener, width: box.width, height: box.height, style: picture.getAttribute("style") };
      title.textContent = name;
      view.replaceChildren(picture);
      dialog.showModal();
      view.focus();
      reset();
    }

    /** Closes at once, so that what follows finds the picture on the page again. */
    function close() {
      dialog.close();
      putBack();
    }

    function putBack() {
      if (!shown) { return; }
      down.clear();
      const { picture, drawing, opener, style } = shown;
      picture.setAttribute("style", style || "");
      drawing.replaceChildren(picture);
      drawing.style.height = "";
      shown = null;
      opener.focus();
    }

    /** Saves the diagram that is shown; where that fails, the line that says the size says so. */
    function keep() {
      if (!shown) { return; }
      const { picture } = shown;
      Promise.all(SAVING.map(load)).then(() => twolaneSave(picture, title.textContent || "")).catch(() => {
        level.textContent = WORDS.notSaved;
      });
    }

    /** @param {Shown} what */
    const wholeSize = (what) => Math.min(view.clientWidth / what.width, view.clientHeight / what.height);

    /** As large as the width allows and reading needs, from the top. */
    function reset() {
      if (!shown) { return; }
      const whole = wholeSize(shown);
      size = Math.min(Math.max(whole, Math.min(view.clientWidth / shown.width, 1)), 2);
      left = 0;
      top = 0;
      place();
    }

    /** In the middle where there is room, otherwise never further than its own edge.
     * @param {number} at @param {number} length @param {number} room */
    function within(at, length, room) {
      return length <= room ? (room - length) / 2 : Math.min(0, Math.max(at, room - length));
    }

    function place() {
      if (!shown) { return; }
      const width = shown.width * size;
      const height = shown.height * size;
      left = within(left, width, view.clientWidth);
      top = within(top, height, view.clientHeight);
      const style = shown.picture.style;
      Object.assign(style, { maxWidth: "none", minWidth: "0", width: width + "px", height: height + "px" });
      style.transform = `translate(${left}px, ${top}px)`;
      level.textContent = WORDS.percent.replace("{percent}", String(Math.round(size * 100)));
    }

    /** Changes the size; the point `x`, `y` of the view, else its middle, stays where it is.
     * @param {number} factor */
    function zoom(factor, x = view.clientWidth / 2, y = view.clientHeight / 2) {
      if (!shown) { return; }
      const before = size;
      size = Math.min(LARGEST, Math.max(Math.min(wholeSize(shown), 1), size * factor));
      left = x - (x - left) * (size / before);
      top = y - (y - top) * (size / before);
      place();
    }

    /** @param {number} right @param {number} down */
    function move(right, down) {
      left += right;
      top += down;
      place();
    }

    /** @type {Record<string, () => void>} */
    const KEYS = {
      "+": () => zoom(STEP),
      "=": () => zoom(STEP),
      "-": () => zoom(1 / STEP),
      "−": () => zoom(1 / STEP),
      "0": reset,
      ArrowLeft: () => move(MOVE, 0),
      ArrowRight: () => move(-MOVE, 0),
      ArrowUp: () => move(0, MOVE),
      ArrowDown: () => move(0, -MOVE)
    };
    dialog.addEventListener("keydown", (event) => {
      event.stopPropagation(); // the page below has keys of its own
      const action = KEYS[event.key];
      if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        action();
      }
    });

    /** Where a pointer is, seen from the view's corner.
     * @param {MouseEvent} event */
    const placeOf = (event) => {
      const frame = view.getBoundingClientRect();
      return { x: event.clientX - frame.left, y: event.clientY - frame.top };
    };

    view.addEventListener("wheel", (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      const { x, y } = placeOf(event);
      if (event.ctrlKey || event.metaKey) { zoom(Math.exp(-event.deltaY * lines / 300), x, y); }
      else { move(-event.deltaX * lines, -event.deltaY * lines); }
    }, { passive: false });
    view.addEventListener("dblclick", (event) => zoom(STEP * STEP, placeOf(event).x, placeOf(event).y));

    /** @type {Map<number, {x: number, y: number}>} the fingers, or the mouse, that are down */
    const down = new Map();
    view.addEventListener("pointerdown", (event) => {
      view.setPointerCapture(event.pointerId);
      down.set(event.pointerId, placeOf(event));
    });
    view.addEventListener("pointermove", (event) => {
      const was = down.get(event.pointerId);
      if (!was) { return; }
      const now = placeOf(event);
      const other = Array.from(down.entries()).filter(([id]) => id !== event.pointerId).map(([, at]) => at)[0];
      down.set(event.pointerId, now);
      if (other) { pinch(was, now, other); } else { move(now.x - was.x, now.y - was.y); }
    });
    /** @type {const} */ (["pointerup", "pointercancel"]).forEach((end) =>
      view.addEventListener(end, (event) => down.delete(event.pointerId)));

    /** @typedef {{x: number, y: number}} Point */

    /** One finger moves, the other one stays: the middle between them moves along, their distance is the size.
     * @param {Point} was @param {Point} now @param {Point} other */
    function pinch(was, now, other) {
      const distance = (/** @type {Point} */ at) => Math.hypot(at.x - other.x, at.y - other.y) || 1;
      move((now.x - was.x) / 2, (now.y - was.y) / 2);
      zoom(distance(now) / distance(was), (now.x + other.x) / 2, (now.y + other.y) / 2);
    }

    dialog.addEventListener("click", (event) => { if (event.target === dialog) { close(); } });
    dialog.addEventListener("close", putBack); // Escape comes this way alone
    window.addEventListener("resize", () => { if (shown) { reset(); } });
    return { open, close };
  }

  // ---- start -----------------------------------------------------------------------------------------------

  const seen = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      seen.unobserve(entry.target);
      draw(/** @type {HTMLElement} */ (entry.target)).then(drawRest);
    });
  }, { rootMargin: "300px" });

  twolanePage.each((gone) => {
    sources = Array.from(document.querySelectorAll("pre.tl-diagram"));
    sources.forEach((source) => {
      source.classList.add("is-waiting");
      seen.observe(source);
    });
    gone.addEventListener("abort", () => {
      if (viewer) { viewer.close(); }
      seen.disconnect();
      drawn.clear();
      sources = [];
    });
  });

  new MutationObserver(redraw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  const drawAll = () => sources.forEach(draw);
  window.addEventListener("twolane:draw", drawAll);
  window.addEventListener("beforeprint", () => {
    if (viewer) { viewer.close(); }
    drawAll();
  });
}());
