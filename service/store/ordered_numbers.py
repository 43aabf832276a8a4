"""How does an exact number rest in an index, so that bytes stand in the order of the numbers?

A sign, the power of ten, then the digits, two to a byte and one more, without zeros at the end: of two numbers that
begin alike the longer is the larger, as bytes are compared. Below zero every byte is turned round and a last one closes
the digits. A fraction that does not end keeps 240 digits. Two fractions whose numerators and denominators have at most
60 digits differ within these; numbers are given with 34 digits at most, and units add few.
"""

from __future__ import annotations

from functools import lru_cache

from rules.contracts.numbers import parse_exact

_NEGATIVE, _ZERO, _POSITIVE = b"\x00", b"\x01", b"\x02"
_LAST = b"\xff"
_MIDDLE = 1 << 15
"""Stands for the power zero, so that powers are counted from nothing on."""
_PLACES = 240
_SEEN = 4_096
_TURNED = bytes(255 - byte for byte in range(256))


@lru_cache(_SEEN)
def ordered(text: str) -> bytes:
    """Write a number in normal form, a decimal or a fraction `n/d`, as bytes in the order of numbers.

    Raises:
        NumberError: it is neither.
    """
    number = parse_exact(text)
    if not number:
        return _ZERO
    size = abs(number)
    units, places = size.numerator, 0
    if size.denominator > 1:
        places = _PLACES - len(str(size.numerator)) + len(str(size.denominator))
        units = size.numerator * 10**places // size.denominator
    written = str(units)
    digits = written[: _PLACES + 1].rstrip("0")
    power = (len(written) - places + _MIDDLE).to_bytes(2)
    packed = power + bytes(1 + int(digits[place : place + 2].ljust(2, "0")) for place in range(0, len(digits), 2))
    return _POSITIVE + packed if number > 0 else _NEGATIVE + packed.translate(_TURNED) + _LAST
