"""What may stand in a cell: in words for people, and as a validation that the workbook itself holds?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from rules.contracts.inputs import Assurance
from rules.contracts.numbers import format_exact
from rules.model.definitions import FactType
from service.reading.workbook.levels import grid_of, levels_words
from service.reading.workbook.slots import EVIDENCE
from service.reading.workbook.vocabulary import shown_choices, shown_kind, shown_unit, words

if TYPE_CHECKING:
    from decimal import Decimal

    from rules.model.definitions import FactDefinition
    from rules.model.scale_form import SharedRules
    from service.reading.workbook.slots import Slot

_TITLE_CHARACTERS = 32
_PROMPT_CHARACTERS = 250
_ERROR_CHARACTERS = 220
_EARLIEST_DAY = 1  # 1900-01-01 as workbooks count days


@dataclass(frozen=True, slots=True)
class Described:
    """By which levels, and in which aspect, a fact is rated."""

    rules: SharedRules
    aspect: str


def allowed_words(slot: Slot, language: str, *, records_sheet: str = "") -> str:
    """Say what a cell takes: type, domain, unit, not applicable, evidence."""
    told, definition = words(language), slot.definition
    if slot.part == EVIDENCE:
        return _evidence_words(definition, language)
    choices = (told["yes"], told["no"]) if definition.type is FactType.FLAG else _choices(definition, language)
    kind = told["types"][definition.type.value].format(
        choices=told["comma"].join(choices), none=told["none"], sheet=records_sheet
    )
    parts = [kind, *_domain_words(definition, language)]
    if definition.unit:
        parts.append(told["allowed"]["in_unit"].format(unit=shown_unit(definition.unit, language)))
    if definition.may_not_apply:
        parts.append(told["allowed"]["not_applicable"].format(word=told["not_applicable"]))
    if definition.evidence:
        parts.append(_evidence_words(definition, language))
    if definition.previous is not None:
        parts.append(told["allowed"]["previous"])
    return str(told["joint"]).join(parts)


def validation(  # noqa: PLR0913 -- a cell with all that is known of it
    slot: Slot,
    language: str,
    *,
    listed: str,
    anchor: str,
    records_sheet: str = "",
    described: Described | None = None,
    firm: bool,
) -> DataValidation:
    """Give the validation of a slot's cells; `listed` names the cells with its choices, if it has any.

    `anchor` is the first of the cells, and `described` says by which levels they are rated. Only a `firm` one
    forbids other values: where the unit may be changed, or a word may stand for the number, the workbook only warns.
    """
    definition = slot.definition
    allowed = allowed_words(slot, language, records_sheet=records_sheet)
    rule = prompting(slot.label(language), allowed)
    if described is not None:
        rule.prompt = levels_words(described.rules, described.aspect, language, most=_PROMPT_CHARACTERS)
    rule.error = _cut(words(language)["prompt"]["refused"].format(allowed=allowed), _ERROR_CHARACTERS)
    if definition.may_not_apply or not firm:
        rule.errorStyle = "warning"
    if slot.part == EVIDENCE:
        return rule
    match definition.type:
        case FactType.CHOICE | FactType.FLAG | FactType.RECORDS:
            rule.type, rule.formula1, rule.showErrorMessage = "list", listed, True
        case FactType.NUMBER if listed:
            rule.type, rule.formula1, rule.showErrorMessage = "list", listed, True
        case FactType.NUMBER:
            _bound(rule, definition, anchor)
        case FactType.DATE | FactType.PERIOD:
            rule.type, rule.operator, rule.formula1 = "date", "greaterThanOrEqual", str(_EARLIEST_DAY)
            rule.showErrorMessage = True
        case _:
            pass
    return rule


def prompting(title: str, text: str) -> DataValidation:
    """Give a validation that prompts, and forbids nothing."""
    rule = DataValidation(allow_blank=True, showInputMessage=True, promptTitle=title[:_TITLE_CHARACTERS])
    rule.prompt = _cut(text, _PROMPT_CHARACTERS)
    return rule


def listed_words(definition: FactDefinition, language: str) -> tuple[str | Decimal, ...]:
    """List what the drop-down of a fact offers; nothing if it has none."""
    told = words(language)
    offered: tuple[str | Decimal, ...]
    match definition.type:
        case FactType.NUMBER:
            offered = grid_of(definition)
            if not offered:
                return ()
        case FactType.FLAG:
            offered = (told["yes"], told["no"])
        case FactType.CHOICE:
            offered = _choices(definition, language)
        case FactType.RECORDS:
            offered = (told["none"],)
        case _:
            return ()
    return (*offered, told["not_applicable"]) if definition.may_not_apply else offered


def _choices(definition: FactDefinition, language: str) -> tuple[str, ...]:
    return tuple(shown_choices(definition.choices, language).values())


def _domain_words(definition: FactDefinition, language: str) -> list[str]:
    told = words(language)["allowed"]
    bounds = (("at_least", definition.at_least), ("at_most", definition.at_most))
    parts = [told[key].format(number=format_exact(bound)) for key, bound in bounds if bound is not None]
    if definition.multiple_of is not None:
        number = f"{format_exact(definition.multiple_of)} {shown_unit(definition.unit, language)}".rstrip()
        parts.append(told["multiple_of"].format(number=number))
    return parts


def _evidence_words(definition: FactDefinition, language: str) -> str:
    told = words(language)
    kinds = told["comma"].join(shown_kind(kind, language) for kind in definition.evidence)
    found: str = told["allowed"]["evidence"].format(kinds=kinds)
    if definition.assurance is not Assurance.NONE:
        assurance = told["assurance"][definition.assurance.value]
        found += told["allowed"]["assurance"].format(assurance=assurance)
    return found


def _bound(rule: DataValidation, definition: FactDefinition, anchor: str) -> None:
    """Let the workbook hold the domain; what is no decimal is left to the service."""
    low, high, multiple = (
        None if bound is None or "/" in format_exact(bound) else format_exact(bound)
        for bound in (definition.at_least, definition.at_most, definition.multiple_of)
    )
    rule.type, rule.showErrorMessage = "decimal", True
    if multiple is not None:
        tests = [f"ISNUMBER({anchor})", f"ABS({anchor}/{multiple}-ROUND({anchor}/{multiple},0))<0.000001"]
        tests += [] if low is None else [f"{anchor}>={low}"]
        tests += [] if high is None else [f"{anchor}<={high}"]
        rule.type, rule.formula1 = "custom", f"AND({','.join(tests)})"
        return
    if low is not None and high is not None:
        rule.operator, rule.formula1, rule.formula2 = "between", low, high
    elif high is not None:
        rule.operator, rule.formula1 = "lessThanOrEqual", high
    else:
        rule.operator, rule.formula1 = "greaterThanOrEqual", low if low is not None else "-1E+307"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
