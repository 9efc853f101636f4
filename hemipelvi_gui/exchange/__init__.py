"""Plans in and out of files: `read` recognises a file by its content, `write` replaces it whole.

`templates` are the starting points that ship with the program. Nothing here knows a window or a
database. Every fault of a file is a `FileError`.
"""

from hemipelvi_gui.exchange.registry import FORMATS, read, write
from hemipelvi_gui.exchange.shape import FileError, shown
from hemipelvi_gui.exchange.templates import sample, template_files, templates, write_templates

__all__ = [
    "FORMATS",
    "FileError",
    "read",
    "sample",
    "shown",
    "template_files",
    "templates",
    "write",
    "write_templates",
]
