"""Names and notes as plain text, whatever somebody put into them: for paper and for the screen."""

from __future__ import annotations

import re

LONGEST = 2000  # characters that are looked at: no sheet shows more
# Control characters that are not blanks, halves of characters, and marks that turn the direction
# of everything after them, also beyond the name that holds them.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")

# The blanks within "10 × 400 m", "79 %" and "2 h 05".
WITHIN = re.compile(
    r"(?<=\d) (?=(?:×|%|km|mi|min|h|kg|lb|cm|m|s)(?!\w))|(?<=×) (?=\d)|(?<=\d h) (?=\d\d(?!\d))"
)
NO_BREAK = "\u00a0"


def seen(text: str) -> str:
    """The text without what nobody sees and what turns the words after it round."""
    return UNSEEN.sub("", text)


def unbroken(text: str) -> str:
    """The same letters, but no line ends between a number and its unit."""
    return WITHIN.sub(NO_BREAK, text)


def clean(text: str, looked_at: int = 4 * LONGEST) -> str:
    """The text on one line: runs of blanks become one. More than `looked_at` letters are cut."""
    return " ".join(seen(text[:looked_at]).split())
