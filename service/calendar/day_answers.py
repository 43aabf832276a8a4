"""Command handlers of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from rules.contracts import Conclusion, InputError, VersionError, message_factory, typeset
from service.base.instants import to_timestamp
from service.base.resource_names import CardName, organization_of, parse_card_reference, parse_organization
from service.calendar.calendar_service import CalendarQueries, entry_message, words
from service.calendar.entries import CalendarSpan, check_subject, compose_calendar, published_entries, span_of
from service.gazette.table_order import TableStores
from service.gazette.versions import CardResolver, Gazette
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import word_of
from service.output.mapping.requests import read_date
from service.output.report.formatters import CardFormatter
from service.output.result_status import answer_with_status
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.evaluation_lines import conclusion_text, double_use_headline, print_left_out
from service.output.terminal.given_options import check_one_store, read_known_time
from service.output.terminal.icalendar import CalendarEvent, write_icalendar
from service.output.terminal.words import words as terminal_words
from service.store.database import resolve_store_url
from service.store.reporting_views import Archive, open_archive
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
) -> CommandResult:
    """Return published calendar entries, with stored entries on request."""
    begin = None if first is None else read_date(first, "--from")
    span = span_of(begin, None if last is None else read_date(last, "--until"), field="--until")
    card_name = None if card is None else parse_card_reference(card)
    if subject is not None:
        archive = archive or f"organizations/{organization_of(subject, field='--subject')}"
        check_subject(subject, parse_organization(archive, field="--archive"), field="--subject")
    store_options = {"--server": server, "--database-url": database_url, "--names": names or None}
    if archive is None and (
        needing_archive := [option for option, value in store_options.items() if value is not None]
    ):
        raise InputError.of(needing_archive[0], _message("NEEDS_ARCHIVE"), "MISSING")
    check_one_store(server, database_url)
    if archive is None:
        answer = _published_answer(Gazette(gazette), span, card_name, language)
    else:
        request = calendar_service_pb2.ListCalendarEntriesRequest(
            parent=archive,
            page_size=_PAGE,
            first_date=span.first.isoformat(),
            last_date="" if span.last is None else span.last.isoformat(),
            scorecard="" if card_name is None else str(card_name),
            subject=subject or "",
            subjects_named=names,
            language_code=language,
        )
        if server is None:
            store = _LocalStore(resolve_store_url(database_url), Gazette(gazette))
            store.check_stored(archive)
            answer = store.list_entries(request, language)
        else:
            answer = _all_pages(stubs(_SERVICE).ListCalendarEntries, request)
    is_no = print_left_out(answer.left_out, language)
    if format == "ics":
        content = write_icalendar(map(calendar_event, answer.calendar_entries), language)
        click.echo(content, nl=False) if out is None else out.write_bytes(content)
        return CommandResult("", is_no)
    return CommandResult(_calendar_text(answer, span, language), is_no, answer)


def _published_answer(
    gazette: Gazette, span: CalendarSpan, card_name: CardName | None, language: str
) -> calendar_service_pb2.ListCalendarEntriesResponse:
    published = published_entries(gazette, TableStores(gazette).here(), card_name)
    return calendar_service_pb2.ListCalendarEntriesResponse(
        calendar_entries=[entry_message(entry, language) for entry in compose_calendar(published, (), span)]
    )


class _LocalStore(NamedTuple):
    """Store read in this process, also while a server uses it."""

    url: str
    gazette: Gazette

    def archive(self) -> AbstractContextManager[Archive]:
        return open_archive(self.url, CardResolver(self.gazette))

    def list_entries(
        self, request: calendar_service_pb2.ListCalendarEntriesRequest, language: str
    ) -> calendar_service_pb2.ListCalendarEntriesResponse:
        try:
            return CalendarQueries(self, self.gazette).entries(request, language, is_paged=False)
        except InputError as error:
            raise InputError(tuple(replace(each, field=f"--{each.field}") for each in error.violations)) from error

    def check_stored(self, organization: str) -> None:
        with self.archive() as archive:
            if not archive.knows(parse_organization(organization, field="--archive")):
                raise InputError.of("--archive", _message("NOTHING_STORED", name=organization), "NOT_FOUND")


def _all_pages(
    ask: Callable[[calendar_service_pb2.ListCalendarEntriesRequest], calendar_service_pb2.ListCalendarEntriesResponse],
    request: calendar_service_pb2.ListCalendarEntriesRequest,
) -> calendar_service_pb2.ListCalendarEntriesResponse:
    answer = ask(request)
    while answer.next_page_token:
        request.page_token, answer.next_page_token = answer.next_page_token, ""
        more = ask(request)
        answer.calendar_entries.extend(more.calendar_entries)
        answer.next_page_token = more.next_page_token
    return answer


def calendar_event(entry: calendar_service_pb2.CalendarEntry) -> CalendarEvent:
    """Return a calendar entry as an event of iCalendar."""
    return CalendarEvent(
        date.fromisoformat(entry.date),
        calendar_service_pb2.CalendarEntry.Kind.Name(entry.kind).removeprefix("KIND_"),
        entry.about,
        entry.text,
        entry.known_time.ToJsonString(),
        entry.uid,
    )


def _calendar_text(answer: calendar_service_pb2.ListCalendarEntriesResponse, span: CalendarSpan, language: str) -> str:
    templates = words(language)
    if not answer.calendar_entries:
        last = templates["without_end"] if span.last is None else span.last
        return typeset(templates["none"].format(first=span.first, last=last), language)
    return columns_text(tuple(templates["heads"]), [(entry.date, entry.text) for entry in answer.calendar_entries])


def applied_on(  # noqa: PLR0913, PLR0917 -- one parameter per option
    subject: str,
    day: str,
    known: str | None,
    server: str | None,
    database_url: str | None,
    gazette: Path,
    language: str,
    stubs: Stubs,
) -> CommandResult:
    """Return the versions and evaluations that applied to a subject."""
    check_one_store(server, database_url)
    organization_of(subject, field="SUBJECT")
    request = calendar_service_pb2.GetAppliedRequest(
        subject=subject,
        date=read_date(day, "--on").isoformat(),
        known_time=None if known is None else to_timestamp(read_known_time(known)),
        language_code=language,
    )
    if server is None:
        store = _LocalStore(resolve_store_url(database_url), Gazette(gazette))
        applied = CalendarQueries(store, store.gazette).applied(request, language)
    else:
        applied = stubs(_SERVICE).GetApplied(request)
    if not applied.cards and not applied.left_out.evaluation_count:
        raise InputError.of("SUBJECT", _message("NOTHING_STORED", name=subject), "NOT_FOUND")
    text = typeset("\n".join(_AppliedText(applied, Gazette(gazette), language).lines()), language)
    return CommandResult(text, print_left_out(applied.left_out, language), applied)


class _AppliedText:
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


def _card_id(card: calendar_service_pb2.AppliedCard) -> str:
    return card.scorecard.removeprefix("scorecards/")
