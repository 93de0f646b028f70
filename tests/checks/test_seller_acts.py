"""Whose act an exit criterion is, told from its words."""

from __future__ import annotations

import pytest

from twolane.checks.seller_acts import is_seller_act

SELLERS = (
    *("Sales representative", "rep", "Sales engineer", "engineer", "Sales director", "sales-director"),
    *("Solution consultant", "Customer success manager", "BDR"),
)
BUYERS = (
    *("Plant planner", "planner", "Plant manager", "plant-manager", "Controller"),
    *("CFO", "Head of operations", "User"),
)

OURS = """
    Proposal sent
    We present the offer
    Demo done
    Discovery call completed
    Send contract
    Rep logs the meeting
    Follow up
    Follow-up
    Proposal has been sent
    The proposal is sent to the customer
    Proposal sent by e-mail
    Proposal sent to the plant manager
    Sales engineer has shown the demo
    sales-director approves discount and sends the offer
    We've sent the quote
    We have presented our solution
    Quote delivered
    Offer made
    Meeting held
    Meeting with the plant manager held
    Meeting scheduled
    First meeting booked
    CRM updated
    Notes logged
    Opportunity created in the CRM
    Log the meeting in the CRM
    Customer contacted
    Customer has been contacted
    Plant manager visited
    Lead qualified
    Qualify the lead
    Decision maker identified
    Budget identified
    Needs understood
    We understand their needs
    We know who decides
    Present the offer
    Presenting the offer
    Sending the proposal to the buyer
    Call the customer
    Book a demo
    Schedule discovery call
    Prepare proposal
    The account executive sends the contract
    Our sales engineer demonstrates the product
    NDA sent
    Pricing presented
    Price discussed
    ROI calculated
    Is shown a demo
    Receives the proposal
    Customer visit done
    Customer demo completed
    Contract sent out for signature
    References provided
    Reps follow up
    I call the planner
    Product demonstrated
    Sales team presents the solution
    Handover completed
    **Proposal sent**
    Kick-off held
    Stakeholders mapped
    We will send the offer
    We follow up with the planner
    Send the proposal to the plant manager
    Proposal emailed
    Intro call held
    Qualification call done
    BANT completed
    Solution presented
    Solution demoed
    Demo delivered
    Product demo given
    Demo performed
    Quote sent
    Quotation submitted
    Final offer submitted
    Offer sent and followed up
    Contract sent to customer
    Agreement sent
    Pricing shared
    Price list sent by email
    Follow-up email sent
    First contact made
    Initial contact made
    Needs analysis completed
    Needs analysed
    Requirements gathered
    Requirements captured
    Pain points identified
    Stakeholder map created
    Opportunity logged in CRM
    Salesforce updated
    Rep has completed discovery
    AE sends proposal
    The BDR books a meeting
    Solution consultant runs the demo
    Customer success manager onboards the customer
    I send the contract
    We've identified the decision maker
    We have understood the pain
    We understand the budget
    Our team presents the solution
    Our rep follows up
    We'll send a follow-up
    Give a demo
    Do the demo
    Send quote to customer
    Deliver presentation
    Make an offer
    Prepare the contract
    Create proposal
    Hand over to customer success
    Update CRM
    Enter the opportunity
    Identify stakeholders
    Understand the needs
    Close the deal
    Ask for the order
    Check in with customer
    Reach out to the prospect
    Email the prospect
    Customer informed about prices
    Prospect qualified
    Customer visited
    Customer onboarded
    Lead scored
    Voicemail left
    Cold call made
    LinkedIn message sent
    Business case delivered
    ROI presented
    References sent
    Discount offered
    Proposal delivered and explained
    Contract drafted
    Handover to delivery done
    Kick-off scheduled
    Demo is scheduled
    Meeting booked with CFO
    Executive meeting held
"""

THEIRS = """
    Sends us their order list
    Signs the contract
    Agrees to a visit
    Has sent the proposal to the board
    Gives us access
    Tells us who decides
    Presents our offer to the plant manager
    Agrees to a discovery visit
    Tells us which way they chose
    Contract signed
    Contract signed and sent back
    Order placed
    Purchase order sent
    Accepts the invitation
    Invites us to present to the board
    We are invited to present to the board
    We receive the signed contract
    We are given access to their ERP
    Plant manager sends the order list
    The plant manager has sent us the order list
    Customer signed the contract
    Customer contacted us
    They present our proposal to their board
    Their proposal sent to procurement
    Proposal accepted
    Offer accepted by the board
    Proposal sent and accepted by the plant manager
    Demo attended by the plant manager
    Internal meeting held
    Internal presentation held
    Budget approved
    Requirements documented by the planner
    Proposal presented by the planner to the board
    Send us their order list
    Visits a reference customer
    Asks for a proposal
    Requests a demo
    Shows the demo to colleagues
    Shares the schedule with us
    Names the decision maker
    Introduces us to the controller
    Confirms the need in writing
    Needs confirmed in writing
    Schedules a meeting with the plant manager
    Calls a meeting with the plant manager
    Books a second visit
    Our offer is on the agenda of the board
    Our proposal is accepted
    Reads the proposal and asks questions
    Pays the first invoice
    Brings a planner to the meeting
    Plans the next shift with our schedule
    Orders the pilot
    Decides for our way
    Says no in writing
    Planner follows the schedule for a week
    Plant manager calls us back
    Pilot completed
    Security review completed
    Reference call held
    Controller signs the savings
    Compares the offers and tells us what is missing
    Updates the routings in their ERP
    Logs slips for two weeks
    Completes the slip log
    Sets a date for the decision
    Prospect agrees to a next step
    Contact person named
    Customer calls us
    Counter proposal sent
    Enters our offer in their CRM
    Discovery visit accepted
    Meeting accepted
    Quote requested
    Sponsor presents the business case to the board
    Business case presented to the board
    Has the controller check our figures
    Wants a price
    Lets the shift work by the board for a week
    Receives the offer and names a date for the decision
    Keeps the schedule
    Deal with the union closed
    The works council agrees
    Confirms budget and timeline
    Confirms in writing that the offer is complete
    Books the demo with all three department heads
    Replies to the summary and corrects it
    Returns the completed questionnaire
    Completes the self-assessment
    Names the economic buyer
    Grants us access to the test system
    CFO approves the business case
    The CFO has seen the calculation and agrees with it
    Head of operations presents the business case to the CFO
    User tests the trial with own data
    Users log in to the trial three times a week
    User logs their first ticket
    Signs the NDA
    NDA signed
    Mutual action plan signed
    Mutual action plan agreed
    Sends signed order
    Order received
    Purchase order received
    Contract countersigned
    Verbal commitment from CFO
    Executive sponsor identified by the customer
    Has booked the kick-off
    Invites procurement to the next call
    Has the contract reviewed by legal
    Contract reviewed by their legal
    Legal review completed
    Technical validation signed off
    Meets the acceptance criteria
    Attends the kick-off with the whole team
    Kick-off attended by all users
    Pays the deposit
    Deposit paid
    Chooses us
    Selects our solution
    Shortlists us
    We are on the shortlist
    Puts our offer before the board
    Explains our offer to colleagues in their own words
    Tells us no
    Declines in writing
    Gives a reference
    Becomes a reference
    Makes a reference call with another customer
    Extends the contract
    Renews
    Recommends us to a second plant
    Introduces us at the second plant
    Opens the benchmark and asks about one figure
    Does the counting for two weeks
    Calls back within a week
    Calls the reference customer
    Emails us the requirements
    Emails their requirements
    Meeting requested by the CFO
    Site visit agreed
    Access granted
    Data received
    Requirements received from customer
    Requirements signed off
    Project plan accepted
    Demo requested
    Pilot agreement signed
    Success criteria agreed
    Answers our five questions
    Shares org chart
    Shares the org chart with us
    Documents the current process with us
    Names, in writing, who decides
    Budget released
    Budget confirmed by CFO
    Go decision
    Decision made
    Decision made to go on
    Supplier number assigned
    Vendor onboarding completed
    User training completed
    Users trained by their own key user
    IT lead hands over the interface description
    Deal desk of the customer approves
    Contact data of the planner received
    Lead user named
    Lead time agreed
    Account opened in their ERP
    Customer account created by user
    Price accepted
    Presentation to the board scheduled by the sponsor
    Sponsor schedules the presentation to the board
    We get the order
    We win the tender
    Our contact presents the solution internally
    Our champion sends the offer to procurement
    Sales manager of the dealer signs
    Marketing of the customer agrees to a case study
    Sales of the customer uses the tool
"""


def lines(text: str) -> list[str]:
    """The examples of a list, one a line."""
    return [line.strip() for line in text.strip().splitlines()]


def test_seller_acts_are_found() -> None:
    """What we do is found, with or without a subject, as an order, or as something done to a buyer."""
    assert [text for text in lines(OURS) if not is_seller_act(text, SELLERS, BUYERS)] == []


def test_buyer_acts_are_left_alone() -> None:
    """What the buyer does is left alone, also with verbs that sellers use; so is what could be either's."""
    assert [text for text in lines(THEIRS) if is_seller_act(text, SELLERS, BUYERS)] == []


def test_roles_decide() -> None:
    """A role of the playbook is a subject by its name or id; where both sides have it, it is the buyer's."""
    assert is_seller_act("Plant analyst shows the count", ["Plant analyst"], [])
    assert is_seller_act("plant-analyst shows the count", ["plant-analyst"], [])
    assert not is_seller_act("Plant analyst shows the count", [], ["Plant analyst"])
    assert not is_seller_act("Plant analyst shows the count", ["Plant analyst"], ["Plant analyst"])


@pytest.mark.parametrize("text", ["", "?", "...", "🙂", "(" * 50, "sent " * 200, "the " * 300 + "offer", "-" * 500])
def test_odd_texts_are_nobodys(text: str) -> None:
    """Whatever stands there is judged, quickly and without an error."""
    assert not is_seller_act(text, SELLERS, ["(", "a+b", ""])
