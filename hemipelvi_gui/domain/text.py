"""Words a person reads, made where there is no Qt.

`translate(context, source, **args)` has the name and shape that translation tools look for. It
returns a `Text`: its `str()` is English, and the windows look the source up in their own language
before they fill in the arguments.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A sentence to be shown: where it is used, the English source and what fills its braces."""

    context: str
    source: str
    args: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.source.format(**self.args) if self.args else self.source


def translate(context: str, source: str, **args: object) -> Text:
    """Mark `source` for translation under `context`; `args` fill its `{names}`."""
    return Text(context, source, args)
