"""Names and notes as one line of plain text, whatever somebody put into them."""

from __future__ import annotations

import unicodedata

LONGEST = 2000  # characters that are looked at: no sheet shows more


def clean(text: str) -> str:
    """The text on one line: runs of blanks become one, control characters vanish."""
    blank = "".join(" " if char.isspace() else char for char in text[: 4 * LONGEST])
    seen = "".join(char for char in blank if unicodedata.category(char) not in ("Cc", "Cs"))
    return " ".join(seen.split())
