"""The plan file `.hemiplan`: JSON with a published schema (docs/hemiplan.md)."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

import msgspec

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.checks import check
from hemipelvi_gui.exchange.limits import strict_json
from hemipelvi_gui.exchange.shape import ContentError, reason_and_place, shown
from hemipelvi_gui.exchange.unknown import gathered, put_back

FORMAT = "hemipelvi-plan"
VERSION = 1
LARGEST_WHOLE = 10**15
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
TIMED = ("sessions", "runs", "diary")
# These came later to version 1: they are written only where they say something.
LATER = frozenset({"runs", "gyms", "diary"})
SHORT_TIME = re.compile(r"\d\d:\d\d")


@dataclass(frozen=True)
class PlanFile:
    """A plan file, version 1. Keys that are not named here are kept."""

    format: Literal["hemipelvi-plan"]
    version: Literal[1]
    sessions: tuple[Session, ...] = ()
    plans: tuple[Plan, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    runs: tuple[Run, ...] = ()
    gyms: tuple[Gym, ...] = ()
    diary: tuple[DoneSession, ...] = ()
    deleted: dict[str, int] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Hemiplan:
    """A row of `FORMATS`."""

    name: str = "Hemipelvi plan"
    suffix: str = ".hemiplan"

    def recognises(self, content: bytes) -> bool:
        """Whether this is JSON that could be a plan, or a text in which only the letters failed."""
        if content.startswith(UTF16):
            return True
        return content[:4096].removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[", b"")

    def read(self, content: bytes) -> Bundle:
        """The bundle in a file. Raises ContentError for anything that is not a sound plan."""
        raw = strict_json(content)
        _check_head(raw)
        _fill_in(raw)
        try:
            file = msgspec.convert(_head() | gathered(raw, Bundle), PlanFile, strict=True)
        except msgspec.ValidationError as error:
            raise _unfit(error) from error
        bundle = Bundle(**{each.name: getattr(file, each.name) for each in fields(Bundle)})
        check(bundle)
        return bundle

    def write(self, bundle: Bundle) -> bytes:
        """The content of a file, the same for the same bundle. Raises ContentError."""
        check(bundle)
        try:
            plain = {
                key: each
                for key, each in _plain(bundle, empty=True).items()
                if each or key not in LATER
            }
            whole = _head() | put_back(plain, Bundle)
            return (
                json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
            ).encode()
        except (ValueError, TypeError) as error:
            raise ContentError(
                translate(
                    "PlanFile", "something in it can't be written as text: {what}.", what=error
                )
            ) from error


def _head() -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION}


def _check_head(raw: object) -> None:
    known = raw.get("format") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or known is None:
        raise ContentError(
            translate("PlanFile", "this is not a Hemipelvi plan."),
            advice=translate(
                "PlanFile",
                "A plan file starts with \u201cformat\u201d: \u201c{name}\u201d.",
                name=FORMAT,
            ),
        )
    if known != FORMAT:
        raise ContentError(
            translate("PlanFile", "the format {name} is not known.", name=shown(str(known))),
            "format",
        )
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ContentError(
            translate("PlanFile", "the version of the file is missing or not a number from 1."),
            "version",
        )
    if version > VERSION:
        raise ContentError(
            translate(
                "PlanFile",
                "this was made by a newer Hemipelvi (version {version}).",
                version=version,
            ),
            "version",
            translate("PlanFile", "Nothing was changed. Update Hemipelvi to open it."),
        )


def _fill_in(raw: dict[str, Any]) -> None:
    """Say what short forms leave out: `high` is `low` where it is absent, 07:30 is 07:30:00."""
    for key in TIMED:
        for each in _objects(raw.get(key)):
            start = each.get("start")
            if isinstance(start, str) and SHORT_TIME.fullmatch(start):
                each["start"] = f"{start}:00"
    _give_plans(raw)
    for session in _objects(raw.get("sessions")):
        for block in _objects(session.get("blocks")):
            for item in _objects(block.get("items")):
                for prescription in _objects([item.get("prescription")]):
                    if "low" in prescription:
                        prescription.setdefault("high", prescription["low"])


def _give_plans(raw: dict[str, Any]) -> None:
    """A plan used to list its sessions; now they say it. Ids of sessions elsewhere stay listed."""
    sessions = {str(each.get("id")): each for each in _objects(raw.get("sessions"))}
    for plan in _objects(raw.get("plans")):
        listed = plan.pop("sessions", [])
        if not isinstance(listed, list):
            plan["sessions"] = listed
            continue
        here = [each for each in listed if isinstance(each, str) and each in sessions]
        for session_id in here:
            sessions[session_id].setdefault("plan", plan.get("id"))
        if elsewhere := [each for each in listed if each not in here]:
            plan["sessions"] = elsewhere


def _objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list; what is not of the right type is left to the decoder."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _unfit(error: msgspec.ValidationError) -> ContentError:
    reason, where = reason_and_place(error)
    return ContentError(
        translate(
            "PlanFile",
            "a value is not what a plan file has there: {reason}.",
            reason=shown(
                (reason[:1].lower() + reason[1:]).replace("`", "").replace(" RFC3339 encoded", "")
            ),
        ),
        shown(where),
    )


def _plain(value: object, *, empty: bool = False) -> Any:  # noqa: ANN401  JSON may be anything
    """Lists and dicts of a value; without fields that say nothing, unless `empty` is wanted.

    A field says nothing where it is at its default and that is empty; others are written even at
    their default, so that a reader needs no table of ours.
    """
    if is_dataclass(value):
        return {
            each.name: _plain(inner)
            for each in fields(value)
            if (inner := getattr(value, each.name)) or empty or inner != _default(each)
        }
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < LARGEST_WHOLE:
        return int(value)
    return msgspec.to_builtins(value)


def _default(each: Any) -> object:  # noqa: ANN401  dataclasses.Field[Any]
    if each.default_factory is not None and callable(each.default_factory):
        return each.default_factory()
    return each.default
