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
"""What an overlay may say otherwise, and of itself: its name and when it governs."""
_SETTING = re.compile(r"settings\[([^\]]+)\]")


def forbidden_overlay_changes(base: Scorecard, overlay: Scorecard) -> tuple[ScorecardChange, ...]:
    """List the changes that an overlay may not make; a setting that a gate asks for is part of that gate.

    A basis may be added, on which the new points rest.
    """
    gated = {
        text
        for card in (base, overlay)
        for text in _overlaid_texts(cast("Mapping[str, Json]", scorecard_document(card))["gates"])
    }
    return tuple(change for change in diff_scorecards(base, overlay).changes if not _is_open(change, gated))


def _is_open(change: ScorecardChange, gated: set[str]) -> bool:
    if change.path.startswith("bases["):
        return change.kind is ChangeKind.ADDED
    setting = _SETTING.match(change.path)
    if setting is not None and setting[1] in gated:
        return False
    return _OVERLAY_PATHS.fullmatch(change.path) is not None


def _overlaid_texts(plain: Json) -> set[str]:
    """Give every text in a part of a document, and so every id that it names."""
    if isinstance(plain, Mapping):
        return {*plain, *(text for part in plain.values() for text in _overlaid_texts(part))}
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        return {text for part in plain for text in _overlaid_texts(part)}
    return {plain} if isinstance(plain, str) else set()


_IDENTITY = frozenset({"version", "supersedes"})
"""Rows of the card table that differ between any two versions."""

_MAJOR = frozenset({"facts", "records", "settings", "gates", "applies"})
_MAJOR_OF_CARD = frozenset({"id", "subject_kind", "attestation"})
_MINOR = frozenset({"basis", "given", "may_lie_ahead", "in_some_cases"})
"""What moves no outcome, wherever it stands."""
_KEYS = ("id", "fact", "value", "grade", "stage")
"""What names the items of a list; the first of them that all items have and none shares."""


class ChangeKind(StrEnum):
    """What happened to one part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class VersionStep(IntEnum):
    """The step of a version number; a greater one covers a lesser one."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True)
class ScorecardChange:
    """One difference: where, what stood there before and after as canonical JSON, and the step that it asks for.

    `path` names the parts of the model, with ids or row numbers counted from 1, such as
    `indicators[I1].scale.bands[2].points`.
    """

    kind: ChangeKind
    path: str
    before: str | None
    after: str | None
    step: VersionStep


@dataclass(frozen=True, slots=True)
class ScorecardDifference:
    """All changes in the order of the scorecard; `required_step` is None if nothing changes."""

    changes: tuple[ScorecardChange, ...]
    required_step: VersionStep | None


def diff_scorecards(before: Scorecard, after: Scorecard) -> ScorecardDifference:
    """Compare two scorecards part by part; version numbers, and order that decides nothing, are no difference.

    Major is a change of inputs, gates, settings or of what the scorecard applies to, patch one of words only, minor
    everything else: thresholds, weights, formulas, ladder, findings, results, bases, effect.
    """
    old, new = _comparable(before), _comparable(after)
    changes = tuple(_compare(old, new, ()))
    return ScorecardDifference(changes, max((change.step for change in changes), default=None))


def version_step_of(path: str) -> VersionStep:
    """Say which step of the version number a change at a path asks for."""
    return _step(tuple(path_parts(path.replace("[", ".["))))


def _comparable(scorecard: Scorecard) -> _Object:
    absent: _Object = {name: [] for name in OPTIONAL_LISTS}
    plain = {**absent, **cast("_Object", scorecard_document(canonical_order(scorecard)))}
    card = cast("_Object", plain["card"])
    plain["card"] = {key: value for key, value in card.items() if key not in _IDENTITY}
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
    olds = {str(cast("_Object", item)[key]): item for item in before}
    news = {str(cast("_Object", item)[key]): item for item in after}
    for name in (*olds, *(name for name in news if name not in olds)):
        yield from _compare_part(olds, news, name, (*path, f"[{name}]"))
    kept_before = [name for name in olds if name in news]
    kept_after = [name for name in news if name in olds]
    if kept_before != kept_after:
        yield _change(cast("Json", kept_before), cast("Json", kept_after), (*path, "order"))


def _compare_rows(before: list[Json], after: list[Json], path: _Path) -> Iterator[ScorecardChange]:
    """Compare rows without names: equal ones are matched, the others in turn; numbers are those of the later rows."""
    matcher = SequenceMatcher(None, _texts(before), _texts(after), autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = zip_longest(before[first:last], after[start:end])
        for offset, (old, new) in enumerate(pairs):
            gone = start + offset >= end
            row = (*path, f"[{(first if gone else start) + offset + 1}]")
            if old is not None and new is not None:
                yield from _compare(old, new, row)
            else:
                yield _change(old, new, row)


def _key(before: list[Json], after: list[Json]) -> str | None:
    items = [*before, *after]
    if not items or not all(isinstance(item, dict) for item in items):
        return None
    objects = cast("list[_Object]", items)
    for key in _KEYS:
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
    if path[-1] in _MINOR or "basis" in path:
        return VersionStep.MINOR
    if path[0] in _MAJOR or (path[0] == "card" and path[1] in _MAJOR_OF_CARD):
        return VersionStep.MAJOR
    return VersionStep.MINOR


def _json(value: Json) -> str | None:
    return None if value is None else canonical_bytes(value).decode()


def _texts(items: list[Json]) -> Sequence[bytes]:
    return [canonical_bytes(item) for item in items]


def path_parts(path: str) -> Iterator[str]:
    """Split a path at its dots; a name in brackets may hold dots of its own."""
    start, depth = 0, 0
    for index, character in enumerate(path):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if character == "." and depth == 0:
            yield path[start:index]
            start = index + 1
    yield path[start:]
