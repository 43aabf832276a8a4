"""Export, input schema and semantic difference of published versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.api import diff_scorecards
from rules.contracts import LANGUAGES, InputError, Violation, attempt, message_factory
from rules.model import published_bytes
from service.base.resource_names import malformed, parse_input_schema, parse_version
from service.output.mapping.scorecards import write_changes
from service.output.schema.dossiers import schema_text
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model import PublishedVersion
    from service.gazette.versions import Gazette

_say = message_factory(__name__)

_Export = scorecard_service_pb2.ExportScorecardVersionRequest
_MOST_KEPT = 16
"""Of how many versions the published form is kept in memory, some 400 KB each."""


class PublishedVersions:
    """Exports and compares published versions."""

    def __init__(self, gazette: Gazette) -> None:
        """Use this gazette."""
        self._gazette = gazette
        self._published: dict[str, scorecard_service_pb2.ExportScorecardVersionResponse] = {}

    def export(self, request: _Export) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        """Write a version as feature files or in its published form."""
        violations: list[Violation] = []
        name = attempt(violations, parse_version, request.name, field="name")
        if request.form == _Export.FORM_FEATURE:
            check_language(request.language_code, violations)
        elif request.form != _Export.FORM_PUBLISHED:
            violations.append(Violation("form", _say("FORM_REQUIRED"), "REQUIRED"))
        elif request.language_code:
            violations.append(Violation("language_code", _say("FORM_HAS_ALL_LANGUAGES"), "WRONG_VALUE"))
        if name is None or violations:
            raise InputError(tuple(violations))
        version = self._gazette.version(*name)
        if request.form == _Export.FORM_FEATURE:
            from rules.language import export_folder  # noqa: PLC0415 -- the language is loaded only for who writes in it

            return to_export_response(export_folder(version.scorecard, version.sources, request.language_code))
        return self._published_form(f"{name[1]}.json", version)

    def _published_form(
        self, path: str, version: PublishedVersion
    ) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        """Write the published form, which is the same bytes each time; pages ask for it again and again."""
        known = self._published.get(version.content_digest)
        if known is None:
            if len(self._published) >= _MOST_KEPT:
                self._published.clear()
            known = to_export_response({path: published_bytes(version.scorecard, version.sources).decode()})
            self._published[version.content_digest] = known
        return known

    def input_schema(self, request: scorecard_service_pb2.GetInputSchemaRequest) -> scorecard_service_pb2.InputSchema:
        """Give the JSON Schema of what a version takes."""
        version = self._gazette.version(*parse_input_schema(request.name, field="name"))
        return scorecard_service_pb2.InputSchema(name=request.name, json_schema=schema_text(version))

    def diff(
        self, request: scorecard_service_pb2.DiffScorecardVersionsRequest
    ) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
        """Say what differs in meaning between two versions of one scorecard."""
        violations: list[Violation] = []
        name = attempt(violations, parse_version, request.name, field="name")
        base = attempt(violations, parse_version, request.base_name, field="base_name")
        check_language(request.language_code, violations)
        if name is not None and base is not None and name[0] != base[0]:
            description = _say("VERSION_OF_OTHER_CARD", found=base[0], card=name[0])
            violations.append(Violation("base_name", description, "WRONG_VALUE"))
        if name is None or base is None or violations:
            raise InputError(tuple(violations))
        before, after = self._gazette.version(*base), self._gazette.version(*name)
        return write_changes(diff_scorecards(before.scorecard, after.scorecard), request.language_code)


def check_language(language: str, violations: list[Violation]) -> None:
    """Note that a language is none that is spoken."""
    if language not in LANGUAGES:
        violations.append(malformed("language_code", language, _say("ONE_OF", known=LANGUAGES)))


def to_export_response(files: Mapping[str, str]) -> scorecard_service_pb2.ExportScorecardVersionResponse:
    """Write files as an export answers them."""
    return scorecard_service_pb2.ExportScorecardVersionResponse(
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in files.items()]
    )
