"""Handlers of `card list` and `card show`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts import Assurance, VersionError, format_exact, message_factory, read_toml, typeset
from rules.model import last_day_in_force
from service.base import instants
from service.base.resource_names import CardName, parse_card_reference
from service.configuration.products import product_files
from service.gazette.versions import Gazette
from service.output.mapping.requests import read_date
from service.output.mapping.scorecards import write_scorecard, write_version
from service.output.terminal.columns import columns_text
from service.output.terminal.given_options import read_known_time
from service.output.terminal.words import period_text, words
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rules.model import FactDefinition, PublishedVersion, Scorecard, VersionOutline

_message = message_factory(__name__)
_COMPANION_FILE = "companions.toml"


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Published versions of a scorecard, the version in force and the version shown."""

    versions: Sequence[PublishedVersion]
    current: PublishedVersion | None
    version: PublishedVersion
    gazette: Gazette
    as_of: str | None


def listed(as_of: str | None, known: str | None, gazette: Path) -> scorecard_service_pb2.ListScorecardsResponse:
    """List the scorecards published by `known`, with versions in force."""
    gazette_store, instant = Gazette(gazette), read_known_time(known)
    return scorecard_service_pb2.ListScorecardsResponse(
        scorecards=[
            write_scorecard(current, current or gazette_store.version_named(published[-1].name))
            for card in gazette_store.card_ids()
            if (published := _published(gazette_store, card, instant))
            for current in (_current(gazette_store, card, as_of, instant),)
        ]
    )


def list_text(
    answer: scorecard_service_pb2.ListScorecardsResponse, known: str | None, gazette: Path, language: str
) -> str:
    """Render the scorecards as a table."""
    spoken = words(language)["scorecards"]
    if not answer.scorecards:
        key = "none_known" if Gazette(gazette).card_ids() else "empty"
        return str(spoken[key].format(folder=gazette, known=read_known_time(known)))
    rows = [
        (
            card.name.removeprefix("scorecards/"),
            card.current_version.rpartition("/")[2] or spoken["none"],
            typeset(card.titles.get(language, ""), language),
        )
        for card in answer.scorecards
    ]
    return columns_text(tuple(spoken["heads"]), rows)


def show_scorecard(card: str, as_of: str | None, known: str | None, gazette: Path) -> ScorecardView:
    """Return the named version, else the one in force on `as_of` (default: today), else the newest.

    Versions published after `known` are excluded.
    """
    name, gazette_store, instant = parse_card_reference(card), Gazette(gazette), read_known_time(known)
    published = _published(gazette_store, name.card, instant)
    if not published:
        raise VersionError(_message("NONE_KNOWN", card=name.card, known=instant), missing=False)
    current = _current(gazette_store, name.card, as_of, instant)
    versions = [gazette_store.version_named(outline.name) for outline in published]
    version = gazette_store.version(name.card, name.version) if name.version else current or versions[-1]
    return ScorecardView(versions, current, version, gazette_store, as_of)


def versions(answer: ScorecardView) -> scorecard_service_pb2.ListScorecardVersionsResponse:
    """Return all versions, newest first; with `as_of`, only the version in force."""
    listed = answer.versions[::-1] if not answer.as_of else [] if answer.current is None else [answer.current]
    return scorecard_service_pb2.ListScorecardVersionsResponse(
        scorecard_versions=[write_version(each, answer.gazette.statements(each)) for each in listed]
    )


def scorecard_text(answer: ScorecardView, known: str | None, language: str) -> str:
    """Render the versions, and the facts of the shown version.

    Raises:
        VersionError: If no version is in force on the requested date.
    """
    if answer.current is None and answer.as_of:
        card = CardName(answer.version.scorecard.card.id)
        answer.gazette.find(card, as_of=read_date(answer.as_of, "--as-of"), known=read_known_time(known))
    spoken = words(language)["scorecards"]
    state = partial(_state, versions=answer.versions, current=answer.current, phrases=spoken)
    newest_first = answer.versions[::-1]
    rows = _version_rows(newest_first, language)
    scorecard = answer.version.scorecard
    return "\n\n".join(
        (
            columns_text(
                tuple(spoken["version_heads"]),
                [(*row, state(each)) for row, each in zip(rows, newest_first, strict=True)],
            ),
            spoken["asks"].format(version=scorecard.card.version, state=state(answer.version)),
            columns_text(tuple(spoken["fact_heads"]), _fact_rows(scorecard, scorecard.facts, language)),
            *_companion_parts(answer, known, language),
            *_criteria_parts(scorecard, language),
        )
    )


def _companion_parts(answer: ScorecardView, known: str | None, language: str) -> Iterator[str]:
    """Yield the facts of scorecards that are evaluated together with the shown one, without its own facts."""
    scorecard, instant = answer.version.scorecard, read_known_time(known)
    own, spoken = {fact.id for fact in scorecard.facts}, words(language)["scorecards"]
    for companions in product_files(_COMPANION_FILE, lambda package: read_toml(package, _COMPANION_FILE)):
        for card, prefix in companions.items():
            shown = card != scorecard.card.id and scorecard.card.id.startswith(prefix)
            known_card = shown and card in answer.gazette.card_ids()
            if not known_card or not (published := _published(answer.gazette, card, instant)):
                continue
            companion = _current(answer.gazette, card, answer.as_of, instant) or answer.gazette.version_named(
                published[-1].name
            )
            more = [fact for fact in companion.scorecard.facts if fact.id not in own]
            yield spoken["companion"].format(card=card, version=companion.scorecard.card.version)
            yield columns_text(tuple(spoken["fact_heads"]), _fact_rows(companion.scorecard, more, language))


def _criteria_parts(scorecard: Scorecard, language: str) -> Sequence[str]:
    spoken = words(language)["scorecards"]
    titles = [(gate.id, spoken["gate"], gate.labels) for gate in scorecard.gates]
    titles += [(indicator.id, spoken["indicator"], indicator.labels) for indicator in scorecard.indicators]
    titles += [(finding.id, spoken["finding"], finding.labels) for finding in scorecard.findings]
    rows = [(id, kind, labels.get(language, "")) for id, kind, labels in titles]
    return (spoken["criteria"], columns_text(tuple(spoken["criterion_heads"]), rows)) if rows else ()


def _published(gazette: Gazette, card: str, known: str) -> Sequence[VersionOutline]:
    return [outline for outline in gazette.outlines(card) if outline.publish_time <= known]


def _current(gazette: Gazette, card: str, as_of: str | None, known: str) -> PublishedVersion | None:
    zone = gazette.outlines(card)[-1].card.time_zone
    day = read_date(as_of, "--as-of") if as_of else instants.today(zone)
    try:
        return gazette.find(CardName(card), as_of=day, known=known)
    except VersionError:
        return None


def _state(
    version: PublishedVersion,
    versions: Sequence[PublishedVersion],
    current: PublishedVersion | None,
    phrases: Mapping[str, str],
) -> str:
    if version.repeal is not None:
        return phrases["repealed"].format(first=version.repeal.first_day)
    if version is current:
        return phrases["in_force"]
    number = version.scorecard.card.version
    successor = next((candidate for candidate in versions if candidate.scorecard.card.supersedes == number), None)
    if successor is None:
        return phrases["not_in_force"]
    return phrases["superseded"].format(version=successor.scorecard.card.version)


def _version_rows(versions: Sequence[PublishedVersion], language: str) -> list[tuple[str, ...]]:
    return [
        (
            version.card.version,
            period_text(version.card.first_date, last_day_in_force(version.card, versions), language),
            version.publish_time,
            version.rule_digest[:12],
        )
        for version in versions
    ]


def _fact_rows(scorecard: Scorecard, facts: Iterable[FactDefinition], language: str) -> list[tuple[str, ...]]:
    records = {record.id: record for record in scorecard.records}
    rows = []
    for fact in facts:
        rows.append(_fact_row(fact, "", language))
        if fact.record is not None:
            rows.extend(_fact_row(field, "  ", language) for field in records[fact.record].fields)
    return rows


def _fact_row(fact: FactDefinition, indent: str, language: str) -> tuple[str, ...]:
    spoken = words(language)["scorecards"]
    kind = spoken["list"].format(record=fact.record) if fact.record else spoken["types"][fact.type.value]
    multiple = fact.multiple_of
    grid = "" if multiple is None else spoken["multiples"].format(number=format_exact(multiple))
    domain = f"{fact.unit}{grid}" or ", ".join(choice.id for choice in fact.choices)
    if fact.previous is not None:
        domain += spoken["previous" if fact.can_be_stated else "previous_alone"]
    if fact.issued_for is not None:
        domain += spoken["issued_for"].format(fact=fact.issued_for)
    if fact.may_not_apply:
        domain = f"{domain}{spoken['not_applicable']}".lstrip()
    return (
        f"{indent}{fact.id}",
        kind,
        _evidence_text(fact, language),
        typeset(fact.labels.get(language, ""), language),
        domain,
    )


def _evidence_text(fact: FactDefinition, language: str) -> str:
    spoken = words(language)["scorecards"]
    limits = []
    if fact.assurance is not Assurance.NONE:
        assurance = spoken["assurances"][fact.assurance.value]
        limits.append(spoken["assurance"].format(assurance=assurance))
    if fact.maximum_age_months is not None:
        limits.append(spoken["maximum_age"].format(months=fact.maximum_age_months))
    kinds = ", ".join(fact.evidence)
    if not kinds or not limits:
        return kinds
    joins = words(language)["joins"]
    return str(joins["aside"].format(text=kinds, aside=joins["clauses"].join(limits)))
