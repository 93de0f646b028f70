"""What the script for deals says; ``{…}`` is filled in by it, ``{count}`` decides between the forms of a plural."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class DealWords(Table):
    """Deals: ticks, the bar, the list of all, their file."""

    # The bar on top of a page
    bar: str = "Deal"
    pick: str = "Deal"
    no_deal: str = "No deal chosen"
    new_deal: str = "New deal"
    copy: str = "Copy for the CRM"
    print: str = "Print"
    manage: str = "All deals"
    help: str = "About deals and their file"
    kept_here: str = "Deals and ticks are kept in this browser only."
    kept_nowhere: str = "This browser keeps nothing for this page. Save your deals as a file before you leave it."
    retired: str = "This process is retired: no new deal starts on it. Deals that are under way can be finished here."
    choose_first: str = "Choose a deal, or name a new one, to tick what is done."
    progress: str = "{stage}: {done} of {of} done."
    progress_all: str = "{process}: {done} of {of} done."
    is_in: str = "The deal is in {stage}."
    was_in: str = (
        "The deal was in a stage that is no longer in the playbook ({stage}). Open the stage that it is in "
        "now, and say so there."
    )
    started_on: str = "Started on version {old}, now {version}."
    count: str = "{done}/{of}"
    count_spoken: str = "{done} of {of} done"
    all_done: str = "all done"
    printed: str = "Deal: {name} · {process} {version} · {stage}"

    # Items on the page
    changed: str = "Changed since it was ticked on version {version}. Open again."
    before: str = "Before: {text}"
    now: str = "Now: {text}"
    with_evidence: str = "{text} (evidence: {evidence})"
    still_true: str = "Still true, tick it"
    changed_count: Plural = Plural(
        "1 ticked item has changed since and is open again.",
        ("{count} ticked items have changed since and are open again."),
    )
    tightened: str = "Required now; it was optional on version {version}."
    tightened_count: Plural = Plural(
        "1 open item was optional and is required now.", "{count} open items were optional and are required now."
    )
    added: str = "Required since {version}; the deal began on version {old}, when it was not."
    added_now: str = "Required now; it was not when the deal began."
    spared: str = "Not asked of this deal: it came too late for it."
    removed_count: Plural = Plural(
        "1 ticked item is no longer in the playbook.", "{count} ticked items are no longer in the playbook."
    )
    show_changes: str = "Show what changed"
    changes_title: str = "What changed for {name}"
    changes_here: str = "Changed and open again"
    changes_tightened: str = "Optional before, required now"
    changes_added: str = "New since the deal began, and required"
    changes_gone: str = "Ticked, and no longer in the playbook. The deal keeps it."
    gone_line: str = "{text} (ticked on version {version})"

    # What came into the process while the deal was under way
    news: str = "New for this deal"
    added_count: Plural = Plural(
        "1 new item is required since {version}:", "{count} new items are required since {version}:"
    )
    stage_ahead: str = "The stage “{stage}” is new since {version}; it lies between here and {next}."
    stage_last: str = "The stage “{stage}” is new since {version}; it comes after {here}, as the last one."
    stage_asks: Plural = Plural("It requires 1 item.", "It requires {count} items.")
    stage_passed: str = (
        "The stage “{stage}” is new since {version}; this deal has already passed it, nothing is to be caught up."
    )
    needed_there: str = "What {stage} needed on version {version}: {done} of {of} done"
    needed: str = "What was needed on version {version}: {done} of {of} done"
    needed_none: str = "On version {version} nothing was required here."
    needed_in: str = "{stage}: {done} of {of} done"
    needed_done: str = "done"
    needed_open: str = "open"

    # Before the deal leaves a stage
    leaving: str = "Before the deal leaves this stage"
    leave_ready: str = "Nothing required is missing here."
    leave_missing: Plural = Plural("1 required item is missing here.", "{count} required items are missing here.")
    leave_earlier: Plural = Plural("Earlier stages lack 1.", "Earlier stages lack {count}.")
    leave_no_deal: str = "With a deal chosen, this shows what is still missing."
    show_missing: str = "Show what is missing"
    move_on: str = "Move on to {stage}"
    move_here: str = "The deal is here now"
    missing_title: str = "What is missing"
    missing_in: str = "Missing in {stage}"
    nothing_missing: str = "Nothing required is missing up to here."
    move_anyway: str = "Move on anyway"
    stay_here: str = "Stay in this stage"
    moved_to: str = "{name} is in {stage} now."
    open_stage: str = "Open {stage}"

    # Naming a deal
    new_title: str = "Name the deal"
    name_label: str = "Name of the deal"
    name_missing: str = "A deal needs a name."
    name_taken: str = "Another deal is called that already. Choose another name."
    stage_label: str = "The deal is in"
    create: str = "Create the deal"
    cancel: str = "Cancel"
    close: str = "Close"
    created: str = "{name} is open. Tick what is done."

    # All deals
    manage_title: str = "All deals of {process}"
    this_deal: str = "Open now: {name}"
    rename: str = "Rename"
    renamed: str = "The deal is called {name} now."
    open_deals: str = "Open deals"
    archived_deals: str = "Archive"
    deleted_deals: str = "Deleted, kept for {days} days"
    no_deals: str = "There are no deals yet."
    deal_line: str = "{name} ({done} of {of}, in {stage})"
    other_deals: str = "Deals of other processes"
    other_line: str = "{name} (process: {process})"
    export_other: str = "Save as a file"
    export_named: str = "Save as a file: {name}"
    open: str = "Open"
    open_named: str = "Open {name}"
    archive: str = "Archive"
    archive_named: str = "Archive {name}"
    archived: str = "{name} is in the archive."
    remove: str = "Delete"
    remove_named: str = "Delete {name}"
    removed: str = "{name} is deleted."
    restore: str = "Bring back"
    restore_named: str = "Bring back {name}"
    restored: str = "{name} is back."
    undo: str = "Undo"
    export_one: str = "Save this deal as a file"
    export_all: str = "Save all deals as a file"
    import_file: str = "Read deals from a file"
    exported: str = "The file is among your downloads."

    # Copying
    copied: str = "Copied. Paste it into the CRM."
    copy_title: str = "Copy for the CRM"
    copy_by_hand: str = (
        "This browser does not let the page copy by itself. The text below is selected: copy it with Ctrl+C, "
        "or ⌘C on a Mac."
    )
    copy_text: str = "Text for the CRM"
    text_deal: str = "Deal: {name}"
    text_process: str = "Process: {process} {version}"
    text_started: str = "Started on: {version}, {day}"
    text_stage: str = "Stage: {stage} ({number} of {of})"
    text_stage_gone: str = "Stage: no longer in the playbook ({stage})"
    text_done: str = "Done: {done} of {of}"
    text_heading: str = "{stage}: {done} of {of}"
    text_ticked: str = "[x] {text} ({day})"
    text_open: str = "[ ] {text}"
    text_changed: str = "[ ] {text} (changed since it was ticked)"
    text_spared: str = "[-] {text} (holds for newer deals)"
    text_required: str = "{text}, required"
    text_tightened: str = "{text}, required now (was optional)"
    text_added: str = "{text}, required since {version}"
    text_missing: str = "Missing before the deal leaves {stage}:"
    text_nothing_missing: str = "Nothing required is missing up to {stage}."
    text_gone: str = "Ticked, no longer in the playbook:"

    # Paper
    sheet_title: str = "{stage}: {name}"
    sheet_about: str = "{process} {version}, printed {day}"
    sheet_entry: str = "Before we begin"
    sheet_steps: str = "What we do"
    sheet_exit: str = "The stage is over when the buyer …"
    sheet_evidence: str = "Evidence: {evidence}"
    sheet_optional: str = "optional"
    sheet_required: str = "required"
    sheet_spared: str = "not asked of this deal"
    sheet_notes: str = "Notes"

    # Reading a file
    import_title: str = "Read deals from a file"
    import_same: str = "{name} is here already. What shall happen?"
    import_mine: str = "Here: {done} ticks, last changed {day}"
    import_theirs: str = "In the file: {done} ticks, last changed {day}"
    import_merge: str = "Put both together; of each item the newest counts"
    import_both: str = "Keep both; the one from the file gets a new name"
    import_replace: str = "Replace the one here with the one from the file"
    import_go: str = "Read the file"
    import_done: Plural = Plural("1 deal was read.", "{count} deals were read.")
    import_nothing: str = "The file says nothing that is not here already."
    import_other: Plural = Plural(
        "1 of them belongs to another process and shows there.",
        ("{count} of them belong to other processes and show there."),
    )
    import_from: str = "The file comes from another playbook, “{playbook}”."
    copy_name: str = "{name} (from file)"

    # Deals of the same playbook in another place of this browser, such as the site's last address
    offer: Plural = Plural(
        "1 deal of “{playbook}” is here: take it over?", "{count} deals of “{playbook}” are here: take them over?"
    )
    offer_yes: str = "Yes, take over"
    offer_no: str = "No"
    offer_taken: Plural = Plural("1 deal was taken over.", "{count} deals were taken over.")
    offer_left: str = "They stay where they are. “All deals” lists them."
    offer_name: str = "{name} (taken over)"
    elsewhere: str = "In another place of this browser"
    elsewhere_line: Plural = Plural("1 deal of “{playbook}”", "{count} deals of “{playbook}”")
    take_over: str = "Take over"
    file_unreadable: str = "The file could not be read."
    file_too_large: str = "The file is larger than {most} MB. Files of deals are much smaller."
    file_not_json: str = "The file is not JSON, or only a part of it arrived. Choose a file that this page has saved."
    file_foreign: str = "The file holds no deals: it does not say “format: twolane-deals”."
    file_newer: str = (
        "The file has format version {found}; this playbook reads version {known}. Build the playbook with a "
        "newer Twolane, or save the deals anew."
    )
    file_wrong: str = "The file is damaged at {where}: {what} was expected. Nothing was read."
    expected_record: str = "a record in braces"
    expected_list: str = "a list"
    expected_text: str = "a text of 1 to {most} letters"
    expected_day: str = "a date such as 2026-11-22T09:30:00.000Z"
    expected_yes_no: str = "true or false"
    expected_state: str = "open, archived or deleted"
    expected_key: str = "criterion: or step: and an id"
    expected_id: str = "an id of letters, digits and hyphens"
    expected_fewer: str = "no more than {most} entries"

    # Trouble with the browser's storage
    full: str = (
        "The storage of this browser is full, so your last change is not saved. It stays on this page: save "
        "your deals as a file, or delete some, then try again."
    )
    blocked: str = (
        "This browser does not let the page keep anything, so your change lasts only until you leave this "
        "page. Save your deals as a file."
    )
    damaged: Plural = Plural(
        (
            "1 deal in this browser could not be read. It is set aside and not lost: save it as a file for "
            "whoever looks after the playbook."
        ),
        (
            "{count} deals in this browser could not be read. They are set aside and not lost: save them as a "
            "file for whoever looks after the playbook."
        ),
    )
    try_again: str = "Try again"
    save_damaged: str = "Save what is damaged"
    forget_damaged: str = "Throw it away"
    dismiss: str = "Close this message"
