"""Gets a machine ready for this repository: Python environment, Node's tools, Chromium.."""
