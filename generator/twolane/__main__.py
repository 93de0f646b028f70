"""Lets `python -m twolane` do what the command `twolane` does."""

from __future__ import annotations

from twolane.cli.main import run

if __name__ == "__main__":
    run()
