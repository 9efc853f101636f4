"""No edit happens out of sight: which page shows what was done or undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes

ON_LOG_ONLY = ("done_runs", "check_ins", "home_tests")


def page_for(changes: Changes, page: str, shown: str) -> str:
    """The page to turn to from `page`, "" where it shows the changes, or the first page is there.

    `shown` is the id of the session on the Build page.
    """
    sessions = changes.sessions
    planned = bool(changes.runs or changes.plans)
    dated = any(each is not None and each.date for each in sessions.values())
    on_log = any(getattr(changes, kind) for kind in ON_LOG_ONLY)
    if page == "welcome":
        return ""
    if page == "week":
        # One that is gone tells no date any more; from here most likely a card was deleted.
        gone = None in sessions.values()
        if sessions and not (planned or dated or gone or changes.diary):
            return "build"
        return "log" if on_log and not (planned or sessions) else ""
    if page in ("log", "progress") and (on_log or changes.diary):
        return ""
    if shown in sessions:
        return "build"
    if planned or dated:
        return "week"
    if sessions:
        return "build"
    return "log" if on_log or changes.diary else ""
