"""The reference of the definition format, in words for readers; what a key means stands with the key."""

from __future__ import annotations

from twolane.wording.tables import Table


class FormatTexts(Table):
    """The reference of the definition format; ``…`` between backticks is code."""

    format_section: str = "The definition format"
    format_changes: str = "Changes and their levels"
    format_overview: str = "Files and rules"
    format_overview_title: str = "The definition format"
    format_overview_description: str = "The files of a playbook, and what holds for all of them"
    format_principles: str = "Principles"
    format_principles_title: str = "What this stands on"
    format_principles_description: str = "The principles P1 to P17, and the texts that they come from"
    format_description: str = "{file}: every key, what it takes and what it means"
    format_example: str = "An example"
    format_key: str = "Key"
    format_means: str = "What it means"
    format_takes: str = "Takes"
    format_example_one: str = "Example"
    format_required: str = "required"
    format_default: str = "If it is missing:"
    format_stands_in: str = "Stands in"
    format_unique: str = "Its id is unique"
    format_file: str = "File"
    format_first_line: str = "First line"
    format_bare: str = "A file that holds nothing else may leave out this key and be the list itself."
    format_column: str = "Each row has these columns, in this order, with their names in the first line."
    format_front: str = (
        "These keys stand between two lines of dashes above the text of any page that is written by hand. "
        "All other keys are left to MkDocs and to plugins. What is wrong with these is a warning, since the "
        "page is shown all the same."
    )
    format_principle: str = "Principle"
    format_says: str = "In our words"
    format_from: str = "From"
    format_or: str = "or"
    format_overview_lead: str = (
        "A playbook is a folder of text files. They say how buyers buy, how we sell, and why; everything "
        "else on this site is made from them."
    )
    format_files_title: str = "The files"
    format_files_text: str = (
        "Only `playbook.yml` and one `process.yml` must be there. Each process has a folder that is called "
        "like its `id`; its frozen releases lie in `releases/` there, such as `releases/1.0.0.yml`, and are "
        "never edited."
    )
    format_writing_title: str = "How to write them"
    format_writing_text: tuple[str, ...] = (
        (
            "Indent with two spaces. Tabs, a key given twice and a key that the format does not have are "
            "mistakes, which `twolane check` shows with file, line and column, and where it can with the "
            "line mended."
        ),
        (
            "A text with a colon and a space, or with a space and a hash, needs quotes around it: `name: "
            '"Step 2: the visit"`.'
        ),
        (
            "Values mean what they look like. `version: 1.10.0` stays that text, `no` is the word no, `1:30` "
            "is text; dates are written `2026-10-01`."
        ),
        "A key with nothing behind it says the same as no key.",
        "Long texts go on several lines after `|`, which keeps the lines, or `>-`, which joins them.",
    )
    format_ids_title: str = "Ids and references"
    format_ids_text: tuple[str, ...] = (
        (
            "An `id` is lower-case letters, digits and single hyphens: `plant-knowledge`. It never changes "
            "what it stands for; names and texts may change freely."
        ),
        (
            "Wherever one thing refers to another, it gives that id. An id that nothing has is a mistake, "
            "and the check suggests the near one."
        ),
        (
            "Roles, segments, requirements, metrics, goals, departments, differentiators, competitors, terms "
            "and processes have ids that are unique in the playbook; buyer steps, needs, stages, steps and "
            "criteria have ids that are unique in their process."
        ),
    )
    format_changing_title: str = "Changing it"
    format_changing_text: str = (
        "When a file changes, `twolane diff` says what that means and for whom; all that can change, and how "
        "much it matters:"
    )
    format_changing_more: str = (
        "An id that is replaced by another is named under `renamed_from`, so that it counts as the same thing. Where "
        "several stages, buyer steps, roles or processes have become one, that is named under `merged_from`; where "
        "one has become several, under `split_into`. Either also stands on the thing itself: `merged_from: "
        "[negotiation, contract]`."
    )
    format_markdown_title: str = "Markdown"
    format_markdown_text: str = (
        "Texts marked “Markdown” below take bold, italics, links and, where they go over several lines, "
        "lists and paragraphs. HTML is shown as it is written and does nothing. Links lead to `https://`, "
        "`http://`, `mailto:`, to pages of the playbook, or to files such as `/assets/benchmark.pdf`, which "
        "lie beside the hand-written pages."
    )
    format_editors_title: str = "Help from an editor"
    format_editors_text: str = (
        "The first line of each file names its schema. An editor with the YAML language server (Visual "
        "Studio Code has it as the extension “YAML”) then completes keys, shows what they mean and marks "
        "mistakes while you write. `twolane schema` writes the schemas to `process/.schema/`; run it again "
        "after an upgrade."
    )
    format_ignoring_title: str = "Leaving a finding out"
    format_ignoring_text: str = (
        "A comment on the line, or on the line above it, leaves a finding out. It must say why: `# twolane: "
        "ignore[B203] the controller signs on paper`."
    )
    format_added_title: str = "Added since"
    format_added_text: str = "The format grows where somebody would miss a key. Added since it was first written down:"
    format_added_key: str = "{key} in {file}, {mapping}"
    format_why_title: str = "Why these keys"
    format_why_text: str = "A number such as P12 names the principle that a key or a rule stands on:"
    format_principles_lead: str = (
        "Rules and keys name the reason that they are there by a number. Behind the numbers stand principles "
        "from texts about sales processes, in our own words."
    )
