"""A big lift swapped for a lunge over some weeks of the plan: seen by session, then done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.swap_plan import (
    LONGEST_WEEKS,
    SHORTEST_WEEKS,
    Swap,
    SwapPlan,
    beside,
    big_lifts,
    coming,
    default_days,
    plan_swap,
    stand_ins,
    with_swap,
)
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.sums import add_up
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.form import Form, said, say
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label, unbroken
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from hemipelvi_gui.coach.swap_plan import Swapped
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
MOST_OFFERED = 12


class SwapDialog(ThemedDialog):
    """One step to undo. `told` says what was done; `plan_wanted`: there is none to change."""

    # It tells of the plan as it was when the dialog was opened.
    holds_window = True
    told = Signal(str)
    plan_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        weeks: Weeks,
        document: Document,
        wanted: str,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("Progress", "Swap a big lift for a lunge")
        super().__init__(theme, title, (680, 480), parent)
        self._weeks, self._document, self._wanted = weeks, document, wanted
        plan = weeks.plan
        self._plan = None if plan is None or plan.start is None or plan.archived else plan
        self._agenda = weeks.agenda if self._plan is None else weeks.whole(self._plan.id)
        self.swap_plan: SwapPlan | None = None
        self._make_fields()
        self._lay_out()
        self.restyle()
        self._offer_lifts()
        (self.weeks_box if self._plan is not None else self.new).setFocus()

    def take(self) -> None:
        """Put it into the plan."""
        made = self.swap_plan
        if made is None or not made.sessions:
            return
        library = self._document.library
        lift, instead = (
            one_line(library[each].name, 60) for each in (made.swap.lift, made.swap.instead)
        )
        name = translate("Progress", "swap {lift} for {instead}")
        words = translate("Progress", "{lift} gives way to {instead} in {count} sessions.")
        names = {"lift": lift, "instead": instead}
        if self._weeks.push(name.format(**names), partial(_with, plan=made)):
            self.told.emit(words.format(count=len(made.sessions), **names))
        self.accept()

    def refresh(self) -> None:
        """Work out what it comes to, and say it."""
        self.rows.clear()
        self.swap_plan = self._planned()
        made = self.swap_plan
        there = made is not None and bool(made.sessions)
        self.enter.setEnabled(there)
        self.rows.setVisible(there)
        if made is None:
            say(self.fault, self._reason())
            say(self.share, "")
            return
        say(
            self.fault,
            ""
            if there
            else translate(
                "Progress", "The gym of these sessions has nothing for it. Choose another one."
            ),
        )
        for each in made.sessions:
            for words in _rows(each, made, self._document):
                self.rows.addItem(unbroken(words))
        say(self.share, self._shares(made))

    def _planned(self) -> SwapPlan | None:
        lift, instead = self.lift.currentData(), self.instead.currentData()
        if self._plan is None or not lift or not instead:
            return None
        first, last = default_days(self._weeks.today, self._plan, self.weeks_box.value())
        library, settings = self._document.library, self._document.settings
        swap = Swap(lift, instead, first, last)
        return plan_swap(self._agenda, self._plan.id, swap, library, settings)

    def _reason(self) -> str:
        if self._plan is None:
            return translate(
                "Progress", "No plan is running. Begin one, or open it on the Week page first."
            )
        if not self.lift.count():
            return translate(
                "Progress",
                "The coming weeks of this plan have no big lift, so there is nothing to swap.",
            )
        return translate("Progress", "No lunge or split stands in for it here.")

    def _shares(self, made: SwapPlan) -> str:
        """The asymmetric share of all the sessions of these weeks, before and after."""
        weeks, plan = self.weeks_box.value(), self._plan
        if plan is None or not made.sessions:
            return ""
        after = {each.after.id: each.after for each in made.sessions}
        sessions = coming(self._agenda, plan.id, made.swap.first, weeks)
        sums = self._weeks.sums
        shares = (
            add_up(sums.of(each) for each in sessions).share,
            add_up(sums.of(after.get(each.id, each)) for each in sessions).share,
        )
        numbers = ("\u2014" if share is None else f"{percent(share)} %" for share in shares)
        said = translate("Progress", "Asymmetric share of these weeks: {before} \u2192 {after}")
        words = said.format(**dict(zip(("before", "after"), numbers, strict=True)))
        settings, after_share = self._document.settings, shares[1]
        if after_share is None or after_share <= settings.band_high:
            return words
        above = translate(
            "Progress",
            "{words}. That is above your target of {low}\u2013{high} %, meant for {weeks} weeks.",
        )
        low, high = percent(settings.band_low), percent(settings.band_high)
        return above.format(words=words, low=low, high=high, weeks=weeks)

    def _there(self) -> tuple[Session, ...]:
        """The sessions that may change, of as many weeks as may be chosen."""
        if self._plan is None:
            return ()
        first, _last = default_days(self._weeks.today, self._plan)
        return coming(self._agenda, self._plan.id, first, LONGEST_WEEKS)

    def _offer_lifts(self) -> None:
        self.lift.blockSignals(True)
        self.lift.clear()
        if self._plan is not None:
            library = self._document.library
            found = big_lifts(self._there(), library, self._document.settings)
            for each in sorted(found, key=lambda name: name != self._wanted):
                self.lift.addItem(menu_text(library[each].name).replace("&&", "&"), each)
        self.lift.blockSignals(False)
        self._offer_instead()

    def _offer_instead(self) -> None:
        library, kept = self._document.library, self.instead.currentData()
        self.instead.blockSignals(True)
        self.instead.clear()
        lift = library.get(self.lift.currentData() or "")
        if lift is not None:
            settings, taken = self._document.settings, beside(lift.id, self._there())
            for each in stand_ins(lift, library, settings, taken=taken)[:MOST_OFFERED]:
                self.instead.addItem(one_line(each.name, 60), each.id)
            self.instead.setCurrentIndex(max(self.instead.findData(kept), 0))
        self.instead.blockSignals(False)
        self.refresh()

    def _make_fields(self) -> None:
        self.lift, self.instead, self.weeks_box = QComboBox(), QComboBox(), QSpinBox()
        self.lift.setAccessibleName(translate("Progress", "The lift to swap"))
        self.instead.setAccessibleName(translate("Progress", "What to do instead"))
        self.weeks_box.setRange(SHORTEST_WEEKS, LONGEST_WEEKS)
        self.weeks_box.setValue(LONGEST_WEEKS)
        self.weeks_box.setSuffix(translate("Progress", " weeks"))
        self.weeks_box.setAccessibleName(translate("Progress", "For how many weeks"))
        self.rows = QListWidget()
        self.rows.setAccessibleName(translate("Progress", "What changes, session by session"))
        self.rows.setWordWrap(True)
        self.share, self.fault = plain_label(kind="strong"), said("error")
        self.share.setWordWrap(True)
        self.note = plain_label(
            translate(
                "Progress",
                "Sets, effort and rest stay, loads and how they rise are left open. Three to four "
                "weeks are a coaching default; the page shows them beside the weeks before.",
            ),
            "muted",
        )
        self.note.setWordWrap(True)
        self.lift.currentIndexChanged.connect(lambda _place: self._offer_instead())
        self.instead.currentIndexChanged.connect(lambda _place: self.refresh())
        self.weeks_box.valueChanged.connect(lambda _weeks: self.refresh())

    def _lay_out(self) -> None:
        self._form = Form(self.theme)
        self._form.add(translate("Progress", "Instead of"), self.lift)
        self._form.add(translate("Progress", "Do"), self.instead)
        self._form.add(translate("Progress", "For"), self.weeks_box)
        self.enter = push_button(translate("Progress", "&Swap"), self.take, "primary")
        self.enter.setDefault(True)
        self.new = push_button(
            translate("Progress", "&New plan\u2026"), self._ask_for_plan, "primary"
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.fault, 1)
        buttons.addStretch(0)
        buttons.addWidget(push_button(translate("Progress", "Cancel"), self.reject))
        buttons.addWidget(self.enter)
        buttons.addWidget(self.new)
        inside = QWidget()
        inside.setProperty("kind", "clear")
        told = QVBoxLayout(inside)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self._form)
        told.addWidget(self.share)
        told.addWidget(self.rows, 1)
        told.addWidget(self.note)
        told.addStretch(0)
        # With large text on a small screen it is taller than the dialog can be.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.addWidget(area, 1)
        whole.addLayout(buttons)
        there = self._plan is not None
        for widget in (self._form, self.enter, self.note):
            widget.setVisible(there)
        self.new.setVisible(not there)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        self._form.restyle()
        self.rows.setSpacing(self.theme.px(3))

    def _ask_for_plan(self) -> None:
        self.accept()
        self.plan_wanted.emit()


def _with(agenda: Agenda, plan: SwapPlan) -> Agenda:
    return with_swap(agenda, plan)


def _rows(of: Swapped, made: SwapPlan, document: Document) -> list[str]:
    """As in "Tue 24 Nov · Strength A", under it "Back squat 3 × 5 → Split squat 3 × 8 a side"."""
    library = document.library
    day = "" if of.before.date is None else short_day(of.before.date)
    head = DOT.join(each for each in (day, one_line(of.before.name, 60)) if each)
    rows = []
    for item, new in _pairs(of):
        names = (library[each].name for each in (made.swap.lift, made.swap.instead))
        lift, instead = (one_line(each, 60) for each in names)
        rows.append(f"{head}\n{lift} {_words(item)} \u2192 {instead} {_words(new)}")
    if of.reset:
        said = translate("Progress", "{head}: {reset} at the end, as a reset")
        rows.append(said.format(head=head, reset=one_line(library[of.reset].name, 60)))
    return rows


def _pairs(of: Swapped) -> list[tuple[Item, Item]]:
    after = {each.id: each for each in items(of.after)}
    return [
        (each, after[each.id])
        for each in items(of.before)
        if after[each.id].exercise != each.exercise
    ]


def _words(item: Item) -> str:
    """Without the rest, which stays."""
    told = replace(item.prescription, rest_s=None)
    return DOT.join(shown(part) for part in prescription_words(told, one_line(item.variant, 60)))
