"""`python -m hemipelvi_gui` is the same as the command `hemipelvi`."""

from __future__ import annotations

from hemipelvi_gui.app import main

raise SystemExit(main())
