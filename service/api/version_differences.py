"""Difference of two published versions of a scorecard, with what it means in law; the newest answers are kept."""

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

_say = message_factory(__name__)

_MOST_KEPT = 64
"""Of how many pairs of versions the differences are kept, some 100 KB each at most."""


class VersionComparison:
    """Compares published versions."""

    def __init__(self, gazette: Gazette) -> None:
        """Use this gazette."""
        self._gazette = gazette
        self._known: dict[tuple[str, str, str], VersionDifferences] = {}

    def diff(
        self, request: scorecard_service_pb2.DiffScorecardVersionsRequest
    ) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
        """Say what differs between two versions of one scorecard, and what the gazette says of it."""
        violations: list[Violation] = []
        name = attempt(violations, parse_version, request.name, field="name")
        base = attempt(violations, parse_version, request.base_name, field="base_name")
        attempt(violations, check_language, request.language_code)
        if name is not None and base is not None and name[0] != base[0]:
            description = _say("VERSION_OF_OTHER_CARD", found=base[0], card=name[0])
            violations.append(Violation("base_name", description, "WRONG_VALUE"))
        if name is None or base is None or violations:
            raise InputError(tuple(violations))
        before, after = self._gazette.version(*base), self._gazette.version(*name)
        differences = self._differences(before, after, request.language_code)
        impacts = self._impacts(name[0], *sorted((base[1], name[1]), key=version_key))
        return write_differences(replace(differences, impacts=impacts), request.language_code)

    def _differences(self, before: PublishedVersion, after: PublishedVersion, language: str) -> VersionDifferences:
        """Give the differences as they were told before, for what is published never changes."""
        key = before.content_digest, after.content_digest, language
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[key] = known = told_differences(before, after, language)
        return known

    def _impacts(self, card: str, first: str, last: str) -> Mapping[str, str]:
        """Give what the gazette says of the versions after one and up to another, by name, the newest first."""
        impacts = {}
        for entry in entries_between(self._gazette.folder_of(card), card, first, last):
            heading, _, text = entry.partition("\n")
            impacts[str(CardName(card, heading.split()[1]))] = text.strip()
        return impacts


def told_differences(before: PublishedVersion, after: PublishedVersion, language: str) -> VersionDifferences:
    """Say what differs between two versions, whether or not they are published."""
    from rules.api import diff_scorecards, legal_difference  # noqa: PLC0415 -- which loads the compiler
    from service.output.terminal.render_version_difference import change_citations  # noqa: PLC0415 -- likewise

    # Places in files are not told, and without sources nothing is compiled for them.
    rules = legal_difference(replace(before, sources={}), replace(after, sources={}), language)
    cards = before.scorecard, after.scorecard
    citations = [change_citations(change, cards, language) for change in rules.changes]
    labels = {**_labels(before.scorecard, language), **_labels(after.scorecard, language)}
    moved = {id: labels[id] for ids in astuple(rules.movable) for id in ids if id in labels}
    return VersionDifferences(diff_scorecards(*cards), rules, citations, moved, {})


def _labels(card: Scorecard, language: str) -> Mapping[str, str]:
    """Give what is called how of what a result is made of, by id."""
    named: list[tuple[str, Mapping[str, str]]] = [(gate.id, gate.labels) for gate in card.gates]
    named += [(indicator.id, indicator.labels) for indicator in card.indicators]
    named += [(finding.id, finding.labels) for finding in card.findings]
    named += [(result.id, result.labels) for result in card.results]
    named += [(stage.id, stage.labels) for stage in (card.stages.stages if card.stages else ())]
    named += [(grade.id, grade.labels) for grade in (card.ladder.grades if card.ladder else ())]
    return {id: labels[language] for id, labels in named if language in labels}
