"""Lint issue: diagnostic code, model path and message arguments of one problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One lint problem; its text is in the catalogue of diagnostics.

    `path` is the location in the model, such as `indicators[A2].scale.bands[1]`: by id if items have ids, else by
    index. `problem` in `arguments` selects the message. `case` lists names and values, in one record of the list
    `within` if set.
    """

    code: str
    path: str
    arguments: Mapping[str, str]
    case: tuple[tuple[str, str], ...] = ()
    within: str | None = None


def issue(code: str, path: str, problem: str, /, *, within: str | None = None, **arguments: str) -> Issue:
    """Return an issue; names in its arguments may be fields of the list `within`."""
    return Issue(code, path, {"problem": problem, **arguments}, within=within)
