"""Item models: what lists show and what may be dropped on them."""
