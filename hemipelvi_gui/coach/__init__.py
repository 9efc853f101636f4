"""What to do about a session: findings, fixes and swaps. No Qt, no files."""
