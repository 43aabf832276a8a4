"""Calendar: days that bring something, and what applied on a day."""
