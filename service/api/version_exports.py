"""Exports, rule texts and input schemas of published versions, with caches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import LANGUAGES, InputError, Violation, attempt, message_factory
from rules.model import published_bytes
from service.base.paging import read_page, read_page_size
from service.base.resource_names import malformed, parse_input_schema, parse_version
from service.gazette.version_files import CONTENT, stored_files
from service.output.mapping.scorecards import write_bases, write_rules
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.language import RuleText
    from rules.model import PublishedVersion
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

_Export = scorecard_service_pb2.ExportScorecardVersionRequest
_MAX_CACHED = 16
"""Cached versions, some 400 KB each."""


class PublishedVersions:
    """Export of published versions."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._published: dict[str, scorecard_service_pb2.ExportScorecardVersionResponse] = {}
        self._rules: dict[tuple[str, str], Sequence[RuleText]] = {}

    def export(self, request: _Export) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        violations: list[Violation] = []
        name = attempt(violations, parse_version, request.name, field="name")
        if request.form == _Export.FORM_FEATURE:
            attempt(violations, check_language, request.language_code)
        elif request.form != _Export.FORM_PUBLISHED:
            violations.append(Violation("form", _message("FORM_REQUIRED"), "REQUIRED"))
        elif request.language_code:
            violations.append(Violation("language_code", _message("FORM_HAS_ALL_LANGUAGES"), "WRONG_VALUE"))
        if name is None or violations:
            raise InputError(tuple(violations))
        version = self._gazette.version(*name)
        if request.form == _Export.FORM_FEATURE:
            from rules.language import export_folder  # noqa: PLC0415 -- loads the language only if needed

            return to_export_response(export_folder(version.scorecard, version.sources, request.language_code))
        exported = scorecard_service_pb2.ExportScorecardVersionResponse()
        exported.CopyFrom(self._published_form(f"{name[1]}.json", version))
        stored = stored_files(self._gazette, version.name)
        exported.publication_files.extend(
            scorecard_pb2.SourceFile(path=path, content=content.decode())
            for path, content in stored.named().items()
            if path != f"{name[1]}{CONTENT}"
        )
        return exported

    def _published_form(
        self, path: str, version: PublishedVersion
    ) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        cached = self._published.get(version.content_digest)
        if cached is None:
            if len(self._published) >= _MAX_CACHED:
                self._published.clear()
            cached = to_export_response({path: published_bytes(version.scorecard, version.sources).decode()})
            self._published[version.content_digest] = cached
        return cached

    def input_schema(self, request: scorecard_service_pb2.GetInputSchemaRequest) -> scorecard_service_pb2.InputSchema:
        from service.output.schema.dossiers import schema_text  # noqa: PLC0415 -- seldom requested

        version = self._gazette.version(*parse_input_schema(request.name, field="name"))
        return scorecard_service_pb2.InputSchema(name=request.name, json_schema=schema_text(version))

    def rules(
        self, request: scorecard_service_pb2.ListScorecardRulesRequest
    ) -> scorecard_service_pb2.ListScorecardRulesResponse:
        violations: list[Violation] = []
        name = attempt(violations, parse_version, request.parent, field="parent")
        attempt(violations, check_language, request.language_code)
        attempt(violations, read_page_size, request.page_size)
        if name is None or violations:
            raise InputError(tuple(violations))
        version = self._gazette.version(*name)
        page = read_page(request, "rules", request.gazette, request.parent, request.language_code, request.part)
        every = self._rule_texts(version, request.language_code)
        listed = [rule for rule in every if request.part in ("", rule.part)]
        if not listed:
            message = _message(
                "NO_RULES_OF_PART", found=request.part[:40], known=list(dict.fromkeys(r.part for r in every))
            )
            raise InputError.of("part", message, "NOT_FOUND")
        scorecard = version.scorecard
        shown, token = page.part_of(listed)
        return scorecard_service_pb2.ListScorecardRulesResponse(
            scorecard_rules=write_rules(shown, scorecard),
            bases=[] if page.start else write_bases(scorecard, request.language_code),
            next_page_token=token,
        )

    def _rule_texts(self, version: PublishedVersion, language: str) -> Sequence[RuleText]:
        key = version.content_digest, language
        cached = self._rules.get(key)
        if cached is None:
            if len(self._rules) >= _MAX_CACHED:
                self._rules.clear()
            from rules.language import rule_texts  # noqa: PLC0415 -- loads the language only if needed

            cached = self._rules[key] = rule_texts(version.scorecard, language)
        return cached


def check_language(language: str) -> None:
    """Raise InputError if a language is not supported."""
    if language not in LANGUAGES:
        raise InputError((malformed("language_code", language, _message("ONE_OF", known=LANGUAGES)),))


def to_export_response(files: Mapping[str, str]) -> scorecard_service_pb2.ExportScorecardVersionResponse:
    """Return the files as an export response."""
    return scorecard_service_pb2.ExportScorecardVersionResponse(
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in files.items()]
    )
