"""Rule comparison on pages: changes by category and heading, and movable outcomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import NO_GRADE, typeset
from service.output.changed_words import changed_words
from service.output.mapping.mapper import word_of
from touchstone.v1 import scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from service.output.changed_words import Pieces

_RULE_PATH = re.compile(r"[a-z_]+(?:\.rows)?(?:\[[^\]]*\])?")
_NAMED_KINDS = frozenset({"stage_ids", "result_ids", "grade_ids"})
_MOVABLE = ("gate_ids", "indicator_ids", "finding_ids", "rule_ids", "stage_ids", "result_ids", "grade_ids")
RULE = "rule"


@dataclass(frozen=True, slots=True)
class ComparedSides:
    """Two versions of a changed row with page anchors; an absent version is empty."""

    context: str
    was: Pieces
    now: Pieces
    was_anchor: str
    now_anchor: str


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """Changes under one heading."""

    heading: str
    kind: str
    """`added`, `removed` or `changed`."""
    sides: Sequence[ComparedSides]
    citations: Sequence[str]


def compared_parts(
    changes: Iterable[scorecard_pb2.RuleChange], language: str
) -> Mapping[str, Sequence[ComparedPart]]:  # fmt: skip
    """Group changes by category and heading."""
    grouped: dict[str, dict[tuple[str, str], list[scorecard_pb2.RuleChange]]] = {}
    for change in changes:
        category = word_of(scorecard_pb2.RuleChange.Category, change.category)
        key = change.heading, _anchor(change.now_path or change.was_path)
        grouped.setdefault(category, {}).setdefault(key, []).append(change)
    return {
        category: [_part(heading, members, language) for (heading, _), members in by_heading.items()]
        for category, by_heading in grouped.items()
    }


def _part(heading: str, changes: Sequence[scorecard_pb2.RuleChange], language: str) -> ComparedPart:
    was, now = any(change.was_path for change in changes), any(change.now_path for change in changes)
    kind = "changed" if was and now else "added" if now else "removed"
    citations = dict.fromkeys(citation for change in changes for citation in change.citations)
    return ComparedPart(
        typeset(heading, language), kind, [_sides(change, language) for change in changes], list(citations)
    )


def _sides(change: scorecard_pb2.RuleChange, language: str) -> ComparedSides:
    was, now = changed_words(typeset(change.was, language), typeset(change.now, language))
    return ComparedSides(
        typeset(change.context, language), was if change.was else (), now if change.now else (),
        _anchor(change.was_path), _anchor(change.now_path),
    )  # fmt: skip


def _anchor(path: str) -> str:
    match = _RULE_PATH.match(path)
    owner = match[0] if match and not path.startswith("card.") else ""
    return f"b-{owner[6:-1]}" if owner.startswith("bases[") else owner


def movable_names(outcomes: scorecard_pb2.MovableOutcomes, no_grade: str) -> Mapping[str, Sequence[str]]:
    """Return movable outcomes by kind: stages, results and grades by name, others by id."""
    named = {**outcomes.labels, NO_GRADE: no_grade}
    names_by_kind = {
        kind: [named.get(id, id) if kind in _NAMED_KINDS else id for id in getattr(outcomes, kind)] for kind in _MOVABLE
    }
    return {kind: names for kind, names in names_by_kind.items() if names}
