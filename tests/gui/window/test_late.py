from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel

from hemipelvi_gui.ui import late
from hemipelvi_gui.ui.late import Late
from hemipelvi_gui.ui.theme import Theme

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_late_work_waits_for_the_first_paint_and_comes_once(qtbot: QtBot) -> None:
    label, done = QLabel("first"), list[str]()
    qtbot.addWidget(label)
    Late(label, lambda: done.append("late"))
    QApplication.processEvents()
    assert not done
    label.show()
    qtbot.waitUntil(lambda: bool(done))
    label.repaint()
    QApplication.processEvents()
    assert done == ["late"]


def test_late_work_comes_to_a_window_out_of_sight_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late, "LATEST_MS", 1)
    label, done = QLabel("hidden"), list[str]()
    qtbot.addWidget(label)
    Late(label, lambda: done.append("late"))
    qtbot.waitUntil(lambda: done == ["late"])


def test_late_work_ends_with_its_widget(qtbot: QtBot) -> None:
    label, done = QLabel("gone"), list[str]()
    Late(label, lambda: done.append("late"))
    label.deleteLater()
    qtbot.wait(10)
    assert not done


def test_the_style_sheet_comes_when_the_window_is_put_together(qapp: QApplication) -> None:
    theme = Theme(qapp, "light")
    worn = qapp.styleSheet()
    with theme.building():
        assert qapp.styleSheet() == ""
    assert qapp.styleSheet() == worn != ""
