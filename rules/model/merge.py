"""Three-way merge of two scorecards by parts: rules, facts, bases and fields of the card.

A part is the unit of decision. Different fields of a part merge; a field that both sides changed differently is a
conflict of the whole part, which is then taken from the chosen side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from rules.model.digest import OPTIONAL_LISTS, WORDS, scorecard_document
from rules.model.scorecard import Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.canonical import Json

    _Object = dict[str, Json]


class MergeSide(StrEnum):
    """Version that a part is taken from."""

    BASE = "base"
    OURS = "ours"
    THEIRS = "theirs"


class ConflictKind(StrEnum):
    """Reason why a part cannot be merged without a decision."""

    CHANGED = "changed"
    """Both sides changed the same field differently."""
    DELETED = "deleted"
    """One side removed the part, the other one changed it."""
    ADDED = "added"
    """Both sides added the part with different content."""
    RENAMED = "renamed"
    """The sides renamed the part differently."""
    REORDERED = "reordered"
    """Both sides changed the order differently."""


Parts = dict[str, "Json"]
"""Parts of a scorecard document by path, such as `facts[energy]`; None if absent."""
Choices = Mapping[str, MergeSide]
"""Chosen sides by part path."""

ORDER = ".order"
_ORDERED = ("sections", "indicators", "reference_case", "verdicts.rules")
"""Lists with significant order."""
_ITEM_KEY = {"reference_case": "fact"}
_RULES = "verdicts.rules"
_PART = re.compile(r"(card\.[a-z_]+|verdicts\.rules(?=\[)|[a-z_]+)(\[[^\]]*\])?")
_NAMED = (
    "facts", "records", "quantities", "settings", "bases", "gates", "sections", "indicators", "findings", "results",
    "record_results", _RULES,
)  # fmt: skip


def part_of(path: str) -> str:
    """Return the path of the part that contains a model path."""
    match = _PART.match(path)
    return match[0] if match is not None else path


def split_parts(scorecard: Scorecard) -> Parts:
    """Split a scorecard into parts; the order of ordered lists is a part of its own."""
    parts: Parts = {}
    for name, value in cast("_Object", scorecard_document(scorecard)).items():
        if name == "card":
            parts |= {f"card.{field}": content for field, content in cast("_Object", value).items()}
        elif name == "verdicts":
            verdicts = dict(cast("_Object", value))
            items = cast("list[_Object]", verdicts.pop("rules"))
            parts["verdicts"] = verdicts
            parts |= _split_list(_RULES, items)
        elif isinstance(value, list) and name != "applies":
            parts |= _split_list(name, cast("list[_Object]", value))
        else:
            parts[name] = value
    return parts


def _split_list(name: str, items: Sequence[_Object]) -> Parts:
    key = _ITEM_KEY.get(name, "id")
    parts: Parts = {f"{name}[{item[key]}]": item for item in items}
    parts[f"{name}{ORDER}"] = [str(item[key]) for item in items]
    return parts


def join_parts(parts: Parts) -> Scorecard:
    """Return the scorecard that consists of the parts."""
    document: _Object = {"card": {}}
    for name, order in _orders(parts):
        items: list[Json] = [parts[f"{name}[{id}]"] for id in order if parts.get(f"{name}[{id}]") is not None]
        if name != _RULES:
            if items or name not in OPTIONAL_LISTS:
                document[name] = items
        elif parts.get("verdicts") is not None:
            document["verdicts"] = {**cast("_Object", parts["verdicts"]), "rules": items}
    for path, value in parts.items():
        if value is None or path.endswith(ORDER) or "[" in path or path == "verdicts":
            continue
        if path.startswith("card."):
            cast("_Object", document["card"])[path.removeprefix("card.")] = value
        else:
            document[path] = value
    return Scorecard.model_validate(document)


def _orders(parts: Parts) -> Iterator[tuple[str, list[str]]]:
    for path, order in parts.items():
        if path.endswith(ORDER):
            yield path.removesuffix(ORDER), cast("list[str]", order)


@dataclass(frozen=True, slots=True)
class ScorecardMerge:
    """Merged parts, and the conflicts by part path; a conflict without a choice is taken from `ours`."""

    parts: Parts
    conflicts: Mapping[str, ConflictKind]


def merge_parts(base: Parts, ours: Parts, theirs: Parts, choices: Choices) -> ScorecardMerge:
    """Merge the parts of two scorecards with a common origin.

    A part in `choices` is taken whole from the chosen side.
    """
    sides = {MergeSide.BASE: base, MergeSide.OURS: ours, MergeSide.THEIRS: theirs}
    merged, conflicts = dict[str, "Json"](), dict[str, ConflictKind]()
    for path in dict.fromkeys((*ours, *theirs, *base)):
        values = base.get(path), ours.get(path), theirs.get(path)
        if path.endswith(ORDER):
            continue
        result, kind = merge_part(*values)
        if kind is not None:
            conflicts[path] = kind
        merged[path] = sides[choices[path]].get(path) if path in choices else result
    for path in dict.fromkeys(path for path in (*ours, *theirs, *base) if path.endswith(ORDER)):
        old, mine, other = (cast("list[str]", parts.get(path) or []) for parts in (base, ours, theirs))
        name = path.removesuffix(ORDER)
        remaining = {id for id in (*old, *mine, *other) if merged.get(f"{name}[{id}]") is not None}
        is_conflict = name in _ORDERED and orders_conflict(old, mine, other)
        if is_conflict:
            conflicts[path] = ConflictKind.REORDERED
        side = choices.get(path, MergeSide.OURS) if is_conflict else None
        merged[path] = cast("Json", merge_order(old, mine, other, remaining, side))
    return ScorecardMerge(merged, conflicts)


def merged_side(base: object, ours: object, theirs: object) -> MergeSide | None:
    """Return the side that has the merged content; None if both sides changed it differently."""
    if theirs in (ours, base):
        return MergeSide.OURS
    return MergeSide.THEIRS if ours == base else None


def conflict_kind(base: object, ours: object, theirs: object) -> ConflictKind:
    """Return the kind of a conflict of content, which is None where it is absent."""
    if base is None:
        return ConflictKind.ADDED
    return ConflictKind.DELETED if ours is None or theirs is None else ConflictKind.CHANGED


def merge_part(base: Json, ours: Json, theirs: Json) -> tuple[Json, ConflictKind | None]:
    """Merge one part; a conflict returns the content of `ours`."""
    is_clean, merged = _merge_value(base, ours, theirs)
    return (merged, None) if is_clean else (ours, conflict_kind(base, ours, theirs))


def _merge_value(base: Json, ours: Json, theirs: Json) -> tuple[bool, Json]:
    if (side := merged_side(base, ours, theirs)) is not None:
        return True, ours if side is MergeSide.OURS else theirs
    if isinstance(base, dict) and isinstance(ours, dict) and isinstance(theirs, dict):
        if not base.get("kind") == ours.get("kind") == theirs.get("kind"):
            return False, ours
        merged: _Object = {}
        for key in dict.fromkeys((*ours, *theirs)):
            is_clean, value = _merge_value(base.get(key), ours.get(key), theirs.get(key))
            if not is_clean:
                return False, ours
            if value is not None:
                merged[key] = value
        return True, merged
    if not (isinstance(base, list) and isinstance(ours, list) and isinstance(theirs, list)):
        return False, ours
    if not _are_rows(base, ours, theirs):
        return False, ours
    values = [_merge_value(*values) for values in zip(base, ours, theirs, strict=True)]
    return all(is_clean for is_clean, _ in values), [value for _, value in values]


def _are_rows(*lists: list[Json]) -> bool:
    """Return whether lists contain the same number of objects, which are then compared one by one."""
    return len({len(items) for items in lists}) == 1 and all(
        isinstance(item, dict) for items in lists for item in items
    )


def orders_conflict(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether both sides changed the order of the common items differently."""
    common = {*base} & {*ours} & {*theirs}
    old, mine, other = ([item for item in order if item in common] for order in (base, ours, theirs))
    return merged_side(old, mine, other) is None


def merge_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], remaining: Iterable[str], side: MergeSide | None
) -> list[str]:
    """Merge the order of the remaining items: that of the side that changed it, or of the given side.

    Items that only other versions have are inserted behind their predecessors.
    """
    remaining, common = {*remaining}, {*base} & {*ours} & {*theirs}
    old, mine = ([item for item in order if item in common] for order in (base, ours))
    if side is None:
        side = MergeSide.THEIRS if mine == old and ours != theirs else MergeSide.OURS
        if mine == old and [item for item in theirs if item in common] == old:
            side = MergeSide.OURS
    orders = {MergeSide.BASE: base, MergeSide.OURS: ours, MergeSide.THEIRS: theirs}
    merged = [item for item in orders.pop(side) if item in remaining]
    for order in orders.values():
        for index, item in enumerate(order):
            if item in remaining and item not in merged:
                before = next((other for other in reversed(order[:index]) if other in merged), None)
                merged.insert(0 if before is None else merged.index(before) + 1, item)
    return merged


@dataclass(frozen=True, slots=True)
class Renaming:
    """Ids, or labels in one language, of one part in the three versions; `target` is the merged name."""

    part: str
    names: Mapping[MergeSide, str]
    target: str

    def on(self, side: MergeSide) -> tuple[str, str] | None:
        """Return the old and new name on a side; None if equal."""
        return (self.names[side], self.target) if self.names[side] != self.target else None


def _renamed_ids(base: Parts, side: Parts, declared: Mapping[str, str]) -> dict[str, str]:
    """Return new part paths by old path: declared in comments, or with otherwise equal content."""
    renamed: dict[str, str] = {}
    gone = [path for path in base if path not in side and path.endswith("]")]
    new = [path for path in side if path not in base and path.endswith("]")]
    for path in gone:
        name, id = _name_and_id(path)
        if name not in _NAMED:
            continue
        candidates = [
            other for other in new
            if _name_and_id(other)[0] == name
            and (declared.get(_name_and_id(other)[1]) == id or _anonymous(side[other]) == _anonymous(base[path]))
        ]  # fmt: skip
        if len(candidates) == 1:
            renamed[path] = candidates[0]
    return renamed if len({*renamed.values()}) == len(renamed) else {}


def _anonymous(part: Json) -> Json:
    return {key: value for key, value in cast("_Object", part).items() if key not in ("id", "labels")}


def _name_and_id(path: str) -> tuple[str, str]:
    name, _, id = path.partition("[")
    return name, id.removesuffix("]")


def id_renamings(
    versions: Mapping[MergeSide, Parts], declared: Mapping[MergeSide, Mapping[str, str]], choices: Choices
) -> tuple[tuple[Renaming, ...], dict[str, ConflictKind]]:
    """Return the renamed ids, and the parts that both sides renamed differently."""
    base, renamings, conflicts = versions[MergeSide.BASE], list[Renaming](), dict[str, ConflictKind]()
    mine, other = (
        _renamed_ids(base, versions[side], declared.get(side, {})) for side in (MergeSide.OURS, MergeSide.THEIRS)
    )
    for path in dict.fromkeys((*mine, *other)):
        names = {MergeSide.BASE: path, MergeSide.OURS: mine.get(path, path), MergeSide.THEIRS: other.get(path, path)}
        if any(names[side] not in versions[side] for side in names):
            continue  # renamed by one side and removed by the other
        side = MergeSide.OURS if path in mine else MergeSide.THEIRS
        if path in mine and path in other and mine[path] != other[path]:
            conflicts[path] = ConflictKind.RENAMED
            side = choices.get(path, MergeSide.OURS)
        ids = {each: _name_and_id(name)[1] for each, name in names.items()}
        renamings.append(Renaming(path, ids, ids[side]))
    return tuple(renamings), conflicts


def label_renamings(versions: Mapping[MergeSide, Parts], language: str, choices: Choices) -> Iterator[Renaming]:
    """Yield the labels in one language that a side changed."""
    labels = {side: dict(_labels(parts, language)) for side, parts in versions.items()}
    base, ours, theirs = (labels[side] for side in (MergeSide.BASE, MergeSide.OURS, MergeSide.THEIRS))
    for key, old in base.items():
        if key not in ours or key not in theirs or old == ours[key] == theirs[key]:
            continue
        part = part_of(key)
        side = choices.get(part, MergeSide.OURS if ours[key] != old else MergeSide.THEIRS)
        names = {MergeSide.BASE: old, MergeSide.OURS: ours[key], MergeSide.THEIRS: theirs[key]}
        yield Renaming(part, names, names[side])


def _labels(value: Json, language: str, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        words = value.get("labels")
        if path and isinstance(words, Mapping) and isinstance(words.get(language), str):
            yield path, cast("str", words[language])
        for key, part in value.items():
            if key not in WORDS:
                yield from _labels(part, language, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            key = str(item.get("id", index)) if isinstance(item, Mapping) else str(index)
            yield from _labels(item, language, f"{path}[{key}]")


def rename_ids(parts: Parts, renamed: Mapping[str, tuple[str, str]]) -> Parts:
    """Return the parts with renamed ids; `renamed` maps part paths to the old and new id."""
    if not renamed:
        return parts
    ids = dict(renamed.values())
    return {renamed_path(path, renamed): _replace(part, ids) for path, part in parts.items()}


def renamed_path(path: str, renamed: Mapping[str, tuple[str, str]]) -> str:
    """Return a part path with the new id."""
    for old, new in renamed.values():
        if path.endswith(f"[{old}]") and any(_name_and_id(part)[0] == _name_and_id(path)[0] for part in renamed):
            return f"{path[: -len(old) - 1]}{new}]"
    return path


def _replace(value: Json, ids: Mapping[str, str]) -> Json:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, dict):
        return {ids.get(key, key): part if key in WORDS else _replace(part, ids) for key, part in value.items()}
    return [_replace(item, ids) for item in value] if isinstance(value, list) else value
