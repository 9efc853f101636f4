"""Making very many values without a look for garbage in between."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """No look for garbage meanwhile; where nobody looks anyway, nobody does afterwards.

    A log of years is hundreds of thousands of values, and all of them stay: to look among them
    again and again takes several times as long as to make them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # All that was made counts as old, or the next look for garbage goes through it at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
