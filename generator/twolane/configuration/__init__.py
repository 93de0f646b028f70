"""Settings of a playbook and of its `mkdocs.yml`: each read once, under one name."""
