"""Which scorecards are published, which versions do they have, and which facts do they ask for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.typesetting import typeset
from service.catalogue import Catalogue
from service.cli.output import Format, as_json, columns_text
from service.cli.words import span, words
from service.names import CardName
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def show_scorecard(gazette: Gazette, name: CardName, form: Format, language: str) -> str:
    """Show the versions of a scorecard, and the facts that the newest (or the one named) asks for.

    Raises:
        VersionError: there is no such scorecard or version.
    """
    request = scorecard_service_pb2.ListScorecardVersionsRequest(parent=str(CardName(name.card)), page_size=_PAGE)
    answer = Catalogue(gazette).versions(request)
    if form is Format.JSON:
        return as_json(answer)
    shown = gazette.version(name.card, name.version) if name.version else gazette.versions(name.card)[-1]
    scorecard, spoken = shown.scorecard, words(language)["scorecards"]
    return "\n\n".join(
        (
            columns_text(tuple(spoken["version_heads"]), _version_rows(answer.scorecard_versions, language)),
            spoken["asks"].format(version=scorecard.card.version),
            columns_text(tuple(spoken["fact_heads"]), _fact_rows(scorecard, language)),
        )
    )


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
        domain,
        ", ".join(fact.evidence),
        typeset(fact.labels.get(language, ""), language),
    )
