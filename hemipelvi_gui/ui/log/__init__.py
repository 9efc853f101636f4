"""What the Log page is made of: the day, the session that is being done, runs, check-ins, tests."""
