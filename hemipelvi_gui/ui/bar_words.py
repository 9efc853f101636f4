"""What to put on the bar, where the gym's plates are known and a bar is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.swaps import equipment_of
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.plates import Fit, Loading, load_bar, plates_words
from hemipelvi_gui.domain.prescription import LoadKind
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.prescription import Load, Prescription
    from hemipelvi_gui.domain.session import Item
    from hemipelvi_gui.ui.document import Document

translate = QCoreApplication.translate
BARS = frozenset({Equipment.BARBELL, Equipment.TRAP_BAR, Equipment.SMITH_MACHINE})


def gym_of(document: Document) -> Gym | None:
    """The runner's own gym that the session is done in, None for any other place."""
    name = document.session.gym
    if not name:
        return None
    return next((gym for gym in document.gyms if gym.name == name), None)


def loading_of(
    document: Document, item: Item, prescription: Prescription | None = None
) -> Loading | None:
    """What goes on the bar for an item, or for another prescription of it.

    None where no bar is lifted, or nothing is known of the load or of the plates.
    """
    load = (prescription or item.prescription).load
    exercise = document.library.get(item.exercise)
    if load is None or load.kind is not LoadKind.EXTERNAL or load.count != 1:
        return None
    if exercise is None or not BARS.intersection(equipment_of(item, exercise)):
        return None
    gym = gym_of(document)
    if gym is None or not gym.plates:
        return None
    loading = load_bar(gym, load)
    return None if loading.fit is Fit.UNKNOWN else loading


def bar_words(document: Document, item: Item) -> str:
    """What to put on, whole: for tooltips and the popup; "" where nothing is known."""
    loading = loading_of(document, item)
    return "" if loading is None else shown(plates_words(loading))


def typed_words(document: Document, item: Item, prescription: Prescription) -> str:
    """The same in few words, while a load is typed: "82 kg can't be loaded: 80 or 82.5"."""
    loading = loading_of(document, item, prescription)
    if loading is None or prescription.load is None:
        return ""
    if loading.fit in (Fit.EXACT, Fit.EMPTY_BAR):
        return shown(plates_words(loading)).removesuffix(".")
    return _missed(loading, prescription.load)


def _missed(loading: Loading, load: Load) -> str:
    wanted = f"{plain(load.value)} {load.unit}"
    unit = "" if load.unit is loading.unit else f" {loading.unit}"
    if loading.fit is Fit.UNDER_BAR:
        words = translate("Plates", "{wanted} is less than the empty bar, {bar} {unit}")
        return words.format(wanted=wanted, bar=plain(loading.bar), unit=loading.unit)
    if loading.other is None:
        words = translate("Plates", "{wanted} can\u2019t be loaded: at most {most}{unit}")
        return words.format(wanted=wanted, most=plain(loading.total), unit=unit)
    low, high = sorted((loading.total, loading.other.total))
    words = translate("Plates", "{wanted} can\u2019t be loaded: {low} or {high}{unit}")
    return words.format(wanted=wanted, low=plain(low), high=plain(high), unit=unit)
