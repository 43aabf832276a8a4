"""Which scorecards are published, which versions do they have, and which facts do they ask for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.errors import VersionError
from rules.contracts.messages import speaker
from rules.contracts.numbers import format_exact
from rules.contracts.typesetting import typeset
from rules.model.published import in_force
from service.answering.mapping.requests import read_date
from service.answering.mapping.scorecards import write_scorecard, write_version
from service.answering.terminal.columns import columns_text
from service.answering.terminal.json_form import as_json
from service.answering.terminal.output import Format
from service.answering.terminal.words import span, words
from service.base import instants
from service.base.names import CardName
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model.published import Published
    from rules.model.scorecard import FactDefinition, Scorecard
    from service.gazette.versions import Gazette
    from touchstone.v1 import scorecard_pb2

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """For which day versions are asked, as they were known at an instant; an empty day is today."""

    as_of: str
    known: str

    def current(self, gazette: Gazette, card: str) -> Published | None:
        """Find the version in force, if there is one.

        Raises:
            InputError: the day is malformed.
        """
        zone = gazette.newest(card).scorecard.card.time_zone
        day = read_date(self.as_of, "--as-of") if self.as_of else instants.today(zone)
        try:
            return in_force(gazette.versions(card), day, self.known)
        except VersionError:
            return None


def list_scorecards(gazette: Gazette, form: Format, language: str, asked: Asked) -> str:
    """List the scorecards of which a version was published then, each with the version in force."""
    cards = (
        (card, [one for one in gazette.versions(card) if one.publish_time <= asked.known])
        for card in gazette.card_ids()
    )
    answer = scorecard_service_pb2.ListScorecardsResponse(
        scorecards=[write_scorecard(asked.current(gazette, card), known[-1]) for card, known in cards if known]
    )
    if form is Format.JSON:
        return as_json(answer)
    if not answer.scorecards:
        key = "none_known" if gazette.card_ids() else "empty"
        return str(words(language)["scorecards"][key].format(folder=gazette.folder, known=asked.known))
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


def show_scorecard(gazette: Gazette, name: CardName, form: Format, language: str, asked: Asked) -> str:
    """Show the versions of a scorecard, and the facts asked for by the one named, or by the one in force on a date.

    The date is today if left out; before the first version governs, the newest is shown. Versions that were published
    later than known are not shown.

    Raises:
        InputError: the date is malformed.
        VersionError: there is no such scorecard or version, or none in force on the date given.
    """
    versions = [one for one in gazette.versions(name.card) if one.publish_time <= asked.known]
    if not versions:
        raise VersionError(_say("NONE_KNOWN", card=name.card, known=asked.known), missing=False)
    current = asked.current(gazette, name.card)
    if form is Format.JSON:
        listed = versions[::-1] if not asked.as_of else [] if current is None else [current]
        return as_json(
            scorecard_service_pb2.ListScorecardVersionsResponse(
                scorecard_versions=[write_version(each, gazette.statements(each)) for each in listed]
            )
        )
    if current is None and asked.as_of:
        gazette.find(CardName(name.card), as_of=read_date(asked.as_of, "--as-of"), known=asked.known)
    spoken = words(language)["scorecards"]
    shown = gazette.version(name.card, name.version) if name.version else current or versions[-1]
    scorecard = shown.scorecard
    version = {"version": scorecard.card.version, "state": _state(shown, versions, current, spoken)}
    states = [_state(each, versions, current, spoken) for each in reversed(versions)]
    rows = _version_rows([write_version(each) for each in reversed(versions)], language)
    return "\n\n".join(
        (
            columns_text(
                tuple(spoken["version_heads"]), [(*row, state) for row, state in zip(rows, states, strict=True)]
            ),
            spoken["asks"].format(**version),
            columns_text(tuple(spoken["fact_heads"]), _fact_rows(scorecard, language)),
        )
    )


def _state(
    version: Published, versions: Sequence[Published], current: Published | None, said: Mapping[str, str]
) -> str:
    """Say whether a version is in force, or which one supersedes it, or since when it is repealed."""
    if version.repeal is not None:
        return said["repealed"].format(first=version.repeal.first_day)
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
    if fact.previous is not None:
        domain += spoken["previous" if fact.can_be_stated else "previous_alone"]
    return (
        f"{indent}{fact.id}",
        kind,
        ", ".join(fact.evidence),
        typeset(fact.labels.get(language, ""), language),
        domain,
    )
