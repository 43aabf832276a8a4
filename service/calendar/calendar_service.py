"""CalendarService: calendar entries, and results that applied on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rules.contracts import InputError, Violation, attempt, in_language, typeset, wording_loader
from service.api.reference_tables import readable_stores
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.api.version_exports import check_language
from service.base import instants
from service.base.instants import from_past_timestamp, to_timestamp
from service.base.paging import read_page, read_page_size
from service.base.resource_names import organization_of, parse_card, parse_organization
from service.calendar.applicable_version import Applied, DayQuery, KnownState, applied_by_card
from service.calendar.entries import (
    CalendarSpan,
    Entry,
    check_subject,
    compose_calendar,
    published_entries,
    span_of,
    stored_entries,
)
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from service.identity.principals import visibility_scope
from service.output.erasure_notices import add_left_out
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, Mapper, MessageMapping, UnmappedField
from service.output.mapping.requests import read_date
from service.store.of_subject import conclusions_of
from service.store.outcome_projection import OmittedEvaluations, omitted_evaluations
from touchstone.v1 import calendar_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from service.base.resource_names import CardName
    from service.store.reporting_views import Archive


words = wording_loader(__name__)

_ListRequest = calendar_service_pb2.ListCalendarEntriesRequest
_ListRuleRequest = calendar_service_pb2.ListRuleCalendarEntriesRequest
_RuleEntries = calendar_service_pb2.ListRuleCalendarEntriesResponse


_MAX_CACHED_CALENDARS = 128


class ArchiveSource(Protocol):
    """Store that can be read."""

    def archive(self) -> AbstractContextManager[Archive]: ...


class CalendarQueries:
    """RPC methods of the calendar service."""

    def __init__(self, store: ArchiveSource, gazette: Gazette) -> None:
        self._store = store
        self._gazette = gazette
        self._table_stores = TableStores(gazette)
        self._published: dict[tuple[object, ...], Sequence[Entry]] = {}

    def entries(
        self, request: _ListRequest, language: str, *, is_paged: bool = True
    ) -> calendar_service_pb2.ListCalendarEntriesResponse:
        """Return a page of entries, or all of them: each page composes the whole calendar again."""
        violations: list[Violation] = []
        organization = attempt(violations, parse_organization, request.parent, field="parent")
        attempt(violations, read_page_size, request.page_size)
        span = attempt(violations, _span, request)
        card_name = attempt(violations, parse_card, request.scorecard) if request.scorecard else None
        if request.subject and organization is not None:
            attempt(violations, check_subject, request.subject, organization, field="subject")
        attempt(violations, _check_language, request.language_code)
        if violations or organization is None or span is None:
            raise InputError(tuple(violations))
        options = (request.scorecard, request.subject, str(request.subjects_named), str(request.rules_only))
        filters = (span.first.isoformat(), request.last_date, *options)
        page = read_page(request, "calendar", visibility_scope(), request.parent, *filters)
        published = () if request.subject else published_entries(self._gazette, self._table_stores.here(), card_name)
        subject, named, unread = request.subject or None, request.subjects_named, list[str]()
        if request.rules_only:
            all_entries, omitted = compose_calendar(published, (), span), OmittedEvaluations()
        else:
            with self._store.archive() as archive:
                stored = stored_entries(
                    self._gazette, archive, organization, card_name, subject=subject, names=named, unread=unread
                )
                all_entries = compose_calendar(published, stored, span)
                omitted = omitted_evaluations(archive.connection, organization, met=unread)
        entries, token = page.part_of(all_entries) if is_paged else (all_entries, "")
        response = calendar_service_pb2.ListCalendarEntriesResponse(
            calendar_entries=[entry_message(entry, language) for entry in entries], next_page_token=token
        )
        add_left_out(response, omitted)
        return response

    def rule_entries(self, request: _ListRuleRequest, language: str) -> _RuleEntries:
        violations: list[Violation] = []
        attempt(violations, read_page_size, request.page_size)
        span = attempt(violations, _span, request)
        card_name = attempt(violations, parse_card, request.scorecard) if request.scorecard else None
        if request.gazette:
            attempt(violations, parse_organization, request.gazette, field="gazette")
        attempt(violations, _check_language, request.language_code)
        if violations or span is None:
            raise InputError(tuple(violations))
        filters = (request.gazette, span.first.isoformat(), request.last_date, request.scorecard)
        page = read_page(request, "rule-calendar", *filters)
        entries, token = page.part_of(compose_calendar(self._cached_entries(card_name), (), span))
        return calendar_service_pb2.ListRuleCalendarEntriesResponse(
            calendar_entries=[entry_message(entry, language) for entry in entries], next_page_token=token
        )

    def _cached_entries(self, card_name: CardName | None) -> Sequence[Entry]:
        """Return published entries, cached until a file is added; computing them takes a third of a second."""
        stores = readable_stores(self._table_stores)
        cards = self._gazette.card_ids() if card_name is None else (card_name.card,)
        files = [
            tuple((self._gazette.owner(card), card, *self._gazette.listing(card).items()) for card in cards),
            tuple((str(table_store.folder), *table_store.manifest_files()) for table_store in stores),
        ]
        key = str(card_name), *files
        cached = self._published.get(key)
        if cached is None:
            if len(self._published) >= _MAX_CACHED_CALENDARS:
                self._published.clear()
            cached = self._published[key] = tuple(published_entries(self._gazette, stores, card_name))
        return cached

    def applied(self, request: calendar_service_pb2.GetAppliedRequest, language: str) -> calendar_service_pb2.Applied:
        violations: list[Violation] = []
        organization = attempt(violations, organization_of, request.subject)
        day = attempt(violations, read_date, request.date, "date")
        now = instants.now()
        known = now if day is None else min(f"{day.isoformat()}T23:59:59Z", now)
        if request.HasField("known_time"):
            known = attempt(violations, from_past_timestamp, request.known_time, field="known_time") or known
        attempt(violations, _check_language, request.language_code)
        if violations or organization is None or day is None:
            raise InputError(tuple(violations))
        unread = list[str]()
        with self._store.archive() as archive:
            conclusions = conclusions_of(
                archive.connection,
                organization,
                request.subject,
                day=day.isoformat(),
                known=(known, now),
                unread=unread,
            )
            applied_cards = applied_by_card(
                list(conclusions), DayQuery(day, known, now), self._gazette, self._table_stores
            )
        response = calendar_service_pb2.Applied(
            subject=request.subject,
            date=day.isoformat(),
            known_time=to_timestamp(known),
            cards=[_card_message(applied_card, language) for applied_card in applied_cards],
        )
        add_left_out(response, OmittedEvaluations(len(unread), tuple(sorted(unread))))
        return response


def _span(request: _ListRequest | _ListRuleRequest) -> CalendarSpan:
    begin = read_date(request.first_date, "first_date") if request.first_date else None
    end = read_date(request.last_date, "last_date") if request.last_date else None
    return span_of(begin, end, field="last_date")


def _check_language(language: str) -> None:
    if language:
        check_language(language)


def entry_message(entry: Entry, language: str) -> calendar_service_pb2.CalendarEntry:
    """Return an entry with its sentence in one language."""
    templates = words(language)
    text = templates[entry.kind].format(**{name: in_language(value, language) for name, value in entry.slots.items()})
    text = typeset(templates["overdue"].format(text=text) if entry.overdue else text, language)
    return _CALENDAR.write(calendar_service_pb2.CalendarEntry, entry, text=text)


def _card_message(applied_card: Applied, language: str) -> calendar_service_pb2.AppliedCard:
    differences = [in_language(why, language) for why in applied_card.differences]
    return _CALENDAR.write(calendar_service_pb2.AppliedCard, applied_card, differences=differences)


def _state_message(known: KnownState) -> calendar_service_pb2.AppliedState:
    version = None if known.version is None else known.version.name
    status = None if known.evaluation is None else known.status
    state = calendar_service_pb2.AppliedState
    return _CALENDAR.write(state, known.evaluation, scorecard_version=version, status=status)


_CALENDAR = Mapper(
    MessageMapping(
        calendar_service_pb2.CalendarEntry,
        "service.calendar.entries:Entry",
        {
            "date": ConvertedField("day", str),
            "about": "name",
            "text": UnmappedField("its sentence in one language"),
            "known_time": "time",
        },
    ),
    MessageMapping(
        calendar_service_pb2.AppliedCard,
        "service.calendar.applicable_version:Applied",
        {
            "scorecard": ConvertedField("card", "scorecards/{}".format),
            "then": ConvertedField("then", _state_message),
            "now": ConvertedField("now", _state_message),
            "differences": UnmappedField("in one language"),
        },
    ),
    MessageMapping(
        calendar_service_pb2.AppliedState,
        "service.store.of_subject:StoredConclusion",
        {
            "scorecard_version": UnmappedField("the version in force, by which it need not have been made"),
            "evaluation": "name",
            "evaluation_scorecard_version": "scorecard_version",
            "certainty": "standing.certainty",
            "double_use_count": "double_uses",
            "status": UnmappedField("as it was known by then"),
        },
    ),
    base=ANSWERS,
)


_SERVICE = calendar_service_pb2.DESCRIPTOR.services_by_name["CalendarService"]


def add(parts: ServiceContext) -> None:
    """Register the calendar service."""
    queries = CalendarQueries(require_store(parts), parts.gazette)
    methods = answers_in_threads(
        parts.limiters.trying,
        {
            "ListCalendarEntries": queries.entries,
            "ListRuleCalendarEntries": queries.rule_entries,
            "GetApplied": queries.applied,
        },
        read_call=language_of_call,
    )
    parts.answer(_SERVICE, methods)
