"""Limits of column computation: integer widths, and the error for expressions that need the exact core."""

from rules.contracts.errors import TouchstoneError

INT64_LIMIT = 2**62
INT128_LIMIT = 2**126


class NotVectorizableError(TouchstoneError):
    """Error for an expression that columns cannot compute.

    The caller uses the exact core instead.
    """
