"""Public passphrases: examples of guides, quotations and proverbs that lists for guessing contain."""

from __future__ import annotations

import unicodedata
from functools import cache

from rules.contracts import package_file

_FILE = "public_passphrases.txt"
_LETTERS = str.maketrans("013457@$!", "oieastasi")
"""Letters that are often written as digits or signs."""


def without_public_passphrases(password: str) -> str:
    """Return a password without the public passphrases in it, however these are spaced, spelled and capitalised.

    A password without any is returned unchanged.
    """
    rest = _level(password)
    for passphrase in _passphrases():
        rest = rest.replace(passphrase, "")
    return password if rest == _level(password) else rest


@cache
def _passphrases() -> tuple[str, ...]:
    """Return the passphrases, the longest first."""
    lines = package_file(__package__, _FILE).read_text(encoding="utf-8").splitlines()
    levelled = {_level(line) for line in lines if line and not line.startswith("#")}
    return tuple(sorted(levelled, key=lambda text: (-len(text), text)))


def _level(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    return "".join(sign for sign in plain if sign.isalnum())
