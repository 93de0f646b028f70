"""Puts the report about a change where people judge it: as one comment on a pull request or merge request."""
