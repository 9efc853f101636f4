"""What is done with whole plans in their list: each one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain import plan_edits
from hemipelvi_gui.domain.agenda import difference
from hemipelvi_gui.domain.agenda_edits import remove_plan
from hemipelvi_gui.sheets.words import plan_title
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.agenda import AgendaEdit
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate


class PlanChanges:
    """Plans in the archive are changed too, which the weeks do not show."""

    def __init__(self, weeks: Weeks, document: Document) -> None:
        self._weeks, self._document = weeks, document

    def rename(self, plan: Plan, name: str) -> bool:
        """Under another name; an empty one is none."""
        if not name.strip():
            return False
        words = translate("Plans", "rename {name}").format(name=short(plan))
        return self._put(words, plan, lambda agenda: plan_edits.rename(agenda, plan.id, name))

    def archive(self, plan: Plan) -> bool:
        """Into the archive, or out of it."""
        words = translate("Plans", "archive {name}")
        if plan.archived:
            words = translate("Plans", "bring back {name}")
        archived = not plan.archived
        return self._put(
            words.format(name=short(plan)),
            plan,
            lambda agenda: plan_edits.set_archived(agenda, plan.id, archived),
        )

    def delete(self, plan: Plan) -> bool:
        """With all its cards; what was written down as done stays."""
        words = translate("Plans", "delete {name}").format(name=short(plan))
        return self._put(words, plan, lambda agenda: remove_plan(agenda, plan.id))

    def duplicate(self, plan: Plan, start: date, name: str) -> str:
        """The same from another day; the id of the new plan. OverflowError past the calendar."""
        agenda = self._weeks.all_of(plan.id)
        part = plan_edits.duplicate(agenda, plan.id, start, name)
        words = translate("Plans", "duplicate {name}").format(name=short(plan))
        self._put(words, plan, lambda agenda: plan_edits.added(agenda, part))
        return next(iter(part.plans))

    def _put(self, words: str, plan: Plan, edit: AgendaEdit) -> bool:
        before = self._weeks.all_of(plan.id)
        after = edit(before)
        changes = difference(before, after)
        if changes:
            self._document.replace(words, difference(after, before), changes)
        return bool(changes)


def short(plan: Plan) -> str:
    """Its name, cut for a message."""
    return one_line(plan_title(plan), 40)
