"""What the Week page and the dialogs of plans share: words, marks and bars of weeks."""
