"""Rules of a card as texts of one language: each with its rows, the bases that it rests on, and what it reads."""

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

_PLACE = re.compile(r"(verdicts\.rules|[a-z_]+)(?:\[([^\]]+)\])?")
_ABOUT_CARD = frozenset({"card", "bases", "reference_case"})
"""What says who the card is, on what it rests, and what its examples begin with: none of its rules."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a card says of one of its parts.

    `path` is its place in the model, such as `gates[G1]`, by which it is addressed; `part` the kind of place; `id` and
    `title` are blank where there is one of the kind. `bases` are ids of what it rests on; `reads` the ids of the facts,
    settings, quantities and criteria that it names itself.
    """

    path: str
    part: str
    id: str
    title: str
    rows: tuple[CardRow, ...]
    bases: tuple[str, ...]
    reads: tuple[str, ...]


def rule_texts(scorecard: Scorecard, language: str) -> tuple[RuleText, ...]:
    """Give the rules of a card in the order of the model, without words that only say who the card is."""
    rows: dict[str, list[CardRow]] = {}
    for row in card_rows(scorecard, language):
        rows.setdefault(_rule_path(row.owner), []).append(row)
    parts, reads, bases = dict(_parts(scorecard)), _reads(scorecard), _bases(scorecard)
    return tuple(
        RuleText(
            path, part, id, _title(parts.get(path), language), tuple(its), tuple(dict.fromkeys(bases[path])),
            tuple(name for name in dict.fromkeys(reads[path]) if name not in RESERVED_NAMES),
        )
        for path, its in rows.items()
        for part, id in [_place(path)]
        if part not in _ABOUT_CARD
    )  # fmt: skip


def _place(path: str) -> tuple[str, str]:
    match = _PLACE.match(path)
    assert match is not None  # noqa: S101 -- every place of a model begins with the name of a field
    return match[1].partition(".")[0], match[2] or ""


def _rule_path(path: str) -> str:
    """Give the part of the model to which a place in it belongs, such as `indicators[A1]` for that of its scale."""
    match = _PLACE.match(path)
    return match[0] if match is not None else path


def _title(part: object, language: str) -> str:
    """Give what a part is called, in another language where it has no name in this one; nothing if it has none."""
    labels = getattr(part, "labels", {})
    return labels.get(language) or next(iter(labels.values()), "")


def _parts(scorecard: Scorecard) -> Iterator[tuple[str, Any]]:
    """Give the parts of a card by their places."""
    for name in type(scorecard).model_fields:
        value = getattr(scorecard, name)
        if isinstance(value, FrozenModel):  # of which a card has one at most
            yield name, value
        elif isinstance(value, tuple):
            yield from ((f"{name}[{part.id}]", part) for part in value if hasattr(part, "id"))
    if scorecard.verdicts is not None:
        yield from ((f"verdicts.rules[{rule.id}]", rule) for rule in scorecard.verdicts.rules)


def _bases(scorecard: Scorecard) -> dict[str, list[str]]:
    """Give what each part rests on, by its place: it, its rows, and a condition that is its own."""
    own, bases = dict(_own_conditions(scorecard)), defaultdict[str, list[str]](list)
    for path, part in _parts(scorecard):
        apart = scorecard.verdicts.rules if path == "verdicts" and scorecard.verdicts is not None else ()
        bases[own.get(path, path)] += _bases_within(part, apart)
    return bases


def _bases_within(part: object, apart: object) -> Iterator[str]:
    """Give the ids of bases that a part of the model names anywhere within, but for what stands apart."""
    if part is apart:
        return
    if isinstance(part, tuple):
        for each in part:
            yield from _bases_within(each, apart)
    elif isinstance(part, FrozenModel):
        for name in type(part).model_fields:
            value = getattr(part, name)
            yield from value if name in ("basis", "otherwise_basis") else _bases_within(value, apart)


def _reads(scorecard: Scorecard) -> dict[str, list[str]]:
    """Give what each part names, by its place."""
    names, reads = DefinitionIndex(scorecard), defaultdict[str, list[str]](list)
    own = dict(_own_conditions(scorecard))
    for placed in conditions(scorecard):
        path = _rule_path(placed.path)
        fields = names.fields(placed.within)
        reads[own.get(path, path)] += [name for name in names_in_condition(placed.condition) if name not in fields]
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
        for rule in scorecard.verdicts.rules:
            reads[f"verdicts.rules[{rule.id}]"] += names_in_rule(rule)
    for path, part in own.items():  # a condition that is a part's own stands in its rows
        reads[part] = [name for name in reads[part] if f"quantities[{name}]" != path]
    return reads


def _own_conditions(scorecard: Scorecard) -> Iterator[tuple[str, str]]:
    """Give the conditions that are the rows of one gate or finding alone, each with that."""
    for part, its in (("gates", scorecard.gates), ("findings", scorecard.findings)):
        for rule in its:
            if (condition := condition_of_rows(rule)) is not None:
                yield f"quantities[{condition}]", f"{part}[{rule.id}]"
