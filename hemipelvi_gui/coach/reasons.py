"""Why a name was read as it was: sentences by code, so that a stored reason can be translated."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter

from hemipelvi_gui.domain.text import Text, translate

REASONS = {
    "no-word": translate("Laterality", "No word in it is known."),
    "upper-body": translate("Laterality", "Upper-body work, by the words \u201c{words}\u201d."),
    "stance": translate("Laterality", "Only the stance is known: \u201c{words}\u201d."),
    "movement": translate("Laterality", "Read as {movement}, by the words \u201c{words}\u201d."),
    "not-understood": translate("Laterality", "{reason} Not understood: {unknown}."),
    "muscles": translate("Laterality", "Only its muscles are known: {muscles}."),
    "found": translate("Laterality", "In the library: {exercise}."),
    "reworded": translate("Laterality", "Read as \u201c{words}\u201d. In the library: {exercise}."),
    "another-way": translate("Laterality", "As the library\u2019s {exercise}, done another way."),
}
CODES = {reason.source: code for code, reason in REASONS.items()}


def because(code: str, **args: object) -> Text:
    """The reason of this code, its braces filled."""
    return replace(REASONS[code], args=args)


def as_data(reason: Text) -> dict[str, object]:
    """A reason made by `because` as JSON values: its code, and what fills the sentence."""
    args = {
        name: as_data(value) if isinstance(value, Text) else value
        for name, value in reason.args.items()
    }
    return {"code": CODES[reason.source], **args}


def from_data(data: object) -> Text | str:
    """The reason that was stored; "" for what is none.

    Text is a reason as it was stored before there were codes. Only sentences of `REASONS` are ever
    filled in: a sentence from a file could ask for anything.
    """
    if isinstance(data, str):
        return data
    reason = _read(data, within="reason")
    return reason or ""


def _read(data: object, within: str = "") -> Text | None:
    """The reason in `data`; another reason may stand only in the field `within`."""
    if not isinstance(data, dict):
        return None
    code = data.get("code")
    if not isinstance(code, str) or code not in REASONS:
        return None
    args: dict[str, object] = {}
    for _, name, _, _ in Formatter().parse(REASONS[code].source):
        if name is None:
            continue
        value = _read(data.get(name)) if name == within else data.get(name)
        if not isinstance(value, str | Text):
            return None
        args[name] = value
    return because(code, **args)
