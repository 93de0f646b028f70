/*
 * Draws the diagrams of a page with the copy of Mermaid that the site itself serves.
 *
 * The big script is loaded when a diagram comes near the window; until then, and where drawing fails, the
 * diagram's text stays on the page. A change of the colour scheme draws again. No modules, since browsers
 * do not load those from files.
 */
(function () {
  "use strict";

  var library = new URL("mermaid.min.js", document.currentScript.src).href;
  var scheme = function () { return document.body.getAttribute("data-md-color-scheme") || "default"; };
  var loading = null;
  var drawn = new Map();
  var queue = Promise.resolve();
  var number = 0;

  function load() {
    loading = loading || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = library;
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
    return loading;
  }

  // Mermaid computes shades, so it needs the values of our custom properties, not their names.
  function settings() {
    var style = getComputedStyle(document.body);
    var value = function (name) { return style.getPropertyValue(name).trim(); };
    var text = value("--tl-text-drawn");
    return {
      startOnLoad: false,
      securityLevel: "strict",
      suppressErrorRendering: true,
      theme: "base",
      fontFamily: style.fontFamily,
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
        noteBkgColor: value("--tl-watch-soft"),
        noteBorderColor: value("--tl-watch"),
        noteTextColor: text,
        edgeLabelBackground: value("--tl-surface"),
        clusterBkg: value("--tl-quiet-soft"),
        clusterBorder: value("--tl-line")
      }
    };
  }

  function show(source, svg) {
    var drawing = source.nextElementSibling;
    if (!drawing || !drawing.classList.contains("tl-drawing")) {
      drawing = document.createElement("div");
      drawing.className = "tl-drawing";
      source.after(drawing);
    }
    drawing.innerHTML = svg;
    source.hidden = true;
    keepReadable(drawing);
  }

  // On a phone a wide drawing is not shrunk beyond reading; it scrolls in its own frame, by keyboard too.
  function keepReadable(drawing) {
    var picture = drawing.querySelector("svg");
    var wide = picture && picture.viewBox.baseVal ? picture.viewBox.baseVal.width : 0;
    if (wide) { picture.style.minWidth = Math.round(wide * 0.65) + "px"; }
    if (drawing.scrollWidth > drawing.clientWidth) {
      drawing.tabIndex = 0;
      drawing.setAttribute("role", "group");
      drawing.setAttribute("aria-label", "Diagram, wider than the window");
    }
  }

  function showText(source) {
    source.classList.remove("is-waiting");
    if (drawn.get(source)) { return; }
    var note = document.createElement("p");
    note.className = "tl-drawing-note";
    note.textContent = "This diagram could not be drawn here, so its text is shown.";
    source.after(note);
  }

  function render(source) {
    var wanted = scheme();
    if (drawn.get(source) === wanted) { return undefined; }
    window.mermaid.initialize(settings());
    number += 1;
    return window.mermaid.render("tl-drawing-" + number, source.textContent).then(function (result) {
      show(source, result.svg);
      source.classList.remove("is-waiting");
      drawn.set(source, wanted);
    });
  }

  // One after the other: Mermaid keeps its settings in one place.
  function draw(source) {
    queue = queue.then(load).then(function () { return render(source); }).catch(function () {
      showText(source);
      drawn.set(source, scheme());
    });
    return queue;
  }

  function redraw() {
    Array.from(drawn.keys()).forEach(draw);
  }

  // Once Mermaid is here, the rest of the page is drawn in idle moments, so that a print has every diagram.
  function drawRest() {
    var next = sources.find(function (source) { return !drawn.has(source); });
    var whenIdle = window.requestIdleCallback || function (work) { setTimeout(work, 200); };
    if (next) { whenIdle(function () { draw(next).then(drawRest); }); }
  }

  var sources = Array.from(document.querySelectorAll("pre.tl-diagram"));
  if (!sources.length) { return; }
  sources.forEach(function (source) { source.classList.add("is-waiting"); });

  var seen = new IntersectionObserver(function (entries) {
    entries.filter(function (entry) { return entry.isIntersecting; }).forEach(function (entry) {
      seen.unobserve(entry.target);
      draw(entry.target).then(drawRest);
    });
  }, { rootMargin: "300px" });
  sources.forEach(function (source) { seen.observe(source); });

  new MutationObserver(redraw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  window.addEventListener("beforeprint", function () { sources.forEach(draw); });
}());
