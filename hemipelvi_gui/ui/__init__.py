"""The window and everything in it. The only layers with Qt are sheets, ui and app."""
