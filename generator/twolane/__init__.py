"""Twolane turns definitions of how buyers buy and how we sell into a static playbook site."""

from __future__ import annotations

__version__ = "0.1.0"
