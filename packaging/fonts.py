r"""Makes resources/fonts from the web fonts of the Inter 4.1 release (package `inter-ui`).

    uv run --no-project --with fonttools==4.68.0 --with brotli==1.2.1 \
        packaging/fonts.py FOLDER_WITH_WOFF2 resources/fonts

Qt reads no woff2 everywhere, so the files become TrueType. Two changes keep sheets readable:
digits are tabular by default (a digit swapped by a font feature has no character behind it in a
PDF, so searching and copying lose every number), and the features that swap glyphs are left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def make_digits_tabular(font: TTFont) -> None:
    """Points the characters 0-9 at the font's own tabular forms."""
    tabular = {name: f"{name}.tf" for name in DIGITS}
    for table in font["cmap"].tables:
        for code, glyph in table.cmap.items():
            if code in range(ord("0"), ord("9") + 1):
                table.cmap[code] = tabular.get(glyph, glyph)


def convert(source: Path, target: Path) -> None:
    """Writes one weight as TrueType. Every character of the source stays."""
    # Dates of change would make each run a different file.
    font = TTFont(source, recalcTimestamp=False)
    make_digits_tabular(font)
    options = Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.flavor = None
    font.save(target)


def main(source: str, target: str) -> None:
    """Converts all weights from one folder into another."""
    for weight in WEIGHTS:
        convert(Path(source) / f"Inter-{weight}.woff2", Path(target) / f"Inter-{weight}.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
