"""The two-line diagram: the buyer's process and ours on one axis of time, as values that a template draws (P1, P2)."""
