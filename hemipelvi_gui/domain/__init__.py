"""What there is: frozen values and pure functions on them, standard library only."""
