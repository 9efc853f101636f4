"""Running a command as a person does, and reading what it printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hemipelvi_gui import cli

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True)
class Run:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  JSON may be anything
        return json.loads(self.out)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> Run:
    try:
        code = cli.main([str(word) for word in words])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
    printed = capsys.readouterr()
    return Run(code, printed.out, printed.err)
