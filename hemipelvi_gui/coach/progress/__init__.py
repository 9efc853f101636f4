"""What comes next: the next numbers of each item, lighter weeks, and what was done."""
