"""Dialogs: few, as nothing is modal where an undo will do."""
