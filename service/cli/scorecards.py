"""Which scorecards are published, which versions do they have, and which facts do they ask for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import VersionError
from rules.contracts.numbers import format_exact
from rules.contracts.typesetting import typeset
from service import instants
from service.catalogue import Catalogue
from service.cli.json_form import as_json
from service.cli.output import Format, columns_text
from service.cli.words import span, words
from service.mapping.requests import read_date
from service.names import CardName
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model.published import Published
    from rules.model.scorecard import FactDefinition, Scorecard
    from service.gazette import Gazette
    from touchstone.v1 import scorecard_pb2

_PAGE = 1_000


def list_scorecards(gazette: Gazette, form: Format, language: str) -> str:
    """List the scorecards of the gazette."""
    answer = Catalogue(gazette).scorecards(scorecard_service_pb2.ListScorecardsRequest(page_size=_PAGE))
    if form is Format.JSON:
        return as_json(answer)
    if not answer.scorecards:
        return str(words(language)["scorecards"]["empty"].format(folder=gazette.folder))
    spoken = words(language)["scorecards"]
    rows = [
        (
            card.name.removeprefix("scorecards/"),
            card.current_version.rpartition("/")[2] or spoken["none"],
            typeset(card.titles.get(language, ""), language),
        )
        for card in answer.scorecards
    ]
    return columns_text(tuple(spoken["heads"]), rows)


def show_scorecard(gazette: Gazette, name: CardName, form: Format, language: str, *, as_of: str = "") -> str:
    """Show the versions of a scorecard, and the facts asked for by the one named, or by the one in force on a date.

    The date is today if left out; before the first version governs, the newest is shown.

    Raises:
        InputError: the date is malformed.
        VersionError: there is no such scorecard or version, or none in force on the date given.
    """
    request = scorecard_service_pb2.ListScorecardVersionsRequest(parent=str(CardName(name.card)), page_size=_PAGE)
    if form is Format.JSON:
        request.as_of_date = as_of
    answer = Catalogue(gazette).versions(request)
    if form is Format.JSON:
        return as_json(answer)
    spoken = words(language)["scorecards"]
    versions = gazette.versions(name.card)
    current = _current(gazette, name.card, as_of)
    shown = gazette.version(name.card, name.version) if name.version else current or versions[-1]
    scorecard = shown.scorecard
    version = {"version": scorecard.card.version, "state": _state(shown, versions, current, spoken)}
    states = [_state(each, versions, current, spoken) for each in reversed(versions)]
    rows = _version_rows(answer.scorecard_versions, language)
    return "\n\n".join(
        (
            columns_text(
                tuple(spoken["version_heads"]), [(*row, state) for row, state in zip(rows, states, strict=True)]
            ),
            spoken["asks"].format(**version),
            columns_text(tuple(spoken["fact_heads"]), _fact_rows(scorecard, language)),
        )
    )


def _current(gazette: Gazette, card: str, as_of: str) -> Published | None:
    """Find the version in force; only on a date that was asked for must there be one."""
    day = read_date(as_of, "--as-of") if as_of else instants.today(gazette.versions(card)[-1].scorecard.card.time_zone)
    try:
        return gazette.find(CardName(card), as_of=day, known=instants.now())
    except VersionError:
        if as_of:
            raise
        return None


def _state(
    version: Published, versions: Sequence[Published], current: Published | None, said: Mapping[str, str]
) -> str:
    """Say whether a version is in force, or which one supersedes it."""
    if version is current:
        return said["in_force"]
    number = version.scorecard.card.version
    successor = next((one for one in versions if one.scorecard.card.supersedes == number), None)
    if successor is None:
        return said["not_in_force"]
    return said["superseded"].format(version=successor.scorecard.card.version)


def _version_rows(versions: Sequence[scorecard_pb2.ScorecardVersion], language: str) -> list[tuple[str, ...]]:
    return [
        (
            version.name.rpartition("/")[2],
            span(version.effect.first_date, version.effect.last_date, language),
            version.publish_time.ToJsonString(),
            version.rule_digest[:12],
        )
        for version in versions
    ]


def _fact_rows(scorecard: Scorecard, language: str) -> list[tuple[str, ...]]:
    records = {record.id: record for record in scorecard.records}
    rows = []
    for fact in scorecard.facts:
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
    return (
        f"{indent}{fact.id}",
        kind,
        ", ".join(fact.evidence),
        typeset(fact.labels.get(language, ""), language),
        domain,
    )
