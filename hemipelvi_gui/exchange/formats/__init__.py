"""File formats, one module each; none knows another."""
