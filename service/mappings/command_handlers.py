"""Command handlers of column mappings: suggest, save and apply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from google.protobuf import json_format

from rules.contracts import InputError, message_factory
from service.input.given_files import read_file
from service.input.tree.strict_json import read_json_file
from service.mappings.declared_data import subject_lines
from service.output.terminal.command_declarations import CommandResult
from touchstone.client.json_form import as_json
from touchstone.v1 import mapping_service_pb2 as mappings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_message = message_factory(__name__)

_MAX_FILE_BYTES = 20_000_000
_MAX_MAPPING_BYTES = 1_000_000
_STUB = "mapping_service.MappingService"


def suggest(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    organization: str, card: str, file: Path, sheet: str, header_row: int, stubs: Callable[[str], Any]
) -> CommandResult:  # fmt: skip
    """Propose a mapping for a spreadsheet, as a document to correct and save."""
    request = mappings.SuggestMappingRequest(
        parent=organization, scorecard=f"scorecards/{card}", file=_file(file), sheet=sheet, header_row=header_row
    )
    suggested = stubs(_STUB).SuggestMapping(request, timeout=60)
    return CommandResult(as_json(suggested.mapping), False, suggested.mapping)


def save(name: str, file: Path, revision: int, stubs: Callable[[str], Any]) -> mappings.Mapping:
    """Store a mapping from its document."""
    mapping = mappings.Mapping()
    try:
        json_format.ParseDict(read_json_file(file, most=_MAX_MAPPING_BYTES), mapping)
    except json_format.ParseError as error:
        raise InputError.of("FILE", _message("NO_MAPPING_FILE", problem=str(error)[:200]), "MALFORMED") from None
    parent, _, id = name.partition("/mappings/")
    request = mappings.CreateMappingRequest(parent=parent, mapping_id=id, mapping=mapping, base_revision=revision)
    saved: mappings.Mapping = stubs(_STUB).CreateMapping(request, timeout=60)
    return saved


def apply(name: str, file: Path, subject: str, stubs: Callable[[str], Any]) -> CommandResult:
    """Read a spreadsheet with a mapping: one dossier on each line."""
    request = mappings.ApplyMappingRequest(name=name, file=_file(file), subject=subject)
    data = stubs(_STUB).ApplyMapping(request, timeout=60)
    return CommandResult(subject_lines(data).decode().rstrip("\n"), False, data)


def _file(path: Path) -> mappings.MappedFile:
    return mappings.MappedFile(name=path.name, content=read_file(path, most=_MAX_FILE_BYTES))
