"""Exact and repeatable sampling of requests."""

from __future__ import annotations

import hashlib
import re
from fractions import Fraction
from typing import NewType

Share = NewType("Share", Fraction)
"""Share of requests to compare: above 0, at most 1."""

_FRACTION = re.compile(r"([0-9]{1,9})/([0-9]{1,9})\Z")
_PERCENT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%\Z")
_PER_CENT = 100
_DIGEST_BITS = 256


def parse_share(text: str) -> Share | None:
    """Return the share of a text such as `1/20` or `5 %`, or None for any other text."""
    if match := _FRACTION.match(text):
        share = Fraction(text) if match[2].strip("0") else Fraction(0)
    elif match := _PERCENT.match(text):
        share = Fraction(match[1]) / _PER_CENT
    else:
        return None
    return Share(share) if 0 < share <= 1 else None


def sample_digest(organization: str, request_id: str) -> str:
    """Return the digest that decides whether a request is in a sample.

    It depends only on the request, so repeated calls and all servers select the same requests, and a sample with a
    smaller share is part of each sample with a larger share.
    """
    return hashlib.sha256(f"touchstone shadow\0{organization}\0{request_id}".encode()).hexdigest()


def is_sampled(digest: str, share: Share) -> bool:
    """Return whether the digest, as a number from 0 to 2**256 - 1, is below the share of this range."""
    return int(digest, 16) * share.denominator < share.numerator << _DIGEST_BITS
