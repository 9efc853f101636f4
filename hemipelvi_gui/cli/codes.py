"""Exit codes: fine, something to fix (only `check`), bad input."""

from __future__ import annotations

FINE, TO_FIX, BAD_INPUT = 0, 1, 2
