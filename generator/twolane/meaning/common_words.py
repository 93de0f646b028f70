"""Words that are common where people sell, as data: none of them is ever taken for a slip of another."""

from __future__ import annotations

from twolane.meaning.word_sets import word_set

COMMON_WORDS = word_set(
    """
about above accept acceptance access account accountable achieve acquire across action activate active actors actual
added address adjust administration admire advance advanced advantage adverse advice advise advisor affair affect
afford after afternoon afterwards again against agency agenda agent agree agreement ahead aligned alignment alive
allow alone along aloud already altered alternative always among amount analysis analyst analyze angel angle
annotations announce annoyed annual another answer anybody anything anyway anywhere apache appear appearance appliance
application apply appoint appointment appraise approach appropriate approval approve architect archive argue arose
arrange arrive arriving arrow article asked assess asset assign assist assistant assume assurance assure attach
attempt attend attention attorney attract auction audience audit august author authority authorize autonomy available
average avoid award aware awkward balance banner barrier baseline battery bearing beats because become before begin
behind being belief believe belong below benchmark beneficial benefit beside better between bigdent billing binding
blamed blames block board boiler boiling bonus booked bookkeeping boost borders boring borrow bottle bottleneck bottom
bounds boxing bracket branch brand bread break breakdowns brick bridge brief bring broad broke broken broker brother
browser budget build builder building bundle burden business button buyer buying cable cadence calculate calendar
calibrate called calls campaign cancel candidate cannot canteen capable capacity capital capture career careful cargo
carrier carry casting casual catalog category causal cause caution ceased ceiling center central certain certificate
certify chain chair chairman challenge champion chance change channel chapter charge charter cheap check checklist
checkout checksum chemical choice choose churn circle circuit citizen claim clarify class clause clean clear clerk
clever client clinic clock clone close cloud coach code coffee collaborate collateral colleague collect colour column
combine comes comfort coming command comment commerce commercial commission commit commitment committee common
communicate communication community company compare comparison compatible compete competent competition competitor
complain complaint complete complex compliance compliant comply component comprehensive compromise computer concept
concern conclude concrete condition conduct conference confident configuration confirm confirmation conflict conform
connect connection conscience consent consequence consider consigned consist constant construct consult consultant
consume consumer consumption contact contain content contest context continue contract contractor contrary contrast
contribute control controller controlling convenient conversation convert convince cooperate copy core corner
corporate correct cost could council counsel count counter country county couple courier course court cover creased
create credit crisis criterion critical culture currency current curve custom customer cutting cycle daily dairy
damage danger dares data dated dates dealer deals dealt debate debit debt decide deciders decision declare decline
decrease deduct default defect define definite definition degree delay delegate delete deletion delight deliver
delivery demand demise demonstrate demonstration dentist department depend deposit depriving depth deputy deriving
describe description desert deserve design desire desk dessert destination detail detect determine develop developers
development device devise diagram diary differ difference different differentiator differently difficult digital
dinner direct direction director disable disagree disclose disclosure discount discover discovery discuss discussion
display dispute disrupts distance distribute district divide division doctor document domain donate double doubt
download draft drawing drawn drive driver driving dropped drops duration during early earn earnest easily economic
economy edge edited edition editors education effect effective efficient effort eight either elect electric
electrician electronic element eleven eleventh eligible elsewhere email emergency emission employ employee employer
enable enclose encourage ended ending endorse energy enforce engage engine engineer enjoy enough ensure enter
enterprise entire entry environment equal equip equipment error escalate especially essential establish estate
estimate eternal euros evaluate evaluation evenings event every everybody everything everywhere evidance evidence
exact exactly examine example exceed except exception exchange exclude exclusive execute executive exempt exercise
exerts exhibit exist expand expansion expect expectation expense expensive experience experienced expert expire expiry
explain explore export expose express extend extension extent external extra facility factor factory facts failed
fails failure false family famous farmer farming fault favor favour feature federal feedback fetch fewer field fifteen
fifty figure filed files filing filled filling fills final finance financial finding finds fingerprint finish finite
first fitting fixed fixing flexible floor flywheel focus folder follow force forecast foreign forgotten formal format
former forming formula forty forum forward found foundation founder fourteen fourth framework free freezer freezes
freight frequent fresh friday friend front frozen fuel function fund funnel furnish furniture further future gained
gather general generate genuine getting gitattributes github gitlab given gives giving global glossary goals going
goods govern government grade gradual grant graph greater gross ground group growth guarantee guard guess guest guide
guideline habit handbook handle handover happen harbor hardening hardware harmful hashes hated headcount headers
heading headquarters healed health hearing hears heating heaviest heavy height helpful helps hesitate hidden higher
hire history hoard holder holds holiday honest hooks hopes hospital hosting hotel hourly hours house household housing
hunter hurts ideas identify identity ignore illegal image immediate impact implement import important improve
incentive include income increase indeed indented independent index indicate individual industry inform information
inherited initial initiative innovation inquiry inside insist inspect inspection inspector install installation
installer installment instance instead institute instruct insurance insurer integrate integration intend intent
interest interface internal interpret interval interview introduce invented inventory invest investment investor
invitation invite invoice involve issue item itself january join joint journal journey judge judgment junior justify
keeper keeps killed kinds kitchen knowledge known knows label labor laboratory lacks lagging landlord language laptop
large lasting later latest latter launch lawyer layer layout leader leading leads leaning learn lease leave ledger
legal lender length lesson letter level liability liable licence license lifetime lifting limit limitations linear
lines links linux liquid listed listen listing lists literature little lives living loads local location lock login
logistics longer looked looking looks loops loose lose lower loyal lunch machine mail mainly maintain maintenance
major majority maker makes manage management manager mandate mandatory manner manual manufacture manufacturer mapped
mapping march margin markdown marked market marks master match mated material matter mature maximum meaning means
measure measurement mechanic media median medical medium meeting meets member memory mended mends mention merchant
merge mermaid message meter method metric middle migrate migration million minimum minister minor minute minutes
mirror missed missing mission mistake mixing mobile model modelling moderate modern modify module monday money monitor
month monthly moral morale morning mortgage motion motor mount mountain mouse moved moves multiple municipal mutual
named names narrow national natural nature navigation necessary needed needs negative negotiate negotiation neighbor
neighbour neither network neutral never newer newest newsletter nginx night ninety nobody normal notebook noted notes
nothing notice notify nowhere number nurse object objection objective obligation observe obtain obvious occasion
occupy occur october offer office officer official often older omnivarn onboarding online opening opens operate
operation operator opinion opponent opportunity oppose option optional oral order orderly ordinary organization
organize origin original other otherwise ourselves outcome outline output outside outsource outsourcing overall
overdue overhead overload overtime overview owned owner ownership package packaging pages paid pains painter painting
pallet panel paper paragraph parcel parent parking partial participant participate particular partner parts party
passage passed passenger passes password patch patent patient pattern pause paying payment payroll peers penalty
pending pension percent perfect perform performance perhaps period permanent permission permit persevere person
personal personnel phase phone photo phrase physical picked picks picture piece pilot pipeline pivot place plain
planed planned planner planning plans plant planter plastic plated platform playbook pleasant please pledge plenty
plugin pocket point police policy portal portfolio position positive possess possible postal posting postpone
potential power powerful practical practice prefer preference preliminary premise premium prepare presence present
presentation preserve president pressure prevent preview previous price pricing primary principal principle print
printer prioritize priority private prizing probability problem procedure proceed process procure procurement produce
producer product production profession professional profile profit program progress project promise promote prompt
proof proper property proportion proposal propose prospect protect protection prototype prove proven provide provider
province provision public publish purchase purchaser purpose pursue python qualification qualify quality quantity
quarter quarterly quernby question questionnaire queue quick quiet quite quota quotation quote raise random range
ranked ranking ranks rapid rarely rated rates rather rating reach react reading reads ready realistic reality realize
really reason rebate rebuilds rebuilt recall receipt receive receiver recent recently recipient recognize recommend
recommendation reconcile record recover recruit reduce reduction refer reference referral reflect reform refund refuse
refused regard region regional register regular regulate regulation reject relate relation relationship relative
release relevant reliable relief relieve relieved remain remark remedy remember remind remote removal remove renamed
renames renew renewal rental repair repeat replace replacement replay reply report repository represent representative
request require requirement research reseller reserve resident resign resist resolve resorts resource respect respond
response responsible rest restrict result retail retailer retain retire retorts return reveal revenue revere reverse
review revise reward rewritten right ringing rings risks river robust roles rollout rough round route routine routing
rules running sacred safety salary sales sample sandbox sarif satisfy saved saving saying scale scanned scared scarred
scenario schedule schema scheme school science scope score screen script sealed search season second secret section
sector secure security segment select selection seller selling sells senior sense sentence separate sequence serial
series serious serve server service session settings settle settlement seven seventeen several severe shadow shape
share shareholder sheet shelf shift shipment shipped shipping shops short shortage shortlist should shoulder shown
shows sides signal signature signed signer significant signs silent similar simple since singer single sister sites
situation sixty skill slanted slated slides slight slips small smart social software solar solution solve somebody
someone something source sourcegraph space speak special specific specification specify speech speed spend spoil
sponsor spread spreadsheet spring stable staff stage staged staging stakeholder stand standard standstill start
starter state statement station status stays steady steel steer step still stock stood stopped stops stopwatch storage
store story straight strategic strategy stream street strength stress strict strike striving strong structure student
study stuff style subject submit subscribe subscription subsidiary substitute succeeds success successful sudden
suffer sufficient suggest suitable suite suits summary supervise supervisor supplement supplier supply support suppose
surface surgery surplus surprise survey survive suspect suspend sustain switch symbol system table taken takes taking
talks target tariff teach teacher tearing teased technical technician technology telephone tells template temporary
tenant tender terminal terminate terms territory tested testing tests texts thank their themselves theory there
therefore these thing think third thirty thorough those though thousand threat three threshold through thursday ticket
tight timber timeline times title today together token tomorrow tonight tools topic total touch tough toward trace
track tractor trade trader traffic trail trailer train trainer training transaction transfer transform transition
translate transport travel treat treatment trend trial tried trigger trouble truck trust trustee tuesday twenty twice
typed types typical ultimate uncertain unchanged unclear under understands understood undertake union unique unit
unknown unless unlikely unreadable until untouched unusual update upgrade upload upper upright upwards urban urgent
usage useful usual usually utility vacant valid validate valuable value vanished variable variant variety various
vehicle vendor venture venue verbal verify version veteran video village virtual visible vision visit visitor visual
vital volume volunteer voucher wages waited waiting waits walks wanted wants warehouse warming warning warns warrant
warranty waste watch water weakest wearing weekly weeks weighed weighs weight welcome welfare whatever wheel where
whether which whichever while whoever whole wholesale whose widely willing window winter wireless wishes within
without witness wonder words workaround worked worker workflow workforce working workload works workshop world worry
worst worth would write writer written wrong yardstick yearly years yellow yesterday yield younger yours yourselves
"""
)
