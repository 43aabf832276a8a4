"""Comparison of entity tags (RFC 9110, section 8.8.3)."""

from __future__ import annotations


def is_known(tag: str, header: str) -> bool:
    """Return whether the header `If-None-Match` contains a tag, by weak comparison."""
    known = {candidate.strip().removeprefix("W/") for candidate in header.split(",")}
    return tag.removeprefix("W/") in known or "*" in known
