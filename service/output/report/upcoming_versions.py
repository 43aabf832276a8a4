"""Forecast under adopted versions not yet in force, on their first day.

It is not stored; the facts of that day may differ.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, VersionError, error_message, in_language, join_items, typeset
from rules.engine import never_stop
from rules.model import find_version_in_force, migrate_facts
from rules.trail import subject_of
from service.base.resource_names import parse_card
from service.evaluating.evaluators import new_record_key
from service.output.report.formatters import CardFormatter, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts import Conclusion, Record, Subject
    from rules.engine import ShouldStop
    from rules.model import PublishedVersion, VersionOutline
    from service.evaluating.evaluators import Evaluators
    from service.gazette.versions import Gazette
    from touchstone.v1.evaluation_service_pb2 import ExplainEvaluationResponse as Explained


_MAX_FACT_NAMES = 8


class UpcomingVersion(NamedTuple):
    """A version that will be in force, with its forecast.

    `new_facts` are also required, `dropped_facts` no longer used. If `refused` contains an error, `conclusion` is None.
    """

    version: PublishedVersion
    first_day: date
    conclusion: Conclusion | None
    new_facts: tuple[str, ...]
    dropped_facts: tuple[str, ...]
    refused: str = ""


def upcoming_versions(outlines: Sequence[VersionOutline], as_of: date, known: str) -> list[tuple[VersionOutline, date]]:
    """Return the versions in force after a day, each with its first such day."""
    starts = sorted({outline.card.first_date for outline in outlines if outline.card.first_date > as_of})
    upcoming: dict[str, tuple[VersionOutline, date]] = {}
    for day in starts:
        try:
            governing = find_version_in_force(outlines, day, known)
        except VersionError:
            continue
        if governing.card.first_date > as_of:
            upcoming.setdefault(governing.name, (governing, day))
    return list(upcoming.values())


class UpcomingQuery(NamedTuple):
    """A record, its version, and the known time of the forecast."""

    record: Record
    version: PublishedVersion
    known: str

    def upcoming_versions(
        self, gazette: Gazette, evaluators: Evaluators, stop: ShouldStop = never_stop
    ) -> list[UpcomingVersion]:
        """Evaluate the subject under each upcoming version.

        Raises:
            EngineDisagreement: If the two evaluators differ.
            EvaluationCancelledError: If `stop` returns true.
            TrailError: If record payloads were erased, or a gazette file is invalid.
        """
        card = parse_card(self.version.name).card
        later = upcoming_versions(gazette.outlines(card), date.fromisoformat(self.record.as_of_date), self.known)
        subject = subject_of(self.record)
        upcoming = []
        for outline, day in later:
            if outline.name != self.version.name:
                other = gazette.version_named(outline.name)
                facts = migrate_facts(subject.facts, self.version, other, gazette.versions(card))
                upcoming.append(
                    self._forecast(subject.model_copy(update={"facts": facts}), other, day, evaluators, stop)
                )
        return upcoming

    def _forecast(
        self, subject: Subject, other: PublishedVersion, day: date, evaluators: Evaluators, stop: ShouldStop
    ) -> UpcomingVersion:
        card, subject_facts = other.scorecard, {fact.id for fact in subject.facts}
        before, after = ({fact.id for fact in version.scorecard.facts} for version in (self.version, other))
        settings = {setting.id for setting in card.settings}
        new_facts = tuple(fact.id for fact in card.facts if fact.id not in before | subject_facts)
        dropped = tuple(fact.id for fact in subject.facts if fact.id not in after)
        future_subject = subject.model_copy(
            update={
                "as_of": day.isoformat(),
                "known": self.known,
                "settings": {name: choice for name, choice in subject.settings.items() if name in settings},
                "facts": tuple(fact for fact in subject.facts if fact.id in after),
            }
        )
        try:
            recorded = evaluators.evaluate(other, future_subject, new_record_key(), stop)
        except (InputError, VersionError) as error:
            return UpcomingVersion(other, day, None, new_facts, dropped, error_message(error))
        return UpcomingVersion(other, day, recorded.without_steps.conclusion, new_facts, dropped)

    def sentences(self, upcoming: Sequence[UpcomingVersion], language: str) -> Iterator[str]:
        templates = words(language)["coming"]
        now = CardFormatter(self.version.scorecard, language).answer_of(self.record.conclusion)
        for forecast in upcoming:
            card = forecast.version.scorecard.card
            text = templates["governs"].format(
                first=forecast.first_day, version=card.version, published=forecast.version.publish_time[:10]
            )
            if forecast.conclusion is None:
                text += templates["refused"].format(problem=in_language(forecast.refused, language))
            else:
                then = CardFormatter(forecast.version.scorecard, language).answer_of(forecast.conclusion)
                text += templates["same" if then == now else "gets"].format(answer=then, now=now)
            text += self._facts(forecast.new_facts, forecast.version, "asks", language)
            text += self._facts(forecast.dropped_facts, self.version, "leaves", language)
            yield typeset(text, language)
        ended = self.version.repeal
        if ended is not None and ended.time <= self.known and ended.first_day.isoformat() > self.record.as_of_date:
            yield typeset(templates["repealed"].format(first=ended.first_day, reason=ended.reason), language)

    @staticmethod
    def _facts(names: Sequence[str], version: PublishedVersion, key: str, language: str) -> str:
        if not names:
            return ""
        templates = words(language)["coming"]
        labels = {fact.id: fact.labels.get(language) or fact.id for fact in version.scorecard.facts}
        shown = join_items((labels.get(name, name) for name in names[:_MAX_FACT_NAMES]), language)
        more = templates["more"].format(count=len(names) - _MAX_FACT_NAMES) if len(names) > _MAX_FACT_NAMES else ""
        return str(templates[key].format(facts=shown + more))


def name_upcoming(versions: Iterable[tuple[VersionOutline, date]], language: str) -> list[str]:
    """Return sentences that announce versions, without forecasts."""
    templates = words(language)["coming"]
    return [typeset(_in_force_text(version, day, language) + templates["ask"], language) for version, day in versions]


def _in_force_text(version: VersionOutline, day: date, language: str) -> str:
    number, published = version.card.version, version.publish_time[:10]
    return str(words(language)["coming"]["governs"].format(first=day, version=number, published=published))


def append_upcoming(answer: Explained, sentences: Iterable[str]) -> None:
    """Append forecasts to an explanation."""
    for text in sentences:
        answer.statements.add(topic="TOPIC_COMING", text=text)
