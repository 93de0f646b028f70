"""Opposites as data, and the words of which one more or less makes another thing of what they stand with."""

from __future__ import annotations

from twolane.meaning.word_sets import word_set

_PAIRS = """
accept/reject accept/refuse accept/decline approve/reject approve/decline approve/refuse agree/refuse agree/disagree
agree/decline agree/object confirm/deny sign/refuse sign/decline start/end start/stop start/finish open/close win/lose
raise/lower raise/reduce increase/decrease increase/reduce higher/lower high/low more/less more/fewer most/least
internal/external inside/outside incoming/outgoing inbound/outbound written/verbal draft/final provisional/final
temporary/permanent preliminary/final buy/lease buy/rent buy/sell own/rent include/exclude including/excluding
gross/net continue/stop continue/cancel renew/cancel renew/end extend/shorten extend/end keep/drop keep/replace
old/new early/late earlier/later earliest/latest before/after minimum/maximum min/max cheap/expensive public/private
full/partial full/part whole/part fixed/variable fix/estimate binding/optional manual/automatic same/different
same/next same/other first/last this/next this/last next/last present/absent yes/no pass/fail satisfied/unsatisfied
new/existing import/export remove/add add/drop allow/forbid allow/prohibit send/receive send/get give/take give/get
give/receive lend/borrow local/global domestic/foreign national/international up/down in/out on/off with/without
above/below over/under to/from into/from front/back left/right positive/negative active/inactive online/offline
remote/onsite signed/unsigned able/unable possible/impossible complete/incomplete direct/indirect known/unknown
valid/invalid dependent/independent credit/debit asset/liability profit/loss revenue/cost revenue/profit
margin/revenue single/several one/several single/multiple one/multiple one/all every/some always/sometimes
always/never often/rarely often/sometimes create/close create/lose create/win median/average median/mean
median/maximum young/old list/floor standard/special leading/lagging buyer/seller one-time/recurring monthly/yearly
before/on after/on strong/weak good/bad big/small large/small long/short wide/narrow fast/slow near/far day/night
weekday/weekend paid/free paid/unpaid free/chargeable sure/unsure required/optional calendar/business nobody/somebody
nobody/everyone someone/nobody all/none everything/nothing something/nothing each/none oral/written reply/ignore
answer/ignore release/hold hold/plan join/miss attend/miss smaller/larger smaller/bigger shorter/longer faster/slower
cheaper/dearer stricter/looser wider/narrower stronger/weaker keep/change prefer/avoid silent/active empty/full
pause/continue pause/start accelerate/delay bring/take enter/leave join/leave hire/fire support/oppose support/block
praise/criticize trust/doubt known/new permit/refuse permit/forbid allow/refuse let/refuse receive/request get/request
some/all approve/discuss document/discuss decided/open qualified/unqualified
champion/opponent supporter/opponent ally/opponent promoter/detractor proponent/opponent win/loss gain/loss
customer/competitor client/competitor fixed/negotiable firm/negotiable final/negotiable binding/negotiable
attend/invite join/invite confirmed/provisional confirmed/tentative confirmed/unconfirmed final/tentative
cancelled/running cancelled/active ended/running expired/running expired/valid expired/active approve/dispute
accept/dispute pay/dispute agree/dispute settle/dispute ahead/behind majority/minority consent/objection
approval/rejection acceptance/rejection acceptance/refusal approval/refusal agreement/objection entry/exit
arrival/departure start/finish import/ship hired/dismissed enabled/disabled locked/unlocked encrypted/unencrypted
mandatory/optional compulsory/voluntary inclusive/exclusive ascending/descending surplus/shortage
success/failure strength/weakness advantage/disadvantage benefit/drawback asset/debt deposit/refund pay/refund
pay/waive paid/outstanding settled/outstanding complete/outstanding complete/pending approved/pending signed/pending
inclusion/exclusion advance/arrears guaranteed/estimated guaranteed/expected binding/estimated actual/planned
actual/estimated actual/expected voluntary/required inflow/outflow admission/discharge admit/discharge insure/exclude
cover/exclude lend/return borrow/return upload/download install/remove hire/resign permanent/provisional
plaintiff/defendant import/transit landlord/tenant lessor/lessee employer/employee parent/pupil teacher/pupil
paid/pending received/pending granted/pending sign/draft
"""

OPPOSITES = frozenset(frozenset(pair.split("/")) for pair in word_set(_PAIRS))
"""Two words, without their endings and each the first of its synonyms, that mean the opposite of each other."""

WEIGHTY = word_set(
    """
    written verbal draft final binding provisional preliminary signed unsigned internal external gross net
    partial conditional unconditional exclusive verified certified notarized new existing first last single
    irrevocable prepaid independent anonymous binding unanimous same different other another incoming outgoing
    median average minimum maximum annual cumulative weighted unweighted qualified countersigned official
    unofficial informal formal legally financially technically verbally completed
    """
)
"""Words that restrict what they stand with: one more or less is another thing."""

NEGATING = ("un", "non", "dis", "in", "im", "ir", "il", "mis")
"""What makes the opposite of a word where it stands before it."""

PREFIXED = word_set(
    "satisfied able signed paid happy clear known likely available answered approved used planned sure willing "
    "certain open limited conditional usual safe agree agrees approve approves connect continue advantage honest "
    "complete correct dependent direct active valid secure sufficient formal visible accurate effective "
    "possible patient perfect proper mature precise probable partial regular relevant responsible revocable legal "
    "legible logical binding compliant standard refundable exclusive technical negotiable recurring understand "
    "match use qualify qualified finished resolved settled confirmed verified restricted disclosed changed locked "
    "scheduled subscribed subscribe assigned assign install installed cancelled official weighted even equal fit "
    "comfortable convinced decided expected interested important necessary realistic reasonable acceptable"
)
"""Words of which such a beginning makes the opposite."""

THINGS = word_set(
    "budget price contract order invoice nda loi offer pilot trial demo workshop reference deposit payment delivery "
    "installation license specification drawing meeting visit email letter call discount warranty "
    "insurance audit survey questionnaire permit permission approval signature invitation minutes tender rfp "
    "report presentation prototype sample grant loan lease warranty video brochure webinar risk need problem "
    "deadline date plan goal timeline training voicemail fax postcard migration backup integration"
) | {"purchase order"}
"""Things that nobody takes for each other: one in the place of another is another thing."""
