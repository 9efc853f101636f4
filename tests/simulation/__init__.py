"""Runners made up from a seed, to see how often the verdict is right (docs/verdict.md)."""
