"""The style sheet, made from a palette. Widgets are told apart by object name or `kind`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.palette import Palette

# Property `kind` on a widget picks its look: panel, chip, primary, quiet, link, title, muted, ...
TEMPLATE = """
QToolTip {{ background: {panel}; color: {ink}; border: 1px solid {line}; padding: {p4}px; }}
QMainWindow, QDialog {{ background: {paper}; }}
QMenuBar {{ background: {paper}; color: {ink}; }}
QMenuBar::item {{ padding: {p4}px {p8}px; background: transparent; border-radius: {p4}px; }}
QMenuBar::item:selected {{ background: {accent_soft}; }}
QMenu {{ background: {panel}; color: {ink}; border: 1px solid {line}; padding: {p4}px; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p12}px; border-radius: {p4}px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {outline}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4}px; }}
QFrame[kind="panel"] {{ background: {panel}; border: 1px solid {line}; border-radius: {p8}px; }}
QFrame[kind="message"] {{ background: {accent_soft}; border: none; }}
QFrame[kind="toast"] {{ background: {accent_soft}; border: 1px solid {outline};
    border-radius: {p8}px; }}
QFrame[kind="toast"][wrong="true"] {{ background: {panel}; border: 1px solid {fix}; }}
QFrame[kind="bar"] {{ background: {panel}; border: none; border-bottom: 1px solid {line}; }}
QLabel {{ background: transparent; color: {ink}; }}
QLabel[kind="title"] {{ font-size: {f18}px; font-weight: 700; }}
QLabel[kind="display"] {{ font-size: {f28}px; font-weight: 700; }}
QLabel[kind="reading"] {{ font-size: {f15}px; }}
QLabel[kind="heading"] {{ font-size: {f14}px; font-weight: 600; }}
QLabel[kind="muted"] {{ color: {muted}; }}
QLabel[kind="error"] {{ color: {fix}; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="accent"] {{ color: {accent}; }}
QLabel[kind="amber"] {{ color: {amber_text}; font-weight: 600; }}
QLabel[kind="teal"] {{ color: {teal_text}; font-weight: 600; }}
QLabel[kind="remark"] {{ background: {panel}; color: {muted}; border: 1px solid {line};
    border-radius: {p6}px; padding: {p4}px {p10}px; }}
QLabel[kind="tag"] {{ background: {track}; color: {ink}; border-radius: {p6}px;
    padding: {p2}px {p8}px; }}
QLabel[kind="value"] {{ font-size: {f18}px; font-weight: 600; }}
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QTimeEdit, QComboBox {{
    background: {raised}; color: {ink}; border: 1px solid {line}; border-radius: {p6}px;
    padding: {p6}px {p8}px; selection-background-color: {accent}; selection-color: {on_accent};
    placeholder-text-color: {muted};
}}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QTimeEdit:focus, QComboBox:focus {{ border: 1px solid {accent}; }}
QSpinBox:disabled, QDoubleSpinBox:disabled, QTimeEdit:disabled, QComboBox:disabled,
QLineEdit:disabled {{ background: {paper}; color: {outline}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    border: none; padding: 0; background: transparent;
}}
QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0; border: none; }}
QLineEdit[kind="inline"] {{ background: {panel}; padding: 0 4px; border-radius: {p4}px; }}
QLineEdit[wrong="true"] {{ border: 1px solid {fix}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border;
    width: {p24}px; border: none; background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QComboBox::drop-down {{ border: none; background: transparent;
    subcontrol-origin: border; width: {p24}px; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow, QComboBox::down-arrow {{
    width: {p10}px; height: {p10}px; }}
QAbstractSpinBox::up-arrow {{ image: url("{icons}/arrow-up.svg"); }}
QAbstractSpinBox::down-arrow, QComboBox::down-arrow {{ image: url("{icons}/arrow-down.svg"); }}
QComboBox QAbstractItemView {{ background: {panel}; color: {ink}; border: 1px solid {line};
    selection-background-color: {accent_soft}; selection-color: {ink}; }}
QPushButton, QToolButton {{
    outline: none;
    background: {panel}; color: {ink}; border: 1px solid {line}; border-radius: {p6}px;
    padding: {p6}px {p12}px;
}}
QPushButton:hover, QToolButton:hover {{ background: {accent_soft}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {outline}; }}
QPushButton::menu-indicator {{ image: url("{icons}/arrow-down.svg"); width: {p10}px;
    height: {p10}px; subcontrol-position: center right; right: {p6}px; }}
QPushButton[kind="quiet"] {{ color: {muted}; background: transparent; border: none;
    padding: 1px 0; text-align: left; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:focus {{ color: {accent};
    text-decoration: underline; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[kind="choice"] {{ text-align: left; padding: {p12}px {p12}px; font-weight: 600; }}
QPushButton[kind="choice"]:hover {{ border-color: {accent}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {track}; color: {muted};
    border-color: {track}; }}
QPushButton[kind="segment"]:checked {{ background: {accent_soft}; color: {accent};
    border-color: {accent}; font-weight: 600; }}
QPushButton[kind="pill"] {{ color: {accent}; border: 1px solid {accent}; font-weight: 600;
    border-radius: {p12}px; padding: {p4}px {p12}px; }}
QPushButton[kind="pill"]:checked {{ background: {accent}; color: {on_accent}; }}
QPushButton[kind="chip"] {{ color: {muted}; border-radius: {p10}px; padding: {p4}px {p8}px;
    font-size: {f11}px; }}
QPushButton[opens="menu"] {{ padding: {p4}px {p6}px; }}
QPushButton[kind="chip"]:checked {{ color: {accent}; background: {accent_soft};
    border-color: {accent}; }}
QPushButton[kind="step"] {{ text-align: left; padding: {p4}px {p8}px; }}
QListWidget[kind="tasks"]::item {{ padding: {p5}px {p6}px; border-radius: {p6}px; }}
QListWidget[kind="tasks"]::item:selected {{ background: {accent_soft}; color: {accent}; }}
QPushButton[kind="rating"] {{ padding: 0; border-radius: {p4}px; }}
QPushButton[kind="rating"]:checked {{ background: {accent}; color: {on_accent};
    border-color: {accent}; font-weight: 600; }}
QPushButton[kind="answer"] {{ text-align: left; padding: {p6}px {p12}px; }}
QPushButton[kind="answer"]:checked {{ background: {accent_soft}; color: {accent};
    border-color: {accent}; font-weight: 600; }}
QPushButton[kind="ticks"] {{ background: {raised}; text-align: left; padding: {p6}px {p8}px; }}
QPushButton[kind="step"]:hover {{ border-color: {accent}; }}
QPushButton[kind="fix-link"] {{ color: {accent}; background: transparent; border: none;
    font-weight: 600; padding: 0; text-align: left; }}
QPushButton[kind="fix-link"]:hover, QPushButton[kind="fix-link"]:focus {{
    text-decoration: underline; }}
QProgressBar {{ background: {track}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QPushButton[kind="link"] {{ color: {accent}; background: transparent; border: none;
    font-weight: 600; padding: {p4}px; text-align: left; }}
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus {{ text-decoration: underline; }}
QToolButton[kind="bar"] {{ background: transparent; border: 1px solid transparent;
    padding: {p6}px {p8}px; }}
QToolButton[kind="bar"]:hover {{ background: {accent_soft}; }}
QToolButton[kind="bar"]:focus {{ border-color: {accent}; }}
QToolButton[kind="add"] {{ background: transparent; border: 1px solid transparent;
    color: {outline}; font-size: {f18}px; padding: 0; }}
QToolButton[kind="add"]:hover {{ background: {accent_soft}; color: {accent}; }}
QToolButton[kind="add"]:focus {{ border-color: {accent}; color: {accent}; }}
QToolButton[kind="page"] {{ background: transparent; border: 1px solid transparent;
    border-radius: {p14}px; padding: {p6}px {p24}px; font-size: {f14}px; }}
QToolButton[kind="page"]:checked {{ background: {accent_soft}; color: {accent};
    border-color: {accent}; font-weight: 600; }}
QToolButton[kind="plan"] {{ background: transparent; border: 1px solid transparent;
    padding: {p2}px {p24}px {p2}px 0; font-size: {f18}px; font-weight: 700; }}
QToolButton[kind="plan"]:hover {{ background: {accent_soft}; }}
QToolButton[kind="plan"]:focus {{ border-color: {accent}; }}
QToolButton[kind="plan"]::menu-indicator {{ image: url("{icons}/arrow-down.svg"); width: {p10}px;
    height: {p10}px; subcontrol-position: center right; right: {p6}px; }}
QAbstractScrollArea {{ background: transparent; border: none; }}
QPlainTextEdit[kind="field"] {{ background: {raised}; border: 1px solid {line}; }}
QPlainTextEdit[kind="field"]:focus {{ border: 1px solid {accent}; }}
QScrollArea > QWidget > QWidget[kind="clear"] {{ background: transparent; }}
QTableView {{ background: {panel}; alternate-background-color: {raised}; color: {ink};
    border: 1px solid {line}; border-radius: {p8}px; selection-background-color: {accent_soft};
    selection-color: {ink}; }}
QTableView[kind="frozen"] {{ border: none; border-radius: 0; }}
QTableView::item {{ padding: 0 {p6}px; border: none; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: {panel}; color: {muted}; font-weight: 600; border: none;
    border-bottom: 1px solid {line}; padding: {p6}px {p8}px; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0 0 0 {p4}px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: {p4}px; min-height: {p24}px; }}
QScrollBar::handle:vertical:hover {{ background: {outline}; }}
QScrollBar:horizontal {{ background: transparent; height: {p8}px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: {p4}px; min-width: {p24}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; width: 0; height: 0; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {panel}; }}
QCalendarWidget QToolButton {{ border: none; font-weight: 600; }}
QCheckBox::indicator, QListWidget::indicator, QTableView::indicator {{
    width: {p12}px; height: {p12}px;
    border: 1px solid {outline}; border-radius: 3px; background: {raised}; }}
QCheckBox::indicator:checked, QListWidget::indicator:checked, QTableView::indicator:checked {{
    background: {accent};
    border-color: {accent}; image: url("{icons}/check-{name}.svg"); }}
QRadioButton::indicator {{ width: {p12}px; height: {p12}px; border: 1px solid {outline};
    border-radius: {p6}px; background: {raised}; }}
QRadioButton::indicator:checked {{ width: {p6}px; height: {p6}px; border: {p4}px solid {accent};
    border-radius: {p7}px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox::indicator:checked:focus {{ border: 2px solid {ink}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSlider::groove:horizontal {{ height: {p4}px; background: {track}; border-radius: {p2}px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: {p2}px; }}
QSlider::handle:horizontal {{ background: {accent}; width: {p14}px; height: {p14}px;
    margin: -{p5}px 0; border-radius: {p7}px; border: none; }}
QSlider::handle:horizontal:focus {{ background: {ink}; }}
QSplitter::handle {{ background: transparent; }}
"""
SPACES = (2, 4, 5, 6, 7, 8, 10, 12, 14, 17, 24)
SIZES = (11, 14, 15, 18, 28)


def style_sheet(palette: Palette, px: Callable[[float], int]) -> str:
    """The application's style sheet; `px` scales a measure to the current text size."""
    colours = dict(vars(palette))
    spaces = {f"p{space}": px(space) for space in SPACES}
    sizes = {f"f{size}": px(size) for size in SIZES}
    icons = resource("icons").as_posix()
    return TEMPLATE.format(**colours, **spaces, **sizes, icons=icons)
