from __future__ import annotations

import errno
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPdfWriter

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.sheets import Page, Paper, SheetOptions, pages, print_pages, write_sheet
from hemipelvi_gui.sheets.devices import page_image
from hemipelvi_gui.sheets.marks import Box, Glyph, Words
from tests.gui.sheets.samples import long_session, source, tuesday

GOLDEN = Path(__file__).parents[2] / "golden" / "session-sheet-a4.png"
GOLDEN_DPI = 60
OPTIONS = SheetOptions(subtitle="Autumn base, week 4 of 8")


def printed(path: Path, *arguments: str) -> str:
    done = subprocess.run(
        [*arguments, str(path), *(["-"] if arguments[0] == "pdftotext" else [])],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def words_of(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def gray(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def shade(image: QImage, x: float, y: float) -> int:
    return QColor(image.pixel(round(x), round(y))).lightness()


def commonest_ink(image: QImage) -> int:
    """The lightness most of the drawing has; paper does not count."""
    shades = Counter(
        shade(image, x, y) for x in range(image.width()) for y in range(image.height())
    )
    del shades[255]
    return shades.most_common(1)[0][0]


def difference(one: QImage, other: QImage) -> float:
    """Mean difference of lightness, of 255."""
    assert one.size() == other.size()
    first, second = bytes(gray(one).constBits()), bytes(gray(other).constBits())
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


def test_a_pdf_holds_the_fonts_and_every_word(tmp_path: Path) -> None:
    target = tmp_path / "tuesday.pdf"
    assert write_sheet(target, source(tuesday()), OPTIONS) == 1
    fonts = printed(target, "pdffonts").splitlines()[2:]
    assert fonts
    for row in fonts:
        assert re.match(r"(\w{6}\+)?Inter", row)
        assert " yes " in row  # embedded
    text = " ".join(printed(target, "pdftotext", "-layout").split())
    for words in ("Tuesday — strength A", "POWER", "3 × 8 each side · 2 × 14 kg · RPE 7"):
        assert words in text
    (page,) = pages(source(tuesday()), OPTIONS)
    for line in words_of(page):
        assert "".join(line.split()) in "".join(text.split())


def test_a_pdf_has_the_paper_it_was_asked_for(tmp_path: Path) -> None:
    for paper, size in ((Paper.A4, "595.* x 842.*A4"), (Paper.LETTER, "612 x 792 pts.*letter")):
        target = tmp_path / f"{paper}.pdf"
        write_sheet(target, source(tuesday()), SheetOptions(paper))
        assert re.search(size, printed(target, "pdfinfo"))


def test_a_long_pdf_holds_all_its_pages(tmp_path: Path) -> None:
    target = tmp_path / "long.pdf"
    sheets = write_sheet(target, source(long_session(60)), SheetOptions())
    assert sheets > 4
    assert f"Pages:           {sheets}" in printed(target, "pdfinfo")
    text = "".join(printed(target, "pdftotext").split())
    assert all(f"{number}/{sheets}" in text for number in range(1, sheets + 1))


def test_svg_has_the_same_words_and_boxes(tmp_path: Path) -> None:
    target = tmp_path / "tuesday.svg"
    write_sheet(target, source(tuesday()), OPTIONS)
    (page,) = pages(source(tuesday()), OPTIONS)
    drawing = target.read_text("utf-8")
    said = [text.strip() for text in re.findall(r"<text[^>]*>(.*?)</text>", drawing, re.DOTALL)]
    assert sorted(said) == sorted(words_of(page))
    assert "Inter, Helvetica" in drawing
    assert re.search(r'fill="#ffffff".*?<rect x="0" y="0" width="595', drawing, re.DOTALL)
    boxes = sum(isinstance(mark, Box) for mark in page.marks)
    assert drawing.count('stroke="#9aa4ac"') > 0
    outlined = re.findall(r'stroke="#9aa4ac" [^>]*stroke-width="0.75".*?</g>', drawing, re.DOTALL)
    assert sum(group.count("<path") for group in outlined) == boxes


def test_a_name_stays_text_in_an_svg(tmp_path: Path) -> None:
    session = long_session(1)
    target = tmp_path / "odd.svg"
    odd = type(session)("s", "<img src='x'/>&</text><script>", session.blocks)
    write_sheet(target, source(odd), SheetOptions())
    assert "<img" not in target.read_text("utf-8")
    assert "<script" not in target.read_text("utf-8")


def test_png_and_pdf_show_the_same(tmp_path: Path) -> None:
    for suffix in ("pdf", "png"):
        write_sheet(tmp_path / f"tuesday.{suffix}", source(tuesday()), OPTIONS)
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            "200",
            "-png",
            "-singlefile",
            tmp_path / "tuesday.pdf",
            tmp_path / "pdf",
        ],
        check=True,
    )
    image, from_pdf = QImage(str(tmp_path / "tuesday.png")), QImage(str(tmp_path / "pdf.png"))
    assert (image.width(), image.height()) == (1654, 2339)
    common = from_pdf.copy(0, 0, 1654, 2339)
    assert difference(image, common) < 4


def test_every_box_is_painted_where_it_was_laid_out() -> None:
    (page,) = pages(source(tuesday()), OPTIONS)
    image, scale = gray(page_image(page, 144)), 2.0
    for box in [mark for mark in page.marks if isinstance(mark, Box)]:
        middle = (box.y + box.height / 2) * scale
        assert shade(image, (box.x + box.width - 8) * scale, middle) == 255
        assert shade(image, box.x * scale, middle) < 230
        assert shade(image, (box.x + box.width) * scale - 1, middle) < 230


@pytest.mark.parametrize("monochrome", [True, False])
def test_lobes_can_be_told_apart_without_colour(monochrome: bool) -> None:
    (page,) = pages(source(tuesday()), OPTIONS)
    image, scale = gray(page_image(page, 288, monochrome)), 4.0
    split = next(mark for mark in page.marks if isinstance(mark, Glyph) and mark.look.turn > 10)
    x, y, side = split.x * scale, split.y * scale, split.side * scale
    half = round(side / 2)
    left = gray(image.copy(round(x), round(y), half, round(side)))
    right = gray(image.copy(round(x) + half, round(y), half, round(side)))
    assert commonest_ink(left) - commonest_ink(right) > 60


def test_the_sheet_looks_as_it_did() -> None:
    # After a wanted change: page_image(page, GOLDEN_DPI).save(str(GOLDEN))
    (page,) = pages(source(tuesday()), OPTIONS)
    image, golden = page_image(page, GOLDEN_DPI), QImage(str(GOLDEN))
    assert not golden.isNull()
    assert difference(image, golden) < 1.0


def test_a_longer_sheet_becomes_numbered_pictures(tmp_path: Path) -> None:
    sheets = write_sheet(tmp_path / "long.svg", source(long_session(25)), SheetOptions())
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"long-{number}.svg" for number in range(1, sheets + 1)]
    assert sheets == 3


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "sheet.PNG"
    target.write_bytes(b"old")
    write_sheet(target, source(tuesday()), SheetOptions(monochrome=True))
    assert target.read_bytes().startswith(b"\x89PNG")
    assert QImage(str(target)).isGrayscale()
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.PNG"]


@pytest.mark.parametrize("name", ["sheet.docx", "sheet", "pdf"])
def test_another_suffix_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match=r"\.pdf, \.png or \.svg"):
        write_sheet(tmp_path / name, source(tuesday()), SheetOptions())
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="folder does not exist"):
        write_sheet(tmp_path / "nowhere" / "sheet.pdf", source(tuesday()), SheetOptions())


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(KnownError, match="That is a folder"):
        write_sheet(tmp_path / "sheet.pdf", source(tuesday()), SheetOptions())
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not write there"),
        (errno.EROFS, "may not write there"),
        (errno.EIO, "system says"),
    ],
)
def test_what_goes_wrong_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, advice: str
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError, match=advice) as raised:
        write_sheet(target, source(tuesday()), SheetOptions())
    assert str(target) in str(raised.value)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_printer_with_margins_gets_the_page_in_its_corner(tmp_path: Path) -> None:
    sheet = pages(source(tuesday()), SheetOptions())
    for name, margin in (("bare", 0.0), ("margins", 20.0)):
        writer = QPdfWriter(str(tmp_path / f"{name}.pdf"))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(*[margin] * 4), QPageLayout.Unit.Point)
        print_pages(writer, sheet)
        del writer
        subprocess.run(
            ["pdftoppm", "-r", "40", "-png", "-singlefile", f"{name}.pdf", name],
            cwd=tmp_path,
            check=True,
        )
    one, other = (QImage(str(tmp_path / f"{name}.png")) for name in ("bare", "margins"))
    assert difference(one, other) < 1.0


def test_smaller_paper_in_the_printer_shrinks_the_page(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "a5.pdf"))
    writer.setPageSize(QPageSize(QSizeF(148, 210), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    print_pages(writer, pages(source(long_session(25)), SheetOptions()))
    del writer
    assert "Pages:           3" in printed(tmp_path / "a5.pdf", "pdfinfo")
    assert "How did it go?" in printed(tmp_path / "a5.pdf", "pdftotext")
