"""What may a picture show, by its alternative text or its file name? Proposals: nobody looks at the picture itself."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from rules.claims.screening.folding import fold
from rules.claims.screening.forms import Form
from rules.claims.screening.patterns import Pattern
from rules.contracts.inputs import Frozen

_JOINED = re.compile(r"[-_.+\d]+|%20|(?<=[a-z])(?=[A-Z])")
"""What stands between the words of a file name."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")


class _Picture(Frozen):
    value: str
    pattern: str


class _Pictures(Frozen):
    picture: tuple[_Picture, ...]


@cache
def _known() -> tuple[tuple[str, Pattern], ...]:
    """Read the words of all pictures.

    Raises:
        ClaimLexiconError: the file is not as it must be.
    """
    name = "lexicons/pictures.toml"
    form = Form(resources.files("rules.claims.screening").joinpath(name).read_text(encoding="utf-8"), name)
    entries = form.read(_Pictures).picture
    found = tuple(
        (entry.value, form.pattern(("picture", number, "pattern"), entry.pattern))
        for number, entry in enumerate(entries)
    )
    form.settle()
    return found


def shown_in(words: str) -> tuple[str, ...]:
    """Give what words about a picture say that it shows, as values of the fact `imagery`."""
    folded = fold(words).text
    return tuple(value for value, pattern in _known() if any(True for _ in pattern.words(folded)))


def words_of_address(address: str) -> str:
    """Give the words of the file name in the address of a picture; none if the picture stands in the address itself."""
    if address.startswith("data:"):
        return ""
    name = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/").rpartition("/")[2]
    return _JOINED.sub(" ", _ENDING.sub("", name)).strip()
