"""A prescription in a runner's words: 3 × 8 each side · 2 × 16 kg · RPE 7 · rest 90 s."""

from __future__ import annotations

from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain, range_words

MINUTE_S = 60
MINUTES_FROM_S = 120


def prescription_words(prescription: Prescription, variant: str = "") -> tuple[Text, ...]:
    """Volume, side, load, implement, effort, tempo, warm-up and rest: what is given, in this order.

    Loads keep the unit they were entered in. `variant` names the implement, "" the usual one.
    """
    p = prescription
    words = [volume_words(p)]
    if p.sides is Sides.LEFT:
        words.append(translate("Wording", "left side only"))
    if p.sides is Sides.RIGHT:
        words.append(translate("Wording", "right side only"))
    if p.load is not None:
        words.append(load_words(p.load))
    if variant:
        words.append(translate("Wording", "with {implement}", implement=variant))
    words.extend(_effort(p))
    if p.tempo is not None:
        words.append(translate("Wording", "tempo {tempo}", tempo=p.tempo))
    if p.warmup_sets == 1:
        words.append(translate("Wording", "1 warm-up set"))
    if p.warmup_sets > 1:
        words.append(translate("Wording", "{sets} warm-up sets", sets=p.warmup_sets))
    if p.rest_s is not None:
        words.append(_rest(p.rest_s))
    return tuple(words)


def load_words(load: Load) -> Text:
    """The load as entered: 2 × 16 kg, bodyweight + 10 kg, 75 % of 1RM."""
    value, unit = plain(abs(load.value)), str(load.unit)
    if load.kind is LoadKind.PERCENT:
        return translate("Wording", "{value} % of 1RM", value=value)
    if load.kind is LoadKind.BODYWEIGHT:
        if not load.value:
            return translate("Wording", "bodyweight")
        if load.value < 0:
            return translate("Wording", "bodyweight − {value} {unit}", value=value, unit=unit)
        return translate("Wording", "bodyweight + {value} {unit}", value=value, unit=unit)
    if load.count == 1:
        return translate("Wording", "{value} {unit}", value=value, unit=unit)
    return translate(
        "Wording", "{count} × {value} {unit}", count=load.count, value=value, unit=unit
    )


def volume_words(prescription: Prescription) -> Text:
    """Sets and amount alone: 3 × 8 each side."""
    p = prescription
    amount = _amount(p)
    # "1 × 60 s" says no more than "60 s", but "8" alone does not say what is counted.
    if p.sets == 1 and p.measure is not Measure.REPS:
        if p.sides is Sides.EACH:
            return translate("Wording", "{amount} each side", amount=amount)
        return translate("Wording", "{amount}", amount=amount)
    if p.sides is Sides.EACH:
        return translate("Wording", "{sets} × {amount} each side", sets=p.sets, amount=amount)
    return translate("Wording", "{sets} × {amount}", sets=p.sets, amount=amount)


def _amount(p: Prescription) -> Text:
    low, high, one = p.low, p.high, p.low == p.high == 1
    if p.measure is Measure.REPS:
        return translate("Wording", "{range}", range=range_words(low, high))
    if p.measure is Measure.DISTANCE:
        return translate("Wording", "{range} m", range=range_words(low, high))
    if p.measure is Measure.BREATHS:
        if one:
            return translate("Wording", "1 breath")
        return translate("Wording", "{range} breaths", range=range_words(low, high))
    if p.measure is Measure.CONTACTS:
        if one:
            return translate("Wording", "1 contact")
        return translate("Wording", "{range} contacts", range=range_words(low, high))
    if low >= MINUTES_FROM_S and low % MINUTE_S == high % MINUTE_S == 0:
        return translate(
            "Wording", "{range} min", range=range_words(low / MINUTE_S, high / MINUTE_S)
        )
    return translate("Wording", "{range} s", range=range_words(low, high))


def _effort(p: Prescription) -> list[Text]:
    words = []
    if p.rpe is not None:
        words.append(translate("Wording", "RPE {rpe}", rpe=plain(p.rpe)))
    if p.rir == 1:
        words.append(translate("Wording", "1 rep in reserve"))
    elif p.rir is not None:
        words.append(translate("Wording", "{reps} reps in reserve", reps=plain(p.rir)))
    return words


def _rest(rest_s: int) -> Text:
    if rest_s == 0:
        return translate("Wording", "no rest")
    if rest_s >= MINUTES_FROM_S and rest_s % MINUTE_S == 0:
        return translate("Wording", "rest {minutes} min", minutes=rest_s // MINUTE_S)
    return translate("Wording", "rest {seconds} s", seconds=rest_s)
