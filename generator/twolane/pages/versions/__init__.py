"""Versions on the site: releases, what changed in them and for whom, old versions, and what a proposal changes."""
