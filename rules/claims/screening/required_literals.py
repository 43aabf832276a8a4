"""Required literals of a regular expression: a prefilter, tried before the expression is compiled.

It is read as Python reads it; what Python reads otherwise than RE2, or not at all, has no pieces and is always tried.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

_MAX_PIECES = 24
"""More pieces than these take longer to look for than they spare."""
_SHORTEST = 2
_OTHERWISE = re.compile(r"\\[pPQECzAZ]|\[\[|\(\?[^:P]")
"""What Python reads otherwise: classes by name, quoted runs, flags."""


def required_literals(folded: str) -> tuple[str, ...]:
    """Give the pieces of which every text that matches has at least one; none if there are no such."""
    if _OTHERWISE.search(folded):
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            read = vars(re)["_parser"].parse(folded)
    except (re.error, RecursionError, Warning):
        return ()
    literals = _best(_choices(read))
    return tuple(sorted(literals)) if literals else ()


def _choices(sequence: Any) -> list[frozenset[str]]:
    """Give, for parts of a sequence that must match, the pieces of which one is there."""
    choices: list[frozenset[str]] = []
    run = ""
    for kind, argument in sequence:
        name = str(kind)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if name == "AT":
            continue
        if run:
            choices.append(frozenset({run}))
            run = ""
        if name == "SUBPATTERN":
            choices += _choices(argument[3])
        elif name == "BRANCH":
            each = [_best(_choices(way)) for way in argument[1]]
            if all(each):
                choices.append(frozenset().union(*(way for way in each if way)))
        elif name in {"MAX_REPEAT", "MIN_REPEAT"} and argument[0] > 0:
            choices += _choices(argument[2])
    if run:
        choices.append(frozenset({run}))
    return choices


def _best(choices: list[frozenset[str]]) -> frozenset[str] | None:
    """Take the pieces that are rarest: the longer their shortest, and the fewer."""
    fit = [each for each in choices if len(each) <= _MAX_PIECES and all(_is_telling(piece) for piece in each)]
    return max(fit, key=lambda each: (min(map(len, each)), -len(each), sorted(each)), default=None)


def _is_telling(piece: str) -> bool:
    return len(piece) >= _SHORTEST or piece > "\u2e80"
