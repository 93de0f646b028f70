"""The pages for somebody new in a role, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class StartTexts(Table):
    """The pages for somebody new in a role."""

    start_here: str = "Start here"
    start_title: str = "Start here: {role}"
    start_description: str = "What to read and do first as {role}, in order, and questions to check yourself"
    start_lead: str = "What to read and do first, in order. A task is done when you can say so yourself."
    start_made: str = "Nobody has written this path: it is made from what the definitions say about the role."
    start_total: str = "{tasks}, about {minutes} min of reading"
    start_task: Plural = Plural("task", "tasks")
    start_kept: str = (
        "Your ticks are kept in this browser only; nobody else sees them. A task opens again when what it "
        "rests on has changed."
    )
    start_progress: str = "0 of {all} done"
    start_print: str = "Print on one page"
    start_tasks: str = "Your path"
    start_read: str = "Read"
    start_do: str = "Do"
    start_done: str = "You are done when"
    start_minutes: str = "{minutes} min"
    start_questions: str = "Check yourself"
    start_questions_lead: str = "Choose an answer, then look. Nothing of it is kept."
    start_answer: str = "Show the answer"
    start_answer_at: str = "More about it:"
    start_manager: str = "Gone through with"
    start_date: str = "Date"
    start_role: str = "What the role does"
    start_my_role: str = "all duties"
    start_asks: Choices[str] = Choices(
        sign="You ask: “{0}” You hear: “{1}” At which step is the buyer?",
        seen="You see: “{0}” At which step is the buyer?",
        exit="What does the buyer do when “{0}” is over?",
        evidence="What proves that “{0}” is over?",
        no_go="“{0}” They decide: no. What follows?",
        no_decision="“{0}” They do not decide. What follows?",
    )
    path_strategy: str = "Know the story and the goals"
    path_strategy_do: str = "Tell the story as customers hear it, in your own words, and name our goals:"
    path_strategy_done: str = "A colleague who heard you would tell it the same way."
    path_journey: str = "Know how they buy: {name}"
    path_journey_do: str = "Go through the buyer's steps, and say for each how you would notice that a buyer is there:"
    path_journey_done: str = "You can name the steps in their order, and what the buyer decides at each."
    path_stage: str = "Your part in {name} ({process})"
    path_stage_do: str = "Watch a colleague do each of these once, then do it with a colleague beside you:"
    path_stage_done: str = "You have seen a buyer do what ends the stage:"
    path_stage_done_open: str = "You can say what the buyer has from it."
    path_role: str = "Know your role"
    path_role_do: str = "Read what the role does, and ask about what you do not understand."
    path_tools: str = "Your tools and skills"
    path_tools_do: str = "Open each tool once, and say for each skill who can show it to you:"
    path_tools_done: str = "You can say what you decide for yourself and what you ask about."
    path_metrics: str = "What you are measured by"
    path_metrics_do: str = "Look up where each of these stands today:"
    path_metrics_done: str = "You can say for each what you would do if it fell."
    path_different: str = "What makes us different"
    path_different_do: str = "Tell each of these with its proof, in two sentences:"
    path_different_done: str = "You can name the proof for each without looking."
    path_hand_offs: str = "What you take over and hand over"
    path_hand_offs_do: str = "Meet the people on the other side of each, and ask what they need from you:"
    path_hand_offs_done: str = "You can say for each what must be true before it happens."
    path_takes: str = "From {other}: after “{before}” you do “{after}”"
    path_gives: str = "To {other}: after your “{before}” comes “{after}”"
