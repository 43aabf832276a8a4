"""Titles of what pages name by ids: cards, versions, results, criteria, profiles, sites, bodies, units, kinds.

All are in the language of the reader. What has no title, or none that the reader may see, is told by its id. What takes
a call is asked for once for a page, whatever the page lists.
"""

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
from service.workbench.scorecard_lookup import version_in_force, version_of
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
_VERSIONS: dict[tuple[object, ...], str] = {}
"""The versions that made evaluations, by who may know it: every page of a case names one, and it never changes."""
_MOST_VERSIONS = 1_000


def title_of(labels: Mapping[str, str], language: str) -> str:
    """Give a label in a language, or else in English, or in whichever there is; nothing if there is none."""
    return labels.get(language) or labels.get("en") or next(filter(None, labels.values()), "")


# --- what a card names ------------------------------------------------------------------------------------------------


def titles(card: Scorecard, language: str) -> Mapping[str, str]:
    """Give the titles of sections, grades, stages, criteria and findings by their ids."""
    named: list[tuple[str, TextByLanguage]] = [(section.id, section.labels) for section in card.sections]
    named += [(gate.id, gate.labels) for gate in card.gates]
    named += [(indicator.id, indicator.labels) for indicator in card.indicators]
    named += [(finding.id, finding.labels) for finding in card.findings]
    named += [(grade.id, grade.labels) for grade in (card.ladder.grades if card.ladder else ())]
    named += [(stage.id, stage.labels) for stage in (card.stages.stages if card.stages else ())]
    return {id: title_of(labels, language) or id for id, labels in named}


def criterion_title(id: str, known: Mapping[str, str]) -> str:
    """Give a gate or criterion as cards are quoted: by its number, with its title."""
    return f"{id} {known[id]}" if known.get(id, id) != id else id


def answer_titles(card: Scorecard, language: str) -> Mapping[str, str]:
    """Give how gates, criteria, findings and results of a card are told where facts are waited for, by id."""
    known = titles(card, language)
    told = {result.id: title_of(result.labels, language) or result.id for result in card.results} | dict(known)
    numbered = [*(gate.id for gate in card.gates), *(indicator.id for indicator in card.indicators)]
    return told | {id: criterion_title(id, known) for id in numbered}


def waited_for(ids: Iterable[str], told: Mapping[str, str]) -> list[str]:
    """Give by title what waits for a fact: first what the card numbers, then findings and results."""
    known = list(dict.fromkeys(ids))
    return [told.get(id, id) for id in sorted(known, key=lambda id: not told.get(id, id).startswith(f"{id} "))]


def result_title(card: Scorecard, result: str, language: str) -> str:
    """Give the title of what a case results in: a grade, a stage, a verdict, or the kind of its conclusion."""
    w = report_words(language)
    if result == NO_GRADE and card.ladder is not None:
        return str(w["ladder"]["no_grade"])
    named = titles(card, language).get(result) or w["verdicts"].get(result) or w["kinds"].get(result)
    return str(named or result)


def conclusion_title(card: Scorecard, conclusion: evaluation_pb2.Conclusion, language: str) -> str:
    """Give the title of what an evaluation concluded."""
    verdict = word_of(evaluation_pb2.Verdict, conclusion.verdict) if conclusion.verdict else ""
    kind = word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind)
    return result_title(card, conclusion.grade or conclusion.stage or verdict or kind, language)


@dataclass(frozen=True, slots=True)
class CardTitle:
    """The title of a card, and of which version of it is spoken."""

    id: str
    title: str
    version: str = ""
    """Such as `1.2.0`; empty if no version is in force, or none is known to the reader."""

    def __str__(self) -> str:
        """Give title and version."""
        return f"{self.title} {self.version}".strip()


async def card_title(page_request: PageRequest, scorecard: str) -> CardTitle:
    """Give the title of a card, `scorecards/{scorecard}`, with the version in force."""
    id = id_of(scorecard)
    if not page_request.may(_CARD):
        return CardTitle(id, id)
    try:
        known = await page_request.ask_once(_CARD, scorecard_service_pb2.GetScorecardRequest(name=scorecard))
    except TouchstoneError:  # it is not there, or not for the reader
        return CardTitle(id, id)
    return CardTitle(id, title_of(known.titles, page_request.language) or id, id_of(known.current_version))


async def card_titles(page_request: PageRequest, scorecards: Iterable[str]) -> Mapping[str, CardTitle]:
    """Give the titles of several cards, by their ids."""
    asked = dict.fromkeys(f"scorecards/{id_of(scorecard)}" for scorecard in scorecards)
    named = await asyncio.gather(*(card_title(page_request, scorecard) for scorecard in asked))
    return {card.id: card for card in named}


async def case_card(page_request: PageRequest, case: cases.Case) -> CardTitle:
    """Give the title of the card of a case: with the version that it was evaluated by, until then that in force."""
    card, version = await asyncio.gather(
        card_title(page_request, case.content.scorecard), _version_of(page_request, case.content.evaluation)
    )
    return card if not case.content.evaluation else CardTitle(card.id, card.title, version)


async def _version_of(page_request: PageRequest, evaluation: str) -> str:
    """Name the version that made an evaluation; nothing if the reader may not know it."""
    if not evaluation or not page_request.may(_EVALUATION):
        return ""
    key = (*page_request.user_key, evaluation)
    if key not in _VERSIONS:
        asked = evaluation_service_pb2.GetEvaluationRequest(name=evaluation)
        try:
            _VERSIONS[key] = id_of((await page_request.ask(_EVALUATION, asked)).record.scorecard_version)
        except TouchstoneError:
            return ""
        if len(_VERSIONS) > _MOST_VERSIONS:
            del _VERSIONS[next(iter(_VERSIONS))]
    return _VERSIONS[key]


async def result_titles(
    page_request: PageRequest, contents: Iterable[cases.CaseContent]
) -> Mapping[tuple[str, str], str]:
    """Give the titles of results by card and result; each card is read once."""
    asked = dict.fromkeys((content.scorecard, content.result) for content in contents if content.result)
    cards = {scorecard: await _card_if_told(page_request, scorecard) for scorecard, _ in asked}
    return {
        (scorecard, result): result
        if (card := cards[scorecard]) is None
        else result_title(card, result, page_request.language)
        for scorecard, result in asked
    }


async def _card_if_told(page_request: PageRequest, scorecard: str) -> Scorecard | None:
    """Give the version of a card in force, as far as it is there and for the reader."""
    try:
        return await version_in_force(page_request, scorecard)
    except TouchstoneError:
        return None


@dataclass(slots=True)
class ReadVersions:
    """The versions of cards that a page tells of, each read once."""

    page_request: PageRequest
    _cards: dict[str, Scorecard | None] = field(default_factory=dict)

    async def card(self, version: str) -> Scorecard | None:
        """Give a version by its name, as far as it is there and for the reader."""
        if version not in self._cards:
            try:
                self._cards[version] = await version_of(self.page_request, version)
            except TouchstoneError:
                self._cards[version] = None
        return self._cards[version]

    async def conclusion(self, version: str, conclusion: evaluation_pb2.Conclusion) -> str:
        """Give the title of what was concluded by a version; empty if nothing was."""
        if not conclusion.kind:
            return ""
        card = await self.card(version)
        if card is None:
            return conclusion.grade or conclusion.stage
        return conclusion_title(card, conclusion, self.page_request.language)

    async def title(self, version: str) -> str:
        """Give the title of a card with the version."""
        card = await self.card(version)
        named = title_of(card.card.titles, self.page_request.language) if card is not None else ""
        return f"{named} {id_of(version)}" if named else version


async def evaluation_titles(
    page_request: PageRequest, evaluations: Iterable[evaluation_pb2.Evaluation]
) -> list[tuple[str, str, str]]:
    """Give evaluations to choose from: name, then day, version and result by their titles, then the id."""
    read, choices = ReadVersions(page_request), []
    for evaluation in evaluations:
        record, version = evaluation.record, evaluation.record.scorecard_version
        parts = (record.as_of_date, await read.title(version), await read.conclusion(version, record.conclusion))
        choices.append((evaluation.name, " · ".join(filter(None, parts)), id_of(evaluation.name)))
    return choices


# --- what a body names ------------------------------------------------------------------------------------------------


async def profile_titles(page_request: PageRequest) -> Mapping[str, str]:
    """Give the titles of the profiles of the body, by id; nothing to whoever may not know them."""
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
    return {id: profile_title(told, page_request.language) or id for id, told in named}


def profile_title(named: cases.Scheme | SchemeProfileSettings, language: str) -> str:
    """Give the title of a profile."""
    return (named.display_name_zh if language == "zh" else "") or named.display_name


def site_titles(client: cases.CaseClient, language: str) -> Mapping[str, str]:
    """Give the sites of a client by their addresses; where two have one address, with their ids."""
    addresses = {site.site: (site.address_zh if language == "zh" else "") or site.address for site in client.sites}
    counts = Counter(addresses.values())
    return {
        site: f"{address} ({site})" if counts[address] > 1 else address or site for site, address in addresses.items()
    }


class BodyTitles:
    """Names of the bodies that certify here, as they stand in the setting that says who does."""

    def __init__(self, certifying: Path | None) -> None:
        """Read below this folder; without one no body has a name."""
        self._certifying = certifying
        self._known: dict[str, tuple[int, Mapping[str, str]]] = {}

    def title(self, organization: str, language: str) -> str:
        """Give the name of an organisation, or its id; what was read is kept until the file is written anew."""
        if self._certifying is None:
            return organization
        try:
            written = (self._certifying / organization / BODY).stat().st_mtime_ns
        except OSError:
            return organization
        if self._known.get(organization, (0, {}))[0] != written:
            self._known[organization] = written, self._read(organization)
        return title_of(self._known[organization][1], language) or organization

    def _read(self, organization: str) -> Mapping[str, str]:
        try:
            body = read_body(self._certifying, organization)
        except InputError:  # it is told where the body is set up
            return {}
        return {} if body is None else body.settings.issuer.name.model_dump()


# --- what all name alike ----------------------------------------------------------------------------------------------


def unit_title(unit: str, language: str) -> str:
    """Give a unit as it stands behind numbers: by its symbol, or by the word that it is."""
    return load_lexicon(language).write_unit(unit, "2") if unit else ""


def number_text(number: str, unit: str, language: str) -> str:
    """Give a number with its unit, such as `80 %` or `2 times`."""
    return load_lexicon(language).write_number(number, unit)


def kind_title(kind: str, language: str) -> str:
    """Give the word of a kind of evidence."""
    return kind_word(kind, language)


def item_title(page_request: PageRequest, item: str) -> str:
    """Give what stands in a case by its kind and number, such as `Finding 1`."""
    kind, _, number = item.partition("/")
    return f"{page_request.word('item', kind)} {number}" if item_kind(item) and item else item


def content_titles(
    page_request: PageRequest, facts: Iterable[tuple[str, Any]], titled: Mapping[str, Mapping[str, str]]
) -> list[tuple[str, Any]]:
    """Give what is known of a case or item, field by field, with titles; `titled` has some by field and value."""
    told = []
    for name, value in facts:
        known = titled.get(name, {})
        if name == "languages":
            known = page_request.w["certificate_language"]
        if name == "dossier_name":
            revision = str(value).rpartition("@")[2]
            told.append((name, page_request.w["revision"].format(number=revision)))
        elif isinstance(value, str):
            told.append((name, known.get(value, value)))
        else:
            told.append((name, [known.get(part, part) for part in value]))
    return told
