"""Mermaid diagrams as text, made from the model."""
