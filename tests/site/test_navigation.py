"""Navigation is made from generated and hand-written pages, and each page gets what it needs of it."""

from __future__ import annotations

from tests.site.sample import page
from twolane.site.navigation import NavItem, around, navigation, placed, trails

PAGES = (
    page("index", "Home"),
    page("new/index", "New business", "Processes", "New business", label="Overview"),
    page("new/closing", "Closing", "Processes", "New business"),
    page("roles/seller", "Seller", "Roles"),
    page("grow/index", "Expansion", "Processes", "Expansion"),
    page("new/old", "Old version", "Processes", "New business", listed=False),
)
NEW = NavItem("New business", "", (NavItem("Overview", "new/index"), NavItem("Closing", "new/closing")))
GROW = NavItem("Expansion", "", (NavItem("Expansion", "grow/index"),))
PROCESSES = NavItem("Processes", "", (NEW, GROW))
ROLES = NavItem("Roles", "", (NavItem("Seller", "roles/seller"),))
HOME = NavItem("Home", "index")
GUIDE = NavItem("", "guide")


def test_pages_are_grouped_by_section() -> None:
    """A section stands where its first page stands; unlisted pages are left out."""
    assert navigation(PAGES) == (HOME, PROCESSES, ROLES)


def test_without_a_place_generated_pages_follow() -> None:
    """The home page comes first, then what the playbook names, then the rest."""
    assert placed((GUIDE,), navigation(PAGES)) == (HOME, GUIDE, PROCESSES, ROLES)


def test_a_star_says_where_generated_pages_stand() -> None:
    """They take the place of the star."""
    own = (HOME, NavItem("", "*"), GUIDE)
    assert placed(own, navigation(PAGES)) == (HOME, PROCESSES, ROLES, GUIDE)


def test_a_titled_star_makes_a_section() -> None:
    """All generated pages go below that title."""
    own = (HOME, GUIDE, NavItem("Playbook", "*"))
    assert placed(own, navigation(PAGES)) == (HOME, GUIDE, NavItem("Playbook", "", (PROCESSES, ROLES)))


def test_a_page_named_by_the_playbook_is_not_repeated() -> None:
    """A section that has lost all its pages goes too."""
    own = (HOME, NavItem("The seller", "roles/seller"), NavItem("", "*"))
    assert placed(own, navigation(PAGES)) == (HOME, own[1], PROCESSES)


def test_a_page_sees_its_own_section_and_the_doors_of_others() -> None:
    """Other sections are one link each, to their first page."""
    items = navigation(PAGES)
    own = NavItem("Processes", "", (NEW, NavItem("Expansion", "grow/index")))
    assert around(items, trails(items)["new/closing"]) == (HOME, own, NavItem("Roles", "roles/seller"))


def test_a_page_outside_the_navigation_sees_the_tabs() -> None:
    """Each tab is one link."""
    tabs = (HOME, NavItem("Processes", "new/index"), NavItem("Roles", "roles/seller"))
    assert around(navigation(PAGES), ()) == tabs
