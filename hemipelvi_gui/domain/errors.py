"""Two kinds of failure.

A `KnownError` is the world's fault: an unreadable file, a full disk, a newer schema. It says what
happened, that nothing was lost and what to do. Anything else that is raised is a bug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.text import Text


class KnownError(Exception):
    """Something outside the program went wrong.

    `message` says what and where, `advice` what to do about it. Both are plain text.
    """

    def __init__(self, message: Text | str, advice: Text | str = "") -> None:
        self.message = message
        self.advice = advice
        super().__init__(" ".join(str(part) for part in (message, advice) if str(part)))
