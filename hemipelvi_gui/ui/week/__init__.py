"""What the Week page is made of."""
