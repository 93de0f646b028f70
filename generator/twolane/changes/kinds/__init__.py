"""The table of kinds of change: every sort of change that there is, with what it says and how much it matters."""
