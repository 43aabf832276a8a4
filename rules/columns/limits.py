"""Limits of columns: widths of whole numbers, and the error where something cannot be computed within them."""

from rules.contracts.errors import TouchstoneError

INT64_LIMIT = 2**62
"""What is smaller is computed in 64 bits."""
INT128_LIMIT = 2**126
"""What is smaller is computed in 128 bits."""


class NotVectorizableError(TouchstoneError):
    """Something cannot be computed in columns; who asks hands it to the exact core."""
