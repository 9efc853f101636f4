"""The published schema says what the reader holds."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from hemipelvi_gui.exchange import FileError, read, template_files
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from hemipelvi_gui.exchange.schema import schema, schema_text
from hemipelvi_gui.paths import resource
from tests.unit.exchange.test_refusals import block, changed, with_blocks
from tests.unit.exchange.test_round_trip import bundles, bundles_of_weeks, file_of, session_object

if TYPE_CHECKING:
    from hemipelvi_gui.domain.bundle import Bundle

VALIDATOR = import_module("jsonschema").Draft202012Validator


def fits(value: object) -> bool:
    return bool(VALIDATOR(schema()).is_valid(value))


def test_the_committed_schema_is_the_one_the_types_make() -> None:
    committed = resource("schema", "hemiplan-1.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text()


def test_the_schema_is_sound() -> None:
    VALIDATOR.check_schema(schema())


@settings(max_examples=30)
@given(bundles() | bundles_of_weeks())
def test_every_file_we_write_fits_the_schema(bundle: Bundle) -> None:
    assert fits(json.loads(Hemiplan().write(bundle)))


def test_all_templates_fit_the_schema() -> None:
    files = [json.loads(path.read_bytes()) for path in template_files()]
    assert files
    assert all(map(fits, files))


@pytest.mark.parametrize(
    "session",
    [
        session_object(id=""),
        session_object(minutes=0),
        session_object(start="07:30:00Z"),
        session_object(version=0),
        session_object(equipment=["jetpack"]),
        session_object(extra=[]),
        changed(sets=0),
        changed(rpe=11),
        changed(tempo="fast"),
        changed(rest_s=-5),
        changed(measure="laps"),
        with_blocks(block("b", "straight")),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(
    session: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = file_of(sessions=[session])
    path = tmp_path_factory.mktemp("schema") / "a.hemiplan"
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert not fits(whole)
    with pytest.raises(FileError):
        read(path)
