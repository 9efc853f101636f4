from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hemipelvi_gui.domain.grammar import LONGEST, PrescriptionError, limits, parse, write
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.units import MassUnit, kilograms, plain
from hemipelvi_gui.domain.wording import prescription_words
from tests.strategies import prescriptions

P = Prescription


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3x8", P(3, 8, 8)),
        ("3 x 8", P(3, 8, 8)),
        ("3X8 REPS", P(3, 8, 8)),
        ("3×8", P(3, 8, 8)),
        ("3*8", P(3, 8, 8)),
        ("3 sets of 8", P(3, 8, 8)),
        ("3 sets x 8 reps", P(3, 8, 8)),
        ("8 reps", P(1, 8, 8)),
        ("3x8-12", P(3, 8, 12)),
        ("3x8–12", P(3, 8, 12)),
        ("3x30s", P(3, 30, 30, Measure.TIME)),
        ("3 x 30 sec", P(3, 30, 30, Measure.TIME)),
        ("3x30-45s", P(3, 30, 45, Measure.TIME)),
        ("2x1.5min", P(2, 90, 90, Measure.TIME)),
        ("2x1:30", P(2, 90, 90, Measure.TIME)),
        ("2x0:45-1:00", P(2, 45, 60, Measure.TIME)),
        ("10min", P(1, 600, 600, Measure.TIME)),
        ("4x20m", P(4, 20, 20, Measure.DISTANCE)),
        ("2x5 breaths", P(2, 5, 5, Measure.BREATHS)),
        ("2x5br", P(2, 5, 5, Measure.BREATHS)),
        ("3x20 contacts", P(3, 20, 20, Measure.CONTACTS)),
        ("3x20ct", P(3, 20, 20, Measure.CONTACTS)),
    ],
)
def test_volume_is_sets_and_reps_seconds_metres_breaths_or_contacts(
    typed: str, meant: Prescription
) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ("3x8/side", Sides.EACH),
        ("3x8 / side", Sides.EACH),
        ("3x8 per leg", Sides.EACH),
        ("3x8 each", Sides.EACH),
        ("3x8 each side", Sides.EACH),
        ("3x8 a side", Sides.EACH),
        ("3x8 e/s", Sides.EACH),
        ("3x30s/side", Sides.EACH),
        ("3x8 @7 /side", Sides.EACH),
        ("3x8 left", Sides.LEFT),
        ("Right 3x8", Sides.RIGHT),
        ("3x8", Sides.TOGETHER),
        ("3 sets of 8 reps each side", Sides.EACH),
        ("3x8 L/R", Sides.EACH),
        ("3x8/left", Sides.LEFT),
        ("3x8/L", Sides.LEFT),
        ("3x8 L", Sides.LEFT),
        ("3x8 l 20kg", Sides.LEFT),
        ("3x8 20lb", Sides.TOGETHER),
        ("3x8 / right", Sides.RIGHT),
        ("3x8 R", Sides.RIGHT),
        ("3x8 reps", Sides.TOGETHER),
        ("3x8 RPE 7", Sides.TOGETHER),
        ("3x8 on the left", Sides.LEFT),
        ("3x8 right leg only", Sides.RIGHT),
    ],
)
def test_sides_may_be_each_left_or_right(typed: str, sides: Sides) -> None:
    assert parse(typed).sides is sides


@pytest.mark.parametrize(
    ("typed", "load"),
    [
        ("20kg", Load(LoadKind.EXTERNAL, 20)),
        ("22,5 kg", Load(LoadKind.EXTERNAL, 22.5)),
        ("2x16kg", Load(LoadKind.EXTERNAL, 16, 2)),
        ("16kg each", Load(LoadKind.EXTERNAL, 16, 2)),
        ("2x16kg each", Load(LoadKind.EXTERNAL, 16, 2)),
        ("45lb", Load(LoadKind.EXTERNAL, 45, unit=MassUnit.LB)),
        ("45 lbs", Load(LoadKind.EXTERNAL, 45, unit=MassUnit.LB)),
        ("bw", Load(LoadKind.BODYWEIGHT)),
        ("bodyweight", Load(LoadKind.BODYWEIGHT)),
        ("bw+10kg", Load(LoadKind.BODYWEIGHT, 10)),
        ("bw + 10", Load(LoadKind.BODYWEIGHT, 10)),
        ("bw-15kg", Load(LoadKind.BODYWEIGHT, -15)),
        ("bw+25lb", Load(LoadKind.BODYWEIGHT, 25, unit=MassUnit.LB)),
        ("bw+0lb", Load(LoadKind.BODYWEIGHT)),
        ("with bodyweight", Load(LoadKind.BODYWEIGHT)),
        ("with bodyweight only", Load(LoadKind.BODYWEIGHT)),
        ("with 2x16kg", Load(LoadKind.EXTERNAL, 16, 2)),
        ("bodyweight \u2212 15 kg", Load(LoadKind.BODYWEIGHT, -15)),
        ("75%", Load(LoadKind.PERCENT, 75)),
        ("@ 75 % of 1RM", Load(LoadKind.PERCENT, 75)),
    ],
)
def test_a_load_is_held_carried_or_a_part_of_the_most(typed: str, load: Load) -> None:
    assert parse(f"3x8 {typed}").load == load
    assert parse(f"{typed} 3x8").load == load


def test_each_after_a_load_is_each_hand_and_each_side_is_each_side() -> None:
    assert parse("3x8 16kg each").sides is Sides.TOGETHER
    carried = parse("3x8 16kg each side")
    assert (carried.sides, carried.load) == (Sides.EACH, Load(LoadKind.EXTERNAL, 16))


@pytest.mark.parametrize(
    ("typed", "rpe", "rir"),
    [
        ("@7", 7, None),
        ("@ 7.5", 7.5, None),
        ("@RPE 8", 8, None),
        ("RPE 7", 7, None),
        ("rpe7", 7, None),
        ("2RIR", None, 2),
        ("2 rir", None, 2),
        ("@2RIR", None, 2),
        ("RIR 2", None, 2),
        ("2 reps in reserve", None, 2),
        ("@7-8", 7.5, None),
        ("@8\u20137", 7.5, None),
        ("RPE 7 - 7.5", 7.25, None),
        ("2-3 RIR", None, 2.5),
        ("RIR 1-2", None, 1.5),
    ],
)
def test_effort_is_rpe_or_reps_in_reserve(typed: str, rpe: float | None, rir: float | None) -> None:
    read = parse(f"3x8 {typed}")
    assert (read.rpe, read.rir) == (rpe, rir)
    assert read.target_rpe == (rpe if rir is None else 10 - rir)


@pytest.mark.parametrize(
    ("typed", "rest_s"),
    [
        ("rest 90", 90),
        ("rest 90s", 90),
        ("rest 90 seconds", 90),
        ("rest: 90 sec", 90),
        ("rest90", 90),
        ("rest 2min", 120),
        ("rest 1.5 min", 90),
        ("rest 2m", 120),
        ("rest 1:30", 90),
        ("rest 0", 0),
        ("no rest", 0),
    ],
)
def test_rest_is_in_seconds_or_minutes(typed: str, rest_s: int) -> None:
    assert parse(f"3x8 {typed}").rest_s == rest_s


@pytest.mark.parametrize("typed", ["tempo 3-1-X-0", "tempo 31x0", "TEMPO 3-1-x-0"])
def test_tempo_is_four_counts(typed: str) -> None:
    assert parse(f"3x8 {typed}").tempo == "3-1-X-0"


@pytest.mark.parametrize(
    "typed", ["warmup 2", "warm-up 2", "Warmup: 2", "warm up 2", "2 warm-up sets"]
)
def test_warm_up_sets_come_before(typed: str) -> None:
    assert parse(f"{typed} 3x8").warmup_sets == 2


def test_a_whole_line_reads_in_any_order_with_commas_between() -> None:
    line = "3x8/side @7 2x16kg tempo 3-1-1-0 rest 90 warmup 2"
    assert parse("rest 1:30, 2x16kg; warm-up 2 · 3 x 8 /side, RPE 7, tempo 3110") == parse(line)
    assert write(parse(line)) == line


@pytest.mark.parametrize(
    ("typed", "column", "words"),
    [
        ("", 0, "Sets and reps are missing."),
        ("20kg @7", 7, "Sets and reps are missing."),
        ("3x8 banana rest 90", 4, "“banana” can't be read."),
        ("three sets", 0, "“three” can't be read."),
        ("3x8 foo", 4, "“foo” can't be read."),
        ("restaurant 3x8", 0, "“restaurant” can't be read."),
        ("3x8 <img src=x>", 4, "“<img” can't be read."),
        ("3x8 @7 - 20kg", 7, "“-” can't be read."),
        ("3x8 3x8", 4, "The volume is given twice."),
        ("3x8 @7 2RIR", 7, "The effort is given twice."),
        ("3x8 20kg 45lb", 9, "The load is given twice."),
        ("3x8/side left", 9, "The side is given twice."),
        ("left 3x8/side", 8, "The side is given twice."),
        ("3x8 rest 60 rest 90", 12, "The rest is given twice."),
        ("0x8", 0, "Sets go from 1 to 50."),
        ("@7 60x8", 3, "Sets go from 1 to 50."),
        ("3x0", 0, "The amount goes from 1 to 500, the smaller number first."),
        ("3x12-8", 0, "The amount goes from 1 to 500, the smaller number first."),
        ("1x3 min 3x8", 8, "The volume is given twice."),
        ("1x121min", 0, "The amount goes from 1 to 7200, the smaller number first."),
        ("3x8 @11", 4, "RPE goes from 1 to 10."),
        ("3x8 @0", 4, "RPE goes from 1 to 10."),
        ("3x8 @1-19", 4, "RPE goes from 1 to 10."),
        ("3x8 0-9RIR 20kg @7", 16, "The effort is given twice."),
        ("3x8 2-12RIR", 4, "Reps in reserve go from 0 to 9."),
        ("3x8 10RIR", 4, "Reps in reserve go from 0 to 9."),
        ("3x8 2001kg", 4, "No gym has that load."),
        ("3x8 0x20kg", 4, "No gym has that load."),
        ("3x8 rest 31min", 4, "Rest goes from 0 s to 30 min."),
        ("3x8 warmup 21", 4, "Warm-up sets go from 0 to 20."),
        ("9" * (LONGEST + 1), LONGEST, "This is too long for a prescription."),
    ],
)
def test_what_cannot_be_read_says_where_and_why(typed: str, column: int, words: str) -> None:
    with pytest.raises(PrescriptionError) as caught:
        parse(typed)
    assert (caught.value.column, str(caught.value.message)) == (column, words)
    assert caught.value.text == typed
    assert str(caught.value.advice)


TIME = "write rest 90, rest 2min or rest 1:30."
AMOUNT = "write 3x8, 3x8-12, 3x30s or 3x40m."
SIDE = "write /side, left or right."


@pytest.mark.parametrize(
    ("typed", "column", "words"),
    [
        ("3x8/side @7 20kg rest 9O", 22, f"“9O” is no time: {TIME}"),
        ("3x8 rest: soon @7", 10, f"“soon” is no time: {TIME}"),
        ("3x8 rest", 8, f"The time is missing: {TIME}"),
        (
            "3x8 tempo 3-1-1",
            10,
            "“3-1-1” is no tempo: write four numbers, as in tempo 3-1-1-0.",
        ),
        ("3x8 tempo", 9, "The tempo is missing: write four numbers, as in tempo 3-1-1-0."),
        ("3x8 warmup two", 11, "“two” is no number of warm-up sets: write warmup 2."),
        ("3x8 @hard", 5, "“hard” is no effort: write @7, RPE 7 or 2RIR."),
        ("3x8 RPE x", 8, "“x” is no effort: write @7, RPE 7 or 2RIR."),
        ("3x8 @", 5, "The effort is missing: write @7, RPE 7 or 2RIR."),
        ("3x8 rir few", 8, "“few” is no number of reps in reserve: write 2RIR."),
        ("3x8 bw+abc", 7, "“abc” is no load: write bw, bw+10kg or bw-15kg."),
        ("3x8 2Okg", 4, "“2Okg” is no load: write 20kg, 2x16kg, 45lb or 75%."),
        ("3x8/middle", 4, f"“middle” is no side: {SIDE}"),
        ("3x8 per", 7, f"The side is missing: {SIDE}"),
        ("3x", 2, f"The amount is missing: {AMOUNT}"),
        ("3x8foo", 2, f"“8foo” is no amount: {AMOUNT}"),
        ("3x12O @7", 2, f"“12O” is no amount: {AMOUNT}"),
        ("3x8-12foo", 2, f"“8-12foo” is no amount: {AMOUNT}"),
        ("8foo", 0, f"“8foo” is no amount: {AMOUNT}"),
    ],
)
def test_a_known_word_with_a_bad_value_blames_the_value(
    typed: str, column: int, words: str
) -> None:
    error = read_or_error(typed)
    assert isinstance(error, PrescriptionError)
    assert (error.column, str(error.message)) == (column, words)


@pytest.mark.parametrize(
    ("typed", "column", "words"),
    [
        ("8", 0, "8 of what? Write 1x8 or 8 reps."),
        ("8 rest 90s", 0, "8 of what? Write 1x8 or 8 reps."),
        ("3 sets", 0, "3 sets of what? Write 3x8 or 3x30s."),
        ("3x8 20", 4, "20 what? Write 20kg or 20lb."),
        ("20 3x8", 0, "20 what? Write 20kg or 20lb."),
        ("3x8 20kg 90", 9, "90 what? For a rest write rest 90."),
        ("3x8 20kg rest 90 5", 17, "5 what?"),
    ],
)
def test_a_number_alone_is_asked_what_it_counts(typed: str, column: int, words: str) -> None:
    error = read_or_error(typed)
    assert isinstance(error, PrescriptionError)
    assert (error.column, str(error.message)) == (column, words)


@pytest.mark.parametrize(
    ("typed", "column", "words"),
    [
        ("3x8 with dumbbell", 4, "“dumbbell” is chosen in a menu, not written here."),
        ("3x8 with a stick", 4, "“a” is chosen in a menu, not written here."),
        ("3x8 20kg Kettlebells", 9, "“Kettlebells” is chosen in a menu, not written here."),
        ("3x8 with", 4, "What it is done with is chosen in a menu, not written here."),
    ],
)
def test_an_implement_is_sent_to_its_menu(typed: str, column: int, words: str) -> None:
    error = read_or_error(typed)
    assert isinstance(error, PrescriptionError)
    assert (error.column, str(error.message)) == (column, words)
    assert str(error.advice) == "Choose it in the card’s menu, under “Do it with”."


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("3x8 rest x", "rest 0"),
        ("3x8 tempo x", "tempo 3-1-X-0"),
        ("3x8 left right", "3x8 left"),
        ("3x8 @11", "2RIR"),
        ("3x8 20", "75%"),
        ("3x8 warmup 99", "before the other sets"),
        ("8", "2x5 breaths"),
        ("3x8 banana", "left, right, 2RIR, 75%, tempo 3-1-1-0, warmup 2"),
    ],
)
def test_advice_shows_what_fits_the_fault(typed: str, example: str) -> None:
    error = read_or_error(typed)
    assert isinstance(error, PrescriptionError)
    assert example in str(error.advice)


@given(prescriptions())
def test_the_words_of_a_card_are_read_back(prescription: Prescription) -> None:
    assert parse(" · ".join(map(str, prescription_words(prescription)))) == prescription


@given(prescriptions())
def test_what_is_written_is_read_back(prescription: Prescription) -> None:
    assert parse(write(prescription)) == prescription
    assert limits(prescription) is None


@given(st.text(alphabet="0123456789 x/-.,:@%kglbmsirepbwtoRIRPE+leftdah×–½\u202e", max_size=30))
@example("3x0.0004kg")
@example("1x8 0.1234567kg")
@example("3x8 bw-0")
@example("3x٣")
@example("\x1c\x85")
@example("1" * LONGEST)
def test_any_text_is_read_and_written_alike_or_has_an_error_with_a_column(typed: str) -> None:
    read = read_or_error(typed)
    if isinstance(read, PrescriptionError):
        assert 0 <= read.column <= len(typed)
        assert str(read.message)
    else:
        assert parse(write(read)) == read


def read_or_error(typed: str) -> Prescription | PrescriptionError:
    try:
        return parse(typed)
    except PrescriptionError as error:
        return error


@pytest.mark.parametrize(
    ("value", "words"),
    [(20.0, "20"), (7.5, "7.5"), (0.0, "0"), (-0.0001, "0"), (1e6, "1000000"), (2.25, "2.25")],
)
def test_numbers_are_plain(value: float, words: str) -> None:
    assert plain(value) == words


def test_a_pound_is_0_45359237_kilograms() -> None:
    assert kilograms(1, MassUnit.LB) == 0.45359237
    assert kilograms(20, MassUnit.KG) == 20
    assert Load(LoadKind.EXTERNAL, 45, 2, MassUnit.LB).external_kg == pytest.approx(90 * 0.45359237)
    assert Load(LoadKind.PERCENT, 75).external_kg is None
