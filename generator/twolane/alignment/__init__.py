"""How our process fits the buyer's: coverage, value, timing, order, ends and focus (P2)."""
