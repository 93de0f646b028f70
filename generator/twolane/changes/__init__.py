"""What a change of a playbook means: find what differs, judge how much it matters, say it."""
