"""Exit codes: fine, something to fix (only `check`), bad input, stopped with Ctrl+C."""

from __future__ import annotations

FINE, TO_FIX, BAD_INPUT, STOPPED = 0, 1, 2, 130
