"""Benchmarks of the real program: `python -m tests.bench`. See docs/speed.md."""
