"""Handlers that convert DMN files to drafts, and tables of drafts to DMN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import InputError, Severity, Violation, in_language, message_factory, wording_loader
from service.base import instants
from service.base.resource_names import parse_card_reference
from service.input.dmn.dmn_export import export_dmn
from service.input.dmn.dmn_import import import_dmn
from service.input.dmn.unary_tests import feel_text
from service.input.dmn.xml_tree import MAX_BYTES
from service.input.given_files import read_file
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import read_sources, write_files
from touchstone.client.json_form import plain_message
from touchstone.v1 import draft_editing_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from service.input.dmn.decision_outcomes import DecisionOutcome
    from service.input.dmn.dmn_export import DmnExport
    from service.input.dmn.unary_tests import Literal

_message, _words = message_factory(__name__), wording_loader(__name__)
_TIME_ZONE = "Asia/Shanghai"


def convert_file(content: bytes, card: str, language: str) -> draft_editing_pb2.ConvertDmnFileResponse:
    """Convert a DMN file to the files of a draft.

    Raises:
        InputError: With every table, row and cell that has no equal rule.
    """
    imported = import_dmn(content, card, instants.today(_TIME_ZONE))
    return draft_editing_pb2.ConvertDmnFileResponse(
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in imported.files.items()],
        facts=[
            draft_editing_pb2.DmnInputFact(
                input=each.name,
                fact=each.fact,
                words=[draft_editing_pb2.DmnInputWord(word=word, choice=id) for word, id in each.choices.items()],
            )
            for each in imported.facts
        ],
        results=[_result(outcome) for outcome in imported.outcomes],
        notes=[in_language(note, language) for note in imported.notes],
    )


def _result(outcome: DecisionOutcome) -> draft_editing_pb2.DmnDecisionResult:
    return draft_editing_pb2.DmnDecisionResult(
        decision=outcome.decision,
        output=outcome.output,
        kind=outcome.kind,
        quantity=outcome.quantity,
        conditions=[
            draft_editing_pb2.DmnResultCondition(condition=id, values=map(feel_text, values))
            for id, values in _conditions(outcome)
        ],
    )


def _conditions(outcome: DecisionOutcome) -> Iterator[tuple[str, Sequence[Literal]]]:
    yield from ((id, (word,)) for word, id in outcome.conditions.items())
    yield from ((item.condition, item.values) for item in outcome.items)


def export_files(
    files: Mapping[str, str], quantities: Sequence[str], language: str
) -> draft_editing_pb2.ExportDraftDmnResponse:
    """Export tables of a draft.

    Raises:
        InputError: If the draft has errors, or a requested table does not exist or cannot be expressed.
    """
    exported = _export(files, quantities, language)
    return draft_editing_pb2.ExportDraftDmnResponse(
        content=exported.content, quantities=exported.exported, left_out=_left_out(exported, language)
    )


def _export(files: Mapping[str, str], quantities: Sequence[str], language: str) -> DmnExport:
    compilation = compile_folder(files)
    if compilation.scorecard is None:
        errors = [each for each in compilation.diagnostics if each.severity is Severity.ERROR]
        raise InputError(
            tuple(Violation(f"{each.location.path}:{each.location.line}", each.message, each.code) for each in errors)
        )
    return export_dmn(compilation.scorecard, quantities, language)


def _left_out(exported: DmnExport, language: str) -> list[str]:
    return [f"{each.field}: {in_language(each.description, language)}" for each in exported.left_out]


def import_command(file: Path, card: str, out: Path | None, language: str) -> CommandResult:
    """Convert a DMN file; write the draft to a folder, or print its text."""
    name = parse_card_reference(card).card
    answer = convert_file(read_file(file, most=MAX_BYTES), name, language)
    texts = _words(language)["dmn"]
    lines = list(answer.notes)
    if out is None:
        lines = [*(source.content for source in answer.source_files), *lines]
    else:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise InputError.of(str(out), _message("NOT_EMPTY"), "ALREADY_EXISTS")
        write_files(out, {source.path: source.content for source in answer.source_files})
        lines.append(texts["written"].format(folder=out, count=len(answer.results)))
    return CommandResult("\n".join(lines), document=plain_message(answer))


def export_command(folder: Path, quantities: tuple[str, ...], out: Path | None, language: str) -> CommandResult:
    """Write tables of a draft as DMN to a file, or print them."""
    answer = export_files(read_sources(folder), quantities, language)
    texts = _words(language)["dmn"]
    lines = [texts["left_out"].format(reason=reason) for reason in answer.left_out]
    if out is None:
        return CommandResult(answer.content.decode("utf-8"), document=plain_message(answer))
    out.write_bytes(answer.content)
    lines.append(texts["exported"].format(file=out, count=len(answer.quantities)))
    return CommandResult("\n".join(lines), document=plain_message(answer))
