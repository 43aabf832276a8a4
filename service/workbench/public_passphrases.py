"""Public passphrases: examples from guides, quotations and proverbs in guessing lists."""

from __future__ import annotations

import unicodedata
from functools import cache

from rules.contracts import package_file

_FILE = "public_passphrases.txt"
_LETTER_BY_SIGN = str.maketrans("013457@$!", "oieastasi")


def without_public_passphrases(password: str) -> str:
    """Return a password without public passphrases, normalized; unchanged if it contains none.

    Spacing, spelling and case of the passphrases do not matter.
    """
    rest = _normalize(password)
    for passphrase in _passphrases():
        rest = rest.replace(passphrase, "")
    return password if rest == _normalize(password) else rest


@cache
def _passphrases() -> tuple[str, ...]:
    lines = package_file(__package__, _FILE).read_text(encoding="utf-8").splitlines()
    normalized = {_normalize(line) for line in lines if line and not line.startswith("#")}
    return tuple(sorted(normalized, key=lambda text: (-len(text), text)))


def _normalize(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTER_BY_SIGN)
    return "".join(sign for sign in plain if sign.isalnum())
