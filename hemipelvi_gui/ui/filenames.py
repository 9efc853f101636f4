"""File names made of session names, safe on Windows, macOS and Linux."""

from __future__ import annotations

import unicodedata

FORBIDDEN = frozenset('<>:"/\\|?*')
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
LONGEST_BYTES = 120


def safe_name(name: str) -> str:
    """A file name without its suffix; "session" where nothing of the name is left."""
    kept = "".join(
        " " if letter in FORBIDDEN or unicodedata.category(letter)[0] == "C" else letter
        for letter in name[:1000]
    )
    flat = " ".join(kept.split()).strip(". ")
    while len(flat.encode("utf-8")) > LONGEST_BYTES:
        flat = flat[:-1]
    flat = flat.strip(". ")
    if not flat:
        return "session"
    return f"{flat} session" if flat.split(".")[0].strip().lower() in RESERVED else flat
