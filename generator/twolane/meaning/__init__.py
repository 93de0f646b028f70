"""What two wordings of a text mean to each other: pure functions over texts, which know no playbook."""
