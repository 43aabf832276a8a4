"""Requests and output texts of case commands."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rules.contracts import InputError, Violation, message_factory, wording_loader
from service.input.given_files import open_input_file
from service.output.answer_csv import list_csv
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import columns_text, listing_text
from service.output.terminal.icalendar import write_icalendar
from touchstone.v1 import case_service_pb2

words = wording_loader(__name__)
_message = message_factory(__name__)

_MAX_PROFILE_BYTES = 100_000
_MAX_FILE_BYTES = 50_000_000


def _pairs(arguments: Sequence[str], option: str) -> list[tuple[str, str]]:
    pairs = [(name.strip(), value) for name, _, value in (argument.partition("=") for argument in arguments)]
    for (name, value), text in zip(pairs, arguments, strict=True):
        if not name or not value:
            raise InputError((Violation(option, _message("NO_PAIR", found=text[:80]), "MALFORMED"),))
    return pairs


def with_step_fields(
    request: case_service_pb2.TakeCaseStepRequest, step_fields: Sequence[str]
) -> case_service_pb2.TakeCaseStepRequest:
    """Add `--set` arguments to a step request."""
    fields = case_service_pb2.CaseContent.DESCRIPTOR.fields_by_name
    for name, value in _pairs(step_fields, "--set"):
        if name not in fields:
            raise InputError(
                (Violation("--set", _message("NO_FIELD", found=name[:80], known=list(fields)), "WRONG_VALUE"),)
            )
        if fields[name].is_repeated:
            getattr(request.content, name).append(value)
        else:
            setattr(request.content, name, value)
    return request


def with_keys(
    request: case_service_pb2.SaveCasePersonRequest, keys: Sequence[str], retired: Sequence[str]
) -> case_service_pb2.SaveCasePersonRequest:
    """Add new and retired keys to a request."""
    for option, several in (("--key", keys), ("--retire", retired)):
        for text in several:
            public, separator, day = text.rpartition("=")
            if not separator or not public or not day:
                raise InputError((Violation(option, _message("NO_PAIR", found=text[:80]), "MALFORMED"),))
            if option == "--key":
                request.case_person.keys.add(public=public, first_date=day)
            else:
                request.case_person.keys.add(public=public, last_date=day)
    return request


def with_sites(request: case_service_pb2.SaveClientRequest, sites: Sequence[str]) -> case_service_pb2.SaveClientRequest:
    """Add sites to a client request."""
    for site, address in _pairs(sites, "--site"):
        request.case_client.sites.add(site=site, address=address)
    return request


def with_profile_content(
    request: case_service_pb2.ProposeSchemeProfileRequest, file: Path
) -> case_service_pb2.ProposeSchemeProfileRequest:
    """Set the content of a profile proposal."""
    with open_input_file(file, most=_MAX_PROFILE_BYTES) as read:
        content = read.read()
    try:
        request.content = content.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError((Violation("FILE", _message("NO_UTF_8"), "MALFORMED"),)) from None
    return request


def _table(heads: str, rows: Sequence[Sequence[str]], token: str, language: str) -> str:
    return listing_text(words(language), rows, heads=heads, next_page=token)


def case_text(answer: case_service_pb2.Case, language: str) -> str:
    """Render a case."""
    texts = words(language)
    head = texts["case"].format(
        name=answer.name, state=_state(answer), revision=answer.revision, client=answer.client, profile=answer.profile
    )
    items = [(item.item, item.state, *_summary_and_date(item.content)) for item in answer.items]
    steps = [
        (
            str(step.number),
            step.step_time.ToJsonString(),
            step.item or "-",
            step.step,
            step.to_state,
            step.person,
            step.reason,
        )
        for step in answer.steps
    ]
    following = [
        (
            step.item or "-",
            step.step,
            ", ".join(step.roles),
            ", ".join(step.persons) or "-",
            ", ".join(step.needs) or "-",
            step.hindrance or "-",
        )
        for step in answer.next_steps
    ]
    parts = [head]
    checks = [
        (check.item or "-", check.check, texts["in_the_way" if check.in_the_way else "warned"], check.problem)
        for check in answer.decision_checks
        if not check.passed
    ]
    for heads, rows in (
        ("item_heads", items),
        ("step_heads", steps),
        ("check_heads", checks),
        ("next_heads", following),
    ):
        if rows:
            parts += ["", columns_text(tuple(texts[heads]), rows)]
    return "\n".join(parts)


def _state(case: case_service_pb2.Case | case_service_pb2.SearchResult) -> str:
    return f"{case.state} ({case.certificate_state})" if case.certificate_state else case.state


def _summary_and_date(content: case_service_pb2.CaseContent) -> tuple[str, str]:
    summary = content.number or " ".join(filter(None, (content.severity, content.requirement))) or content.statement
    return summary[:80] or "-", content.last_date or content.due_date or "-"


def cases_text(answer: case_service_pb2.ListCasesResponse, language: str) -> str:
    """Render cases."""
    rows = [
        (case.name, _state(case), str(case.revision), case.client_display_name or _id(case.client), case.profile)
        for case in answer.cases
    ]
    return _table("case_heads", rows, answer.next_page_token, language)


def items_text(answer: case_service_pb2.ListCaseItemsResponse, language: str) -> str:
    """Render case items."""
    rows = [
        (
            _id(listed.case_name),
            listed.item.item,
            listed.item.state,
            listed.client_display_name,
            *_summary_and_date(listed.item.content),
        )
        for listed in answer.case_items
    ]
    return _table("listed_heads", rows, answer.next_page_token, language)


def counts_text(answer: case_service_pb2.CountCasesResponse, language: str) -> str:
    """Render counts of cases, findings and ending certificates."""
    texts = words(language)
    rows = [(count.state, count.profile, str(count.case_count)) for count in answer.case_counts]
    findings = ", ".join(f"{count.severity} {count.finding_count}" for count in answer.finding_counts)
    ending = texts["ending"].format(count=answer.ending_certificate_count, day=answer.last_date)
    return "\n".join((_table("count_heads", rows, "", language), texts["findings"].format(counts=findings), ending))


def results_text(answer: case_service_pb2.SearchResponse, language: str) -> str:
    """Render search results."""
    texts = words(language)
    kinds = texts["kinds"]
    kind_name = case_service_pb2.SearchResult.Kind.Name
    rows = [
        (
            kinds[kind_name(result.kind)],
            result.title or "-",
            "/".join(filter(None, (_id(result.case_name), result.item))) or result.id,
            _state(result) or "-",
            result.client_display_name or "-",
        )
        for result in answer.search_results
    ]
    lines = [_table("result_heads", rows, "", language)]
    if answer.cut_kinds:
        lines.append(texts["cut"].format(kinds=", ".join(kinds[kind_name(kind)] for kind in answer.cut_kinds)))
    return "\n".join(lines)


def all_pages(
    answer: case_service_pb2.ListDueItemsResponse,
    format: str,
    request: case_service_pb2.ListDueItemsRequest,
    ask: Callable[..., case_service_pb2.ListDueItemsResponse],
) -> case_service_pb2.ListDueItemsResponse:
    """Append the remaining pages for calendar output."""
    while format == "ics" and answer.next_page_token:
        request.page_token = answer.next_page_token
        following = ask(request)
        answer.due_items.extend(following.due_items)
        answer.next_page_token = following.next_page_token
    return answer


def due_text(
    answer: case_service_pb2.ListDueItemsResponse, language: str, format: str, out: Path | None
) -> str | bytes:
    """Render due items as table or calendar."""
    if format == "ics":
        content = write_icalendar([CalendarDueItem.of(due_item, language) for due_item in answer.due_items], language)
        return content.decode() if out is None else content
    kinds = words(language)["due"]
    rows = [
        (
            item.due_date,
            kinds.get(item.kind, item.kind),
            item.case_name,
            item.item or "-",
            item.state,
            item.client_display_name or "-",
        )
        for item in answer.due_items
    ]
    return _table("due_heads", rows, answer.next_page_token, language)


def work_text(answer: case_service_pb2.ListMyWorkResponse, language: str) -> str:
    """Render pending work with the caller's steps or eligible persons."""
    rows = [
        (
            item.due_date or "-",
            item.case_name,
            item.item or "-",
            item.state,
            ", ".join(step.step for step in item.steps if not (item.mine and step.hindrance)),
            "-"
            if item.mine
            else ", ".join(dict.fromkeys(person for step in item.steps for person in step.persons)) or "-",
            item.client_display_name or "-",
        )
        for item in answer.work_items
    ]
    return _table("work_heads", rows, answer.next_page_token, language)


@dataclass(frozen=True, slots=True)
class CalendarDueItem:
    """Due item as a calendar event."""

    day: date
    kind: str
    name: str
    text: str
    time: str
    uid: str

    @classmethod
    def of(cls, due_item: case_service_pb2.DueItem, language: str) -> CalendarDueItem:
        about = f"{due_item.case_name}/{due_item.item}" if due_item.item else due_item.case_name
        texts = words(language)
        text = texts["due_event"].format(
            what=texts["due"].get(due_item.kind, due_item.kind), about=about.partition("/cases/")[2]
        )
        time = due_item.step_time.ToDatetime().strftime("%Y-%m-%dT%H:%M:%SZ")
        uid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"touchstone:due\n{due_item.kind}\n{about}"))
        return cls(date.fromisoformat(due_item.due_date), due_item.kind.upper(), about, text, time, uid)


def person_text(answer: case_service_pb2.CasePerson, language: str) -> str:
    """Render a person."""
    return _table("person_heads", [_person(answer)], "", language)


def persons_text(answer: case_service_pb2.ListCasePersonsResponse, language: str) -> str:
    """Render persons."""
    return _table("person_heads", [*map(_person, answer.case_persons)], answer.next_page_token, language)


def _person(person: case_service_pb2.CasePerson) -> tuple[str, ...]:
    listed = (", ".join(several) or "-" for several in (person.functions, person.accounts, person.interests))
    return person.person, person.display_name, *listed, str(person.revision)


def client_text(answer: case_service_pb2.CaseClient, language: str) -> str:
    """Render a client."""
    return _table("client_heads", [_client(answer)], "", language)


def clients_text(answer: case_service_pb2.ListClientsResponse, language: str) -> str:
    """Render clients."""
    return _table("client_heads", [*map(_client, answer.case_clients)], answer.next_page_token, language)


def _client(client: case_service_pb2.CaseClient) -> tuple[str, ...]:
    sites = ", ".join(site.site for site in client.sites) or "-"
    return (
        client.client,
        client.display_name,
        client.registered_id or "-",
        sites,
        client.merged_into or "-",
        str(client.revision),
    )


def profile_text(answer: case_service_pb2.SchemeProfile, language: str) -> str:
    """Render a profile."""
    return _table("profile_heads", [_profile(answer, language)], "", language)


def profiles_text(answer: case_service_pb2.ListSchemeProfilesResponse, language: str) -> str:
    """Render profiles."""
    rows = [_profile(profile, language) for profile in answer.scheme_profiles]
    return _table("profile_heads", rows, "", language)


def _profile(profile: case_service_pb2.SchemeProfile, language: str) -> tuple[str, ...]:
    texts: dict[str, Any] = words(language)
    return profile.name, str(profile.revision), texts["approved" if profile.approved else "proposed"]


def _id(name: str) -> str:
    return name.rpartition("/")[2]


def register_text(
    answer: case_service_pb2.SearchRegisterResponse, language: str, format: str, out: Path | None
) -> str | bytes:
    """Render register entries as table or CSV."""
    if format == "csv":
        return list_csv(answer).rstrip("\r\n") if out is None else list_csv(answer).encode()
    rows = [_entry(entry, language) for entry in answer.register_entries]
    return _table("register_heads", rows, answer.next_page_token, language)


def entry_text(answer: case_service_pb2.RegisterEntry, language: str) -> str:
    """Render a register entry."""
    return _table("register_heads", [_entry(answer, language)], "", language)


def _entry(entry: case_service_pb2.RegisterEntry, language: str) -> tuple[str, ...]:
    return (
        entry.number,
        entry.state,
        entry.state_date,
        entry.holder,
        entry.profile_titles.get(language) or entry.profile,
        entry.result_titles.get(language) or entry.result,
        entry.last_date or "-",
    )


def with_file_bytes(
    request: case_service_pb2.CheckRegisterFileRequest, file: Path
) -> case_service_pb2.CheckRegisterFileRequest:
    """Set the content of a file check request."""
    with open_input_file(file, most=_MAX_FILE_BYTES) as read:
        request.content = read.read()
    return request


def check_text(answer: case_service_pb2.CheckRegisterFileResponse, language: str) -> str:
    """Render the result of a file check."""
    texts = words(language)
    name = word_of(case_service_pb2.CheckRegisterFileResponse.Result, answer.result)
    lines = [str(texts["checked"][name])]
    if answer.superseded:
        lines.append(str(texts["superseded"]))
    if answer.HasField("register_entry"):
        lines += ["", entry_text(answer.register_entry, language)]
    return "\n".join(lines)


def is_not_issued(answer: case_service_pb2.CheckRegisterFileResponse) -> bool:
    """Return whether a checked file was not issued."""
    return answer.result != case_service_pb2.CheckRegisterFileResponse.RESULT_ISSUED
