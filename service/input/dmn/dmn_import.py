"""Conversion of a DMN file to the feature files of a draft; everything that has no equal rule is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.api import compile_folder, to_canonical
from rules.contracts import InputError, Severity, Violation, message_factory
from rules.language import load_lexicon
from service.input.dmn.converted_decisions import DecisionConverter
from service.input.dmn.converted_draft import ConvertedDraft
from service.input.dmn.dmn_reader import read_dmn
from service.input.dmn.feature_lines import feature_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from service.input.dmn.decision_outcomes import DecisionOutcome
    from service.input.dmn.declared_inputs import InputFact
    from service.input.dmn.dmn_model import DmnFile

_message = message_factory(__name__)

_MAX_DIAGNOSTICS = 20


@dataclass(frozen=True, slots=True)
class DmnImport:
    """The feature files of a draft, by path, and how to read its facts and results in terms of the DMN file."""

    files: Mapping[str, str]
    facts: tuple[InputFact, ...]
    outcomes: tuple[DecisionOutcome, ...]
    notes: tuple[str, ...] = field(default=())


def import_dmn(content: bytes, card: str, day: date) -> DmnImport:
    """Convert a DMN file to a draft with the id `card`, in force from `day`.

    Raises:
        InputError: With all cells, tables and elements that cannot be converted.
    """
    file = read_dmn(content)
    draft = ConvertedDraft(file)
    DecisionConverter(draft).convert()
    if draft.violations:
        raise InputError(tuple(draft.violations))
    text = to_canonical(feature_text(card, day, file.name or card, draft), load_lexicon("en"))
    files = {"card.en.feature": text}
    _check(files, file)
    return DmnImport(files, tuple(draft.facts), tuple(draft.outcomes), tuple(draft.notes))


def _check(files: Mapping[str, str], file: DmnFile) -> None:
    """Refuse a file with names or tables that the rule language cannot express."""
    compilation = compile_folder(files)
    if compilation.scorecard is not None:
        return
    errors = [each for each in compilation.diagnostics if each.severity is Severity.ERROR]
    raise InputError(
        tuple(
            Violation(
                file.name or "definitions",
                _message("NO_EQUAL_RULE", line=each.location.line, problem=each.message),
                each.code,
            )
            for each in errors[:_MAX_DIAGNOSTICS]
        )
    )
