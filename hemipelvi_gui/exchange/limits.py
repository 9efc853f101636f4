"""Strict JSON: from bytes to plain lists and dicts, or a ContentError that says where.

Stricter than the standard: no key twice in an object, no NaN, no number or nesting that only an
attack would have. Everything is checked before a value reaches the domain.
"""

from __future__ import annotations

import codecs
import json
import re
from functools import partial
from math import isfinite
from typing import Any, NoReturn

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import ContentError, shown

DEEPEST = 64
SMALLEST_INT, LARGEST_INT = -(2**63), 2**63 - 1

# A string is skipped whole, closed or not, so that the scan never looks at a letter twice.
STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
MARKS = re.compile(rf"{STRING}|[\[{{]|[\]}}]", re.DOTALL)
# Only numbers that can be too large: a long list of small ones is passed over at once.
ODD = re.compile(
    rf"{STRING}|-?(?:NaN|Infinity)|(?<![\d.eE+-])-?(?:\d{{18,}}[\d.eE+-]*|\d[\d.]*[eE][\d+-]+)",
    re.DOTALL,
)
KEYS = re.compile(rf"(?P<key>{STRING})\s*:|{STRING}|[\[{{]|[\]}}]", re.DOTALL)
HALF_LETTER = re.compile(r"\\u[dD][89abAB]|\\u[dD][c-fC-F]")

DAMAGED = translate("PlanFile", "The file may be damaged or cut off. Ask for it again.")
NUMBER = translate("PlanFile", "Put an ordinary number there, or ask for the file again.")


def strict_json(content: bytes) -> Any:  # noqa: ANN401  JSON may be anything
    """The value that UTF-8 bytes say. Raises ContentError."""
    text = decoded(content)
    if not text.strip():
        raise ContentError(translate("PlanFile", "the file is empty."))
    _check_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=partial(_object, text),
            parse_constant=partial(_constant, text),
            parse_float=partial(_float, text),
            parse_int=partial(_int, text),
        )
    except json.JSONDecodeError as error:
        raise _unreadable(text, error) from error
    if HALF_LETTER.search(text):
        _check_letters(value)
    return value


def decoded(content: bytes) -> str:
    """Text of UTF-8 bytes, a byte-order mark tolerated. Raises ContentError."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ContentError(
            translate("PlanFile", "the text is UTF-16, and a plan file is UTF-8."),
            advice=translate("PlanFile", "Save it as UTF-8 and try again."),
        )
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        raise ContentError(
            translate("PlanFile", "the text is not UTF-8."),
            _at(line, column),
            translate("PlanFile", "Save it as UTF-8 and try again."),
        ) from error


def _check_depth(text: str) -> None:
    depth = 0
    for mark in MARKS.finditer(text):
        letter = text[mark.start()]
        if letter in "[{":
            depth += 1
            if depth > DEEPEST:
                raise ContentError(
                    translate("PlanFile", "lists are nested more than {most} deep.", most=DEEPEST),
                    _place(text, mark.start()),
                )
        elif letter in "]}":
            depth -= 1


def _object(text: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ContentError(
            translate(
                "PlanFile", "\u201c{key}\u201d stands twice in one object.", key=shown(twice)
            ),
            _second(text, twice),
            translate("PlanFile", "Take one of the two out."),
        )
    return found


def _second(text: str, key: str) -> Text | str:
    """Where a key stands for the second time in the same object."""
    inside: list[bool] = []
    for mark in KEYS.finditer(text):
        letter = text[mark.start()]
        if letter in "[{":
            inside.append(False)
        elif letter in "]}":
            inside.pop()
        elif mark["key"] and json.loads(mark["key"]) == key:
            if inside[-1]:
                return _place(text, mark.start())
            inside[-1] = True
    return ""


def _constant(text: str, word: str) -> NoReturn:
    raise ContentError(
        translate("PlanFile", "{word} is not a number.", word=word), _first(text, word), NUMBER
    )


def _float(text: str, digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise _too_big(text, digits)
    return number


def _int(text: str, digits: str) -> int:
    # Length first: turning a million digits into a number takes long.
    if len(digits) > 20 or not SMALLEST_INT <= int(digits) <= LARGEST_INT:
        raise _too_big(text, digits)
    return int(digits)


def _too_big(text: str, digits: str) -> ContentError:
    return ContentError(
        translate("PlanFile", "{number} is too large a number.", number=shown(digits)),
        _first(text, digits),
        NUMBER,
    )


def _first(text: str, word: str) -> Text | str:
    """Where a word that is no string stands for the first time."""
    places = (mark.start() for mark in ODD.finditer(text) if mark.group() == word)
    place = next(places, None)
    return "" if place is None else _place(text, place)


def _check_letters(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise ContentError(
            translate("PlanFile", "there is half a letter (\\ud800 to \\udfff without its twin)."),
            advice=DAMAGED,
        ) from error


def _unreadable(text: str, error: json.JSONDecodeError) -> ContentError:
    where = _at(error.lineno, error.colno)
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return ContentError(
            translate("PlanFile", "the file ends in the middle; the rest is missing."),
            where,
            DAMAGED,
        )
    return ContentError(translate("PlanFile", "this can't be read as JSON."), where, DAMAGED)


def _place(text: str, position: int) -> Text:
    line = text.count("\n", 0, position) + 1
    return _at(line, position - text.rfind("\n", 0, position))


def _at(line: int, column: int) -> Text:
    return translate("PlanFile", "line {line}, column {column}", line=line, column=column)
