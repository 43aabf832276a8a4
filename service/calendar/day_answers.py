"""Command handlers of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from rules.contracts import InputError, Violation, in_language, message_factory, typeset
from service.base import instants
from service.base.instants import to_timestamp
from service.base.resource_names import CardName, organization_of, parse_card_reference, parse_organization
from service.calendar.applicable_version import Applied, DayQuery, KnownState, applied_by_card
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
from service.output.terminal.given_options import check_one_store
from service.output.terminal.icalendar import write_icalendar
from service.output.terminal.named_rules import read_known_time
from service.output.terminal.words import words as terminal_words
from service.store.database import resolve_store_url
from service.store.of_subject import conclusions_of
from service.store.outcome_projection import OmittedEvaluations, omitted_evaluations
from service.store.reporting_views import open_archive
from touchstone.client.json_form import plain_message
from touchstone.v1 import calendar_service_pb2, evaluation_pb2, types_pb2

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
    store_options = {"--server": server is not None, "--database-url": database_url is not None, "--names": names}
    if archive is None and (needing_archive := [option for option, is_used in store_options.items() if is_used]):
        raise InputError((Violation(needing_archive[0], _message("NEEDS_ARCHIVE"), "MISSING"),))
    check_one_store(server, database_url)
    if server is not None and archive is not None:
        entries, omitted = _entries_from_server(stubs, archive, span, card_name, subject, language, names=names)
    else:
        rules = Gazette(gazette)
        stored, omitted = _entries_from_store(rules, archive, database_url, card_name, subject, names=names)
        published = () if subject is not None else published_entries(rules, TableStores(rules).here(), card_name)
        calendar_entries = compose_calendar(published, stored, span)
        entries = [localize_entry(entry, language) for entry in calendar_entries]
    is_no = print_left_out(omitted, language)
    if format == "ics":
        content = write_icalendar(entries, language)
        click.echo(content, nl=False) if out is None else out.write_bytes(content)
        return command_declarations.CommandResult("", is_no)
    document = {**calendar_document(entries, span), **left_out_document(omitted)}
    return command_declarations.CommandResult(calendar_text(entries, span, language), is_no, document)


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
        then, applied_cards, omitted = _applied_from_store(
            subject, on, known, resolve_store_url(database_url), versions, language
        )
    else:
        then, applied_cards, omitted = _applied_from_server(stubs, subject, on, known, versions, language)
    if not applied_cards and not omitted.evaluation_count:
        raise InputError((Violation("SUBJECT", _message("NOTHING_STORED", name=subject), "NOT_FOUND"),))
    document = {**_applied_document(subject, applied_cards, on.isoformat(), then), **left_out_document(omitted)}
    text = _applied_text(subject, applied_cards, on.isoformat(), then, language)
    return command_declarations.CommandResult(text, print_left_out(omitted, language), document)


def _applied_from_store(  # noqa: PLR0913, PLR0917 -- one parameter per filter
    subject: str, on: date, known: str | None, database_url: str, gazette: Gazette, language: str
) -> tuple[str, list[LocalizedApplied], types_pb2.LeftOut]:
    now, day = instants.now(), on.isoformat()
    then = read_known_time(day if known is None and day <= now[:10] else known)
    with open_archive(database_url, CardResolver(gazette)) as store:
        unread: list[str] = []
        conclusions = conclusions_of(
            store.connection, organization_of(subject), subject, day=day, known=(then, now), unread=unread
        )
        stored = list(conclusions)
    applied_cards = applied_by_card(stored, DayQuery(on, then, now), gazette, TableStores(gazette))
    omitted = left_out_message(OmittedEvaluations(len(unread), tuple(sorted(unread))))
    return then, list(_localize_applied(applied_cards, gazette, language)), omitted


def _applied_from_server(  # noqa: PLR0913, PLR0917 -- one parameter per filter
    stubs: Stubs, subject: str, day: date, known: str | None, gazette: Gazette, language: str
) -> tuple[str, list[LocalizedApplied], types_pb2.LeftOut]:
    request = calendar_service_pb2.GetAppliedRequest(
        subject=subject,
        date=day.isoformat(),
        known_time=None if known is None else to_timestamp(read_known_time(known)),
        language_code=language,
    )
    answer = stubs(_SERVICE).GetApplied(request)
    applied_cards = [
        LocalizedApplied(
            card=card.scorecard.removeprefix("scorecards/"),
            then=_state_from_server(card.then, gazette, language),
            now=_state_from_server(card.now, gazette, language),
            differences=tuple(card.differences),
        )
        for card in answer.cards
    ]
    return answer.known_time.ToJsonString(), applied_cards, answer.left_out


def _state_from_server(state: calendar_service_pb2.AppliedState, gazette: Gazette, language: str) -> LocalizedState:
    version = state.scorecard_version or None
    if not state.evaluation:
        return LocalizedState(version, None)
    made = LocalizedEvaluation(
        name=state.evaluation,
        scorecard_version=state.evaluation_scorecard_version,
        as_of_date=state.as_of_date,
        answer=conclusion_text(state.conclusion, state.evaluation_scorecard_version, gazette, language),
        certainty=word_of(types_pb2.Certainty, state.certainty),
        double_uses=state.double_use_count,
        status=state.status if state.HasField("status") else None,
    )
    return LocalizedState(version, made)


@dataclass(frozen=True, slots=True)
class LocalizedEvaluation:
    """Evaluation in one language."""

    name: str
    scorecard_version: str
    as_of_date: str
    answer: str
    certainty: str
    double_uses: int
    status: evaluation_pb2.ResultStatus | None = None


@dataclass(frozen=True, slots=True)
class LocalizedState:
    """Localized state under one scorecard."""

    version: str | None
    evaluation: LocalizedEvaluation | None


@dataclass(frozen=True, slots=True)
class LocalizedApplied:
    """Localized earlier and present state under one scorecard."""

    card: str
    then: LocalizedState
    now: LocalizedState
    differences: tuple[str, ...]


def _localize_applied(applied_cards: Iterable[Applied], gazette: Gazette, language: str) -> Iterator[LocalizedApplied]:
    for applied_card in applied_cards:
        then, now = (_localize_state(known, gazette, language) for known in (applied_card.then, applied_card.now))
        yield LocalizedApplied(
            applied_card.card, then, now, tuple(in_language(why, language) for why in applied_card.differences)
        )


def _localize_state(known: KnownState, gazette: Gazette, language: str) -> LocalizedState:
    version, made = None if known.version is None else known.version.name, known.evaluation
    if made is None:
        return LocalizedState(version, None)
    scorecard = gazette.made_by(made.scorecard_version, made.rule_digest).scorecard
    answer = CardFormatter(scorecard, language).answer_of(made.conclusion)
    about = made.name, made.scorecard_version, made.as_of_date
    status = None if known.status is None else ANSWERS.write(evaluation_pb2.ResultStatus, known.status)
    return LocalizedState(
        version, LocalizedEvaluation(*about, answer, made.standing.certainty, made.double_uses, status)
    )


def _applied_text(subject: str, applied_cards: Sequence[LocalizedApplied], day: str, known: str, language: str) -> str:
    return typeset("\n".join(_lines(subject, applied_cards, day, known, language)), language)


def _lines(
    subject: str, applied_cards: Sequence[LocalizedApplied], day: str, known: str, language: str
) -> Iterator[str]:
    templates = words(language)["applied"]
    doubled = (
        (state_pair.card, state.evaluation.as_of_date, state.evaluation.double_uses)
        for state_pair in applied_cards
        for state in (state_pair.then, state_pair.now)
        if state.evaluation is not None
    )
    yield from double_use_headline(doubled, language)
    yield templates["head"].format(subject=subject, day=day)
    for applied_card in applied_cards:
        yield ""
        yield applied_card.card
        yield "  " + templates["then"].format(time=known, what=_state_text(applied_card.then, language))
        yield "  " + templates["now"].format(what=_state_text(applied_card.now, language))
        if not applied_card.differences:
            yield "  " + templates["same"]
        yield from ("  " + templates["differs"].format(why=why) for why in applied_card.differences)


def _state_text(known: LocalizedState, language: str) -> str:
    templates = words(language)["applied"]
    version = templates["no_version"]
    if known.version is not None:
        version = templates["version"].format(version=known.version.rpartition("/")[2])
    made = known.evaluation
    if made is None:
        return str(templates["both"].format(version=version, evaluation=templates["no_evaluation"]))
    evaluation_text = templates["evaluation"].format(
        answer=made.answer if made.status is None else answer_with_status(made.answer, made.status, language),
        certainty=terminal_words(language)["certainties"][made.certainty],
        name=made.name,
        as_of=made.as_of_date,
        version=made.scorecard_version.rpartition("/")[2],
    )
    return str(templates["both"].format(version=version, evaluation=evaluation_text))


def _applied_document(subject: str, applied_cards: Sequence[LocalizedApplied], day: str, known: str) -> dict[str, Any]:
    return {
        "subject": subject,
        "date": day,
        "knownTime": known,
        "cards": [
            {
                "card": applied_card.card,
                "then": _state_document(applied_card.then),
                "now": _state_document(applied_card.now),
                "differences": list(applied_card.differences),
            }
            for applied_card in applied_cards
        ],
    }


def _state_document(known: LocalizedState) -> dict[str, Any]:
    made = known.evaluation
    return {
        "version": known.version,
        "evaluation": None if made is None else made.name,
        "asOfDate": None if made is None else made.as_of_date,
        "answer": None if made is None else made.answer,
        "doubleUseCount": None if made is None else made.double_uses,
        "certainty": None if made is None else f"CERTAINTY_{made.certainty.upper()}",
        **({} if made is None or made.status is None else {"status": plain_message(made.status)}),
    }
