"""What to do about weeks and plans: rules over time, progressions, deloads, tapers."""
