// @ts-check
/*
 * Deals on the pages of a process: the bar on top, the boxes to tick, progress there and in the navigation, what is
 * missing before a stage is left, the CRM's text, the sheet of paper, files. Everything stays in this browser.
 *
 * Each deal has a key of its own in the drawer, and of each item the newest change counts. So two windows never lose
 * each other's ticks: whatever one hears from the other it joins with its own.
 */
twolanePage.each((gone) => {
  "use strict";

  const { button, dialog, download, labelled, make, messages, say, upload } = twolaneParts;
  const records = twolaneDeals;
  const fill = records.fill;
  const words = twolaneWords.deals;
  const KEPT_DAYS = 30; // how long a deleted deal can be brought back
  const LARGEST_FILE = 5; // MB
  const found = document.querySelector(".tl-deal");
  if (!(found instanceof HTMLElement)) return;
  const section = found;

  /** @type {DealProcess} */
  const process = readProcess();
  const here = process.stages.find((stage) => stage.id === section.dataset.stage) || null;
  const items = new Map(process.stages.flatMap((stage) => stage.items.map((item) => [item.key, item])));

  const drawer = twolaneStorage.open("deal", (mine, theirs) => {
    const [a, b] = [records.read(mine), records.read(theirs)];
    return a && b ? records.text(records.merged(a, b)) : mine;
  });
  const aside = twolaneStorage.open("damaged");
  const last = twolaneStorage.open("last");
  /** @type {Map<string, Deal>} all deals of this playbook, of other processes too */
  const deals = new Map();
  let chosen = "";

  // ---- what the page says ------------------------------------------------------------------------------------

  /** @returns {DealProcess} */
  function readProcess() {
    const { playbook = "", process: id = "", name = "", version = "", before = "" } = section.dataset;
    const rows = [...section.querySelectorAll("li[data-stage]")].filter((row) => row instanceof HTMLElement);
    const stages = rows.map((row) => ({
      id: row.dataset.stage || "",
      name: linkOf(row).textContent || "",
      before: several(row.dataset.before),
      items: [...row.querySelectorAll("i")].map(readItem)
    }));
    return { playbook, id, name, version, before: several(before), retired: section.dataset.retired !== undefined, stages };
  }

  /** @param {string | undefined} text */
  function several(text) {
    return (text || "").split(" ").filter(Boolean);
  }

  /** @param {HTMLElement} mark @returns {Item} */
  function readItem(mark) {
    const { item: key = "", part = "", text = "", evidence = "", required, appliesTo } = mark.dataset;
    const before = several(mark.dataset.before);
    return { key, part, text, evidence, before, required: required === "yes", newOnly: appliesTo === "new-only" };
  }

  /** @param {Element} row @returns {HTMLAnchorElement} */
  function linkOf(row) {
    return /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
  }

  /** @param {string} stage @returns {HTMLElement} */
  function rowOf(stage) {
    return /** @type {HTMLElement} */ (section.querySelector(`li[data-stage="${CSS.escape(stage)}"]`));
  }

  // ---- keeping -----------------------------------------------------------------------------------------------

  /** @returns {Deal | null} */
  function current() {
    const deal = deals.get(chosen);
    return deal && deal.state.is === "open" && records.belongs(deal, process) ? deal : null;
  }

  /** The deals in a state, by name: of this process, or of all others, of such too as the playbook no longer has.
   * @param {DealState} state @param {boolean} [here] */
  function having(state, here = true) {
    const found = [...deals.values()].filter((deal) => records.belongs(deal, process) === here && deal.state.is === state);
    return found.sort((a, b) => a.name.is.localeCompare(b.name.is));
  }

  function load() {
    drawer.keys().forEach((key) => {
      const text = drawer.read(key) || "";
      const deal = records.read(text);
      if (!deal || deal.id !== key) setAside(key, text);
      else if (isOver(deal)) drawer.write(key, null);
      else deals.set(key, deal);
    });
    chooseLast();
  }

  /** The deal that this window had last, on whichever page, else the one that any window had. */
  function chooseLast() {
    const before = [last.forWindow, last.read].flatMap((of) => [process.id, ...process.before].map((id) => of(id)));
    choose(before.find(Boolean) || "", false);
  }

  /** @param {Deal} deal */
  function isOver(deal) {
    return deal.state.is === "deleted" && Date.now() - Date.parse(deal.state.at) > KEPT_DAYS * 86400000;
  }

  /** What cannot be read is moved out of the way first, and only then taken from its place.
   * @param {string} key @param {string} text */
  function setAside(key, text) {
    if (aside.write(`${key}:${Date.now()}`, text) === "saved") drawer.write(key, null);
  }

  /** @param {Deal} deal */
  function keep(deal) {
    const stored = records.read(drawer.read(deal.id) || "");
    const whole = records.merged(deal, stored || deal);
    deals.set(deal.id, whole);
    report(drawer.write(deal.id, records.text(whole)));
    render();
  }

  /** @param {Kept} kept */
  function report(kept) {
    if (kept === "saved") messages("alert").querySelector(".tl-message--storage")?.remove();
    if (kept === "saved") return;
    say(words[kept], [
      { text: words.tryAgain, act: () => { report(drawer.retry()); render(); } },
      { text: words.exportAll, act: exportAll }
    ], { alert: true });
    messages("alert").firstElementChild?.classList.add("tl-message--storage");
  }

  /** What another window has written is joined with what this one knows.
   * @param {string} key @param {string | null} text */
  function heard(key, text) {
    const theirs = text === null ? null : records.read(text);
    const mine = deals.get(key);
    if (text === null) deals.delete(key);
    else if (theirs) deals.set(key, mine ? records.merged(mine, theirs) : theirs);
    const whole = deals.get(key);
    if (theirs && whole && !records.same(whole, theirs)) report(drawer.write(key, records.text(whole)));
    render();
  }

  /** @param {string} id @param {boolean} [remember] */
  function choose(id, remember = true) {
    chosen = id;
    const deal = current();
    if (remember) {
      last.forWindow(process.id, id);
      last.write(process.id, id);
    }
    const known = deal && records.acquainted(deal, process);
    if (deal && known && !records.same(deal, known)) keep(known);
    else render();
  }

  /** Changes the state of a deal, and offers to take it back.
   * @param {Deal} deal @param {DealState} state @param {string} text */
  function put(deal, state, text) {
    const before = chosen;
    keep(records.put(deal, state));
    const undo = () => {
      keep(records.put(deals.get(deal.id) || deal, deal.state.is));
      choose(before);
      say(fill(words.restored, { name: deal.name.is }));
    };
    say(fill(text, { name: deal.name.is }), [{ text: words.undo, act: undo }], { focus: true });
  }

  // ---- the bar -----------------------------------------------------------------------------------------------

  const picker = make("select", { class: "tl-deal__pick" });
  const buttons = {
    fresh: button({ text: words.newDeal, act: () => nameDeal(), main: true }),
    copy: button({ text: words.copy, act: copyText }),
    print: button({ text: words.print, act: print }),
    manage: button({ text: words.manage, act: manage })
  };
  const progressLine = make("p", { class: "tl-deal__progress", role: "status" });
  const changesButton = button({ text: words.showChanges, act: showChanges });
  const keptLine = make("p", { class: "tl-deal__kept" });
  const printedLine = make("p", { class: "tl-deal__printed" });

  function buildBar() {
    const bar = /** @type {HTMLElement} */ (section.querySelector(".tl-deal__bar"));
    section.setAttribute("aria-label", words.bar);
    picker.addEventListener("change", () => choose(picker.value));
    const pressed = Object.values(buttons).filter((each) => each !== buttons.fresh || !process.retired);
    const row = make("div", { class: "tl-deal__row" }, labelled(words.pick, picker), ...pressed);
    bar.replaceChildren(row, progressLine, make("div", { class: "tl-deal__foot" }, keptLine, changesButton));
    section.before(printedLine);
  }

  /** @param {Deal | null} deal */
  function renderBar(deal) {
    const options = [make("option", { value: "" }, words.noDeal), ...having("open").map((each) =>
      make("option", { value: each.id }, each.name.is))];
    picker.replaceChildren(...options);
    picker.value = deal ? deal.id : "";
    buttons.copy.disabled = buttons.print.disabled = !deal;
    changesButton.hidden = !deal || changesIn(deal).every((list) => list.length === 0);
    write(progressLine, deal ? progressText(deal) : process.retired ? words.retired : words.chooseFirst);
    write(keptLine, drawer.works() ? words.keptHere : words.keptNowhere);
    write(printedLine, deal ? fill(words.printed, {
      name: deal.name.is, process: process.name, version: process.version, stage: stageName(deal)
    }) : "");
  }

  /** Only what changes is written, so that a screen reader hears only that.
   * @param {HTMLElement} element @param {string} text */
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** The stage that a deal is in; nothing where the process no longer has it.
   * @param {Deal} deal @returns {DealStage | undefined} */
  const stageOf = (deal) => process.stages[records.indexOf(process, deal.stage.is)];

  /** @param {Deal} deal */
  const stageName = (deal) => stageOf(deal)?.name || "";

  /** What is open again, what has become required up to the deal's stage, and what is gone.
   * @param {Deal} deal @returns {[{stage: DealStage, item: Item}[], {stage: DealStage, item: Item}[], Tick[]]} */
  function changesIn(deal) {
    const at = records.indexOf(process, deal.stage.is);
    const all = process.stages.flatMap((stage, number) => stage.items.map((item) => ({ stage, item, number })));
    const changed = all.filter(({ item }) => records.standing(deal, item) === "changed");
    const tightened = all.filter(({ item, number }) => number <= at && records.tightened(deal, item));
    return [changed, tightened.filter((each) => !changed.includes(each)), records.gone(deal, process)];
  }

  /** @param {Deal} deal */
  function progressText(deal) {
    const all = records.whole(deal, process);
    const own = here && records.progress(deal, here);
    const [changed, tightened, gone] = changesIn(deal).map((list) => list.length);
    return [
      process.retired ? words.retired : "",
      here && own ? fill(words.progress, { stage: here.name, done: own.done, of: own.of }) : "",
      fill(words.progressAll, { process: process.name, done: all.done, of: all.of }),
      stageOf(deal) ? fill(words.isIn, { stage: stageName(deal) }) : fill(words.wasIn, { stage: deal.stage.is }),
      deal.version === process.version ? "" : fill(words.startedOn, { old: deal.version, version: process.version }),
      changed ? fill(words.changedCount, { count: changed }) : "",
      tightened ? fill(words.tightenedCount, { count: tightened }) : "",
      gone ? fill(words.removedCount, { count: gone }) : ""
    ].filter(Boolean).join(" ");
  }

  // ---- boxes, counts, navigation -----------------------------------------------------------------------------

  const boxes = [...document.querySelectorAll("input[data-tick]")].filter((box) => box instanceof HTMLInputElement);

  function buildBoxes() {
    boxes.forEach((box) => {
      box.disabled = false;
      box.addEventListener("change", () => tick(box));
      const row = box.closest(".tl-checklist > li");
      row?.addEventListener("click", (event) => {
        const on = event.target instanceof Element ? event.target : null;
        const busy = on?.closest("a, button, input, details, .tl-changed") || String(window.getSelection() || "");
        if (!busy) box.click();
      });
    });
  }

  /** @param {HTMLInputElement} box */
  function tick(box) {
    const item = items.get(box.dataset.tick || "");
    const deal = current();
    if (!item) return;
    if (deal) keep(records.ticked(deal, item, box.checked, process));
    else {
      box.checked = false;
      if (process.retired) say(words.retired);
      else nameDeal((made) => keep(records.ticked(made, item, true, process)));
    }
  }

  /** @param {Deal | null} deal */
  function renderBoxes(deal) {
    boxes.forEach((box) => {
      const item = items.get(box.dataset.tick || "");
      if (!item) return;
      const standing = deal ? records.standing(deal, item) : "open";
      box.checked = standing === "done";
      renderChange(box, item, deal, standing === "changed");
    });
  }

  /** Old and new words below an item that is open again, and that it has become required.
   * @param {HTMLInputElement} box @param {Item} item @param {Deal | null} deal @param {boolean} changed */
  function renderChange(box, item, deal, changed) {
    const row = box.closest("li, .tl-step-head") || box;
    const note = row.classList.contains("tl-step-head") ? row.nextElementSibling : row.querySelector(".tl-changed");
    const shown = note && note.classList.contains("tl-changed") ? note : null;
    const tick = deal && changed ? records.tickOf(deal, item) : undefined;
    if (!deal || !(tick || records.tightened(deal, item))) {
      shown?.remove();
      return;
    }
    const confirm = () => {
      keep(records.ticked(deal, item, true, process));
      box.focus();
    };
    const still = { text: words.stillTrue, name: `${words.stillTrue}: ${item.text}`, act: confirm };
    const made = make("div", { class: "tl-changed tl-no-print" }, ...(tick ? changeLines(item, tick) : []),
      ...tightenedLines(deal, item), ...(tick ? [button(still)] : []));
    if (shown) shown.replaceWith(made);
    else if (row.classList.contains("tl-step-head")) row.after(made);
    else row.append(made);
  }

  /** @param {Item} item @param {Tick} tick */
  function changeLines(item, tick) {
    const spoken = tick.evidence !== item.evidence;
    return [
      make("p", {}, fill(words.changed, { version: tick.version })),
      make("p", {}, fill(words.before, { text: said(tick, spoken) })),
      make("p", {}, fill(words.now, { text: said(item, spoken) }))
    ];
  }

  /** @param {Deal} deal @param {Item} item */
  function tightenedLines(deal, item) {
    const version = records.tightened(deal, item);
    return version ? [make("p", {}, fill(words.tightened, { version }))] : [];
  }

  /** @param {{text: string, evidence: string}} each @param {boolean} withEvidence */
  function said(each, withEvidence) {
    return withEvidence ? fill(words.withEvidence, { text: each.text, evidence: each.evidence || "–" }) : each.text;
  }

  /** @param {Deal | null} deal */
  function renderCounts(deal) {
    process.stages.forEach((stage) => {
      const count = rowOf(stage.id).querySelector(".tl-deal__count");
      const progress = deal && records.progress(deal, stage);
      const figures = progress ? { done: progress.done, of: progress.of } : { done: 0, of: stage.items.length };
      count?.replaceChildren(make("span", { "aria-hidden": "true" }, fill(words.count, figures)),
        make("span", { class: "tl-sr" }, fill(words.countSpoken, figures)));
      rowOf(stage.id).classList.toggle("is-here", Boolean(deal) && stageOf(/** @type {Deal} */ (deal)) === stage);
      rowOf(stage.id).classList.toggle("is-whole", Boolean(progress && progress.of && progress.done === progress.of));
    });
  }

  /** @type {Map<string, HTMLAnchorElement[]>} links of the navigation, by stage */
  const navigation = new Map();

  function findNavigation() {
    /** @param {string} href */
    const bare = (href) => new URL(href, document.baseURI).href.replace(/#.*$/, "");
    const links = [...document.querySelectorAll(".md-sidebar--primary a.md-nav__link")];
    const found = links.filter((link) => link instanceof HTMLAnchorElement);
    process.stages.forEach((stage) => {
      const address = bare(linkOf(rowOf(stage.id)).href);
      navigation.set(stage.id, found.filter((link) => bare(link.href) === address));
    });
  }

  /** @param {Deal | null} deal */
  function renderNavigation(deal) {
    process.stages.forEach((stage) => (navigation.get(stage.id) || []).forEach((link) => {
      link.querySelector(".tl-nav-mark")?.remove();
      const progress = deal && records.progress(deal, stage);
      if (!progress || !progress.of) return;
      const figures = { done: progress.done, of: progress.of };
      const whole = progress.done === progress.of;
      const mark = make("span", { class: whole ? "tl-nav-mark is-whole" : "tl-nav-mark" },
        make("span", { "aria-hidden": "true" }, whole ? "✓" : fill(words.count, figures)),
        make("span", { class: "tl-sr" }, whole ? words.allDone : fill(words.countSpoken, figures)));
      link.classList.add("tl-has-mark");
      link.append(mark);
    }));
  }

  // ---- before a stage is left --------------------------------------------------------------------------------

  const leave = document.querySelector(".tl-leave");
  const leaveLine = make("p", {});
  const missingButton = button({ text: words.showMissing, act: () => showMissing(null) });
  const moveButton = button({ text: words.moveHere, act: move });

  function buildLeave() {
    if (!(leave instanceof HTMLElement)) return;
    leave.setAttribute("role", "group");
    leave.setAttribute("aria-label", words.leaving);
    const row = make("div", { class: "tl-leave__row" }, missingButton, moveButton);
    leave.replaceChildren(make("p", { class: "tl-leave__title", "aria-hidden": "true" }, words.leaving), leaveLine, row);
  }

  /** The stages up to and with one, each with what is missing there.
   * @param {Deal} deal @param {string} stage */
  function missingUpTo(deal, stage) {
    const upTo = process.stages.slice(0, records.indexOf(process, stage) + 1);
    const found = upTo.map((each) => ({ stage: each, missing: records.progress(deal, each).missing }));
    return found.filter((each) => each.missing.length);
  }

  /** The stage to which the button of this page moves the deal, the one before which nothing may be missing, or nothing.
   * @param {Deal} deal @returns {{to: DealStage, from: number} | null} */
  function nextMove(deal) {
    if (!here) return null;
    const at = records.indexOf(process, here.id);
    if (stageOf(deal) !== here) return { to: here, from: at - 1 };
    return at + 1 < process.stages.length ? { to: process.stages[at + 1], from: at } : null;
  }

  /** @param {Deal | null} deal */
  function renderLeave(deal) {
    if (!here) return;
    const next = deal && nextMove(deal);
    const found = deal ? missingUpTo(deal, here.id) : [];
    const own = found.filter((each) => each.stage === here).reduce((sum, each) => sum + each.missing.length, 0);
    const earlier = found.reduce((sum, each) => sum + each.missing.length, 0) - own;
    const says = own ? fill(words.leaveMissing, { count: own }) : words.leaveReady;
    write(leaveLine, deal ? `${says} ${earlier ? fill(words.leaveEarlier, { count: earlier }) : ""}`.trim() : words.leaveNoDeal);
    if (leave) leave.classList.toggle("is-missing", own + earlier > 0);
    missingButton.disabled = own + earlier === 0;
    moveButton.disabled = !next;
    const forth = next && next.to !== here;
    write(moveButton, forth ? fill(words.moveOn, { stage: next.to.name }) : words.moveHere);
  }

  function move() {
    const deal = current();
    const next = deal && nextMove(deal);
    if (!deal || !next) return;
    const lacking = next.from >= 0 ? missingUpTo(deal, process.stages[next.from].id) : [];
    if (lacking.length) showMissing(next);
    else moveTo(next.to);
  }

  /** @param {DealStage} stage */
  function moveTo(stage) {
    const deal = current();
    if (!deal) return;
    const before = deal.stage.is;
    keep(records.moved(deal, stage.id));
    const undo = () => keep(records.moved(deals.get(deal.id) || deal, before));
    const href = linkOf(rowOf(stage.id)).href;
    const link = stage === here ? undefined : make("a", { href, class: "tl-press" }, fill(words.openStage, { stage: stage.name }));
    say(fill(words.movedTo, { name: deal.name.is, stage: stage.name }), [{ text: words.undo, act: undo }], { focus: !!link, link });
  }

  /** What is missing, as links; with a move at hand also whether to make it nevertheless.
   * @param {{to: DealStage, from: number} | null} next */
  function showMissing(next) {
    const deal = current();
    if (!deal || !here) return;
    const upTo = next && next.from >= 0 ? process.stages[next.from].id : here.id;
    const lists = missingUpTo(deal, upTo).flatMap(({ stage, missing }) => [
      make("h3", {}, fill(words.missingIn, { stage: stage.name })),
      make("ul", {}, ...missing.map((item) => make("li", {}, missingLink(stage, item, () => close()))))
    ]);
    const stay = button({ text: next ? words.stayHere : words.close, act: () => close(), main: true });
    const go = next ? [button({ text: words.moveAnyway, act: () => { close(); moveTo(next.to); } })] : [];
    const close = dialog(words.missingTitle, lists.length ? lists : [words.nothingMissing], [stay, ...go]);
  }

  /** @param {DealStage} stage @param {Item} item @param {() => void} close */
  function missingLink(stage, item, close) {
    const anchor = `#${item.key.replace(":", "-")}`;
    const link = make("a", { href: stage === here ? anchor : linkOf(rowOf(stage.id)).href + anchor }, item.text);
    link.addEventListener("click", close);
    return link;
  }

  function showChanges() {
    const deal = current();
    if (!deal) return;
    const [again, tightened, left] = changesIn(deal);
    /** @param {{stage: DealStage, item: Item}} each */
    const row = ({ stage, item }) => {
      const tick = records.standing(deal, item) === "changed" ? records.tickOf(deal, item) : undefined;
      const link = missingLink(stage, item, () => close());
      return make("li", {}, `${stage.name}: `, link, ...(tick ? changeLines(item, tick) : []), ...tightenedLines(deal, item));
    };
    const gone = left.map((tick) =>
      make("li", {}, fill(words.goneLine, { text: said(tick, tick.evidence !== ""), version: tick.version })));
    /** @type {(heading: string, rows: HTMLElement[]) => HTMLElement[]} */
    const list = (heading, rows) => (rows.length ? [make("h3", {}, heading), make("ul", {}, ...rows)] : []);
    const contents = [
      ...list(words.changesHere, again.map(row)), ...list(words.changesTightened, tightened.map(row)),
      ...list(words.changesGone, gone)
    ];
    const done = button({ text: words.close, act: () => close(), main: true });
    const close = dialog(fill(words.changesTitle, { name: deal.name.is }), contents, [done]);
  }

  // ---- naming ------------------------------------------------------------------------------------------------

  /** @param {string} name @param {string} [but] the deal that may have it */
  function isTaken(name, but) {
    const all = [...having("open"), ...having("archived")];
    return all.some((deal) => deal.id !== but && deal.name.is.toLowerCase() === name.toLowerCase());
  }

  /** A field for a name with its complaint below, which `check` fills and turns into the name or nothing.
   * @param {string} name @param {string} [but] */
  function nameField(name, but) {
    const complaint = make("p", { class: "tl-field__wrong", id: "tl-name-wrong", role: "alert" });
    const field = make("input", {
      type: "text", maxlength: "120", autocomplete: "off", "aria-describedby": "tl-name-wrong", required: true
    });
    field.value = name;
    const check = () => {
      const given = field.value.trim();
      const wrong = !given ? words.nameMissing : isTaken(given, but) ? words.nameTaken : "";
      complaint.textContent = wrong;
      if (wrong) {
        field.setAttribute("aria-invalid", "true");
        field.focus();
      }
      return wrong ? "" : given;
    };
    return { field, check, rows: [labelled(words.nameLabel, field), complaint] };
  }

  /** @param {(made: Deal) => void} [then] */
  function nameDeal(then) {
    const name = nameField("");
    name.field.setAttribute("autofocus", "");
    const stage = make("select", {}, ...process.stages.map((each) => make("option", { value: each.id }, each.name)));
    stage.value = (here || process.stages[0]).id;
    const create = () => {
      const given = name.check();
      if (!given) return;
      const deal = records.create(process, given, stage.value);
      keep(deal);
      close();
      choose(deal.id);
      if (then) then(deals.get(deal.id) || deal);
      if (drawer.works() && !drawer.waits()) say(fill(words.created, { name: given }));
    };
    const form = make("form", { novalidate: true }, ...name.rows, labelled(words.stageLabel, stage),
      make("p", { class: "tl-quiet" }, drawer.works() ? words.keptHere : words.keptNowhere));
    form.addEventListener("submit", (event) => { event.preventDefault(); create(); });
    // Without a button of its own a form with several fields does not take Enter.
    form.append(make("button", { type: "submit", hidden: true }));
    const close = dialog(words.newTitle, [form], [
      button({ text: words.create, act: create, main: true }), button({ text: words.cancel, act: () => close() })
    ]);
  }

  // ---- all deals ---------------------------------------------------------------------------------------------

  function manage() {
    const deal = current();
    /** Closes the dialog, then acts.
     * @param {() => void} act */
    const then = (act) => () => { close(); act(); };
    /** @type {(title: string, found: Deal[], presses: (deal: Deal) => HTMLElement[]) => HTMLElement[]} */
    const list = (title, found, presses) => (found.length ? [make("h3", {}, title), make("ul", { class: "tl-deals" },
      ...found.map((each) => make("li", {}, make("span", {}, lineOf(each)), ...presses(each))))] : []);
    /** @type {(text: string, name: string, act: () => void) => HTMLElement} */
    const named = (text, name, act) => button({ text, name, act: then(act) });
    /** @param {Deal} each */
    const remove = (each) => named(words.remove, fill(words.removeNamed, { name: each.name.is }),
      () => put(each, "deleted", words.removed));
    /** @param {Deal} each */
    const restore = (each) => named(words.restore, fill(words.restoreNamed, { name: each.name.is }), () => bringBack(each));
    const contents = [
      ...(deal ? ownPart(deal, () => close()) : []),
      ...list(words.openDeals, having("open"), (each) => [
        named(words.open, fill(words.openNamed, { name: each.name.is }), () => choose(each.id)),
        named(words.archive, fill(words.archiveNamed, { name: each.name.is }), () => put(each, "archived", words.archived)),
        remove(each)
      ]),
      ...list(words.archivedDeals, having("archived"), (each) => [restore(each), remove(each)]),
      ...list(fill(words.deletedDeals, { days: KEPT_DAYS }), 
        [...having("deleted"), ...having("deleted", false)], (each) => [restore(each)]),
      ...list(words.otherDeals, having("open", false), (each) => [
        named(words.exportOther, fill(words.exportNamed, { name: each.name.is }), () => exportDeals([each], each.name.is)),
        remove(each)
      ]),
      ...(deals.size ? [] : [make("p", {}, words.noDeals)]),
      ...elsewherePart(then),
      make("p", { class: "tl-quiet" }, drawer.works() ? words.keptHere : words.keptNowhere, " ",
        make("a", { href: section.querySelector(".tl-deal__help")?.getAttribute("href") || "#" }, words.help))
    ];
    const close = dialog(fill(words.manageTitle, { process: process.name }), contents, [
      button({ text: words.close, act: () => close(), main: true }),
      button({ text: words.importFile, act: () => upload(".json,application/json", (file) => { close(); importFile(file); }) }),
      button({ text: words.exportAll, act: then(exportAll), disabled: deals.size === 0 })
    ]);
  }

  /** The part of the dialog about what other places keep.
   * @param {(act: () => void) => () => void} then @returns {HTMLElement[]} */
  function elsewherePart(then) {
    const rows = elsewhere().map((each) => {
      const line = fill(words.elsewhereLine, { count: each.found.length, playbook: each.other.title });
      const press = { text: words.takeOver, name: `${words.takeOver}: ${line}`, act: then(() => takeOver(each)) };
      return make("li", {}, make("span", {}, line), button(press));
    });
    return rows.length ? [make("h3", {}, words.elsewhere), make("ul", { class: "tl-deals" }, ...rows)] : [];
  }

  /** @param {Deal} deal */
  function lineOf(deal) {
    if (!records.belongs(deal, process)) return fill(words.otherLine, { name: deal.name.is, process: deal.process });
    const { done, of } = records.whole(deal, process);
    return fill(words.dealLine, { name: deal.name.is, done, of, stage: stageName(deal) || "–" });
  }

  /** The part of the dialog that is about the chosen deal.
   * @param {Deal} deal @param {() => void} close @returns {HTMLElement[]} */
  function ownPart(deal, close) {
    const name = nameField(deal.name.is, deal.id);
    const rename = () => {
      const given = name.check();
      if (!given) return;
      close();
      keep(records.renamed(deals.get(deal.id) || deal, given));
      say(fill(words.renamed, { name: given }));
    };
    const form = make("form", { novalidate: true, class: "tl-inline" }, ...name.rows, make("div", { class: "tl-dialog__buttons" },
      button({ text: words.rename, act: rename }),
      button({ text: words.exportOne, act: () => { close(); exportDeals([deal], deal.name.is); } })));
    form.addEventListener("submit", (event) => { event.preventDefault(); rename(); });
    return [make("h3", {}, fill(words.thisDeal, { name: deal.name.is })), form];
  }

  /** @param {Deal} deal */
  function bringBack(deal) {
    keep(records.put(deal, "open"));
    if (records.belongs(deal, process)) choose(deal.id);
    say(fill(words.restored, { name: deal.name.is }));
  }

  // ---- the CRM and paper -------------------------------------------------------------------------------------

  async function copyText() {
    const deal = current();
    if (!deal) return;
    const text = records.plain(deal, process);
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied);
    } catch {
      copyByHand(text);
    }
  }

  /** @param {string} text */
  function copyByHand(text) {
    const field = make("textarea", { readonly: true, rows: "12", autofocus: true });
    field.value = text;
    const close = dialog(words.copyTitle, [make("p", {}, words.copyByHand), labelled(words.copyText, field)],
      [button({ text: words.close, act: () => close(), main: true })]);
    field.select();
  }

  /** A sheet of the stage, on the process's page one of all stages, is all that goes to paper. */
  function print() {
    const deal = current();
    if (!deal) return;
    const sheet = make("section", { class: "tl-sheet" },
      make("h1", {}, fill(words.sheetTitle, { stage: here ? here.name : process.name, name: deal.name.is })),
      make("p", {}, fill(words.sheetAbout, {
        process: process.name, version: process.version, day: new Date().toLocaleDateString(document.documentElement.lang || "en", { dateStyle: "long" })
      })),
      make("p", {}, progressText(deal)),
      ...(here ? [here] : process.stages).flatMap((stage) => sheetOf(deal, stage)), ...(here ? [notes()] : []));
    removeSheet(); // A browser that never says when it has printed leaves the last one behind.
    document.body.append(sheet);
    document.documentElement.classList.add("tl-sheet-on");
    window.addEventListener("afterprint", removeSheet, { once: true, signal: gone });
    window.print();
  }

  function removeSheet() {
    document.querySelectorAll(".tl-sheet").forEach((each) => each.remove());
    document.documentElement.classList.remove("tl-sheet-on");
  }

  function notes() {
    return make("div", { class: "tl-sheet__notes" }, make("h2", {}, words.sheetNotes));
  }

  /** @param {Deal} deal @param {DealStage} stage @returns {HTMLElement[]} */
  function sheetOf(deal, stage) {
    const { done, of } = records.progress(deal, stage);
    /** @type {[string, string][]} */
    const parts = [["entry", words.sheetEntry], ["step", words.sheetSteps], ["exit", words.sheetExit]];
    const lists = parts.flatMap(([part, title]) => {
      const rows = stage.items.filter((item) => item.part === part).map((item) => sheetRow(deal, item));
      return rows.length ? [make(here ? "h2" : "h3", {}, title), make("ul", {}, ...rows)] : [];
    });
    return here ? lists : [make("h2", {}, fill(words.textHeading, { stage: stage.name, done, of })), ...lists];
  }

  /** @param {Deal} deal @param {Item} item */
  function sheetRow(deal, item) {
    const done = records.standing(deal, item) === "done";
    // Criteria are required unless they say otherwise, steps the other way round: what is usual goes without saying.
    const unusual = item.required === (item.part === "step");
    const mark = unusual ? ` (${item.required ? words.sheetRequired : words.sheetOptional})` : "";
    const evidence = item.evidence ? [make("small", {}, fill(words.sheetEvidence, { evidence: item.evidence }))] : [];
    return make("li", {}, make("span", { class: "tl-sheet__box" }, done ? "☒" : "☐"),
      make("span", {}, item.text + mark, ...evidence));
  }

  // ---- files -------------------------------------------------------------------------------------------------

  function exportAll() {
    exportDeals([...deals.values()].filter((deal) => deal.state.is !== "deleted"), "");
  }

  /** @param {Deal[]} several @param {string} name */
  function exportDeals(several, name) {
    const short = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
    const day = new Date().toISOString().slice(0, 10);
    download(["deals", short, day].filter(Boolean).join("-") + ".json", records.file(several, process.playbook));
    say(words.exported);
  }

  /** @param {File} file */
  async function importFile(file) {
    if (file.size > LARGEST_FILE * 1024 * 1024) return refuse(fill(words.fileTooLarge, { most: LARGEST_FILE }));
    let content = "";
    try {
      content = await file.text();
    } catch {
      return refuse(words.fileUnreadable);
    }
    const found = records.fromFile(content);
    if ("problem" in found) return refuse(found.problem);
    const news = found.deals.filter((deal) => {
      const mine = deals.get(deal.id);
      return !mine || !records.same(mine, deal);
    });
    if (!news.length) return say(words.importNothing);
    const meeting = news.filter((deal) => deals.has(deal.id));
    const { playbook } = found;
    const from = playbook && playbook !== process.playbook ? fill(words.importFrom, { playbook }) : "";
    if (meeting.length) ask(meeting, (choices) => take(news, choices, from));
    else take(news, new Map(), from);
  }

  /** @param {string} problem */
  function refuse(problem) {
    const close = dialog(words.importTitle, [make("p", {}, problem)],
      [button({ text: words.close, act: () => close(), main: true })]);
  }

  /** Asks for each deal that is here already what shall happen.
   * @param {Deal[]} meeting @param {(choices: Map<string, string>) => void} then */
  function ask(meeting, then) {
    const fields = meeting.map((deal, number) => {
      const mine = /** @type {Deal} */ (deals.get(deal.id));
      const options = [["merge", words.importMerge], ["both", words.importBoth], ["replace", words.importReplace]];
      return make("fieldset", {}, make("legend", {}, fill(words.importSame, { name: mine.name.is })),
        make("p", {}, fill(words.importMine, summary(mine))), make("p", {}, fill(words.importTheirs, summary(deal))),
        ...options.map(([value, text]) => make("label", {}, make("input", {
          type: "radio", name: `tl-import-${number}`, value, checked: value === "merge", "data-deal": deal.id
        }), ` ${text}`)));
    });
    const go = () => {
      const picked = fields.flatMap((field) => [...field.querySelectorAll("input")]).filter((field) => field.checked);
      close();
      then(new Map(picked.map((field) => [field.dataset.deal || "", field.value])));
    };
    const close = dialog(words.importTitle, fields, [
      button({ text: words.importGo, act: go, main: true }), button({ text: words.cancel, act: () => close() })
    ]);
  }

  /** @param {Deal} deal */
  function summary(deal) {
    const done = Object.values(deal.items).filter((tick) => tick.done).length;
    return { done, day: records.changedAt(deal).slice(0, 16).replace("T", " ") };
  }

  /** @param {Deal[]} news @param {Map<string, string>} choices what happens to those that are here already
   * @param {string} from what there is to say of where the file comes from
   * @param {{says: Counted, name: string, back: () => void}} [how] what it says, what deals are called whose name is
   * taken, and what else happens when it is undone */
  function take(news, choices, from, how = { says: words.importDone, name: words.copyName, back: () => {} }) {
    const before = news.map((deal) => ({ mine: deals.get(deal.id) }));
    const taken = news.map((deal) => {
      const mine = deals.get(deal.id);
      const choice = mine ? choices.get(deal.id) || "merge" : "new";
      if (choice === "both" || (choice === "new" && isTaken(deal.name.is))) return asAnother(deal, choice === "both", how.name);
      if (choice === "replace") return replaced(deal);
      return mine ? opened(records.merged(mine, deal)) : opened(deal);
    });
    taken.forEach((deal) => {
      deals.set(deal.id, deal);
      report(drawer.write(deal.id, records.text(deal)));
    });
    const own = taken.find((deal) => records.belongs(deal, process) && deal.state.is === "open");
    const others = taken.filter((deal) => !records.belongs(deal, process)).length;
    if (own) choose(own.id);
    else render();
    const undo = () => {
      taken.forEach((deal) => forget(deal.id));
      before.forEach(({ mine }) => (mine ? bring(mine) : undefined));
      how.back();
      render();
    };
    const otherwhere = others ? fill(words.importOther, { count: others }) : "";
    const text = [fill(how.says, { count: taken.length }), otherwhere, from].filter(Boolean).join(" ");
    say(text, [{ text: words.undo, act: undo }], { focus: true });
  }

  /** A deal from a file that was deleted here or there is to be seen again.
   * @param {Deal} deal */
  const opened = (deal) => (deal.state.is === "deleted" ? records.put(deal, "open") : deal);

  /** Every field of the one in the file, as if it had been written now, so that other windows follow.
   * @param {Deal} deal @returns {Deal} */
  function replaced(deal) {
    const mine = /** @type {Deal} */ (deals.get(deal.id));
    const at = new Date(Math.max(Date.now(), Date.parse(records.changedAt(mine)) + 1)).toISOString();
    /** @type {Record<string, Tick>} */
    const cleared = {};
    Object.entries(mine.items).forEach(([key, tick]) => { cleared[key] = { ...tick, done: false, at }; });
    /** @type {Record<string, Tick>} */
    const written = {};
    Object.entries(deal.items).forEach(([key, tick]) => { written[key] = { ...tick, at }; });
    const state = deal.state.is === "deleted" ? "open" : deal.state.is;
    return {
      ...deal, items: { ...cleared, ...written }, name: { ...deal.name, at }, stage: { ...deal.stage, at }, state: { is: state, at }
    };
  }

  /** @param {Deal} deal @param {boolean} fresh whether it also becomes another deal @param {string} called */
  function asAnother(deal, fresh, called) {
    let name = fill(called, { name: deal.name.is });
    while (isTaken(name)) name = fill(called, { name });
    const other = fresh ? records.copy(deal, name) : records.renamed(deal, name);
    return opened(other);
  }

  /** @param {string} id */
  function forget(id) {
    deals.delete(id);
    report(drawer.write(id, null));
  }

  /** @param {Deal} deal */
  function bring(deal) {
    deals.set(deal.id, deal);
    report(drawer.write(deal.id, records.text(deal)));
  }

  // ---- damaged deals -----------------------------------------------------------------------------------------

  /** @returns {boolean} whether there is anything to tell */
  function tellDamaged() {
    const count = aside.keys().length;
    if (!count) return false;
    const save = () => {
      const kept = aside.keys().map((key) => ({ key, text: aside.read(key) }));
      download("deals-damaged.json", `${JSON.stringify({ format: "twolane-damaged-deals", kept }, null, 2)}\n`);
      offer();
    };
    const forgetAll = () => aside.keys().forEach((key) => aside.write(key, null));
    const offer = () => say(fill(words.damaged, { count }), [
      { text: words.saveDamaged, act: save }, { text: words.forgetDamaged, act: forgetAll }
    ], { alert: true });
    offer();
    return true;
  }

  // ---- deals of the same playbook elsewhere ------------------------------------------------------------------

  /** @typedef {{other: Other, found: Deal[], fresh: string[]}} Elsewhere `fresh` are the ids not offered before */

  /** What other places of this browser keep, such as the site's last address, and this one has not. */
  function elsewhere() {
    return drawer.others().map((other) => {
      const read = other.entries.map(({ text, answered }) => ({ deal: records.read(text), answered }));
      const missing = read.flatMap(({ deal, answered }) =>
        (deal && deal.state.is !== "deleted" && !deals.has(deal.id) ? [{ deal, answered }] : []));
      const fresh = missing.filter(({ answered }) => !answered).map(({ deal }) => deal.id);
      return { other, found: missing.map(({ deal }) => deal), fresh };
    }).filter(({ found }) => found.length);
  }

  /** Asks once: what is refused stays in the list of all deals. */
  function offerOthers() {
    const first = elsewhere().find(({ fresh }) => fresh.length);
    if (!first) return;
    const news = { ...first, found: first.found.filter(({ id }) => first.fresh.includes(id)) };
    say(fill(words.offer, { count: news.found.length, playbook: news.other.title }), [
      { text: words.offerYes, act: () => takeOver(news) }, { text: words.offerNo, act: () => leaveThere(news) }
    ], { alert: true });
  }

  /** @param {Elsewhere} place */
  function takeOver({ other, found }) {
    const ids = found.map((deal) => deal.id);
    other.answer(ids, true);
    take(found, new Map(), "", { says: words.offerTaken, name: words.offerName, back: () => other.answer(ids, false) });
  }

  /** @param {Elsewhere} place */
  function leaveThere({ other, fresh }) {
    other.answer(fresh, true);
    const undo = () => {
      other.answer(fresh, false);
      offerOthers();
    };
    say(words.offerLeft, [{ text: words.undo, act: undo }], { focus: true });
  }

  // ---- together ----------------------------------------------------------------------------------------------

  function render() {
    const deal = current();
    renderBar(deal);
    renderBoxes(deal);
    renderCounts(deal);
    renderNavigation(deal);
    renderLeave(deal);
  }

  messages("status");
  buildBar();
  buildBoxes();
  buildLeave();
  findNavigation();
  load();
  if (drawer.waits()) report(drawer.retry());
  else if (!tellDamaged()) offerOthers();
  drawer.listen(heard, gone);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) chooseLast();
  }, { signal: gone });
  gone.addEventListener("abort", () => {
    document.querySelectorAll(".tl-message, .tl-dialog").forEach((each) => each.remove());
    removeSheet();
  });
  section.classList.remove("tl-waits");
});

// What is not saved goes with the window, whichever page it shows by then.
window.addEventListener("beforeunload", (event) => {
  if (twolaneStorage.open("deal").waits()) event.preventDefault();
});
