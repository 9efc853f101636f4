"""Previews of a session's sheet and of weeks, to print them or write them as files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.sheets.sheet import SheetOptions
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.dialogs.print_dialog import Kept
    from hemipelvi_gui.ui.weeks import Weeks


def preview_sheet(desk: Desk, session: Session) -> None:
    """Open it; what is chosen there about the paper is kept."""
    from hemipelvi_gui.sheets.sheet import Paper, SheetOptions, SheetSource
    from hemipelvi_gui.ui.dialogs.sheet_dialog import SheetDialog

    document = desk.document
    settings = document.settings
    source = SheetSource(session, document.library, settings)
    options = SheetOptions(Paper(settings.paper), settings.side_boxes)

    def keep(chosen: SheetOptions) -> None:
        _keep(desk, paper=str(chosen.paper), side_boxes=chosen.side_boxes)

    dialog = SheetDialog(desk.theme, source, options, desk.window)
    dialog.options_changed.connect(keep)
    dialog.open()


def preview_weeks(desk: Desk, weeks: Weeks) -> None:
    """Open it on the shown week; what is chosen there about the paper is kept."""
    from hemipelvi_gui.ui.dialogs.print_dialog import PrintDialog

    def keep(kept: Kept) -> None:
        _keep(desk, paper=kept.paper, landscape=kept.landscape, side_boxes=kept.side_boxes)

    dialog = PrintDialog(desk.theme, weeks, desk.document, desk.window)
    dialog.kept_changed.connect(keep)
    dialog.open()


def _keep(desk: Desk, **changed: object) -> None:
    kept = replace(desk.document.settings, **changed)  # type: ignore[arg-type]
    desk.document.set_settings(kept)
    desk.shelf.save_settings(kept, {})
