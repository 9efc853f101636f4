from __future__ import annotations

from tests.gui.week.opening import keep_agenda, open_week  # noqa: F401  # fixtures

# The Week page is tested in its window, as it opens dialogs and speaks up there.
from tests.gui.window.conftest import (  # noqa: F401  # fixtures
    application,
    home,
    keep,
    open_window,
    window,
)
