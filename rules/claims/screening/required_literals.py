"""Required literals of a regular expression, as a prefilter before its compilation.

Python parses the expression. There are no literals if parsing fails or if RE2 may differ.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

_MAX_PIECES = 24
_SHORTEST = 2
_RE2_DIFFERENCES = re.compile(r"\\[pPQECzAZ]|\[\[|\(\?[^:P]")


def required_literals(folded: str) -> tuple[str, ...]:
    """Return literals such that every match contains at least one; empty if none are known."""
    if _RE2_DIFFERENCES.search(folded):
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            parsed = vars(re)["_parser"].parse(folded)
    except (re.error, RecursionError, Warning):
        return ()
    literals = _most_selective(_alternatives(parsed))
    return tuple(sorted(literals)) if literals else ()


def _alternatives(sequence: Any) -> list[frozenset[str]]:
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
            choices += _alternatives(argument[3])
        elif name == "BRANCH":
            each = [_most_selective(_alternatives(branch)) for branch in argument[1]]
            if all(each):
                choices.append(frozenset().union(*(branch for branch in each if branch)))
        elif name in {"MAX_REPEAT", "MIN_REPEAT"} and argument[0] > 0:
            choices += _alternatives(argument[2])
    if run:
        choices.append(frozenset({run}))
    return choices


def _most_selective(choices: list[frozenset[str]]) -> frozenset[str] | None:
    fit = [each for each in choices if len(each) <= _MAX_PIECES and all(_is_selective(piece) for piece in each)]
    return max(fit, key=lambda each: (min(map(len, each)), -len(each), sorted(each)), default=None)


def _is_selective(piece: str) -> bool:
    return len(piece) >= _SHORTEST or piece > "\u2e80"
