"""What files of runs have in common: sports, columns of lists, XML tracks, and what is refused."""
