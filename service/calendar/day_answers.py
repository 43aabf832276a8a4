"""Command handlers of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from rules.contracts import Conclusion, InputError, VersionError, Violation, message_factory, typeset
from service.base import instants
from service.base.instants import to_timestamp
from service.base.resource_names import CardName, organization_of, parse_card_reference, parse_organization
from service.calendar.applicable_version import DayQuery
from service.calendar.entries import (
    CalendarSpan,
    Entry,
    check_subject,
    compose_calendar,
    published_entries,
    read_day,
    span_of,
    stored_entries,
)
from service.calendar.render_calendar import LocalizedEntry, calendar_document, calendar_text, localize_entry, words
from service.gazette.table_order import TableStores
from service.gazette.versions import CardResolver, Gazette
from service.output.erasure_notices import left_out_document, left_out_message
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import word_of
from service.output.report.formatters import CardFormatter
from service.output.result_status import answer_with_status
from service.output.terminal import command_declarations
from service.output.terminal.evaluation_lines import conclusion_text, double_use_headline, print_left_out
from service.output.terminal.given_options import check_one_store, read_known_time
from service.output.terminal.icalendar import write_icalendar
from service.output.terminal.words import words as terminal_words
from service.store.database import resolve_store_url
from service.store.outcome_projection import omitted_evaluations
from service.store.reporting_views import open_archive
from touchstone.client.json_form import plain_message
from touchstone.v1 import calendar_service_pb2, types_pb2

_message = message_factory(__name__)

_SERVICE = "calendar_service.CalendarService"
_PAGE = 1_000
Stubs = Callable[[str], Any]


def calendar(  # noqa: PLR0913, PLR0917 -- one parameter per option
    first: str | None,
    last: str | None,
    card: str | None,
    archive: str | None,
    subject: str | None,
    names: bool,
    format: str,
    out: Path | None,
    server: str | None,
    database_url: str | None,
    gazette: Path,
    language: str,
    stubs: Stubs,
) -> command_declarations.CommandResult:
    """Return published calendar entries, with stored entries on request."""
    begin = None if first is None else read_day("--from", first)
    span = span_of(begin, None if last is None else read_day("--until", last), field="--until")
    card_name = None if card is None else parse_card_reference(card)
    if subject is not None:
        archive = archive or f"organizations/{organization_of(subject, field='--subject')}"
        check_subject(subject, parse_organization(archive, field="--archive"), field="--subject")
    store_options = {"--server": server, "--database-url": database_url, "--names": names or None}
    if archive is None and (
        needing_archive := [option for option, value in store_options.items() if value is not None]
    ):
        raise InputError((Violation(needing_archive[0], _message("NEEDS_ARCHIVE"), "MISSING"),))
    check_one_store(server, database_url)
    if server is not None and archive is not None:
        entries, omitted = _entries_from_server(stubs, archive, span, card_name, subject, language, names=names)
    else:
        rules = Gazette(gazette)
        stored, omitted = _entries_from_store(rules, archive, database_url, card_name, subject, names=names)
        entries = _localized(rules, stored, span, card_name, language, with_rules=subject is None)
    is_no = print_left_out(omitted, language)
    if format == "ics":
        content = write_icalendar(entries, language)
        click.echo(content, nl=False) if out is None else out.write_bytes(content)
        return command_declarations.CommandResult("", is_no)
    document = {**calendar_document(entries, span), **left_out_document(omitted)}
    return command_declarations.CommandResult(calendar_text(entries, span, language), is_no, document)


def _localized(  # noqa: PLR0913 -- one parameter per filter
    gazette: Gazette,
    stored: list[Entry],
    span: CalendarSpan,
    card_name: CardName | None,
    language: str,
    *,
    with_rules: bool,
) -> list[LocalizedEntry]:
    published = published_entries(gazette, TableStores(gazette).here(), card_name) if with_rules else ()
    return [localize_entry(entry, language) for entry in compose_calendar(published, stored, span)]


def _entries_from_store(  # noqa: PLR0913 -- one parameter per filter
    gazette: Gazette,
    organization: str | None,
    database_url: str | None,
    card_name: CardName | None,
    subject: str | None,
    *,
    names: bool,
) -> tuple[list[Entry], types_pb2.LeftOut]:
    if organization is None:
        return [], types_pb2.LeftOut()
    url, id = resolve_store_url(database_url), parse_organization(organization, field="--archive")
    with open_archive(url, CardResolver(gazette)) as store:
        if not store.knows(id):
            raise InputError((Violation("--archive", _message("NOTHING_STORED", name=organization), "NOT_FOUND"),))
        unread: list[str] = []
        entries = list(
            stored_entries(
                gazette, store, id, card_name, subject=subject, field="--subject", names=names, unread=unread
            )
        )
        return entries, left_out_message(omitted_evaluations(store.connection, id, met=unread))


def _entries_from_server(  # noqa: PLR0913, PLR0917 -- one parameter per filter
    stubs: Stubs,
    organization: str,
    span: CalendarSpan,
    card_name: CardName | None,
    subject: str | None,
    language: str,
    *,
    names: bool,
) -> tuple[list[LocalizedEntry], types_pb2.LeftOut]:
    """Return the entries of all pages, and the unreadable evaluations.

    With `names`, texts name subjects instead of evaluations.
    """
    request = calendar_service_pb2.ListCalendarEntriesRequest(
        parent=organization,
        page_size=_PAGE,
        first_date=span.first.isoformat(),
        last_date="" if span.last is None else span.last.isoformat(),
        scorecard="" if card_name is None else str(card_name),
        subject=subject or "",
        subjects_named=names,
        language_code=language,
    )
    entries: list[LocalizedEntry] = []
    while True:
        answer = stubs(_SERVICE).ListCalendarEntries(request)
        entries += (_localize_entry(entry) for entry in answer.calendar_entries)
        if not answer.next_page_token:
            return entries, answer.left_out
        request.page_token = answer.next_page_token


def _localize_entry(entry: calendar_service_pb2.CalendarEntry) -> LocalizedEntry:
    return LocalizedEntry(
        day=date.fromisoformat(entry.date),
        kind=calendar_service_pb2.CalendarEntry.Kind.Name(entry.kind).removeprefix("KIND_"),
        name=entry.about,
        text=entry.text,
        overdue=entry.overdue,
        time=entry.known_time.ToJsonString(),
        uid=entry.uid,
    )


def applied_on(  # noqa: PLR0913, PLR0917 -- one parameter per option
    subject: str,
    day: str,
    known: str | None,
    server: str | None,
    database_url: str | None,
    gazette: Path,
    language: str,
    stubs: Stubs,
) -> command_declarations.CommandResult:
    """Return the versions and evaluations that applied to a subject."""
    check_one_store(server, database_url)
    organization_of(subject, field="SUBJECT")
    on, versions = read_day("--on", day), Gazette(gazette)
    if server is None:
        applied = _applied_from_store(subject, on, known, resolve_store_url(database_url), versions, language)
    else:
        request = calendar_service_pb2.GetAppliedRequest(
            subject=subject,
            date=on.isoformat(),
            known_time=None if known is None else to_timestamp(read_known_time(known)),
            language_code=language,
        )
        applied = stubs(_SERVICE).GetApplied(request)
    if not applied.cards and not applied.left_out.evaluation_count:
        raise InputError((Violation("SUBJECT", _message("NOTHING_STORED", name=subject), "NOT_FOUND"),))
    answers = _AppliedAnswers(applied, versions, language)
    document = {**answers.document(), **left_out_document(applied.left_out)}
    text = typeset("\n".join(answers.lines()), language)
    return command_declarations.CommandResult(text, print_left_out(applied.left_out, language), document)


def _applied_from_store(  # noqa: PLR0913, PLR0917 -- one parameter per filter
    subject: str, on: date, known: str | None, database_url: str, gazette: Gazette, language: str
) -> calendar_service_pb2.Applied:
    from service.calendar.calendar_service import applied_message  # noqa: PLC0415 -- slow to load, needed only here

    now, day = instants.now(), on.isoformat()
    query = DayQuery(on, read_known_time(day if known is None and day <= now[:10] else known), now)
    with open_archive(database_url, CardResolver(gazette)) as store:
        return applied_message(store, subject, query, gazette, TableStores(gazette), language)


class _AppliedAnswers:
    def __init__(self, applied: calendar_service_pb2.Applied, gazette: Gazette, language: str) -> None:
        self._applied, self._gazette, self._language = applied, gazette, language
        self._words = words(language)["applied"]

    def lines(self) -> Iterator[str]:
        applied = self._applied
        doubled = (
            (_card_id(card), state.as_of_date, state.double_use_count)
            for card in applied.cards
            for state in (card.then, card.now)
        )
        yield from double_use_headline(doubled, self._language)
        yield self._words["head"].format(subject=applied.subject, day=applied.date)
        known = applied.known_time.ToJsonString()
        for card in applied.cards:
            yield from ("", _card_id(card))
            yield "  " + self._words["then"].format(time=known, what=self._state_text(card.then))
            yield "  " + self._words["now"].format(what=self._state_text(card.now))
            if not card.differences:
                yield "  " + self._words["same"]
            yield from ("  " + self._words["differs"].format(why=why) for why in card.differences)

    def _state_text(self, state: calendar_service_pb2.AppliedState) -> str:
        version = self._words["no_version"]
        if state.scorecard_version:
            version = self._words["version"].format(version=state.scorecard_version.rpartition("/")[2])
        evaluation = self._words["no_evaluation"]
        if state.evaluation:
            answer = self._answer(state)
            evaluation = self._words["evaluation"].format(
                answer=answer_with_status(answer, state.status, self._language) if state.HasField("status") else answer,
                certainty=terminal_words(self._language)["certainties"][word_of(types_pb2.Certainty, state.certainty)],
                name=state.evaluation,
                as_of=state.as_of_date,
                version=state.evaluation_scorecard_version.rpartition("/")[2],
            )
        return str(self._words["both"].format(version=version, evaluation=evaluation))

    def _answer(self, state: calendar_service_pb2.AppliedState) -> str:
        version = state.evaluation_scorecard_version
        try:
            formatter = CardFormatter(self._gazette.version_named(version).scorecard, self._language)
        except VersionError:
            return conclusion_text(state.conclusion, version, self._gazette, self._language)
        return formatter.answer_of(ANSWERS.read(Conclusion, state.conclusion))

    def document(self) -> dict[str, Any]:
        return {
            "subject": self._applied.subject,
            "date": self._applied.date,
            "knownTime": self._applied.known_time.ToJsonString(),
            "cards": [
                {
                    "card": _card_id(card),
                    "then": self._state_document(card.then),
                    "now": self._state_document(card.now),
                    "differences": list(card.differences),
                }
                for card in self._applied.cards
            ],
        }

    def _state_document(self, state: calendar_service_pb2.AppliedState) -> dict[str, Any]:
        made = state if state.evaluation else None
        return {
            "version": state.scorecard_version or None,
            "evaluation": made and made.evaluation,
            "asOfDate": made and made.as_of_date,
            "answer": made and self._answer(made),
            "doubleUseCount": made and made.double_use_count,
            "certainty": made and types_pb2.Certainty.Name(made.certainty),
            **({"status": plain_message(state.status)} if state.HasField("status") else {}),
        }


def _card_id(card: calendar_service_pb2.AppliedCard) -> str:
    return card.scorecard.removeprefix("scorecards/")
