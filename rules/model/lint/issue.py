"""Lint issue: diagnostic code, model path and message arguments of one problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing wrong with the meaning of a scorecard, without words: the words stand in the catalogue of diagnostics.

    `path` names the place in the model, such as `indicators[A2].scale.bands[1]`: lists of things with ids are
    addressed by id, all others by position from 0. `arguments` fill the message; `problem` among them says which of
    the messages of the code is meant. `case` says which names have which values, of one record of the list `within`;
    it is written in words where the message has a place for it.
    """

    code: str
    path: str
    arguments: Mapping[str, str]
    case: tuple[tuple[str, str], ...] = ()
    within: str | None = None


def issue(code: str, path: str, problem: str, /, *, within: str | None = None, **arguments: str) -> Issue:
    """Make an issue with its arguments; names among them may be fields of the list `within`."""
    return Issue(code, path, {"problem": problem, **arguments}, within=within)
