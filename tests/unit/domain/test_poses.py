from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.exercises import Action
from hemipelvi_gui.domain.facets import Stance
from hemipelvi_gui.domain.gait import MID_STANCE, Phase
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.ground import LEFT_FOOT, MARKS, RIGHT_FOOT, Print, Surface
from hemipelvi_gui.domain.motion import motion_of
from hemipelvi_gui.domain.poses import Pose, asked, blend, mirror, resembles, running
from hemipelvi_gui.domain.running_order import running_order
from hemipelvi_gui.domain.timing import block_s, session_s
from tests.builders import PICTURE, gym_sessions, library, session_of

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session

LIBRARY = library()
EVERY = st.sampled_from(sorted(LIBRARY))
SIGN = {Action.COMPRESS: 1, Action.EXPAND: -1, Action.NEUTRAL: 0}


def still(name: str, prescription: str = "3x8") -> Pose:
    motion = motion_of(LIBRARY[name], parse(prescription))
    return motion.pose_at(motion.still_at)


def foot(pose: Pose, part: str) -> tuple[float, float]:
    mark = next(mark for mark in pose.marks if mark.part == part)
    return mark.x, mark.y


def sign(value: float) -> int:
    return (value > 0.05) - (value < -0.05)


def test_a_squat_has_both_halves_compress_and_does_not_turn() -> None:
    pose = still("back-squat")
    assert pose.left == pose.right == 1
    assert pose.yaw == 0
    assert foot(pose, RIGHT_FOOT)[1] == foot(pose, LEFT_FOOT)[1]


def test_a_split_squat_turns_towards_its_front_leg() -> None:
    pose = still("split-squat")
    assert (pose.left, pose.right) == (-1, 1)
    assert pose.yaw < -4
    assert foot(pose, RIGHT_FOOT)[1] > 0 > foot(pose, LEFT_FOOT)[1]
    assert pose.right_thigh.forward > 0 > pose.left_thigh.forward


def test_the_nearer_to_running_the_nearer_the_turn() -> None:
    goal = running(MID_STANCE).yaw
    far = [abs(still(n).yaw - goal) for n in ("back-squat", "split-squat", "walking-lunge")]
    assert far == sorted(far, reverse=True)


@given(EVERY)
def test_an_exercise_asks_what_its_actions_say(name: str) -> None:
    exercise = LIBRARY[name]
    pose = asked(exercise, 1.0)
    assert sign(pose.right) == SIGN[exercise.actions.working]
    assert sign(pose.left) == SIGN[exercise.actions.other]


@given(EVERY, st.floats(0, 20))
def test_no_moment_of_any_exercise_is_out_of_bounds(name: str, moment: float) -> None:
    exercise = LIBRARY[name]
    pose = motion_of(exercise, parse(exercise.prescription)).pose_at(moment)
    assert -1 <= pose.left <= 1
    assert -1 <= pose.right <= 1
    assert abs(pose.yaw) <= 6 * (exercise.asymmetry or 0) + 1e-9
    assert all(0 <= mark.shown <= 1 and 0 <= mark.weight <= 1 for mark in pose.marks)


@pytest.mark.parametrize("name", ["back-squat", "split-squat", "walking-lunge", "skater-bound"])
def test_nothing_jerks_from_one_frame_to_the_next(name: str) -> None:
    motion = motion_of(LIBRARY[name])
    count = int(motion.duration * 120)
    poses = [motion.pose_at(motion.duration * at / count) for at in range(count + 1)]
    for one, other in itertools.pairwise(poses):
        assert abs(one.yaw - other.yaw) < 0.6
        assert abs(one.right - other.right) < 0.12


@given(EVERY)
def test_mirrored_twice_is_the_same(name: str) -> None:
    pose = asked(LIBRARY[name], 0.7)
    assert mirror(mirror(pose)) == pose


def test_alternating_work_swaps_after_each_repetition() -> None:
    motion = motion_of(LIBRARY["walking-lunge"], parse("3x8/side"))
    right, left = motion.pose_at(motion.still_at), motion.pose_at(motion.still_at + motion.rep_s)
    assert (right.right, right.left) == (1, -1)
    assert left == mirror(right)


def test_one_side_after_the_other_shows_both() -> None:
    motion = motion_of(LIBRARY["split-squat"], parse("3x8/side"))
    sides = [motion.side_at(motion.rep_s * (rep + 0.5)) for rep in range(4)]
    assert sides == [1, 1, -1, -1]


def test_a_set_on_the_left_only_never_shows_the_right() -> None:
    motion = motion_of(LIBRARY["split-squat"], parse("3x8 left"))
    assert motion.pose_at(motion.still_at).left == 1
    assert {motion.side_at(rep * motion.rep_s) for rep in range(4)} == {-1}


def test_a_repetition_goes_at_the_tempo_written() -> None:
    motion = motion_of(LIBRARY["back-squat"], parse("3x5 tempo 4-2-1-1"))
    assert motion.rep_s == 8
    assert motion.pose_at(3.9).right < 1
    assert motion.pose_at(5.0).right == 1
    assert motion.pose_at(7.5).right == pytest.approx(0.4)


def test_without_a_tempo_a_repetition_takes_three_seconds() -> None:
    assert motion_of(LIBRARY["back-squat"], parse("3x5")).rep_s == pytest.approx(3)


@pytest.mark.parametrize("tempo", ["0-0-0-0", "3-0-0-0", "0-3-0-0", "0-0-X-0", "0-0-0-3"])
def test_odd_tempos_play_all_the_same(tempo: str) -> None:
    motion = motion_of(LIBRARY["split-squat"], parse(f"3x5/side tempo {tempo}"))
    poses = [motion.pose_at(motion.duration * at / 40) for at in range(41)]
    assert all(-1 <= pose.right <= 1 for pose in poses)


def test_upper_body_work_asks_nothing_of_the_pelvis() -> None:
    pose = still("pull-up")
    assert (pose.left, pose.right, pose.yaw) == (0, 0, 0)


@pytest.mark.parametrize(
    ("name", "stance", "surface"),
    [
        ("back-squat", Stance.PARALLEL, Surface.GROUND),
        ("b-stance-squat", Stance.STAGGERED, Surface.GROUND),
        ("glute-bridge", Stance.SUPINE, Surface.MAT),
        ("leg-press", Stance.SEATED, Surface.SEAT),
        ("bird-dog", Stance.QUADRUPED, Surface.MAT),
        ("dead-hang", Stance.HANGING, Surface.BAR),
        ("clam", Stance.SIDE_LYING, Surface.MAT),
    ],
)
def test_each_stance_leaves_its_own_marks(name: str, stance: Stance, surface: Surface) -> None:
    pose = asked(LIBRARY[name], 0.0)
    assert [mark.part for mark in pose.marks] == [mark.part for mark in MARKS[stance]]
    assert pose.surface is surface


def test_every_stance_has_marks_and_all_differ() -> None:
    assert set(MARKS) == set(Stance)
    assert len(set(MARKS.values())) == len(Stance)


def test_in_half_kneeling_the_knee_behind_the_front_foot_carries() -> None:
    pose = still("half-kneeling-press")
    knee = next(mark for mark in pose.marks if mark.kind is Print.KNEE)
    assert foot(pose, LEFT_FOOT)[1] < knee.y < foot(pose, RIGHT_FOOT)[1]
    assert knee.weight == 1


def test_in_a_jump_both_feet_leave_the_ground() -> None:
    motion = motion_of(LIBRARY["box-jump"])
    kinds = {mark.kind for mark in motion.pose_at(motion.rep_s * 0.75).marks}
    assert kinds == {Print.AIR}


def test_in_running_one_foot_at_most_is_down() -> None:
    for step in range(100):
        feet = [mark.kind for mark in running(step / 100).marks]
        assert Print.AIR in feet
    assert {mark.kind for mark in running(0.43).marks} == {Print.AIR}


def test_who_walks_always_has_a_foot_down() -> None:
    motion = motion_of(LIBRARY["suitcase-carry"])
    for step in range(100):
        kinds = [mark.kind for mark in motion.pose_at(motion.rep_s * step / 100).marks]
        assert kinds != [Print.AIR, Print.AIR]


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("back-squat", None),
        ("split-squat", Phase.RIGHT_STANCE),
        ("single-leg-romanian-deadlift", Phase.RIGHT_STANCE),
        ("pull-up", Phase.FLOAT_TO_LEFT),
    ],
)
def test_an_exercise_lies_beside_the_phase_it_resembles(name: str, phase: Phase | None) -> None:
    pose = asked(LIBRARY[name], 1.0)
    assert resembles(pose) is phase


def test_halfway_between_two_poses_is_halfway() -> None:
    one, other = asked(LIBRARY["split-squat"], 1.0), mirror(asked(LIBRARY["split-squat"], 1.0))
    half = blend(one, other, 0.5)
    assert (half.left, half.right, half.yaw) == (0, 0, 0)
    assert blend(one, other, 0) == one
    assert blend(one, other, 1) == other


@given(gym_sessions())
def test_the_turns_of_a_session_take_its_time(session: Session) -> None:
    order = running_order(session, LIBRARY)
    assert order.duration == pytest.approx(session_s(session, LIBRARY))
    ends = 0.0
    for turn in order.turns:
        assert turn.begins == pytest.approx(ends)
        ends = turn.ends


def test_work_grows_while_a_session_plays_and_ends_at_its_balance() -> None:
    order = running_order(session_of(*PICTURE), LIBRARY)
    done = [order.done_by(order.duration * step / 50) for step in range(51)]
    assert done[0] == pytest.approx((0, 0))
    assert done == sorted(done)
    left = sum(turn.left for turn in order.turns)
    assert done[-1] == pytest.approx((left, left))


def test_items_of_a_superset_have_their_turns_one_after_the_other() -> None:
    session = session_of(("walking-lunge 3x8/side", "clam 3x10/side"))
    order = running_order(session, LIBRARY)
    names = [turn.exercise.id for turn in order.turns if turn.exercise is not None]
    assert names == ["walking-lunge", "clam"]
    assert order.duration == pytest.approx(block_s(session.blocks[0], LIBRARY))


def test_an_empty_session_has_no_turns() -> None:
    order = running_order(session_of(), LIBRARY)
    assert order.turn_at(10) is None
    assert order.duration == 0
    assert order.done_by(10) == (0, 0)
