"""What the scripts of the site say, a table a script; pages carry them as `twolane-words.js`."""

from __future__ import annotations

from twolane.wording.plurals import Plural
from twolane.wording.tables import Table
from twolane.wording.texts.deal_script_texts import DealWords


class CardWords(Table):
    """The cards for the middle of a call."""

    all: str = "{number} cards"
    some: str = "{number} of {all} cards"
    none: str = "No card fits. Take a word away, or show all."


class KeyWords(Table):
    """The switch for single keys."""

    label: str = (
        "Single keys do something on this site: C opens this page, S and / lead to the search, P and N to "
        "the page before and after"
    )
    on: str = "Single keys work."
    off: str = "Single keys do nothing now, on any page of this site."
    full: str = "The storage of this browser is full, so this lasts only until you leave this page."
    blocked: str = "This browser does not let the page keep anything, so this lasts only until you leave this page."


class DiagramWords(Table):
    """Diagrams: ``{name}`` is the diagram's title, ``{percent}`` its size."""

    failed: str = "This diagram could not be drawn here, so its text is shown. The rest of this page says the same."
    wide: str = "Diagram, larger than its frame"
    enlarge: str = "Enlarge"
    enlarge_this: str = "Enlarge: {name}"
    diagram: str = "Diagram"
    how: str = "Diagram. Arrow keys move it, plus and minus zoom, 0 fits it to the window, Escape closes."
    zoom_in: str = "Zoom in"
    zoom_out: str = "Zoom out"
    fit: str = "Fit"
    reset: str = "Fit to the window"
    save: str = "Save"
    save_this: str = "Save as a picture (SVG)"
    not_saved: str = "Could not be saved"
    close: str = "Close"
    percent: str = "{percent} %"


class StartWords(Table):
    """The path into a role."""

    progress: str = "{done} of {all} done"
    ticked: str = "Ticked on {day}."
    again: str = "Open again. Changed since {day}: {what}."
    task: str = "the task itself"
    gone: str = "something that it led to"
    right: str = "Right."
    wrong: str = "Not this one. Look again."
    full: str = (
        "The storage of this browser is full, so your ticks last only until you leave this page. Print it to keep them."
    )
    blocked: str = (
        "This browser does not let the page keep anything, so your ticks last only until you leave this "
        "page. Print it to keep them."
    )
    damaged: str = "Your ticks in this browser could not be read and are set aside. Tick again what you have done."

    # Ticks of the same path in another place of this browser, such as the site's last address
    offer: Plural = Plural(
        "1 tick of “{playbook}” is here: take it over?",
        "{count} ticks of “{playbook}” are here: take them over?",
    )
    offer_yes: str = "Yes, take over"
    offer_no: str = "No"
    offer_taken: str = "Your ticks are here now."
    offer_left: str = "They stay where they are."
    undo: str = "Undo"


class RaciWords(Table):
    """The RACI matrix."""

    shown: str = "{shown} of {all} steps"


class PlanWords(Table):
    """The action plan."""

    span: str = "{from} to {until}"
    by: str = "by {until}"
    from_: str = "from {from}"
    dated: str = "The plan with its dates as a table for a spreadsheet (CSV)"


class PrintWords(Table):
    """The pages to print."""

    print: str = "Print this page"
    drawing: str = "The diagrams are being drawn …"


class ScriptTexts(Table):
    """What the scripts of the site say."""

    cards: CardWords = CardWords()
    keys: KeyWords = KeyWords()
    diagrams: DiagramWords = DiagramWords()
    deals: DealWords = DealWords()
    start: StartWords = StartWords()
    raci: RaciWords = RaciWords()
    plan: PlanWords = PlanWords()
    print: PrintWords = PrintWords()
