"""How processes fit their buyers, as reports: for a terminal, for programs, for pull requests."""
