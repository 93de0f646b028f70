// @ts-check
/*
 * Everything that the scripts of the site say, in one place: to translate, put a changed copy of this file into
 * `site_templates/assets/` of your playbook. `{name}` and the like are filled in; a text with `one` and `many`
 * has one form for 1 and one for all other numbers. One section for each script.
 */

/** @typedef {{one: string, many: string}} Counted */

const twolaneWords = {
  cards: {
    all: "{number} cards",
    some: "{number} of {all} cards",
    none: "No card fits. Take a word away, or show all."
  },

  // The switch below the cards
  keys: {
    label: "Single keys do something on this site: C opens this page, S and / lead to the search, P and N to the page before and after",
    on: "Single keys work.",
    off: "Single keys do nothing now, on any page of this site.",
    full: "The storage of this browser is full, so this lasts only until you leave this page.",
    blocked: "This browser does not let the page keep anything, so this lasts only until you leave this page."
  },

  // `{name}` is the diagram's title, `{percent}` its size
  diagrams: {
    failed: "This diagram could not be drawn here, so its text is shown. The rest of this page says the same.",
    wide: "Diagram, larger than its frame",
    enlarge: "Enlarge",
    enlargeThis: "Enlarge: {name}",
    diagram: "Diagram",
    how: "Diagram. Arrow keys move it, plus and minus zoom, 0 fits it to the window, Escape closes.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit",
    reset: "Fit to the window",
    save: "Save",
    saveThis: "Save as a picture (SVG)",
    notSaved: "Could not be saved",
    close: "Close",
    percent: "{percent} %"
  },

  deals: {
    // The bar on top of a page
    bar: "Deal",
    pick: "Deal",
    noDeal: "No deal chosen",
    newDeal: "New deal",
    copy: "Copy for the CRM",
    print: "Print",
    manage: "All deals",
    help: "About deals and their file",
    keptHere: "Deals and ticks are kept in this browser only.",
    keptNowhere: "This browser keeps nothing for this page. Save your deals as a file before you leave it.",
    retired: "This process is retired: no new deal starts on it. Deals that are under way can be finished here.",
    chooseFirst: "Choose a deal, or name a new one, to tick what is done.",
    progress: "{stage}: {done} of {of} done.",
    progressAll: "{process}: {done} of {of} done.",
    isIn: "The deal is in {stage}.",
    wasIn: "The deal was in a stage that is no longer in the playbook ({stage}). Open the stage that it is in now, and say so there.",
    startedOn: "Started on version {old}, now {version}.",
    count: "{done}/{of}",
    countSpoken: "{done} of {of} done",
    allDone: "all done",
    printed: "Deal: {name} · {process} {version} · {stage}",

    // Items on the page
    changed: "Changed since it was ticked on version {version}. Open again.",
    before: "Before: {text}",
    now: "Now: {text}",
    withEvidence: "{text} (evidence: {evidence})",
    stillTrue: "Still true, tick it",
    changedCount: /** @type {Counted} */ ({
      one: "1 ticked item has changed since and is open again.",
      many: "{count} ticked items have changed since and are open again."
    }),
    tightened: "Required now; it was optional on version {version}.",
    tightenedCount: /** @type {Counted} */ ({
      one: "1 open item was optional and is required now.",
      many: "{count} open items were optional and are required now."
    }),
    removedCount: /** @type {Counted} */ ({
      one: "1 ticked item is no longer in the playbook.",
      many: "{count} ticked items are no longer in the playbook."
    }),
    showChanges: "Show what changed",
    changesTitle: "What changed for {name}",
    changesHere: "Changed and open again",
    changesTightened: "Optional before, required now",
    changesGone: "Ticked, and no longer in the playbook. The deal keeps it.",
    goneLine: "{text} (ticked on version {version})",

    // Before the deal leaves a stage
    leaving: "Before the deal leaves this stage",
    leaveReady: "Nothing required is missing here.",
    leaveMissing: /** @type {Counted} */ ({
      one: "1 required item is missing here.",
      many: "{count} required items are missing here."
    }),
    leaveEarlier: /** @type {Counted} */ ({
      one: "Earlier stages lack 1.",
      many: "Earlier stages lack {count}."
    }),
    leaveNoDeal: "With a deal chosen, this shows what is still missing.",
    showMissing: "Show what is missing",
    moveOn: "Move on to {stage}",
    moveHere: "The deal is here now",
    missingTitle: "What is missing",
    missingIn: "Missing in {stage}",
    nothingMissing: "Nothing required is missing up to here.",
    moveAnyway: "Move on anyway",
    stayHere: "Stay in this stage",
    movedTo: "{name} is in {stage} now.",
    openStage: "Open {stage}",

    // Naming a deal
    newTitle: "Name the deal",
    nameLabel: "Name of the deal",
    nameMissing: "A deal needs a name.",
    nameTaken: "Another deal is called that already. Choose another name.",
    stageLabel: "The deal is in",
    create: "Create the deal",
    cancel: "Cancel",
    close: "Close",
    created: "{name} is open. Tick what is done.",

    // All deals
    manageTitle: "All deals of {process}",
    thisDeal: "Open now: {name}",
    rename: "Rename",
    renamed: "The deal is called {name} now.",
    openDeals: "Open deals",
    archivedDeals: "Archive",
    deletedDeals: "Deleted, kept for {days} days",
    noDeals: "There are no deals yet.",
    dealLine: "{name} ({done} of {of}, in {stage})",
    otherDeals: "Deals of other processes",
    otherLine: "{name} (process: {process})",
    exportOther: "Save as a file",
    exportNamed: "Save as a file: {name}",
    open: "Open",
    openNamed: "Open {name}",
    archive: "Archive",
    archiveNamed: "Archive {name}",
    archived: "{name} is in the archive.",
    remove: "Delete",
    removeNamed: "Delete {name}",
    removed: "{name} is deleted.",
    restore: "Bring back",
    restoreNamed: "Bring back {name}",
    restored: "{name} is back.",
    undo: "Undo",
    exportOne: "Save this deal as a file",
    exportAll: "Save all deals as a file",
    importFile: "Read deals from a file",
    exported: "The file is among your downloads.",

    // Copying
    copied: "Copied. Paste it into the CRM.",
    copyTitle: "Copy for the CRM",
    copyByHand: "This browser does not let the page copy by itself. The text below is selected: copy it with Ctrl+C, or ⌘C on a Mac.",
    copyText: "Text for the CRM",
    textDeal: "Deal: {name}",
    textProcess: "Process: {process} {version}",
    textStarted: "Started on: {version}, {day}",
    textStage: "Stage: {stage} ({number} of {of})",
    textStageGone: "Stage: no longer in the playbook ({stage})",
    textDone: "Done: {done} of {of}",
    textHeading: "{stage}: {done} of {of}",
    textTicked: "[x] {text} ({day})",
    textOpen: "[ ] {text}",
    textChanged: "[ ] {text} (changed since it was ticked)",
    textSpared: "[-] {text} (holds for newer deals)",
    textRequired: "{text}, required",
    textTightened: "{text}, required now (was optional)",
    textMissing: "Missing before the deal leaves {stage}:",
    textNothingMissing: "Nothing required is missing up to {stage}.",
    textGone: "Ticked, no longer in the playbook:",

    // Paper
    sheetTitle: "{stage}: {name}",
    sheetAbout: "{process} {version}, printed {day}",
    sheetEntry: "Before we begin",
    sheetSteps: "What we do",
    sheetExit: "The stage is over when the buyer …",
    sheetEvidence: "Evidence: {evidence}",
    sheetOptional: "optional",
    sheetRequired: "required",
    sheetNotes: "Notes",

    // Reading a file
    importTitle: "Read deals from a file",
    importSame: "{name} is here already. What shall happen?",
    importMine: "Here: {done} ticks, last changed {day}",
    importTheirs: "In the file: {done} ticks, last changed {day}",
    importMerge: "Put both together; of each item the newest counts",
    importBoth: "Keep both; the one from the file gets a new name",
    importReplace: "Replace the one here with the one from the file",
    importGo: "Read the file",
    importDone: /** @type {Counted} */ ({ one: "1 deal was read.", many: "{count} deals were read." }),
    importNothing: "The file says nothing that is not here already.",
    importOther: /** @type {Counted} */ ({
      one: "1 of them belongs to another process and shows there.",
      many: "{count} of them belong to other processes and show there."
    }),
    importFrom: "The file comes from another playbook, “{playbook}”.",
    copyName: "{name} (from file)",

    // Deals of the same playbook in another place of this browser, such as the site's last address
    offer: /** @type {Counted} */ ({
      one: "1 deal of “{playbook}” is here: take it over?",
      many: "{count} deals of “{playbook}” are here: take them over?"
    }),
    offerYes: "Yes, take over",
    offerNo: "No",
    offerTaken: /** @type {Counted} */ ({ one: "1 deal was taken over.", many: "{count} deals were taken over." }),
    offerLeft: "They stay where they are. “All deals” lists them.",
    offerName: "{name} (taken over)",
    elsewhere: "In another place of this browser",
    elsewhereLine: /** @type {Counted} */ ({ one: "1 deal of “{playbook}”", many: "{count} deals of “{playbook}”" }),
    takeOver: "Take over",
    fileUnreadable: "The file could not be read.",
    fileTooLarge: "The file is larger than {most} MB. Files of deals are much smaller.",
    fileNotJson: "The file is not JSON, or only a part of it arrived. Choose a file that this page has saved.",
    fileForeign: "The file holds no deals: it does not say “format: twolane-deals”.",
    fileNewer: "The file has format version {found}; this playbook reads version {known}. Build the playbook with a newer Twolane, or save the deals anew.",
    fileWrong: "The file is damaged at {where}: {what} was expected. Nothing was read.",
    expectedRecord: "a record in braces",
    expectedList: "a list",
    expectedText: "a text of 1 to {most} letters",
    expectedDay: "a date such as 2026-11-22T09:30:00.000Z",
    expectedYesNo: "true or false",
    expectedState: "open, archived or deleted",
    expectedKey: "criterion: or step: and an id",
    expectedId: "an id of letters, digits and hyphens",
    expectedFewer: "no more than {most} entries",

    // Trouble with the browser's storage
    full: "The storage of this browser is full, so your last change is not saved. It stays on this page: save your deals as a file, or delete some, then try again.",
    blocked: "This browser does not let the page keep anything, so your change lasts only until you leave this page. Save your deals as a file.",
    damaged: /** @type {Counted} */ ({
      one: "1 deal in this browser could not be read. It is set aside and not lost: save it as a file for whoever looks after the playbook.",
      many: "{count} deals in this browser could not be read. They are set aside and not lost: save them as a file for whoever looks after the playbook."
    }),
    tryAgain: "Try again",
    saveDamaged: "Save what is damaged",
    forgetDamaged: "Throw it away",
    dismiss: "Close this message"
  },

  start: {
    progress: "{done} of {all} done",
    ticked: "Ticked on {day}.",
    again: "Open again. Changed since {day}: {what}.",
    task: "the task itself",
    gone: "something that it led to",
    right: "Right.",
    wrong: "Not this one. Look again.",
    full: "The storage of this browser is full, so your ticks last only until you leave this page. Print it to keep them.",
    blocked: "This browser does not let the page keep anything, so your ticks last only until you leave this page. Print it to keep them.",
    damaged: "Your ticks in this browser could not be read and are set aside. Tick again what you have done.",
    // Ticks of the same path in another place of this browser, such as the site's last address
    offer: /** @type {Counted} */ ({
      one: "1 tick of “{playbook}” is here: take it over?",
      many: "{count} ticks of “{playbook}” are here: take them over?"
    }),
    offerYes: "Yes, take over",
    offerNo: "No",
    offerTaken: "Your ticks are here now.",
    offerLeft: "They stay where they are.",
    undo: "Undo"
  },

  raci: {
    shown: "{shown} of {all} steps"
  },

  plan: {
    span: "{from} to {until}",
    by: "by {until}",
    from: "from {from}",
    dated: "The plan with its dates as a table for a spreadsheet (CSV)"
  },

  print: {
    print: "Print this page",
    drawing: "The diagrams are being drawn …"
  }
};
