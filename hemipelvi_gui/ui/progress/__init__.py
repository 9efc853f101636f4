"""What the Progress page is made of: points, trends, charts and their painting, dialogs, export.

Only `plot` and its `layer` import pyqtgraph; the page does so when it is first opened, once charts
are on the screen as stills.
"""
