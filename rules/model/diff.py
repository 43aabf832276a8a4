"""Semantic diff of two scorecards: changes by model path, required version step, and overlay limits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum, StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from rules.contracts.canonical import Json, canonical_bytes
from rules.model.digest import OPTIONAL_LISTS, WORDS, canonical_order, scorecard_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Scorecard

    _Object = dict[str, Json]
    _Path = tuple[str, ...]


_OVERLAY_PATHS = re.compile(
    r"card\.(id|titles(\..+)?|first_date|last_date)"
    r"|indicators\[[^\]]+\]\.(maximum|scale(\..+|\[.+)?)"
    r"|sections\[[^\]]+\]\.maximum"
    r"|settings(\[.+)?\Z",
    re.DOTALL,
)
"""Paths that an overlay may change."""
_SETTING = re.compile(r"settings\[([^\]]+)\]")


def forbidden_overlay_changes(base: Scorecard, overlay: Scorecard) -> tuple[ScorecardChange, ...]:
    """Return the changes that an overlay may not make.

    A setting used by a gate is part of that gate. Bases may be added, because new points need them.
    """
    gated = {
        text
        for card in (base, overlay)
        for text in _texts_of_document(cast("Mapping[str, Json]", scorecard_document(card))["gates"])
    }
    return tuple(change for change in diff_scorecards(base, overlay).changes if not _is_allowed(change, gated))


def _is_allowed(change: ScorecardChange, gated: set[str]) -> bool:
    if change.path.startswith("bases["):
        return change.kind is ChangeKind.ADDED
    setting = _SETTING.match(change.path)
    if setting is not None and setting[1] in gated:
        return False
    return _OVERLAY_PATHS.fullmatch(change.path) is not None


def _texts_of_document(plain: Json) -> set[str]:
    if isinstance(plain, Mapping):
        return {*plain, *(text for part in plain.values() for text in _texts_of_document(part))}
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        return {text for part in plain for text in _texts_of_document(part)}
    return {plain} if isinstance(plain, str) else set()


_VERSION_FIELDS = frozenset({"version", "supersedes"})

_MAJOR_PARTS = frozenset({"facts", "records", "settings", "gates", "applies"})
_MAJOR_CARD_FIELDS = frozenset({"id", "subject_kind", "attestation"})
_MINOR_FIELDS = frozenset({"basis", "given", "may_lie_ahead", "in_some_cases"})
_ITEM_KEYS = ("id", "fact", "value", "grade", "stage")
"""Candidate keys of list items; the first one that is present and unique is used."""


class ChangeKind(StrEnum):
    """Kind of change to one part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class VersionStep(IntEnum):
    """Step of a version number."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class ScorecardChange:
    """One difference, with canonical JSON values and the required version step.

    `path` contains ids or row numbers counted from 1, such as `indicators[I1].scale.bands[2].points`.
    """

    kind: ChangeKind
    path: str
    before: str | None
    after: str | None
    step: VersionStep


@dataclass(frozen=True, slots=True)
class ScorecardDifference:
    """All changes; `required_step` is None if there are none."""

    changes: tuple[ScorecardChange, ...]
    required_step: VersionStep | None


def diff_scorecards(before: Scorecard, after: Scorecard) -> ScorecardDifference:
    """Compare two scorecards without version numbers and insignificant order.

    Changes of inputs, gates, settings or applicability are major, changes of text are patches, and all others are
    minor.
    """
    old, new = _comparable(before), _comparable(after)
    changes = tuple(_compare(old, new, ()))
    return ScorecardDifference(changes, max((change.step for change in changes), default=None))


def version_step_of(path: str) -> VersionStep:
    """Return the version step that a change at a path requires."""
    return _step(tuple(path_parts(path.replace("[", ".["))))


def _comparable(scorecard: Scorecard) -> _Object:
    absent: _Object = {name: [] for name in OPTIONAL_LISTS}
    plain = {**absent, **cast("_Object", scorecard_document(canonical_order(scorecard)))}
    card = cast("_Object", plain["card"])
    plain["card"] = {key: value for key, value in card.items() if key not in _VERSION_FIELDS}
    return plain


def _compare(before: Json, after: Json, path: _Path) -> Iterator[ScorecardChange]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and before.get("kind") == after.get("kind"):
        for key in dict.fromkeys((*before, *after)):
            yield from _compare_part(before, after, key, (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _compare_lists(before, after, path)
    else:
        yield _change(before, after, path)


def _compare_part(before: _Object, after: _Object, key: str, path: _Path) -> Iterator[ScorecardChange]:
    if key in before and key in after:
        yield from _compare(before[key], after[key], path)
    else:
        yield _change(before.get(key), after.get(key), path)


def _compare_lists(before: list[Json], after: list[Json], path: _Path) -> Iterator[ScorecardChange]:
    key = _key(before, after)
    if key is None:
        yield from _compare_rows(before, after, path)
        return
    old_items = {str(cast("_Object", item)[key]): item for item in before}
    new_items = {str(cast("_Object", item)[key]): item for item in after}
    for name in (*old_items, *(name for name in new_items if name not in old_items)):
        yield from _compare_part(old_items, new_items, name, (*path, f"[{name}]"))
    common_before = [name for name in old_items if name in new_items]
    common_after = [name for name in new_items if name in old_items]
    if common_before != common_after:
        yield _change(cast("Json", common_before), cast("Json", common_after), (*path, "order"))


def _compare_rows(before: list[Json], after: list[Json], path: _Path) -> Iterator[ScorecardChange]:
    """Match equal rows, and compare the others in order; removed rows have their old number, others the new."""
    old_texts, new_texts = ([canonical_bytes(item) for item in items] for items in (before, after))
    matcher = SequenceMatcher(None, old_texts, new_texts, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = zip_longest(before[first:last], after[start:end])
        for offset, (old, new) in enumerate(pairs):
            is_removed = start + offset >= end
            row = (*path, f"[{(first if is_removed else start) + offset + 1}]")
            if old is not None and new is not None:
                yield from _compare(old, new, row)
            else:
                yield _change(old, new, row)


def _key(before: list[Json], after: list[Json]) -> str | None:
    items = [*before, *after]
    if not items or not all(isinstance(item, dict) for item in items):
        return None
    objects = cast("list[_Object]", items)
    for key in _ITEM_KEYS:
        if all(key in item for item in objects) and all(
            len({str(item[key]) for item in side}) == len(side)
            for side in (objects[: len(before)], objects[len(before) :])
        ):
            return key
    return None


def _change(before: Json, after: Json, path: _Path) -> ScorecardChange:
    kind = ChangeKind.CHANGED
    if before is None:
        kind = ChangeKind.ADDED
    elif after is None:
        kind = ChangeKind.REMOVED
    text = ".".join(path).replace(".[", "[")
    return ScorecardChange(kind, text, _json(before), _json(after), _step(path))


def _step(path: _Path) -> VersionStep:
    if WORDS & set(path) or path[0] == "reference_case":
        return VersionStep.PATCH
    if path[-1] in _MINOR_FIELDS or "basis" in path:
        return VersionStep.MINOR
    if path[0] in _MAJOR_PARTS or (path[0] == "card" and path[1] in _MAJOR_CARD_FIELDS):
        return VersionStep.MAJOR
    return VersionStep.MINOR


def _json(value: Json) -> str | None:
    return None if value is None else canonical_bytes(value).decode()


def path_parts(path: str) -> Iterator[str]:
    """Split a path at its dots, except in brackets."""
    start, depth = 0, 0
    for index, character in enumerate(path):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if character == "." and depth == 0:
            yield path[start:index]
            start = index + 1
    yield path[start:]
