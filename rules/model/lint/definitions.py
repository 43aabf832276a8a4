"""Lint of definitions: domains, bases, unused names, the reference case, sources of earlier values, record fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, first_multiple_inside
from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.model.definitions import FactDefinition, PreviousPart, names_year
from rules.model.expressions import ChoiceClause, names_in_condition, names_in_formula
from rules.model.implication import allowed_choices
from rules.model.lint.issue import issue
from rules.model.name_usage import used_names
from rules.model.quantities import FormulaQuantity, NamedCondition, SumQuantity
from rules.model.scorecard import DateLookup, FactType, LookupQuantity, TableQuantity
from rules.model.symbol_table import POINT, conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.model.definitions import PreviousSource
    from rules.model.edge_rows import PlacedCondition
    from rules.model.lint.issue import Issue
    from rules.model.quantities import ConditionRow
    from rules.model.scorecard import (
        DateRow,
        FormulaRow,
        LookupRow,
        RecordType,
        Scorecard,
        SumRow,
        TableLookup,
        Verdicts,
    )
    from rules.model.symbol_table import DefinitionIndex

_WORDS = (FactType.CHOICE, FactType.TEXT)
_PREVIOUS_TYPES = (FactType.NUMBER, FactType.FLAG, FactType.DATE, *_WORDS)


def check_previous(names: DefinitionIndex) -> Iterator[Issue]:
    """Check facts from earlier evaluations: their type and unit, and the fact that names the year."""
    for fact in names.scorecard.facts:
        source, path = fact.previous, f"facts[{fact.id}].previous"
        if source is None:
            continue
        if fact.type not in _PREVIOUS_TYPES:
            yield issue("RL110", path, "type", name=fact.id)
        else:
            yield from _check_part(names, fact, source, f"{path}.part")
        if source.year_of is not None and not _names_years(names.facts[source.year_of]):
            yield issue("RL110", f"{path}.evaluation", "year", name=source.year_of)


def check_issue_dates(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that an issue date is a date without own declarations, and that its fact requires evidence."""
    for fact in names.scorecard.facts:
        if fact.issued_for is None:
            continue
        path, proven = f"facts[{fact.id}].issued_for", names.facts[fact.issued_for]
        if fact.type is not FactType.DATE or fact.evidence or fact.previous is not None or fact.may_not_apply:
            yield issue("RL119", path, "main", name=fact.id)
        if not proven.evidence or proven.previous is not None:
            yield issue("RL119", path, "proven", name=proven.id)


def _names_years(fact: FactDefinition) -> bool:
    if fact.previous is not None:
        return False
    years = bool(fact.choices) and all(names_year(choice.id) for choice in fact.choices)
    return fact.type is FactType.PERIOD or (fact.type is FactType.CHOICE and years)


def _check_part(names: DefinitionIndex, fact: FactDefinition, source: PreviousSource, path: str) -> Iterator[Issue]:
    if source.part is PreviousPart.SCORE:
        if fact.type is not FactType.NUMBER or fact.unit != POINT:
            yield issue("RL110", path, "score", name=fact.id)
    elif source.part is not PreviousPart.QUANTITY:
        if fact.type not in _WORDS:
            yield issue("RL110", path, "word", name=fact.id)
    elif source.card is None:
        yield from _check_quantity(names, fact, source.quantity or "", path)


def _check_quantity(names: DefinitionIndex, fact: FactDefinition, name: str, path: str) -> Iterator[Issue]:
    quantity = names.quantities[name]
    if quantity.owner is not None:
        yield issue("RL110", path, "each", name=fact.id, quantity=name)
        return
    wanted: tuple[FactType, ...] = (FactType.NUMBER,)
    if isinstance(quantity, NamedCondition):
        wanted = (FactType.FLAG,)
    elif names.is_date(name):
        wanted = (FactType.DATE,)
    elif isinstance(quantity, TableQuantity) and quantity.gives == "word":
        wanted = _WORDS
    if fact.type not in wanted:
        yield issue("RL110", path, "quantity", name=fact.id, quantity=name)
    elif fact.type is FactType.NUMBER and unit(fact.unit) != unit(names.unit(name)):
        yield issue("RL110", path, "unit", name=fact.id, quantity=name, unit=names.unit(name) or "1")


def check_ranges(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that effect and domains are not empty, and that steps and multiples are positive exact decimals."""
    card = names.scorecard.card
    if card.last_date is not None and card.last_date < card.first_date:
        first, last = card.first_date.isoformat(), card.last_date.isoformat()
        yield issue("RL049", "card.last_date", "effect", first=first, last=last)
    for path, fact in names.scorecard.facts_and_fields():
        if fact.at_least is not None and fact.at_most is not None and fact.at_least > fact.at_most:
            low, high = format_exact(fact.at_least), format_exact(fact.at_most)
            yield issue("RL049", path, "domain", name=fact.id, first=low, last=high)
        yield from _check_grid(path, fact)
        if fact.step is not None and (fact.step <= 0 or "/" in format_exact(fact.step)):
            yield issue("RL049", f"{path}.step", "step", name=fact.id, step=format_exact(fact.step))


def _check_grid(path: str, fact: FactDefinition) -> Iterator[Issue]:
    multiple = fact.multiple_of
    if multiple is None:
        return
    shown = format_exact(multiple)
    if multiple <= 0 or "/" in shown:
        yield issue("RL049", f"{path}.multiple_of", "multiple", name=fact.id, multiple=shown)
        return
    if first_multiple_inside(Interval(fact.at_least, fact.at_most), multiple) is None:
        yield issue("RL049", f"{path}.multiple_of", "grid", name=fact.id, multiple=shown)
    if fact.step is not None and fact.step % multiple:
        step = format_exact(fact.step)
        yield issue("RL049", f"{path}.step", "step_grid", name=fact.id, multiple=shown, step=step)


def _based_on(card: Scorecard) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for fact in card.facts:
        if fact.previous is not None:
            yield f"facts[{fact.id}].previous", fact.id, fact.previous.basis
    yield from _based_on_quantities(card)
    for part in ("gates", "indicators", "findings", "results", "record_results"):
        yield from ((f"{part}[{rule.id}]", rule.id, rule.basis) for rule in getattr(card, part) or ())
    for shared in card.shared_rules:
        yield from ((path, shared.kind, bases) for path, bases in shared.based_on())
    for index, stage in enumerate(card.stage_rows):
        yield f"stages.rows[{index}]", stage.stage, stage.basis
    if card.tracks is not None:
        yield "tracks", "tracks", card.tracks.basis
    for position, step in enumerate(card.ladder_rows):
        yield f"ladder.rows[{position}]", step.grade, step.basis
    if card.verdicts is not None:
        yield from _based_on_verdicts(card.verdicts)


def _based_on_quantities(card: Scorecard) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for quantity in card.quantities:
        rows: Sequence[FormulaRow | SumRow | LookupRow | DateRow | TableLookup | ConditionRow] = quantity.rows
        for position, row in enumerate(rows):
            yield f"quantities[{quantity.id}].rows[{position}]", quantity.id, row.basis
        if isinstance(quantity, LookupQuantity | DateLookup) and quantity.otherwise is not None:
            yield f"quantities[{quantity.id}].otherwise", quantity.id, quantity.otherwise_basis


def _based_on_verdicts(verdicts: Verdicts) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "verdicts.otherwise", "otherwise", verdicts.otherwise_basis
    for rule in verdicts.rules:
        yield f"verdicts.rules[{rule.id}]", rule.id, rule.basis


def used_bases(card: Scorecard) -> frozenset[str]:
    """Return the ids of all bases that rules refer to."""
    return frozenset(basis for _, _, bases in _based_on(card) for basis in bases)


def check_bases(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that every rule has a known basis, and that every basis is used."""
    known = {basis.id for basis in names.scorecard.bases}
    used = used_bases(names.scorecard)
    for path, name, bases in _based_on(names.scorecard):
        if not bases:
            yield issue("RL050", path, "none", id=name)
        for basis in bases:
            if basis not in known:
                yield issue("RL050", f"{path}.basis", "unknown", basis=basis)
    for card_basis in names.scorecard.bases:
        if card_basis.id not in used:
            yield issue("RL051", f"bases[{card_basis.id}]", "main", id=card_basis.id)


def check_use(names: DefinitionIndex) -> Iterator[Issue]:
    """Report definitions that no rule reads; key fields of records count as read."""
    card, used = names.scorecard, used_names(names)
    defined = {
        "settings": [setting.id for setting in card.settings],
        "facts": [fact.id for fact in card.facts],
        "quantities": [quantity.id for quantity in card.quantities],
    }
    for path, ids in defined.items():
        for name in ids:
            if name not in used:
                yield issue("RL051", f"{path}[{name}]", "main", id=name)
    for record in card.records:
        yield from _check_fields(card, record, used)


def _check_fields(card: Scorecard, record: RecordType, used: frozenset[str]) -> Iterator[Issue]:
    lists = [fact.id for fact in card.facts if fact.type is FactType.RECORDS and fact.record == record.id]
    if not lists:
        yield issue("RL051", f"records[{record.id}]", "main", id=record.id)
        return
    for field in record.fields:
        belongs = record.belongs_to is not None and record.belongs_to.field == field.id
        named = belongs or field.id == record.key or field.id in record.unique
        if not named and not any(f"{list_name}.{field.id}" in used for list_name in lists):
            yield issue("RL051", f"records[{record.id}].fields[{field.id}]", "main", id=field.id)


def check_case(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that the reference case states a value, or missing, for every fact except issue dates."""
    declared_facts = {value.fact for value in names.scorecard.reference_case}
    for fact in names.scorecard.facts:
        if fact.issued_for is not None:
            if fact.id in declared_facts:
                yield issue("RL119", f"reference_case[{fact.id}]", "case", name=fact.id)
        elif fact.id not in declared_facts:
            yield issue("RL053", f"facts[{fact.id}]", "main", fact=fact.id)


def check_absences(names: DefinitionIndex) -> Iterator[Issue]:
    """Report operands that may not apply, because a sum would then omit the record, as if it were zero.

    See docs/evaluation.md. A row that tests the operand in its condition is exempt, because the next row is used
    instead.
    """
    seen: set[str] = set()
    for total in names.scorecard.quantities:
        if isinstance(total, SumQuantity) and total.figure is None:
            yield from _droppable_operands(names, total.of, total, seen)


def _droppable_operands(names: DefinitionIndex, name: str, total: SumQuantity, seen: set[str]) -> Iterator[Issue]:
    quantity = names.quantities.get(name)
    if not isinstance(quantity, FormulaQuantity) or name in seen:
        return
    seen.add(name)
    for position, row in enumerate(quantity.rows):
        for operand in dict.fromkeys(names_in_formula(row.formula)):
            if operand in names_in_condition(row.when):
                continue
            definition = names.definition(operand, quantity.list)
            if isinstance(definition, FactDefinition) and definition.may_not_apply:
                path = f"quantities[{name}].rows[{position}]"
                yield issue("RL126", path, "main", name=operand, sum=total.id)
            yield from _droppable_operands(names, operand, total, seen)


def check_partly_read(names: DefinitionIndex) -> Iterator[Issue]:
    """Report a flag that rules ignore for some values of a choice in the same record.

    A declared "no" would then have no effect, although it may contradict the conclusion. `in_some_cases` permits this.
    """
    placed_conditions = tuple(conditions(names.scorecard))
    for record in names.scorecard.records:
        lists = [fact.id for fact in names.scorecard.facts if fact.record == record.id]
        of_record = [placed for placed in placed_conditions if placed.within in lists]
        choices = [field for field in record.fields if field.type is FactType.CHOICE]
        for field in record.fields:
            if field.type is FactType.FLAG and field.in_some_cases is None:
                readers = [placed for placed in of_record if _reads(placed, field.id)]
                ignored = ((choice, value) for choice in choices for value in _ignored_values(choice, readers))
                if readers and (first := next(ignored, None)) is not None:
                    path, named = f"records[{record.id}].fields[{field.id}]", {"name": field.id, "choice": first[0].id}
                    yield issue("RL132", path, "main", within=lists[0], value=first[1], **named)


def _reads(placed: PlacedCondition, name: str) -> bool:
    return any(name in clause.reads for clause in placed.condition)


def _ignored_values(choice: FactDefinition, readers: Sequence[PlacedCondition]) -> tuple[str, ...]:
    known = {value.id for value in choice.choices}
    read = {value for placed in readers for value in _accepted_choices(placed, choice.id, known)}
    return tuple(value.id for value in choice.choices if value.id not in read)


def _accepted_choices(placed: PlacedCondition, choice: str, known: set[str]) -> set[str]:
    choice_clauses = (
        clause for clause in placed.condition if isinstance(clause, ChoiceClause) and clause.name == choice
    )
    return known.intersection(*(allowed_choices(clause, known) for clause in choice_clauses))
