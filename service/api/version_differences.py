"""Differences between two published versions of a scorecard, with their legal impact."""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, attempt, message_factory
from service.api.version_exports import check_language
from service.base.resource_names import CardName, parse_version, version_key
from service.gazette.publication import entries_between
from service.output.mapping.scorecards import VersionDifferences, write_differences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model import PublishedVersion, Scorecard
    from service.gazette.versions import Gazette
    from touchstone.v1 import scorecard_service_pb2

_message = message_factory(__name__)

_MAX_CACHED = 64
"""Cached version pairs, at most some 100 KB each."""


class VersionComparison:
    """Comparison of published versions, with a cache."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._cache: dict[tuple[str, str, str], VersionDifferences] = {}

    def diff(
        self, request: scorecard_service_pb2.DiffScorecardVersionsRequest
    ) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
        violations: list[Violation] = []
        name = attempt(violations, parse_version, request.name, field="name")
        base = attempt(violations, parse_version, request.base_name, field="base_name")
        attempt(violations, check_language, request.language_code)
        if name is not None and base is not None and name[0] != base[0]:
            description = _message("VERSION_OF_OTHER_CARD", found=base[0], card=name[0])
            violations.append(Violation("base_name", description, "WRONG_VALUE"))
        if name is None or base is None or violations:
            raise InputError(tuple(violations))
        before, after = self._gazette.version(*base), self._gazette.version(*name)
        differences = self._differences(before, after, request.language_code)
        numbers = sorted((base[1], name[1]), key=version_key)
        impacts = self._impacts(name[0], *numbers, language=request.language_code)
        return write_differences(replace(differences, impacts=impacts), request.language_code)

    def _differences(self, before: PublishedVersion, after: PublishedVersion, language: str) -> VersionDifferences:
        key = before.content_digest, after.content_digest, language
        cached = self._cache.get(key)
        if cached is None:
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            self._cache[key] = cached = compare_versions(before, after, language)
        return cached

    def _impacts(self, card: str, first: str, last: str, *, language: str) -> Mapping[str, str]:
        impacts = {}
        for entry in entries_between(self._gazette.folder_of(card), card, first, last, language=language):
            heading, _, text = entry.partition("\n")
            impacts[str(CardName(card, heading.split()[1]))] = text.strip()
        return impacts


def compare_versions(before: PublishedVersion, after: PublishedVersion, language: str) -> VersionDifferences:
    """Return the differences between two versions, published or not, without impact notes."""
    from rules.api import diff_scorecards, legal_difference  # noqa: PLC0415 -- loads the compiler
    from service.output.terminal.render_version_difference import change_citations  # noqa: PLC0415 -- loads the compiler

    # Without sources nothing is compiled for locations in files, which are not needed.
    rules = legal_difference(replace(before, sources={}), replace(after, sources={}), language)
    cards = before.scorecard, after.scorecard
    citations = [change_citations(change, cards, language) for change in rules.changes]
    labels = {**_labels(before.scorecard, language), **_labels(after.scorecard, language)}
    moved = {id: labels[id] for ids in astuple(rules.movable) for id in ids if id in labels}
    return VersionDifferences(diff_scorecards(*cards), rules, citations, moved, {})


def _labels(card: Scorecard, language: str) -> Mapping[str, str]:
    labels_by_id: list[tuple[str, Mapping[str, str]]] = [(gate.id, gate.labels) for gate in card.gates]
    labels_by_id += [(indicator.id, indicator.labels) for indicator in card.indicators]
    labels_by_id += [(finding.id, finding.labels) for finding in card.findings]
    labels_by_id += [(result.id, result.labels) for result in card.results]
    labels_by_id += [(stage.id, stage.labels) for stage in card.stage_definitions]
    labels_by_id += [(grade.id, grade.labels) for grade in card.grades]
    return {id: labels[language] for id, labels in labels_by_id if language in labels}
