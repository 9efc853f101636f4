"""What is here before something comes in from a file: what an undo puts back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf


def there_before(after: Changes, shelf: Shelf, document: Document) -> Changes:
    """What is here now under the ids of some changes; None where there is nothing."""
    own = document.own_exercises
    return replace(shelf.at(after), exercises={each: own.get(each) for each in after.exercises})
