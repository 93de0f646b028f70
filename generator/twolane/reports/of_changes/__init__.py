"""What changed between two versions, as reports: for a terminal, for pull requests, for programs, as a page."""
