"""How is a published version exported, and what differs between two of them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import LANGUAGES, speaker
from rules.language.export import export_folder
from rules.model.diff import diff
from rules.model.published import published_bytes
from service.mapping.changes import write_changes
from service.names import CardName, malformed, parse_card
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.gazette import Gazette

_say = speaker(__name__)

_Export = scorecard_service_pb2.ExportScorecardVersionRequest


class Editions:
    """Exports and compares published versions."""

    def __init__(self, gazette: Gazette) -> None:
        """Use this gazette."""
        self._gazette = gazette

    def export(self, request: _Export) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        """Write a version as feature files or in its published form.

        Raises:
            InputError: a field is malformed; all are listed.
            VersionError: there is no such version.
        """
        violations: list[Violation] = []
        name = _version_name(request.name, "name", violations)
        if request.form == _Export.FORM_FEATURE:
            _check_language(request.language_code, violations)
        elif request.form != _Export.FORM_PUBLISHED:
            violations.append(Violation("form", _say("FORM_REQUIRED"), "REQUIRED"))
        elif request.language_code:
            violations.append(Violation("language_code", _say("FORM_HAS_ALL_LANGUAGES"), "WRONG_VALUE"))
        if name is None or name.version is None or violations:
            raise InputError(tuple(violations))
        version = self._gazette.version(name.card, name.version)
        if request.form == _Export.FORM_FEATURE:
            return write_files(export_folder(version.scorecard, version.sources, request.language_code))
        return write_files({f"{name.version}.json": published_bytes(version.scorecard, version.sources).decode()})

    def diff(
        self, request: scorecard_service_pb2.DiffScorecardVersionsRequest
    ) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
        """Say what differs in meaning between two versions of one scorecard.

        Raises:
            InputError: a field is malformed; all are listed.
            VersionError: there is no such version.
        """
        violations: list[Violation] = []
        name = _version_name(request.name, "name", violations)
        base = _version_name(request.base_name, "base_name", violations)
        _check_language(request.language_code, violations)
        if name is not None and base is not None and name.card != base.card:
            description = _say("VERSION_OF_OTHER_CARD", found=base.card, card=name.card)
            violations.append(Violation("base_name", description, "WRONG_VALUE"))
        if name is None or name.version is None or base is None or base.version is None or violations:
            raise InputError(tuple(violations))
        before = self._gazette.version(base.card, base.version)
        after = self._gazette.version(name.card, name.version)
        return write_changes(diff(before.scorecard, after.scorecard), request.language_code)


def _version_name(text: str, field: str, violations: list[Violation]) -> CardName | None:
    try:
        name = parse_card(text, field=field)
    except InputError:
        name = None
    if name is None or name.version is None:
        violations.append(malformed(field, text, _say("VERSION_NAME")))
        return None
    return name


def _check_language(language: str, violations: list[Violation]) -> None:
    if language not in LANGUAGES:
        violations.append(malformed("language_code", language, _say("ONE_OF", known=LANGUAGES)))


def write_files(files: Mapping[str, str]) -> scorecard_service_pb2.ExportScorecardVersionResponse:
    """Write files as an export answers them."""
    return scorecard_service_pb2.ExportScorecardVersionResponse(
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in files.items()]
    )
