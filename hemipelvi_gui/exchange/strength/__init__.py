"""What logs with one row a set have in common: columns, cells, loads, and from rows to sets."""
