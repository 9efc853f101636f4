from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.changes import Changes
from tests.unit.storage.samples import HILL_LEGS, STAIR_LUNGE, TRAVEL

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.storage import Store


def test_an_import_is_taken_back_in_one_go(store: Store) -> None:
    many = {f"e{number}": replace(STAIR_LUNGE, id=f"e{number}") for number in range(1201)}
    gone: dict[str, Exercise | None] = dict.fromkeys(many)
    store.apply(Changes(sessions={HILL_LEGS.id: HILL_LEGS}, exercises=many))
    store.apply(Changes(exercises={"e7": None}))
    kept = replace(STAIR_LUNGE, name="Kept")
    store.apply(Changes(exercises={**gone, "nobody": None, kept.id: kept}))
    assert [each.name for each in store.exercises()] == ["Kept"]
    assert store.deleted() == dict.fromkeys(many, 2)
    assert store.session(HILL_LEGS.id) == HILL_LEGS
    # And again, as redo does.
    store.apply(Changes(exercises={**many, kept.id: None}))
    assert {each.id: each.version for each in store.exercises()} == dict.fromkeys(many, 3)
    assert store.deleted() == {kept.id: 2}


def test_deleting_many_leaves_records_of_other_kinds_with_the_same_id(store: Store) -> None:
    store.apply(
        Changes(
            sessions={TRAVEL.id: TRAVEL},
            exercises={TRAVEL.id: replace(STAIR_LUNGE, id=TRAVEL.id)},
        )
    )
    store.apply(Changes(exercises={TRAVEL.id: None}))
    assert store.exercises() == []
    assert store.session(TRAVEL.id) == TRAVEL
