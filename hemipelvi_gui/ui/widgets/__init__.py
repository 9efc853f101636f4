"""Widgets that know one thing each."""
