"""Frozen values that say what a playbook defines; no input or output, no YAML."""
