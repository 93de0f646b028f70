"""What several kinds of pages show: rows of elements and of changes, facts, checklists, alignment, onboarding."""
