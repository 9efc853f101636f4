"""Steps to undo: one method of their owner, called with what is after or what was before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakMethod, finalize

from PySide6.QtGui import QUndoCommand
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QUndoStack


class Step(QUndoCommand):
    """Calls `method` with `forth` to make a change and with `back` to take it back.

    It refers to the method weakly, as its owner owns the stack and outlives it: a strong reference
    makes a cycle through Qt, and collecting that ends the process.
    """

    def __init__(
        self,
        name: str,
        method: Callable[..., object],
        forth: tuple[object, ...],
        back: tuple[object, ...],
    ) -> None:
        super().__init__(name)
        self._method = WeakMethod(method)
        self._forth, self._back = forth, back

    def redo(self) -> None:
        """Make the change."""
        self._call(self._forth)

    def undo(self) -> None:
        """Take it back."""
        self._call(self._back)

    def _call(self, arguments: tuple[object, ...]) -> None:
        method = self._method()
        if method is None:
            raise ReferenceError("a step was taken after its owner was gone")
        method(*arguments)


def forget_with(owner: QObject, stack: QUndoStack) -> None:
    """Clear the stack when its owner goes: else Python frees the steps, and the stack again."""
    finalize(owner, _forget, stack)


def _forget(stack: QUndoStack) -> None:
    if isValid(stack):
        stack.clear()
