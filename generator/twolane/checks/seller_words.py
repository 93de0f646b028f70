"""The English words by which an act of the seller is recognised: all of them, in one place.

A line of `IRREGULAR` is a verb with its other forms; every other verb takes -s, -ed and -ing. Things are given in the
singular. Each group of things has its own participles: “contract signed” is the buyer's act, “contract sent” is ours.
"""

from __future__ import annotations

from types import MappingProxyType

SELLERS = (
    "rep, sales rep, representative, sales representative, salesperson, salesman, seller, sales, "
    "sales team, ae, sdr, bdr, csm, kam, account executive, account manager, sales engineer, "
    "presales, pre-sales, marketing, our team, our people"
)
"""Who acts for us, besides the seller roles of the playbook."""

BUYERS = (
    "they, them, buyer, customer, client, prospect, lead, contact, champion, sponsor, decision maker, "
    "decision-maker, company, account"
)
"""Who acts for the buyer, besides the buyer roles of the playbook."""

INSIDE = (
    "board, management, committee, steering committee, steering group, legal, procurement, "
    "purchasing, finance, it, works council, headquarters, head office, group, shareholders, "
    "colleagues, team, boss, superior"
)
"""Whom a buyer turns to inside their own company."""

ANSWERS = (
    "accept, agree, approve, sign, countersign, confirm, reply, answer, respond, return, choose, "
    "decide, attend, invite, request, order, pay, comment, read, commit, introduce, name, ask, want, "
    "join"
)
"""What buyers do. Where one of these is said as well, the text says what the buyer does."""

ACTS = (
    "send, present, demo, demonstrate, deliver, show, give, offer, propose, quote, prepare, write, "
    "draft, create, build, make, submit, email, mail, share, provide, call, contact, visit, meet, "
    "log, enter, update, record, document, qualify, identify, map, research, schedule, book, arrange, "
    "hold, run, conduct, do, complete, finish, discuss, explain, negotiate, pitch, close, train, "
    "onboard, analyse, analyze, calculate, follow up, set up, hand over, carry out, know, understand, "
    "learn, approve, register"
)
"""What we do, where the text says that it is us."""

COMMANDS = (
    "send, present, demonstrate, deliver, show, give, offer, propose, quote, prepare, write, draft, "
    "create, build, make, submit, email, mail, share, provide, log, enter, update, record, document, "
    "qualify, identify, map, understand, research, schedule, book, arrange, hold, run, conduct, do, "
    "explain, discuss, analyse, analyze, calculate, set up, hand over, carry out, finish"
)
"""What a text tells us to do with one of our things."""

MOVES = (
    "call, contact, visit, meet, email, inform, brief, train, convince, persuade, qualify, remind, "
    "thank, educate, tell, reach, onboard, identify"
)
"""What a text tells us to do with a buyer."""

ALWAYS = (
    "follow up, follow-up, upsell, cross-sell, qualify, reach out to, check in with, close the deal, win the deal, "
    "ask for the order, hand over to"
)
"""What is ours whatever follows."""

REACHED = (
    "contact, visit, inform, brief, qualify, identify, map, notify, remind, train, pitch, convince, persuade, onboard, "
    "score"
)
"""What is done to a buyer: “customer contacted”."""

HANDED = "send, give, show, offer, present, quote"
"""What a buyer gets: “is shown a demo”."""

THINGS = MappingProxyType(
    {
        # what we write
        "proposal, offer, quote, quotation, contract, price, pricing, price list, brochure, deck, "
        "slide, presentation, business case, roi, nda, e-mail, email, mail, letter, invitation, "
        "one-pager, case study, reference, benchmark, invoice, reminder, summary, recap, estimate, "
        "questionnaire, datasheet, data sheet, agreement, order confirmation, value proposition, "
        "solution, capability, product, discount, follow-up, minutes, message, voicemail": (
            "send, email, mail, present, deliver, submit, share, provide, prepare, write, draft, "
            "issue, give, show, explain, discuss, calculate, demonstrate, demo, offer, propose, quote, "
            "leave, hand over"
        ),
        # what we hold
        "call, meeting, visit, demo, demonstration, presentation, workshop, discovery, kickoff, "
        "kick-off, pitch, follow-up, needs analysis, introduction, handover, hand-over, webinar, "
        "session, business review, quarterly review, qbr, account review, discovery call, "
        "qualification, bant": (
            "do, hold, complete, conduct, perform, finish, give, deliver, schedule, book, make, run, "
            "arrange, plan, carry out, set up, take place"
        ),
        # what we keep
        "crm, salesforce, hubspot, pipedrive, stakeholder map, opportunity, deal, lead, note, forecast, "
        "account plan, close plan, record, activity, meeting, visit, call, account": (
            "update, log, enter, create, qualify, record, document, score, assign, research, register"
        ),
        # what we find out
        "decision maker, decision-maker, decider, budget, need, pain, pain point, stakeholder, "
        "requirement, competitor, competition, champion, buying process, decision process, buying "
        "centre, buying center": (
            "identify, map, qualify, understand, uncover, analyse, analyze, research, gather, collect, capture"
        ),
        "offer, proposal, quote, call, contact": "make",
        # what we let them try
        "trial, trial account, pilot, test account, test system, demo system, sandbox": (
            "set up, prepare, provide, configure, install"
        ),
    }
)
"""Our things, and what is done with them: “proposal sent”, “demo done”, “CRM updated”, “budget identified”."""

KNOWN = (
    "champion, sponsor, coach, budget, need, pain, pain point, fit, authority, decision maker, decision-maker, "
    "decider, economic buyer, timeline, timing, decision process, buying process, decision criteria, competition, "
    "competitor, stakeholder"
)
"""What we find out about a buyer."""

STATES = "known, confirmed, clear, understood, found, established, determined, clarified, verified, validated, in place"
"""What we say of it, as if it were something that a buyer did: “budget confirmed”."""

HELD = "contact, understanding, picture, overview"
"""What we may say that we have, besides what we find out: “we have a champion”."""

NOT_OURS = (
    "their, his, her, its, your, internal, counter, reference, board, management, steering, signed, "
    "purchase, tender, legal, security, competing, competitor"
)
"""What makes a thing the buyer's: “internal meeting held”."""

OUR_WAYS = (
    "us, e-mail, email, mail, phone, post, our, the rep, rep, sales, monday, tuesday, wednesday, "
    "thursday, friday, end, then, now, video, hand, courier"
)
"""What may stand behind “by” without making somebody else do it."""

IRREGULAR = MappingProxyType(
    {
        "send": "sends sent sending",
        "give": "gives gave given giving",
        "show": "shows showed shown showing",
        "write": "writes wrote written writing",
        "build": "builds built building",
        "make": "makes made making",
        "leave": "leaves left leaving",
        "meet": "meets met meeting",
        "hold": "holds held holding",
        "run": "runs ran running",
        "do": "does did done doing",
        "know": "knows knew known knowing",
        "understand": "understands understood understanding",
        "tell": "tells told telling",
        "read": "reads reading",
        "choose": "chooses chose chosen choosing",
        "pay": "pays paid paying",
        "set up": "sets/up set/up setting/up",
        "hand over": "hands/over handed/over handing/over",
        "carry out": "carries/out carried/out carrying/out",
        "follow up": "follows/up followed/up following/up",
        "take place": "takes/place took/place taken/place",
        "quote": "quotes quoted quoting",
        "map": "maps mapped mapping",
        "log": "logs logged logging",
        "plan": "plans planned planning",
        "submit": "submits submitted submitting",
        "commit": "commits committed committing",
    }
)
"""Verbs whose forms are not regular; a slash stands for a space."""
