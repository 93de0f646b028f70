"""Words of which a letter more makes a common one, as data: “pant” is no slip of “plant”, as “vist” is of “visit”."""

from __future__ import annotations

from twolane.meaning.word_sets import word_set

RARE_WORDS = word_set(
    """
abut actin acton adit agin ague aloe alow annul apace arse avid band bard bats bead beak bets bock bonds bons boot
brad bred bride brig cain cale carer cary case cased cation cause chap chaps char chin chose clam clan clod cold
cone cont corse cots coupe crate cure curse curt daft dawn delt diner dive diver drat drier elven ensue exit
farer fats fees fiend filed files fins fist fled fling flor fond font fore form forth fried gals gods goss gust hard
heath hers hoes hops hose huts jude kids kins lads lase lean leas lies liner lines lives loin loner loos loss mange
manger mans mars mater math meds mens mere mets mont moor moth muse names neer noes notes nots owed pace pain pans
pant pants parts pary path pats pers pics piked pins pint plan plat plot pone poof prof purse quit quits rage
raid raked rally ranks rater rates rats reds reign rely renal repot resin resit reuse revel rigs rise rises roes rond
rote roust rues rund sable sage sages sale sales sand sands sate sated says seed seen seer self sells send sends sere
sever shot shots sides sift sight sill sine singe sins site sites sits soar sock soil sole sore sores sort sown sped
sprig stale steam stye tack tail tails tale tales tank tanks tech tend thee tied ties tile timer times ting tree trees
tuck vale vial wags waned wars were widow widows wight wile wits wold word words wort worts wrier yeas
"""
)
