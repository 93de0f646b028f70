"""How deals work and the format of their file, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class DealHelpTexts(Table):
    """How deals work and the format of their file; ``…`` between backticks is code."""

    deal_help_lead: str = (
        "On the pages of a process and of its stages you tick what is done for a deal. Deals and ticks stay "
        "in the browser in which you work: they reach no server and no colleague, and the playbook cannot "
        "see them."
    )
    deal_help_work_title: str = "Working with deals"
    deal_help_changes_title: str = "When the playbook changes"
    deal_help_file_title: str = "The file of deals"
    deal_help_work: tuple[str, ...] = (
        (
            "Name a deal, say in which stage it is, and tick. The ticks of all stages of the process belong "
            "to that deal. You can have several; each window remembers which one you chose there."
        ),
        (
            "Before a deal leaves a stage, the page shows which required items are missing there and in the "
            "stages before it, those that were skipped included: criteria that are not marked as optional, "
            "and steps that are marked as required."
        ),
        (
            "Copy for the CRM puts the state of the deal on the clipboard as text. Print makes a sheet of "
            "the stage with the name of the deal; on the page of the process, a sheet of all stages."
        ),
        (
            "All deals is where you rename a deal, put it into the archive, delete it, bring it back within "
            "30 days, and save or read files."
        ),
        (
            "Clearing the data of this site in the browser removes its deals too, and so may a private "
            "window when it is closed. Save them as a file from time to time."
        ),
        (
            "Deals belong to the processes of one playbook at one address. When the playbook gets another "
            "title, they are there as before. When the site moves to another path of the same host, or into "
            "another folder of a disk, its pages ask whether to take them over; whoever says no still finds "
            "them under All deals. At another host, save them as a file before and read the file afterwards."
        ),
        (
            "The preview of a proposal and the site for an audience have deals of their own, and ask before "
            "they take over any."
        ),
        ("No new deal starts on a retired process. Deals that are under way on it stay, and can be finished there."),
    )
    deal_help_changes: tuple[str, ...] = (
        (
            "Ticks hang on the ids of criteria and steps. An item keeps its tick as long as its words mean "
            "the same, also when it moves to another place or stage. Case, spaces and the mark at the end "
            "make no difference; nor do the words of an earlier release, where it can be shown that they "
            "mean the same as those of today."
        ),
        (
            "An item whose words or evidence may mean something else since it was ticked is open again, with "
            "the words from then and from now. If it still holds, tick it again."
        ),
        (
            "What came and is required since a deal began is told on the page of its stage and on that of the "
            "process: new items, and new stages that lie ahead. Beside it stands what the deal needed on the "
            "version on which it began, so that somebody can decide whether it may go by that."
        ),
        (
            "What came, or became required, in a stage that a deal had left by then, or on the way into the one "
            "that it was in, is not asked of it; it is once the deal goes back."
        ),
        (
            "An item that was optional when the deal first met it, and is required now, says so until it is "
            "ticked. It counts among what is missing, unless the deal had left its stage by then."
        ),
        "An item that left the playbook stays with the deal and is listed under “Show what changed”.",
        (
            "What has a new id that the playbook tells with `renamed_from`, now or in a release, is still "
            "the same: deals of a renamed process stay where they were, deals in a renamed stage stay in it, "
            "renamed items stay ticked."
        ),
        (
            "Where stages or processes were merged, deals in any of them go on in the one; where one was split, "
            "they go on in its first part. Ticks stay."
        ),
        (
            "A deal whose stage left the playbook says so. Open the stage that it is in now, and press “The "
            "deal is here now”."
        ),
        (
            "Deals of a process that left the playbook are listed under “All deals” on the pages of any "
            "other process. From there they can be saved as a file, or deleted."
        ),
        (
            "An item that holds for new deals only is not asked of a deal that began before it came, wherever "
            "that stands, nor of a new deal that is past its stage when it is named."
        ),
    )
    deal_help_file: str = "A file of deals is JSON in UTF-8. This is format version 1:"
    deal_help_key: str = "Key"
    deal_help_says: str = "What it says"
    deal_help_keys: tuple[tuple[str, str], ...] = (
        (
            "`format`, `formatVersion`",
            "What kind of file it is. A file of another version is refused.",
        ),
        (
            "`exported`, `playbook`",
            ("When and from which playbook. Another title than that of this playbook is said when the file is read."),
        ),
        (
            "`id`",
            "Makes it this deal and no other, also under another name: letters, digits and hyphens.",
        ),
        (
            "`process`, `version`, `started`",
            "The id of its process, the version of the process on which the deal started, and when.",
        ),
        (
            "`name`, `stage`, `state`",
            (
                "Each `is` something since `at`: what it is called, the id of the stage that it is in, and "
                "`open`, `archived` or `deleted`."
            ),
        ),
        (
            "`items`",
            (
                "By `criterion:` or `step:` and the id: whether it is done, since when, and the version and "
                "the words that stood there then."
            ),
        ),
        (
            "`known`",
            "The items that the deal has met, each with the version of the process in which it met them first.",
        ),
        (
            "`spared`",
            (
                "The items that came too late for the deal or hold for newer deals only, each with the time from "
                "which it was spared."
            ),
        ),
        (
            "`optional`",
            (
                "The items that were not required when the deal first met them, each with the version of the "
                "process of that time. A file without this key is read too."
            ),
        ),
        (
            "`came`",
            (
                "The items that were not there when the deal began, each with the version in which it met them "
                "first. A file without this key is read too."
            ),
        ),
        (
            "`asked`",
            (
                "The optional ones that became required before the deal left their stage, each with the version that "
                "required it. A file without this key is read too."
            ),
        ),
    )
    """Each key of the file, or several, and what it says."""
    deal_help_limits: str = (
        "Times are in UTC, as in the example. A name has up to 200 letters, a file up to 5 MB. A file that "
        "is damaged is not read at all, and the message says where it is damaged. Where a deal of the file "
        "is here already, the page asks: put both together (of each item the newest counts), keep both, or "
        "replace the one here; each can be undone."
    )
