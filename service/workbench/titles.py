"""Titles of ids on pages; the id replaces a title that is missing or not visible."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts import NO_GRADE, InputError, TouchstoneError
from rules.language import load_lexicon
from service.base.evidence_kinds import kind_word
from service.cases.certificate_files import BODY, read_body
from service.output.mapping.mapper import word_of
from service.output.report.formatters import words as report_words
from service.workbench.queries import id_of, item_kind
from service.workbench.scorecard_lookup import once_for_version, version_in_force, version_of
from touchstone.v1 import case_service_pb2 as cases, evaluation_pb2, evaluation_service_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Any

    from rules.model import Scorecard, TextByLanguage
    from service.workbench.page import PageRequest
    from touchstone.v1.scheme_profile_pb2 import SchemeProfileSettings

_CARD, _EVALUATION = "ScorecardService/GetScorecard", "EvaluationService/GetEvaluation"
_SCHEMES, _PROFILES = "CaseService/ListSchemes", "CaseService/ListSchemeProfiles"
_VERSION_BY_EVALUATION: dict[tuple[object, ...], str] = {}
"""Keyed by user and evaluation; the version of an evaluation never changes."""
_MAX_CACHED_VERSIONS = 1_000


def title_of(labels: Mapping[str, str], language: str) -> str:
    """Return a label in the language, else in English, else in any language."""
    return labels.get(language) or labels.get("en") or next(filter(None, labels.values()), "")


# --- scorecards -------------------------------------------------------------------------------------------------------


@once_for_version
def titles(card: Scorecard, language: str) -> Mapping[str, str]:
    """Return titles of sections, criteria, findings, grades and stages by id."""
    named: list[tuple[str, TextByLanguage]] = [(section.id, section.labels) for section in card.sections]
    named += [(gate.id, gate.labels) for gate in card.gates]
    named += [(indicator.id, indicator.labels) for indicator in card.indicators]
    named += [(finding.id, finding.labels) for finding in card.findings]
    named += [(grade.id, grade.labels) for grade in card.grades]
    named += [(stage.id, stage.labels) for stage in card.stage_definitions]
    return {id: title_of(labels, language) or id for id, labels in named}


def criterion_title(id: str, known: Mapping[str, str]) -> str:
    """Return the number of a gate or criterion with its title."""
    return f"{id} {known[id]}" if known.get(id, id) != id else id


@once_for_version
def answer_titles(card: Scorecard, language: str) -> Mapping[str, str]:
    """Return the titles of items that can wait for a fact, by id."""
    known = titles(card, language)
    titles_by_id = {result.id: title_of(result.labels, language) or result.id for result in card.results} | dict(known)
    numbered = [*(gate.id for gate in card.gates), *(indicator.id for indicator in card.indicators)]
    return titles_by_id | {id: criterion_title(id, known) for id in numbered}


async def requirement_titles(page_request: PageRequest, scorecard: str) -> Mapping[str, str]:
    """Return the titles of the criteria and findings of a scorecard, by the ids that name them as a requirement."""
    if not page_request.may("ScorecardService/ExportScorecardVersion"):
        return {}
    try:
        card = await version_in_force(page_request, scorecard)
    except TouchstoneError:  # no version in force, or not visible to the reader
        return {}
    known = titles(card, page_request.language)
    own = [gate.id for gate in card.gates] + [each.id for each in card.indicators] + [each.id for each in card.findings]
    return {name: f"{name} {known[id]}" for id in own for name in (id, f"{card.card.id}/{id}") if known[id] != id}


def waited_for(ids: Iterable[str], titles_by_id: Mapping[str, str]) -> list[str]:
    """Return the titles of items that need a fact, numbered criteria first."""
    known = list(dict.fromkeys(ids))
    return [
        titles_by_id.get(id, id)
        for id in sorted(known, key=lambda id: not titles_by_id.get(id, id).startswith(f"{id} "))
    ]


def result_title(card: Scorecard, result: str, language: str) -> str:
    """Return the title of a grade, stage, verdict or kind of conclusion."""
    w = report_words(language)
    if result == NO_GRADE and card.ladder is not None:
        return str(w["ladder"]["no_grade"])
    named = titles(card, language).get(result) or w["verdicts"].get(result) or w["kinds"].get(result)
    return str(named or result)


def conclusion_title(card: Scorecard, conclusion: evaluation_pb2.Conclusion, language: str) -> str:
    """Return the title of a conclusion."""
    verdict = word_of(evaluation_pb2.Verdict, conclusion.verdict) if conclusion.verdict else ""
    kind = word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind)
    return result_title(card, conclusion.grade or conclusion.stage or verdict or kind, language)


@dataclass(frozen=True, slots=True)
class CardTitle:
    """Title and version of a scorecard."""

    id: str
    title: str
    version: str = ""

    def __str__(self) -> str:
        return f"{self.title} {self.version}".strip()


async def card_title(page_request: PageRequest, scorecard: str) -> CardTitle:
    """Return the title of `scorecards/{scorecard}` with the version in force."""
    id = id_of(scorecard)
    if not page_request.may(_CARD):
        return CardTitle(id, id)
    try:
        known = await page_request.ask_once(_CARD, scorecard_service_pb2.GetScorecardRequest(name=scorecard))
    except TouchstoneError:  # missing, or not visible to the reader
        return CardTitle(id, id)
    return CardTitle(id, title_of(known.titles, page_request.language) or id, id_of(known.current_version))


async def card_titles(page_request: PageRequest, scorecards: Iterable[str]) -> Mapping[str, CardTitle]:
    """Return scorecard titles by id."""
    names = dict.fromkeys(f"scorecards/{id_of(scorecard)}" for scorecard in scorecards)
    named = await asyncio.gather(*(card_title(page_request, scorecard) for scorecard in names))
    return {card.id: card for card in named}


async def case_card(page_request: PageRequest, case: cases.Case) -> CardTitle:
    """Return the scorecard title of a case, with the evaluated version if there is one."""
    card, version = await asyncio.gather(
        card_title(page_request, case.content.scorecard), _evaluation_version(page_request, case.content.evaluation)
    )
    return card if not case.content.evaluation else CardTitle(card.id, card.title, version)


async def _evaluation_version(page_request: PageRequest, evaluation: str) -> str:
    if not evaluation or not page_request.may(_EVALUATION):
        return ""
    key = (*page_request.user_key, evaluation)
    if key not in _VERSION_BY_EVALUATION:
        request = evaluation_service_pb2.GetEvaluationRequest(name=evaluation)
        try:
            _VERSION_BY_EVALUATION[key] = id_of((await page_request.ask(_EVALUATION, request)).record.scorecard_version)
        except TouchstoneError:
            return ""
        if len(_VERSION_BY_EVALUATION) > _MAX_CACHED_VERSIONS:
            del _VERSION_BY_EVALUATION[next(iter(_VERSION_BY_EVALUATION))]
    return _VERSION_BY_EVALUATION[key]


async def result_titles(
    page_request: PageRequest, contents: Iterable[cases.CaseContent]
) -> Mapping[tuple[str, str], str]:
    """Return result titles by scorecard and result."""
    card_results = dict.fromkeys((content.scorecard, content.result) for content in contents if content.result)
    cards = {scorecard: await _visible_card(page_request, scorecard) for scorecard, _ in card_results}
    return {
        (scorecard, result): result
        if (card := cards[scorecard]) is None
        else result_title(card, result, page_request.language)
        for scorecard, result in card_results
    }


async def _visible_card(page_request: PageRequest, scorecard: str) -> Scorecard | None:
    try:
        return await version_in_force(page_request, scorecard)
    except TouchstoneError:
        return None


def short_version(name: str) -> str:
    """Return the id of the scorecard and the number of a version, such as `small-card 1.0.0`."""
    return name.removeprefix("scorecards/").replace("/versions/", " ")


@dataclass(slots=True)
class ReadVersions:
    """Cache of the scorecard versions on a page."""

    page_request: PageRequest
    _cards: dict[str, Scorecard | None] = field(default_factory=dict)

    async def card(self, version: str) -> Scorecard | None:
        if version not in self._cards:
            try:
                self._cards[version] = await version_of(self.page_request, version)
            except TouchstoneError:
                self._cards[version] = None
        return self._cards[version]

    async def conclusion(self, version: str, conclusion: evaluation_pb2.Conclusion) -> str:
        if not conclusion.kind:
            return ""
        card = await self.card(version)
        if card is None:
            return conclusion.grade or conclusion.stage
        return conclusion_title(card, conclusion, self.page_request.language)

    async def title(self, version: str) -> str:
        card = await self.card(version)
        named = title_of(card.card.titles, self.page_request.language) if card is not None else ""
        return f"{named} {id_of(version)}" if named else short_version(version)


async def evaluation_titles(
    page_request: PageRequest, evaluations: Iterable[evaluation_pb2.Evaluation]
) -> list[tuple[str, str, str]]:
    """Return choices of evaluations: name, description and id."""
    read, choices = ReadVersions(page_request), []
    for evaluation in evaluations:
        record, version = evaluation.record, evaluation.record.scorecard_version
        parts = (record.as_of_date, await read.title(version), await read.conclusion(version, record.conclusion))
        choices.append((evaluation.name, " · ".join(filter(None, parts)), id_of(evaluation.name)))
    return choices


# --- certification bodies ---------------------------------------------------------------------------------------------


async def profile_titles(page_request: PageRequest) -> Mapping[str, str]:
    """Return profile titles by id, if the reader may list them."""
    if page_request.may(_SCHEMES):
        listed = await page_request.ask(_SCHEMES, cases.ListSchemesRequest(parent=page_request.parent))
        named: list[tuple[str, cases.Scheme | SchemeProfileSettings]] = [
            (scheme.profile, scheme) for scheme in listed.schemes
        ]
    elif page_request.may(_PROFILES):
        profiles = await page_request.ask(_PROFILES, cases.ListSchemeProfilesRequest(parent=page_request.parent))
        named = [(id_of(profile.name), profile.settings) for profile in profiles.scheme_profiles]
    else:
        named = []
    return {id: profile_title(item, page_request.language) or id for id, item in named}


def profile_title(named: cases.Scheme | SchemeProfileSettings, language: str) -> str:
    """Return the title of a profile."""
    return (named.display_name_zh if language == "zh" else "") or named.display_name


def site_titles(client: cases.CaseClient, language: str) -> Mapping[str, str]:
    """Return site addresses by id; equal addresses include the id."""
    addresses = {site.site: (site.address_zh if language == "zh" else "") or site.address for site in client.sites}
    counts = Counter(addresses.values())
    return {
        site: f"{address} ({site})" if counts[address] > 1 else address or site for site, address in addresses.items()
    }


class BodyTitles:
    """Names of certification bodies, from their settings."""

    def __init__(self, certifying: Path | None) -> None:
        self._certifying = certifying
        self._known: dict[str, tuple[int, Mapping[str, str]]] = {}

    def title(self, organization: str, language: str) -> str:
        if self._certifying is None:
            return organization
        try:
            modified_time = (self._certifying / organization / BODY).stat().st_mtime_ns
        except OSError:
            return organization
        if self._known.get(organization, (0, {}))[0] != modified_time:
            self._known[organization] = modified_time, self._read(organization)
        return title_of(self._known[organization][1], language) or organization

    def _read(self, organization: str) -> Mapping[str, str]:
        try:
            body = read_body(self._certifying, organization)
        except InputError:  # reported where the body is set up
            return {}
        return {} if body is None else body.settings.issuer.name.model_dump()


# --- common titles ----------------------------------------------------------------------------------------------------


def unit_title(unit: str, language: str) -> str:
    """Return the symbol or plural word of a unit."""
    return load_lexicon(language).write_unit(unit, "2") if unit else ""


def number_text(number: str, unit: str, language: str) -> str:
    """Return a number with its unit, such as `80 %`."""
    return load_lexicon(language).write_number(number, unit)


def kind_title(kind: str, language: str) -> str:
    """Return the word for a kind of evidence."""
    return kind_word(kind, language)


def item_title(page_request: PageRequest, item: str) -> str:
    """Return kind and number of a case item, such as `Finding 1`."""
    kind, _, number = item.partition("/")
    return f"{page_request.word('item', kind)} {number}" if item_kind(item) and item else item


def content_titles(
    page_request: PageRequest, facts: Iterable[tuple[str, Any]], titled: Mapping[str, Mapping[str, str]]
) -> list[tuple[str, Any]]:
    """Return fields with titles as values; `titled` has titles by field and value."""
    rows = []
    for name, value in facts:
        known = titled.get(name, {})
        if name == "languages":
            known = page_request.w["certificate_language"]
        if name == "dossier_name":
            revision = str(value).rpartition("@")[2]
            rows.append((name, page_request.w["revision"].format(number=revision)))
        elif isinstance(value, str):
            rows.append((name, known.get(value, value)))
        else:
            rows.append((name, [known.get(part, part) for part in value]))
    return rows
