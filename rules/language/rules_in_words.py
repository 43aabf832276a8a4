"""Rules of a scorecard as texts in one language: rows, bases and referenced names of each part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts.inputs import FrozenModel
from rules.language.card_rows import card_rows
from rules.language.definitions_criteria import condition_of_rows
from rules.model.expressions import RESERVED_NAMES, names_in_condition
from rules.model.name_usage import facts_and_quantities_in, names_in_rule
from rules.model.symbol_table import DefinitionIndex, conditions

if TYPE_CHECKING:
    from rules.language.card_rows import CardRow
    from rules.model.scorecard import Scorecard

_PART_PATH = re.compile(r"(verdicts\.rules|[a-z_]+)(?:\[([^\]]+)\])?")
_ABOUT_CARD = frozenset({"card", "bases", "reference_case"})


@dataclass(frozen=True, slots=True)
class RuleText:
    """One part of a scorecard in words.

    `path` is its address in the model, such as `gates[G1]`; `part` is the model field. `id` and `title` are empty for a
    part that exists only once. `reads` are the ids that it refers to directly.
    """

    path: str
    part: str
    id: str
    title: str
    rows: tuple[CardRow, ...]
    bases: tuple[str, ...]
    reads: tuple[str, ...]


def rule_texts(scorecard: Scorecard, language: str) -> tuple[RuleText, ...]:
    """Return the rules of a scorecard in the order of the model."""
    rows: dict[str, list[CardRow]] = {}
    for row in card_rows(scorecard, language):
        rows.setdefault(_rule_path(row.owner), []).append(row)
    parts, reads, bases = dict(_parts(scorecard)), _reads(scorecard), _bases(scorecard)
    return tuple(
        RuleText(
            path, part, id, _title(parts.get(path), language), tuple(part_rows), tuple(dict.fromkeys(bases[path])),
            tuple(name for name in dict.fromkeys(reads[path]) if name not in RESERVED_NAMES),
        )
        for path, part_rows in rows.items()
        for part, id in [_split_path(path)]
        if part not in _ABOUT_CARD
    )  # fmt: skip


def _split_path(path: str) -> tuple[str, str]:
    match = _PART_PATH.match(path)
    assert match is not None  # noqa: S101 -- every model path begins with a field name
    return match[1].partition(".")[0], match[2] or ""


def _rule_path(path: str) -> str:
    match = _PART_PATH.match(path)
    return match[0] if match is not None else path


def _title(part: object, language: str) -> str:
    labels = getattr(part, "labels", {})
    return labels.get(language) or next(iter(labels.values()), "")


def _parts(scorecard: Scorecard) -> Iterator[tuple[str, Any]]:
    for name in type(scorecard).model_fields:
        value = getattr(scorecard, name)
        if isinstance(value, FrozenModel):
            yield name, value
        elif isinstance(value, tuple):
            yield from ((f"{name}[{part.id}]", part) for part in value if hasattr(part, "id"))
    yield from ((f"verdicts.rules[{rule.id}]", rule) for rule in scorecard.verdict_rules)


def _bases(scorecard: Scorecard) -> dict[str, list[str]]:
    own, bases = dict(_own_conditions(scorecard)), defaultdict[str, list[str]](list)
    for path, part in _parts(scorecard):
        bases[own.get(path, path)] += _bases_within(part, scorecard.verdict_rules if path == "verdicts" else ())
    return bases


def _bases_within(part: object, excluded: object) -> Iterator[str]:
    if part is excluded:
        return
    if isinstance(part, tuple):
        for each in part:
            yield from _bases_within(each, excluded)
    elif isinstance(part, FrozenModel):
        for name in type(part).model_fields:
            value = getattr(part, name)
            yield from value if name in ("basis", "otherwise_basis") else _bases_within(value, excluded)


def _reads(scorecard: Scorecard) -> dict[str, list[str]]:
    names, reads = DefinitionIndex(scorecard), defaultdict[str, list[str]](list)
    own = dict(_own_conditions(scorecard))
    for located in conditions(scorecard):
        path = _rule_path(located.path)
        fields = names.fields(located.within)
        reads[own.get(path, path)] += [name for name in names_in_condition(located.condition) if name not in fields]
    for quantity in scorecard.quantities:
        path = f"quantities[{quantity.id}]"
        reads[own.get(path, path)] += facts_and_quantities_in(names, quantity)
    for fact in scorecard.facts:
        reads[f"facts[{fact.id}]"] += fact.previous.reads if fact.previous is not None else ()
        reads[f"facts[{fact.id}]"] += [fact.issued_for] if fact.issued_for is not None else ()
    for indicator in scorecard.indicators:
        reads[f"indicators[{indicator.id}]"] += indicator.scale.reads
    for name, results in (("results", scorecard.results), ("record_results", scorecard.record_results or ())):
        for result in results:
            reads[f"{name}[{result.id}]"].append(result.name)
    reads["tracks"] += scorecard.tracks.by if scorecard.tracks is not None else ()
    if scorecard.verdicts is not None:
        reads["verdicts"].append(scorecard.verdicts.governed_by)
    for rule in scorecard.verdict_rules:
        reads[f"verdicts.rules[{rule.id}]"] += names_in_rule(rule)
    for path, part in own.items():  # a rule shows its own condition in its rows
        reads[part] = [name for name in reads[part] if f"quantities[{name}]" != path]
    return reads


def _own_conditions(scorecard: Scorecard) -> Iterator[tuple[str, str]]:
    """Yield pairs of paths: a condition formed by rows of a gate or finding, and that gate or finding."""
    for part, rules in (("gates", scorecard.gates), ("findings", scorecard.findings)):
        for rule in rules:
            if (condition := condition_of_rows(rule)) is not None:
                yield f"quantities[{condition}]", f"{part}[{rule.id}]"
