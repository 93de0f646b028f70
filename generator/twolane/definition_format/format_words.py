"""The words of the reference's pages, and the principles that the product stands on with the texts they come from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ADDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "playbook.yml": (
            "file--processes",
            "file--renamed-from",
            "file--approvers",
            "file--approve-in-same-change",
            "file--merged-from",
            "file--split-into",
        ),
        "differentiators.yml": ("competitor--when-we-win", "competitor--questions", "competitor--verified"),
        "roles.yml": ("role--full-cycle", "role--merged-from", "role--split-into"),
        "segments.yml": ("requirement--kind",),
        "process.yml": (
            "file--merged-from",
            "file--split-into",
            "buyer-step--merged-from",
            "buyer-step--split-into",
            "stage--merged-from",
            "stage--split-into",
            "sign--look-for",
            "step--required",
            "step--kind",
            "entry-criterion--required",
            "entry-criterion--applies-to",
        ),
    }
)
"""The keys that were added after the format was first written down, because somebody would have missed them."""

GOOZE = "Gooze, “Are You Creating Customers Or Just Selling?” (2017)"
LEAN = "“What is a sales process?”, the Lean view"
CHEAT_SHEET = "“Sales process cheat sheet” (2022)"
STRATEGY = "“Sales strategy and sales process” (2016)"
PRICE = "“On not competing on price” (2016)"
RESULTS = "“How can we create a sales process that gets results?” (2003)"
WEBB = "Webb, “Are Your Business Problems Rooted in Your Sales Process?” (2006)"

PRINCIPLES: tuple[tuple[str, str, str], ...] = (
    ("P1", "A buyer goes through steps of their own, and at each one expects something of value from the seller. "
     "Sometimes that is to be left alone.", GOOZE),
    ("P2", "Selling is misaligned where its steps do not mirror the buyer's: another order, other times, another "
     "start or end, another value than the one expected.", GOOZE),
    ("P3", "Selling that is no process cannot be measured, improved or predicted, and a CRM on top of a bad process "
     "fails with it.", GOOZE),
    ("P4", "A step of the buyer ends with a decision: go, no go, or none. Each of the three has a consequence.", LEAN),
    ("P5", "Buyers want and fear something else at each step: first the need, then the approach, then the provider.",
     LEAN),
    ("P6", "Whoever can tell where a buyer is, and helps with what fits that point, sells better. So have questions "
     "that locate the buyer.", LEAN),
    ("P7", "Both sides qualify and choose. Put effort where it creates most value.", LEAN),
    ("P8", "A process is a repeatable order of stages; the failure to guard against is leaving some out.",
     CHEAT_SHEET),
    ("P9", "Funnel and flywheel show the same process; the customer is not dropped after the sale.", CHEAT_SHEET),
    ("P10", "Strategy says what for, the process says how and by whom. Both are needed, and one must lead to the "
     "other.", STRATEGY),
    ("P11", "Where products look equal, differ by more than the product: knowledge, process, support. Otherwise the "
     "price decides.", PRICE),
    ("P12", "Draw the forest, not the trees: a few stages, each with a goal. A goal is not a department.", RESULTS),
    ("P13", "Every stage gives the customer something; internal administration stays in the background; decision "
     "makers are met early.", RESULTS),
    ("P14", "Metrics hang on goals and stages, not on small activities, and show where the bottleneck is.", RESULTS),
    ("P15", "Nobody's ideal process can be bought: those who sell must map their own.", RESULTS),
    ("P16", "Manage the process and not the result alone. What a process makes is acts of customers, of which an "
     "order is only one.", WEBB),
    ("P17", "Look into the customer's business: the problem, what was tried, what that cost, and whom it affects.",
     WEBB),
)  # fmt: skip
"""Number, principle and source."""
