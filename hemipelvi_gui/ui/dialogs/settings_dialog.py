"""Settings, each with the reason beside it; every change holds at once."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.setting_rows import GROUPS, SETTINGS, Setting, Unit
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
Value = float | str | bool | None
DEFAULTS: dict[str, Value] = asdict(Settings())
CLOCK = "HH:mm"


class SettingsDialog(ThemedDialog):
    """Edits settings. `changed` carries them whole, each time they are in order."""

    holds_window = True
    changed = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(theme, translate("SettingsDialog", "Settings"), (620, 640), parent)
        self.settings = settings
        self._wanted = settings
        self.rows = {setting.key: SettingRow(setting, self._set) for setting in SETTINGS}
        self.wrong = plain_label(kind="error")
        self.wrong.setWordWrap(True)
        self._lay_out()
        self.restyle()
        self._show()

    def restyle(self) -> None:
        """Margins of the rows too."""
        super().restyle()
        px = self.theme.px
        self._column.setSpacing(px(10))
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            row.restyle(self.theme)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for group, name in GROUPS.items():
            self._column.addWidget(plain_label(shown(name), "title"))
            for setting in SETTINGS:
                if setting.group is group:
                    self._column.addWidget(self.rows[setting.key])
        self._column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        bottom = QHBoxLayout()
        bottom.addWidget(self.wrong, 1)
        bottom.addWidget(push_button(translate("SettingsDialog", "Close"), self.reject))
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        whole.addLayout(bottom)

    def _set(self, key: str, value: Value) -> None:
        self._wanted = replace(self._wanted, **{key: value})  # type: ignore[arg-type]
        crossed = self._wanted.band_low > self._wanted.band_high
        self.wrong.setText(
            translate(
                "SettingsDialog",
                "\u201cTarget from\u201d is above \u201cTarget to\u201d. Not taken: lower the one "
                "or raise the other.",
            )
            if crossed
            else ""
        )
        self._show()
        if not crossed and self._wanted != self.settings:
            self.settings = self._wanted
            self.changed.emit(self.settings)

    def _show(self) -> None:
        for key, row in self.rows.items():
            row.show_value(getattr(self._wanted, key))


class SettingRow(QFrame):
    """Label, control, reason and a way back to the default."""

    def __init__(self, setting: Setting, changed: Callable[[str, Value], None]) -> None:
        super().__init__()
        self._setting = setting
        self._default = DEFAULTS[setting.key]
        self.setProperty("kind", "panel")
        label = shown(setting.label)
        self._label = plain_label(label, "heading")
        self._label.setWordWrap(True)
        self._prose = plain_label(shown(setting.prose), "muted")
        self._prose.setWordWrap(True)
        self.control, self._put = _control(setting, lambda value: changed(setting.key, value))
        self.control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.control.installEventFilter(self)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(shown(setting.prose))
        self.reset = self._reset_button(label, changed)
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(self.reset)
        top.addWidget(self.control)
        self._box = QVBoxLayout(self)
        self._box.addLayout(top)
        self._box.addWidget(self._prose)

    def show_value(self, value: Value) -> None:
        """Show a value without reporting it as a change."""
        self.control.blockSignals(True)
        self._put(value)
        self.control.blockSignals(False)
        self.reset.setVisible(value != self._default)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page, and changes a value only where the focus is."""
        if event.type() is QEvent.Type.Wheel and not self.control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def restyle(self, theme: Theme) -> None:
        """Take measures from the theme."""
        px = theme.px
        self._box.setContentsMargins(px(14), px(10), px(14), px(12))
        self._box.setSpacing(px(4))
        if not isinstance(self.control, QCheckBox):
            self.control.setMinimumWidth(px(120))

    def _reset_button(self, label: str, changed: Callable[[str, Value], None]) -> QPushButton:
        button = push_button(
            translate("SettingsDialog", "Default"),
            lambda: self._to_default(changed),
            "link",
        )
        button.setAccessibleName(
            translate("SettingsDialog", "{label}: back to the default").format(label=label)
        )
        return button

    def _to_default(self, changed: Callable[[str, Value], None]) -> None:
        # The button goes, so the focus must not go with it.
        self.control.setFocus()
        changed(self._setting.key, self._default)


def _control(
    setting: Setting, changed: Callable[[Value], None]
) -> tuple[QWidget, Callable[[Value], None]]:
    """The control for a setting, and how to put a value into it."""
    if setting.choices:
        return _choice(setting, changed)
    if setting.unit is Unit.NONE:
        return _switch(changed)
    if setting.unit is Unit.CLOCK:
        return _clock(changed)
    if setting.unit in (Unit.KG, Unit.BEATS):
        return _optional_number(setting, changed)
    if setting.unit is Unit.HOURS:
        return _hours(setting, changed)
    if setting.unit in (Unit.DAYS, Unit.WEEKS):
        return _count(setting, changed)
    return _share(setting, changed)


def _choice(
    setting: Setting, changed: Callable[[Value], None]
) -> tuple[QWidget, Callable[[Value], None]]:
    box = QComboBox()
    words = {
        "auto": translate("SettingsDialog", "As the desktop"),
        "light": translate("SettingsDialog", "Light"),
        "dark": translate("SettingsDialog", "Dark"),
    }
    for choice in setting.choices:
        box.addItem(words.get(choice, choice), choice)
    box.currentIndexChanged.connect(lambda place: changed(box.itemData(place)))
    return box, lambda value: box.setCurrentIndex(box.findData(value))


def _switch(changed: Callable[[Value], None]) -> tuple[QWidget, Callable[[Value], None]]:
    box = QCheckBox()
    box.toggled.connect(changed)
    return box, lambda value: box.setChecked(bool(value))


def _share(
    setting: Setting, changed: Callable[[Value], None]
) -> tuple[QWidget, Callable[[Value], None]]:
    box = QSpinBox()
    box.setRange(round(setting.low * 100), round(setting.high * 100))
    box.setSuffix(translate("SettingsDialog", " %"))
    if setting.high > 1:
        box.setSingleStep(10)
    box.setKeyboardTracking(False)
    box.valueChanged.connect(lambda value: changed(value / 100))
    return box, lambda value: box.setValue(round(float(value or 0.0) * 100))


def _clock(changed: Callable[[Value], None]) -> tuple[QWidget, Callable[[Value], None]]:
    box = QTimeEdit()
    box.setDisplayFormat(CLOCK)
    box.setKeyboardTracking(False)
    box.timeChanged.connect(lambda value: changed(value.toString(CLOCK)))
    return box, lambda value: box.setTime(QTime.fromString(str(value), CLOCK))


def _hours(
    setting: Setting, changed: Callable[[Value], None]
) -> tuple[QWidget, Callable[[Value], None]]:
    box = QDoubleSpinBox()
    box.setDecimals(1)
    box.setRange(setting.low, setting.high)
    box.setSuffix(translate("SettingsDialog", " h"))
    box.setKeyboardTracking(False)
    box.valueChanged.connect(changed)
    return box, lambda value: box.setValue(float(value or 0.0))


def _count(
    setting: Setting, changed: Callable[[Value], None]
) -> tuple[QWidget, Callable[[Value], None]]:
    box = QSpinBox()
    box.setRange(round(setting.low), round(setting.high))
    suffix = translate("SettingsDialog", " weeks")
    if setting.unit is Unit.DAYS:
        suffix = translate("SettingsDialog", " days")
    box.setSuffix(suffix)
    box.setKeyboardTracking(False)
    box.valueChanged.connect(changed)
    return box, lambda value: box.setValue(int(value or 0))


def _optional_number(
    setting: Setting, changed: Callable[[Value], None]
) -> tuple[QWidget, Callable[[Value], None]]:
    box = QDoubleSpinBox()
    none = setting.low - 1
    box.setDecimals(1)
    box.setRange(none, setting.high)
    box.setSpecialValueText(translate("SettingsDialog", "not given"))
    suffix = translate("SettingsDialog", " kg")
    if setting.unit is Unit.BEATS:
        suffix = translate("SettingsDialog", " a minute")
        box.setDecimals(0)
    box.setSuffix(suffix)
    box.setKeyboardTracking(False)
    box.valueChanged.connect(lambda value: changed(value if value >= setting.low else None))
    return box, lambda value: box.setValue(none if value is None else float(value))
