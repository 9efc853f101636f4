"""Makes resources/icons/hemipelvi.svg, the program's icon, from the glyph's artwork.

`python packaging/app_icon.py`, or with all pictures by `packaging/pictures.py`. It is the glyph of
a stride on a tile of paper, so that it shows on a light and on a dark desktop.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Action

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ICON = ROOT / "resources" / "icons" / "hemipelvi.svg"
SIDE_OF_TILE, CORNER, MARGIN = 64.0, 14.0, 2.0
GLYPH = 52.0

Step = list[str | float]


def outline(steps: list[Step]) -> str:
    """A path of the artwork in SVG's words."""
    return "".join(f"{letter}{' '.join(f'{each:g}' for each in at)}" for letter, *at in steps)


def drawing() -> str:
    """The whole icon."""
    from hemipelvi_gui.sheets.glyph import OPEN_TINT, SHIFT_PER_DEGREE, SIDE, STRIDE, SWING
    from hemipelvi_gui.ui.palette import LIGHT

    art = json.loads((ROOT / "resources" / "pelvis" / "glyph.json").read_text("utf-8"))
    joint, socket = art["joint"], art["socket"]
    lobe = f'<path d="{outline(art["lobe"])}"'
    dot = f'<circle cx="{socket["x"]:g}" cy="{socket["y"]:g}" r="{socket["radius"]:g}"'

    def half(side: int, action: Action, back: float, marks: str) -> str:
        swing = f"rotate({SWING[action]:g} {joint['x']:g} {joint['y']:g})"
        return f'<g transform="translate(0 {back:g}) scale({side} 1) {swing}">{marks}</g>'

    back = STRIDE.turn * SHIFT_PER_DEGREE
    opened = (
        f'{lobe} fill="{LIGHT.teal}" fill-opacity="{OPEN_TINT:g}" stroke="{LIGHT.teal}"'
        f' stroke-width="{art["edge"]:g}" stroke-linejoin="round"/>{dot} fill="{LIGHT.teal}"/>'
    )
    closed = f'{lobe} fill="{LIGHT.amber}"/>{dot} fill="{LIGHT.panel}"/>'
    size = f"{GLYPH / SIDE:.4g}"
    inner = SIDE_OF_TILE - 2 * MARGIN
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE_OF_TILE:g} {SIDE_OF_TILE:g}">',
        f'<rect x="{MARGIN:g}" y="{MARGIN:g}" width="{inner:g}" height="{inner:g}" '
        f'rx="{CORNER:g}" fill="{LIGHT.panel}" stroke="{LIGHT.line}"/>',
        f'<g transform="translate({SIDE_OF_TILE / 2:g} {SIDE_OF_TILE / 2:g}) scale({size}) '
        f'rotate({STRIDE.turn:g})">',
        half(-1, STRIDE.left, -back, opened),
        half(1, STRIDE.right, back, closed),
        f'<path d="{outline(art["sacrum"])}" fill="{LIGHT.outline}"/>',
        "</g></svg>",
    )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the icon."""
    ICON.write_text(drawing(), "utf-8", newline="\n")
    print(ICON.relative_to(ROOT))


if __name__ == "__main__":
    main()
