"""Case storage: cases, parties, profiles, register, numbers and deadlines."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import orjson
from sqlalchemy import (
    Connection,
    String,
    and_,
    bindparam,
    case as sql_case,
    cast,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlmodel import SQLModel

from rules.contracts import canonical_bytes, digest, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.store.campaigns import store_disposition
from service.store.log_sequencer import add_leaves
from service.store.outbox import CASE_DUE, CASE_STEP_TAKEN, Transactions
from service.store.prepared_statements import TEXT_ELEMENTS, PreparedStatement
from service.store.tables import (
    CASE_DOCUMENTS as _DOCUMENTS,
    CASE_DUE_ITEMS as _DUE,
    CASE_ITEMS as _ITEMS,
    CASE_LABELS as _LABELS,
    CASE_REMINDERS as _REMINDERS,
    CASE_STEPS as _STEPS,
    CASES,
    CERTIFICATE_NUMBERS as _NUMBERS,
    CERTIFICATE_SERIALS as _SERIALS,
    REGISTER_ENTRIES as _ENTRIES,
    CaseDocumentRow,
    CaseDueRow,
    CaseItemRow,
    CaseRow,
    CaseStepRow,
    CertificateNumberRow,
    DispositionRow,
    RegisterEntryRow,
    table_of,
    trusted_row,
)
from service.transparency.leaves import CASE_DOCUMENT, CASE_STEP, Leaf, leaf_without_subject

_message = message_factory(__name__)
_Row = TypeVar("_Row", bound=SQLModel)
_PREFIX_END = "\U0010ffff"


_IGNORED_CATEGORIES = frozenset("CPZ")
PERSONS, CLIENTS, ACCOUNTS, KEYS, CERTIFICATES = "persons", "clients", "accounts", "keys", "certificates"
FILES, PLACES, DIGESTS = "certificateFiles", "statusPlaces", "fileDigests"
SIGNATURES, SIGNED_PAPERS, SIGNED_PAPER = "paperSignatures", "signedPapers", "signed_paper"
"""Signed papers: their levels and dates; their contents, stored apart; and the kind of file."""
CASE_FILES = "caseFiles"
DOSSIERS, EVIDENCE = "dossiers", "evidence"
FACT_ORIGINS, CHANGED_ORIGINS = "factOrigins", "changed"
_MAX_LABEL_LENGTH, _LABELS_PER_QUERY, _MAX_WORDS = 200, 200, 40
EVIDENCE_NAMES = ("content_digest", "evidence_id", "kind", "issuer")
ISSUED_FILES = ("paper", "extract", "credential", "decision", "bundle")


_SOON, _OVERDUE = "soon", "overdue"
COMPETENCE = "competence"
"""Kind of the due items of a person; their `case_name` is the name of the person."""
SIGNATURE = "signature"
"""Kind of the due items of a certificate with a PDF signature to renew; renewals change them between steps."""


def normalize_label(text: str) -> str:
    """Normalize case and width, and remove spaces and punctuation."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(character for character in folded if unicodedata.category(character)[0] not in _IGNORED_CATEGORIES)


def _word_labels(text: str) -> set[str]:
    """Return search labels of a text: normalized suffixes from each word.

    Chinese has no spaces, so a word may begin at each character.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    starts = [index for index in range(len(folded)) if _begins_word(folded, index)][:_MAX_WORDS]
    labels = {normalize_label(folded[start:])[:_MAX_LABEL_LENGTH] for start in starts}
    return {normalize_label(text), *(label for label in labels if len(label) > 1)} - {""}


def _begins_word(text: str, index: int) -> bool:
    if unicodedata.category(text[index])[0] in _IGNORED_CATEGORIES:
        return False
    return (
        index == 0
        or unicodedata.category(text[index - 1])[0] in _IGNORED_CATEGORIES
        or unicodedata.category(text[index]) == "Lo"
    )


def registered_label(id: str) -> str:
    """Return the label of a registered id, unique to one client."""
    return f"registered:{normalize_label(id)}"


def origins_of_case_label(case: str) -> str:
    """Return the label of the origins of all facts that a case reused."""
    return f"case:{case}"


def origins_of_source_label(source: str) -> str:
    """Return the label of the origins that name a case or evaluation as their source."""
    return f"source:{source}"


def case_files_label(case: str) -> str:
    """Return the label of all documents of a case id."""
    return f"case:{case}"


def _document_label(content_digest: str) -> str:
    return f"digest:{content_digest}"


def cases_keeping(connection: Connection, organization: str, content_digest: str, *, limit: int) -> list[str]:
    """Return cases that contain a document; cases that removed it are excluded."""
    rows = CaseReader(connection).documents(organization, CASE_FILES, label=_document_label(content_digest))
    case_ids = (row.id.partition("/")[0] for row in rows if "discard_time" not in orjson.loads(row.document))
    return [f"organizations/{organization}/cases/{case}" for case in case_ids][:limit]


def lookup_labels(kind: str, document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield kind and label of each index entry for a document."""
    if kind in _LABELLERS:
        yield from _LABELLERS[kind](document)


def _person_labels(person: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((ACCOUNTS, account) for account in person.get("accounts", ()))
    yield from ((KEYS, key["public"]) for key in person.get("keys", ()))
    yield from ((KEYS, passkey["credential"]) for passkey in person.get("passkeys", ()))


def _client_labels(client: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if name := normalize_label(client.get("display_name", "")):
        yield CLIENTS, name
    if registered := normalize_label(client.get("registered_id", "")):
        yield CLIENTS, registered
        yield CLIENTS, registered_label(registered)
    if merged := client.get("merged_into"):
        yield CLIENTS, f"merged:{merged}"


def _case_file_labels(file: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "discard_time" not in file:
        yield CASE_FILES, case_files_label(file["case"])
        yield CASE_FILES, _document_label(file["content_digest"])


def _certificate_labels(files: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield PLACES, str(files["place"])
    yield from ((DIGESTS, file_digest) for file_digest in sorted(file_digests(files)))


def _origin_labels(origin: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield FACT_ORIGINS, origins_of_case_label(origin["case"])
    yield FACT_ORIGINS, origins_of_source_label(origin["source"])
    if origin["cause"]:
        yield FACT_ORIGINS, CHANGED_ORIGINS


def _signed_paper_labels(signed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield DIGESTS, hashlib.sha256(base64.b64decode(signed["content"])).hexdigest()


def _dossier_labels(dossier: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for evidence in dossier["content"].get("evidence", ()):
        yield from ((EVIDENCE, label) for label in _evidence_labels(evidence))


_LABELLERS = {
    PERSONS: _person_labels,
    CLIENTS: _client_labels,
    CASE_FILES: _case_file_labels,
    FILES: _certificate_labels,
    SIGNED_PAPERS: _signed_paper_labels,
    DOSSIERS: _dossier_labels,
    FACT_ORIGINS: _origin_labels,
}


def _evidence_labels(evidence: Mapping[str, Any]) -> Iterator[str]:
    names = (evidence.get(name, "") for name in EVIDENCE_NAMES)
    yield from filter(None, (normalize_label(name)[:_MAX_LABEL_LENGTH] for name in names))


def file_digests(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the field name of each issued certificate file by SHA-256."""
    files = {name: base64.b64decode(document[name]) for name in ISSUED_FILES if name in document}
    return {hashlib.sha256(content).hexdigest(): name for name, content in files.items()}


def register_entries(case: CaseRow, row: CaseItemRow) -> list[RegisterEntryRow]:
    """Return register rows for a numbered certificate or statement, otherwise an empty list."""
    content = orjson.loads(row.content)
    if row.kind != CERTIFICATES or not content.get("number"):
        return []
    return [
        RegisterEntryRow(
            organization=case.organization, label=label, number=content["number"], case_name=case.name,
            item=f"{row.kind}/{row.number}", profile=case.profile, state=row.state,
            **{name: content.get(name, "") for name in ("result", "region_code", "first_date", "last_date")},
        )
        for label in sorted(_word_labels(content["number"]) | _word_labels(content["holder"]))
    ]  # fmt: skip


def case_digest(connection: Connection, name: str) -> str:
    """Return the digest of a case, its items, due dates and numbers."""
    fields = {
        str(table.name): [
            {str(key): value for key, value in row.items()}
            for row in connection.execute(
                select(table).where(*conditions).order_by(*table.primary_key.columns)
            ).mappings()
        ]
        for table, *conditions in (
            (CASES, CASES.c.name == name), (_ITEMS, _ITEMS.c.case_name == name),
            (_DUE, _DUE.c.case_name == name, _DUE.c.kind != SIGNATURE), (_NUMBERS, _NUMBERS.c.case_name == name),
        )
    }  # fmt: skip
    return digest(canonical_bytes(fields))


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Filter of the register by column values and terms; empty fields do not filter."""

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    within: str = ""
    over_by: str = ""
    """The term ends before this day."""
    not_over_by: str = ""
    """The term does not end before this day."""

    def clauses(self) -> Iterator[Any]:
        first, last = _ENTRIES.c.first_date, _ENTRIES.c.last_date
        for name, values in self.values.items():
            yield _ENTRIES.c[name].in_(values)
        if self.within:
            yield first <= self.within
        if day := max(self.within, self.not_over_by):
            yield (last >= day) | (last == "")
        if self.over_by:
            yield (last < self.over_by) & (last != "")


_ITEM_NAME_COLUMNS = (_ITEMS.c.case_name, _ITEMS.c.kind + "/" + cast(_ITEMS.c.number, String))


def _is_expired(case_name: Any, item: Any, day: Any) -> Any:
    expiry = _DUE.alias("expiry")
    conditions = (expiry.c.case_name == case_name, expiry.c.item == item, expiry.c.kind == "expiry")
    return exists().where(*conditions, expiry.c.due_date < day)


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Filter of items; empty fields do not filter.

    Because of time zones, terms that ended within two days may match `states` or `over_states`.
    """

    states: Sequence[str] = ()
    running_on: str = ""
    """Terms of `states` items do not end before this day."""
    over_states: Sequence[str] = ()
    over_on: str = ""
    """Terms of `over_states` items end before this day."""
    severities: Sequence[str] = ()

    def clauses(self, organization: str) -> Iterator[Any]:
        """Find expired items by date, since they may be few among many."""
        conditions: list[Any] = []
        if self.states:
            conditions.append(_ITEMS.c.state.in_(self.states) & ~_is_expired(*_ITEM_NAME_COLUMNS, self.running_on))
        if self.over_states:
            past = (_DUE.c.organization == organization, _DUE.c.due_date < self.over_on, _DUE.c.kind == "expiry")
            in_expired_cases = _ITEMS.c.case_name.in_(select(_DUE.c.case_name).where(*past))
            conditions.append(
                _ITEMS.c.state.in_(self.over_states) & in_expired_cases & _is_expired(*_ITEM_NAME_COLUMNS, self.over_on)
            )
        if conditions:
            yield or_(*conditions)
        if self.severities:
            yield or_(*map(_has_severity, self.severities))


def _has_severity(severity: str) -> Any:
    """Match only the severity field, since quotes inside content are escaped."""
    return _ITEMS.c.content.contains(f'"severity":"{severity}"', autoescape=True)


def _documents_of_kind(*clauses: Any) -> Any:
    conditions = (_DOCUMENTS.c.organization == bindparam("organization"), _DOCUMENTS.c.kind == bindparam("kind"))
    return select(_DOCUMENTS).where(*conditions, *clauses)


def _is_listed(column: Any, database: str) -> Any:
    return column.in_(text(TEXT_ELEMENTS[database].format(list=":ids")))


_MATCHES_ID = _DOCUMENTS.c.id == bindparam("id")
_NEWEST_DOCUMENT = PreparedStatement(lambda _: _documents_of_kind(_MATCHES_ID, _DOCUMENTS.c.newest))
_DOCUMENT_REVISION = PreparedStatement(
    lambda _: _documents_of_kind(_MATCHES_ID, _DOCUMENTS.c.revision == bindparam("revision"))
)
_NEWEST_DOCUMENTS = PreparedStatement(
    lambda _: (
        _documents_of_kind(_DOCUMENTS.c.newest, _DOCUMENTS.c.id > bindparam("after"))
        .order_by(_DOCUMENTS.c.id)
        .limit(bindparam("limit"))
    )
)
_NEWEST_DOCUMENTS_BY_ID = PreparedStatement(
    lambda database: (
        _documents_of_kind(
            _DOCUMENTS.c.newest, _is_listed(_DOCUMENTS.c.id, database), _DOCUMENTS.c.id > bindparam("after")
        )
        .order_by(_DOCUMENTS.c.id)
        .limit(bindparam("limit"))
    )
)
_IDS_BY_LABEL = PreparedStatement(
    lambda _: (
        select(_LABELS.c.id)
        .where(*(_LABELS.c[name] == bindparam(name) for name in ("organization", "kind", "label")))
        .where(_LABELS.c.id > bindparam("after"))
        .order_by(_LABELS.c.id)
        .limit(bindparam("limit"))
    )
)
_CASE = PreparedStatement(lambda _: select(CASES).where(CASES.c.name == bindparam("name")))
_MATCHES_CASE = _ITEMS.c.case_name == bindparam("name")
_ITEMS_OF_CASE = PreparedStatement(
    lambda _: select(_ITEMS).where(_MATCHES_CASE).order_by(_ITEMS.c.kind, _ITEMS.c.number)
)
_ITEM = PreparedStatement(
    lambda _: select(_ITEMS).where(
        _MATCHES_CASE, _ITEMS.c.kind == bindparam("kind"), _ITEMS.c.number == bindparam("number")
    )
)
_STEPS_OF_CASE = PreparedStatement(
    lambda _: select(_STEPS).where(_STEPS.c.case_name == bindparam("name")).order_by(_STEPS.c.number)
)
_CASES_BY_NAME = PreparedStatement(lambda database: select(CASES).where(_is_listed(CASES.c.name, database)))
_ITEMS_OF_CASES = PreparedStatement(lambda database: select(_ITEMS).where(_is_listed(_ITEMS.c.case_name, database)))
_STEPS_OF_CASES = PreparedStatement(
    lambda database: select(_STEPS).where(_is_listed(_STEPS.c.case_name, database)).order_by(_STEPS.c.number)
)
"""Prepared, because case pages run these queries several times."""
_UNDATED = "9999-12-31"
_MAX_SORTED_WAITING = 1_000
"""More rows are read from a date index instead of sorted in memory."""


@dataclass(frozen=True, slots=True)
class WaitingFilter:
    """Filter of waiting work; `states` are grouped by item kind, empty for cases.

    Entries of `due_kinds` wait in any state up to `last`. Terms that expired before `over` are excluded.
    """

    states: Mapping[str, Sequence[str]]
    due_kinds: Sequence[str]
    last: str
    over: str
    client: str = ""


def _of_organization(*, of_client: bool) -> list[Any]:
    own = [CASES.c.organization == bindparam("organization")]
    return [*own, CASES.c.client == bindparam("client")] if of_client else own


def _is_state_due(due_kinds: Sequence[str]) -> Any:
    return and_(*(_DUE.c.kind != kind for kind in (*due_kinds, "expiry", SIGNATURE)))


def _after_position(position: Sequence[Any]) -> tuple[Any, ...]:
    """Return the condition for rows after a position; its day part allows index use."""
    bounds: Iterator[Any] = (bindparam(name) for name in ("day", "name", "item", "due_kind"))
    return _DUE.c.due_date >= bindparam("day"), tuple_(*position) > tuple_(*bounds)


@lru_cache(maxsize=64)
def _waiting_by_day(
    states: tuple[tuple[str, tuple[str, ...]], ...], due_kinds: tuple[str, ...], of_client: bool
) -> PreparedStatement:
    def in_states(column: Any, conditions: Sequence[str]) -> Any:
        return or_(false(), *(column == state for state in conditions))

    waits = [
        and_(_DUE.c.item == "", in_states(CASES.c.state, conditions))
        if not kind
        else and_(_DUE.c.item != "", _ITEMS.c.kind == kind, in_states(_ITEMS.c.state, conditions))
        for kind, conditions in states
    ]
    is_due = and_(or_(false(), *(_DUE.c.kind == kind for kind in due_kinds)), _DUE.c.due_date <= bindparam("last"))
    joined = _DUE.join(CASES, CASES.c.name == _DUE.c.case_name).outerjoin(
        _ITEMS, and_(_ITEMS.c.case_name == _DUE.c.case_name, _ITEM_NAME_COLUMNS[1] == _DUE.c.item)
    )
    position = (_DUE.c.due_date, _DUE.c.case_name, _DUE.c.item, _DUE.c.kind)
    chosen = select(*position).select_from(joined).where(
        *_of_organization(of_client=of_client),
        _DUE.c.organization == bindparam("organization"),
        *_after_position(position),
        or_(is_due, and_(_is_state_due(due_kinds), or_(false(), *waits))),
        ~_is_expired(_DUE.c.case_name, _DUE.c.item, bindparam("over")),
    )  # fmt: skip
    return PreparedStatement(lambda _: chosen.order_by(*position).limit(bindparam("limit")))


def _rows_in_state(*, of_items: bool, of_client: bool) -> tuple[Any, Any, Any, list[Any]]:
    if not of_items:
        conditions = [*_of_organization(of_client=of_client), CASES.c.state == bindparam("state")]
        return CASES, CASES.c.name, literal(""), conditions
    name, item = _ITEM_NAME_COLUMNS
    bounds = (name >= bindparam("first"), name < bindparam("end"))
    conditions = [*_of_organization(of_client=of_client), _ITEMS.c.kind == bindparam("kind"), *bounds]
    conditions += [_ITEMS.c.state == bindparam("state"), ~_is_expired(name, item, bindparam("over"))]
    return _ITEMS.join(CASES, CASES.c.name == _ITEMS.c.case_name), name, item, conditions


@lru_cache(maxsize=64)
def _in_state(of_items: bool, due_kinds: tuple[str, ...], of_client: bool) -> PreparedStatement:
    source, name, item, conditions = _rows_in_state(of_items=of_items, of_client=of_client)
    joined = source.outerjoin(_DUE, and_(_DUE.c.case_name == name, _DUE.c.item == item, _is_state_due(due_kinds)))
    day, kind = func.coalesce(_DUE.c.due_date, literal(_UNDATED)), func.coalesce(_DUE.c.kind, literal(""))
    chosen = select(day, name, item.label("item"), kind).select_from(joined).where(*conditions)
    return PreparedStatement(lambda _: chosen.limit(bindparam("limit")))


@lru_cache(maxsize=64)
def _due_in_any_state(due_kinds: tuple[str, ...], of_client: bool) -> PreparedStatement:
    position = (_DUE.c.due_date, _DUE.c.case_name, _DUE.c.item, _DUE.c.kind)
    chosen = select(*position).select_from(_DUE.join(CASES, CASES.c.name == _DUE.c.case_name)).where(
        *_of_organization(of_client=of_client),
        _DUE.c.organization == bindparam("organization"),
        or_(false(), *(_DUE.c.kind == kind for kind in due_kinds)),
        *_after_position(position),
        _DUE.c.due_date <= bindparam("last"),
        ~_is_expired(_DUE.c.case_name, _DUE.c.item, bindparam("over")),
    )  # fmt: skip
    return PreparedStatement(lambda _: chosen.order_by(*position).limit(bindparam("limit")))


@lru_cache(maxsize=64)
def _undated_in_state(of_items: bool, due_kinds: tuple[str, ...], of_client: bool) -> PreparedStatement:
    source, name, item, conditions = _rows_in_state(of_items=of_items, of_client=of_client)
    chosen = select(name, item.label("item")).select_from(source).where(
        *conditions, name >= bindparam("first"), tuple_(name, item) > tuple_(bindparam("name"), bindparam("item")),
        ~exists().where(_DUE.c.case_name == name, _DUE.c.item == item, _is_state_due(due_kinds)),
    )  # fmt: skip
    return PreparedStatement(lambda _: chosen.order_by(name, item).limit(bindparam("limit")))


class ItemPlace(NamedTuple):
    """Position in a list by day; `day` is empty for undated items."""

    day: str
    case_name: str
    number: int


class WaitingRow(NamedTuple):
    """Work waiting for a step; without a due date, `day` is far in the future and `kind` empty."""

    day: str
    case_name: str
    item: str
    kind: str

    @property
    def due_date(self) -> str:
        return self.day if self.kind else ""


class CaseReader:
    """Read access to cases within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._ahead: dict[str, tuple[CaseRow, dict[str, CaseItemRow]]] = {}
        self._steps_ahead: dict[str, list[CaseStepRow]] = {}

    def read_ahead(self, names: Iterable[str], *, with_steps: bool = False) -> None:
        listed = set(names)
        values = {"ids": orjson.dumps([*listed]).decode()}
        if with_steps:
            self._steps_ahead |= {name: [] for name in listed}
            for step in self._prepared_rows(CaseStepRow, _STEPS_OF_CASES, values):
                self._steps_ahead[step.case_name].append(step)
        for row in self._prepared_rows(CaseRow, _CASES_BY_NAME, values):
            self._ahead[row.name] = row, {}
        for item in self._prepared_rows(CaseItemRow, _ITEMS_OF_CASES, values):
            if item.case_name in self._ahead:
                self._ahead[item.case_name][1][f"{item.kind}/{item.number}"] = item

    def document(self, organization: str, kind: str, id: str, revision: int | None = None) -> CaseDocumentRow | None:
        values = {"organization": organization, "kind": kind, "id": id}
        if revision is None:
            return self._prepared_row(CaseDocumentRow, _NEWEST_DOCUMENT, values)
        return self._prepared_row(CaseDocumentRow, _DOCUMENT_REVISION, {**values, "revision": revision})

    def revisions(self, organization: str, kind: str, id: str, *, last: int, limit: int) -> list[CaseDocumentRow]:
        conditions = (_DOCUMENTS.c.organization == organization, _DOCUMENTS.c.kind == kind, _DOCUMENTS.c.id == id)
        chosen = select(_DOCUMENTS).where(*conditions, _DOCUMENTS.c.revision <= last)
        return self._all(CaseDocumentRow, chosen.order_by(_DOCUMENTS.c.revision.desc()).limit(limit))[::-1]

    def documents(
        self, organization: str, kind: str, *, after: str = "", limit: int = 10_000, label: str = ""
    ) -> list[CaseDocumentRow]:
        values = {"organization": organization, "kind": kind, "after": after, "limit": limit}
        if not label:
            return self._prepared_rows(CaseDocumentRow, _NEWEST_DOCUMENTS, values)
        # Look up ids first: otherwise databases scan all documents in order.
        ids = _IDS_BY_LABEL.values(self.connection, {**values, "label": label})
        return self.documents_of(organization, kind, ids, after=after, limit=limit)

    def documents_of(
        self, organization: str, kind: str, ids: Collection[str], *, after: str, limit: int
    ) -> list[CaseDocumentRow]:
        if not ids:
            return []
        values = {
            "organization": organization, "kind": kind, "ids": orjson.dumps([*ids]).decode(), "after": after,
            "limit": limit,
        }  # fmt: skip
        return self._prepared_rows(CaseDocumentRow, _NEWEST_DOCUMENTS_BY_ID, values)

    def organizations_with(self, kind: str) -> list[str]:
        chosen = select(_DOCUMENTS.c.organization).where(_DOCUMENTS.c.kind == kind, _DOCUMENTS.c.newest)
        return list(self.connection.execute(chosen.distinct().order_by(_DOCUMENTS.c.organization)).scalars())

    def id_by_label(self, organization: str, kind: str, label: str) -> str:
        values = {"organization": organization, "kind": kind, "label": label, "after": "", "limit": 1}
        return str(_IDS_BY_LABEL.value(self.connection, values) or "")

    def case(self, name: str) -> CaseRow | None:
        if name in self._ahead:
            return self._ahead[name][0]
        return self._prepared_row(CaseRow, _CASE, {"name": name})

    def cases(self, organization: str, *, state: str, client: str, after: str, limit: int) -> list[CaseRow]:
        chosen = select(CASES).where(CASES.c.organization == organization, CASES.c.name > after)
        if state:
            chosen = chosen.where(CASES.c.state == state)
        if client:
            chosen = chosen.where(CASES.c.client == client)
        return self._all(CaseRow, chosen.order_by(CASES.c.name).limit(limit))

    def cases_of_subject(self, organization: str, subject: str) -> list[CaseRow]:
        conditions = (CASES.c.organization == organization, CASES.c.subject == subject)
        return self._all(CaseRow, select(CASES).where(*conditions).order_by(CASES.c.name))

    def has_case(self, organization: str, client: str, subject: str) -> bool:
        of_client = (CASES.c.organization == organization, CASES.c.client == client)
        return bool(self._all(CaseRow, select(CASES).where(*of_client, CASES.c.subject == subject).limit(1)))

    def items(self, name: str) -> list[CaseItemRow]:
        if name in self._ahead:
            return sorted(self._ahead[name][1].values(), key=lambda item: (item.kind, item.number))
        return self._prepared_rows(CaseItemRow, _ITEMS_OF_CASE, {"name": name})

    def items_of_kind(
        self, organization: str, kind: str, which: ItemFilter, *, after: tuple[str, int], limit: int
    ) -> list[CaseItemRow]:
        first = f"organizations/{organization}/cases/"
        position = (_ITEMS.c.case_name, _ITEMS.c.number)
        chosen = select(_ITEMS).where(
            _ITEMS.c.kind == kind, _ITEMS.c.case_name > first, _ITEMS.c.case_name < first + _PREFIX_END,
            tuple_(*position) > tuple_(*map(literal, after)), *which.clauses(organization),
        )  # fmt: skip
        rows = self._all(CaseItemRow, chosen.order_by(*position).limit(limit))
        self.read_ahead(row.case_name for row in rows)
        return rows

    def items_by_day(  # noqa: PLR0913 -- filter and position
        self, organization: str, kind: str, due_kind: str, which: ItemFilter, *, last: str, after: ItemPlace | None,
        limit: int,
    ) -> list[tuple[CaseItemRow, str]]:  # fmt: skip
        """Return items with due dates of `due_kind`, earliest first.

        Without `last`, undated items follow, ordered by case and number.
        """
        rows: list[tuple[CaseItemRow, str]] = []
        its_due = (
            _DUE.c.case_name == _ITEMS.c.case_name,
            _DUE.c.item == _ITEM_NAME_COLUMNS[1],
            _DUE.c.kind == due_kind,
        )
        conditions = (_ITEMS.c.kind == kind, *which.clauses(organization))
        if after is None or after.day:
            dated_position = (_DUE.c.due_date, _ITEMS.c.case_name, _ITEMS.c.number)
            dated = select(_ITEMS, _DUE.c.due_date).select_from(_DUE.join(_ITEMS, and_(*its_due)))
            dated = dated.where(_DUE.c.organization == organization, *conditions).order_by(*dated_position).limit(limit)
            if last:
                dated = dated.where(_DUE.c.due_date <= last)
            if after is not None:
                dated = dated.where(
                    _DUE.c.due_date >= after.day, tuple_(*dated_position) > tuple_(*map(literal, after))
                )
            for row in self.connection.execute(dated).mappings():
                values = dict(row)
                rows.append((CaseItemRow.model_validate(values), values["due_date"]))
        if not last and len(rows) < limit:
            first = f"organizations/{organization}/cases/"
            undated_position = (_ITEMS.c.case_name, _ITEMS.c.number)
            start = (first, 0) if after is None or after.day else after[1:]
            undated = select(_ITEMS).where(
                *conditions, _ITEMS.c.case_name > first, _ITEMS.c.case_name < first + _PREFIX_END,
                tuple_(*undated_position) > tuple_(*map(literal, start)),
                ~exists().where(*its_due),
            )  # fmt: skip
            undue = self._all(CaseItemRow, undated.order_by(*undated_position).limit(limit - len(rows)))
            rows += [(row, "") for row in undue]
        self.read_ahead(row.case_name for row, _ in rows)
        return rows

    def case_counts(self, organization: str, client: str) -> list[tuple[str, str, int]]:
        key = (CASES.c.state, CASES.c.profile)
        conditions = self._of_client(organization, client)
        counted = select(*key, func.count()).where(*conditions).group_by(*key).order_by(*key)
        return [(state, profile, count) for state, profile, count in self.connection.execute(counted)]

    def finding_counts(
        self, organization: str, client: str, states: Sequence[str], severities: Sequence[str]
    ) -> dict[str, int]:
        sums = [func.coalesce(func.sum(sql_case((_has_severity(name), 1), else_=0)), 0) for name in severities]
        first = f"organizations/{organization}/cases/"
        conditions = [_ITEMS.c.kind == "findings", _ITEMS.c.state.in_(states)]
        if client:
            conditions.append(
                _ITEMS.c.case_name.in_(select(CASES.c.name).where(*self._of_client(organization, client)))
            )
        in_organization = (_ITEMS.c.case_name > first, _ITEMS.c.case_name < first + _PREFIX_END)
        (counts,) = self.connection.execute(select(*sums).where(*conditions, *in_organization)).all()
        return dict(zip(severities, map(int, counts), strict=True))

    def due_count(self, organization: str, client: str, kind: str, first: str, last: str) -> int:
        conditions = [_DUE.c.organization == organization, _DUE.c.kind == kind, _DUE.c.due_date.between(first, last)]
        if client:
            conditions.append(_DUE.c.case_name.in_(select(CASES.c.name).where(*self._of_client(organization, client))))
        return int(self.connection.execute(select(func.count()).select_from(_DUE).where(*conditions)).scalar() or 0)

    @staticmethod
    def _of_client(organization: str, client: str) -> list[Any]:
        return [CASES.c.organization == organization, *([CASES.c.client == client] if client else [])]

    def display_names(self, organization: str, kind: str, ids: Iterable[str]) -> dict[str, str]:
        listed = {*ids}
        rows = self.documents_of(organization, kind, listed, after="", limit=len(listed))
        return {row.id: orjson.loads(row.document).get("display_name", "") for row in rows}

    def steps(self, name: str) -> list[CaseStepRow]:
        if name in self._steps_ahead:
            return self._steps_ahead[name]
        return self._prepared_rows(CaseStepRow, _STEPS_OF_CASE, {"name": name})

    def due(
        self, organization: str, last: str, after: Sequence[str], limit: int, *, kind: str = ""
    ) -> list[tuple[CaseDueRow, str, str]]:
        position = (_DUE.c.due_date, _DUE.c.case_name, _DUE.c.item, _DUE.c.kind)
        chosen = select(_DUE).where(_DUE.c.organization == organization, _DUE.c.due_date <= last)
        if kind:
            chosen = chosen.where(_DUE.c.kind == kind)
        if after:
            chosen = chosen.where(tuple_(*position) > tuple_(*map(literal, after)))
        rows = self._all(CaseDueRow, chosen.order_by(*position).limit(limit))
        self.read_ahead(row.case_name for row in rows)
        times = self._last_step_times({row.case_name for row in rows})
        return [(row, self._state(row), times.get(row.case_name, "")) for row in rows]

    def waiting(self, organization: str, which: WaitingFilter, *, after: Sequence[str], limit: int) -> list[WaitingRow]:
        first, position = f"organizations/{organization}/cases/", tuple(after or ("",) * 4)
        values: dict[str, Any] = {
            "organization": organization, "client": which.client, "over": which.over, "last": which.last,
            **dict(zip(("day", "name", "item", "due_kind"), position, strict=True)),
            "first": first, "end": first + _PREFIX_END, "limit": limit,
        }  # fmt: skip
        in_states = self._few_in_states(which, values)
        if in_states is not None:
            due_rows = _due_in_any_state(tuple(which.due_kinds), bool(which.client)).rows(self.connection, values)
            rows = sorted(row for row in in_states if row > position)
            return [WaitingRow(*row) for row in sorted([*rows[:limit], *due_rows])[:limit]]
        dated: list[WaitingRow] = []
        if values["day"] != _UNDATED:
            shape = tuple((kind, tuple(sorted(conditions))) for kind, conditions in sorted(which.states.items()))
            statement = _waiting_by_day(shape, tuple(which.due_kinds), bool(which.client))
            dated += (WaitingRow(*row) for row in statement.rows(self.connection, values))
            values |= {"name": "", "item": ""}
        undated = self._waiting_undated(which, values) if len(dated) < limit else []
        return [*dated, *undated][:limit]

    def _few_in_states(self, which: WaitingFilter, values: Mapping[str, Any]) -> list[tuple[Any, ...]] | None:
        waiting: list[tuple[Any, ...]] = []
        for kind, states in which.states.items():
            statement = _in_state(bool(kind), tuple(which.due_kinds), bool(which.client))
            for state in set(states):
                parameters = {**values, "kind": kind, "state": state, "limit": _MAX_SORTED_WAITING + 1 - len(waiting)}
                waiting += statement.rows(self.connection, parameters)
                if len(waiting) > _MAX_SORTED_WAITING:
                    return None
        return waiting

    def _waiting_undated(self, which: WaitingFilter, values: Mapping[str, Any]) -> list[WaitingRow]:
        bounds = {**values, "first": max(values["first"], values["name"])}
        undated: list[tuple[Any, ...]] = []
        for kind, states in which.states.items():
            statement = _undated_in_state(bool(kind), tuple(which.due_kinds), bool(which.client))
            for state in set(states):
                undated += statement.rows(self.connection, {**bounds, "kind": kind, "state": state})
        return [WaitingRow(_UNDATED, case_name, item, "") for case_name, item in sorted(undated)]

    def registered(
        self, organization: str, beginning: str, after: Sequence[str], limit: int, narrowed: RegisterFilter
    ) -> list[RegisterEntryRow]:
        position = (_ENTRIES.c.label, _ENTRIES.c.number)
        chosen = select(_ENTRIES).where(
            _ENTRIES.c.organization == organization,
            _ENTRIES.c.label >= beginning,
            _ENTRIES.c.label < beginning + _PREFIX_END,
            *narrowed.clauses(),
        )
        if after:
            chosen = chosen.where(tuple_(*position) > tuple_(*map(literal, after)))
        return self._all(RegisterEntryRow, chosen.order_by(*position).limit(limit))

    def entry(self, organization: str, number: str) -> RegisterEntryRow | None:
        conditions = (_ENTRIES.c.organization == organization, _ENTRIES.c.label == normalize_label(number))
        return self._single_row(RegisterEntryRow, select(_ENTRIES).where(*conditions, _ENTRIES.c.number == number))

    def item(self, name: str, item: str) -> CaseItemRow | None:
        if name in self._ahead:
            return self._ahead[name][1].get(item)
        kind, _, number = item.partition("/")
        return self._prepared_row(CaseItemRow, _ITEM, {"name": name, "kind": kind, "number": int(number)})

    def numbered(self, organization: str, number: str) -> tuple[CaseRow, CaseItemRow] | None:
        query = select(_NUMBERS).where(_NUMBERS.c.organization == organization, _NUMBERS.c.number == number)
        row = self._single_row(CertificateNumberRow, query)
        case = None if row is None else self.case(row.case_name)
        item = None if row is None else self.item(row.case_name, row.item)
        return None if case is None or item is None else (case, item)

    def changed_certificates(self, organization: str) -> Iterator[tuple[str, str, int]]:
        joined = _ITEMS.join(CASES, CASES.c.name == _ITEMS.c.case_name)
        conditions = (CASES.c.organization == organization, _ITEMS.c.kind == CERTIFICATES)
        moved = or_(_ITEMS.c.state != "valid", _ITEMS.c.content.contains('"edition":'))
        for state, content in self.connection.execute(
            select(_ITEMS.c.state, _ITEMS.c.content).select_from(joined).where(*conditions, moved)
        ).all():
            known = orjson.loads(content)
            yield known.get("number", ""), state, known.get("edition", 1)

    def _state(self, row: CaseDueRow) -> str:
        if row.kind == COMPETENCE:
            return ""
        target = self.item(row.case_name, row.item) if row.item else self.case(row.case_name)
        return "" if target is None else target.state

    def _last_step_times(self, names: Iterable[str]) -> dict[str, str]:
        conditions = _STEPS.c.case_name.in_(names)
        last = select(_STEPS.c.case_name, func.max(_STEPS.c.number).label("number")).where(conditions)
        newest = last.group_by(_STEPS.c.case_name).subquery()
        same = (_STEPS.c.case_name == newest.c.case_name) & (_STEPS.c.number == newest.c.number)
        rows = self.connection.execute(select(_STEPS.c.case_name, _STEPS.c.time).join(newest, same))
        return {str(name): str(time) for name, time in rows}

    def _prepared_rows(self, model: type[_Row], statement: PreparedStatement, values: Mapping[str, Any]) -> list[_Row]:
        names = table_of(model).columns.keys()
        rows = statement.rows(self.connection, values)
        return [trusted_row(model, dict(zip(names, row, strict=True))) for row in rows]

    def _prepared_row(self, model: type[_Row], statement: PreparedStatement, values: Mapping[str, Any]) -> _Row | None:
        return next(iter(self._prepared_rows(model, statement, values)), None)

    def _single_row(self, model: type[_Row], chosen: Any) -> _Row | None:
        row = self.connection.execute(chosen).mappings().first()
        return None if row is None else trusted_row(model, dict(row))

    def _all(self, model: type[_Row], chosen: Any) -> list[_Row]:
        rows = self.connection.execute(chosen).mappings().all()
        return [trusted_row(model, dict(row)) for row in rows]


class CaseWriter(CaseReader):
    """Write access to cases within one transaction."""

    def __init__(self, connection: Connection, events: list[Mapping[str, Any]]) -> None:
        super().__init__(connection)
        self._events = events

    def save(self, row: CaseDocumentRow) -> CaseDocumentRow:
        """Store and log the next revision of a document, with its labels.

        Raises:
            Refusal: If `row` is not the newest revision.
        """
        previous = self.document(row.organization, row.kind, row.id)
        newest = 0 if previous is None else previous.revision
        if newest != row.revision:
            raise Refusal(
                Reason.CASE_CHANGED, _message("DOCUMENT_CHANGED", id=row.id, newest=newest, found=row.revision)
            )
        conditions = (
            _DOCUMENTS.c.organization == row.organization,
            _DOCUMENTS.c.kind == row.kind,
            _DOCUMENTS.c.id == row.id,
        )
        self.connection.execute(update(_DOCUMENTS).where(*conditions).values(newest=False))
        saved = row.model_copy(update={"revision": newest + 1, "newest": True})
        self.connection.execute(insert(_DOCUMENTS), saved.model_dump())
        self.label(row.organization, set(lookup_labels(row.kind, orjson.loads(row.document))), row.id)
        add_leaves(self.connection, [document_leaf(saved)])
        return saved

    def announce(self, event: Mapping[str, Any]) -> None:
        """Add an event to this transaction."""
        self._events.append(event)

    def label(self, organization: str, labels: AbstractSet[tuple[str, str]], id: str) -> None:
        key = (_LABELS.c.kind, _LABELS.c.label)
        conditions = (_LABELS.c.organization == organization, _LABELS.c.id == id)
        existing: set[tuple[str, str]] = set()
        ordered = sorted(labels)
        for first in range(0, len(ordered), _LABELS_PER_QUERY):
            chosen = select(*key).where(*conditions, tuple_(*key).in_(ordered[first : first + _LABELS_PER_QUERY]))
            existing |= {(kind, label) for kind, label in self.connection.execute(chosen)}
        rows = [
            {"organization": organization, "kind": kind, "label": label, "id": id}
            for kind, label in sorted(labels - existing)
        ]
        if rows:
            self.connection.execute(insert(_LABELS), rows)

    def save_disposition(self, decided: DispositionRow) -> None:
        store_disposition(self.connection, decided)

    def add_case(self, row: CaseRow) -> None:
        self.connection.execute(insert(CASES), row.model_dump())

    def change(self, row: CaseRow, **values: Any) -> None:
        """Change a case.

        Raises:
            Refusal: If `row` is not the newest revision.
        """
        conditions = (CASES.c.name == row.name, CASES.c.revision == row.revision)
        if self.connection.execute(update(CASES).where(*conditions).values(values)).rowcount != 1:
            newest = self.connection.execute(select(CASES.c.revision).where(CASES.c.name == row.name)).scalar()
            raise case_changed_refusal(row.name, row.revision, newest or row.revision)
        self._ahead.pop(row.name, None)

    def add_item(self, name: str, kind: str, state: str, content: Mapping[str, Any]) -> CaseItemRow:
        conditions = (_ITEMS.c.case_name == name, _ITEMS.c.kind == kind)
        last = self.connection.execute(select(func.max(_ITEMS.c.number)).where(*conditions)).scalar() or 0
        row = CaseItemRow(case_name=name, kind=kind, number=last + 1, state=state, content=_json(content))
        self.connection.execute(insert(_ITEMS), row.model_dump())
        self._ahead.pop(name, None)
        return row

    def change_item(self, row: CaseItemRow, state: str, content: Mapping[str, Any]) -> None:
        conditions = (_ITEMS.c.case_name == row.case_name, _ITEMS.c.kind == row.kind, _ITEMS.c.number == row.number)
        changed_row = row.model_copy(update={"state": state, "content": _json(content)})
        self.connection.execute(update(_ITEMS).where(*conditions).values(state=state, content=changed_row.content))
        self._ahead.pop(row.case_name, None)
        if row.kind == CERTIFICATES and (case := self.case(row.case_name)) is not None:
            self._update_register(case, changed_row)

    def _update_register(self, case: CaseRow, row: CaseItemRow) -> None:
        item = f"{row.kind}/{row.number}"
        self.connection.execute(delete(_ENTRIES).where(_ENTRIES.c.case_name == case.name, _ENTRIES.c.item == item))
        for register_entry in register_entries(case, row):
            self.connection.execute(insert(_ENTRIES), register_entry.model_dump())

    def set_due(self, organization: str, name: str, item: str, due: Mapping[str, str]) -> None:
        self._set_due(organization, name, item, due, _DUE.c.kind != SIGNATURE)

    def set_signature_due(self, organization: str, name: str, item: str, day: str) -> None:
        """Store the day before which the PDF signatures of a certificate are to be renewed; none if it is empty."""
        self._set_due(organization, name, item, {SIGNATURE: day} if day else {}, _DUE.c.kind == SIGNATURE)

    def _set_due(self, organization: str, name: str, item: str, due: Mapping[str, str], replaced: Any) -> None:
        self.connection.execute(delete(_DUE).where(_DUE.c.case_name == name, _DUE.c.item == item, replaced))
        for kind, day in due.items():
            row = CaseDueRow(case_name=name, item=item, kind=kind, organization=organization, due_date=day)
            self.connection.execute(insert(_DUE), row.model_dump())

    def set_competence_due(self, organization: str, person: str, due: Mapping[str, str]) -> None:
        """Store the last days of a person's competences, as due items of the person."""
        self.connection.execute(delete(_DUE).where(_DUE.c.case_name == person))
        for item, day in due.items():
            row = CaseDueRow(case_name=person, item=item, kind=COMPETENCE, organization=organization, due_date=day)
            self.connection.execute(insert(_DUE), row.model_dump())

    def assign_number(
        self, organization: str, pattern: str, written: Callable[[int], str], name: str, item: str
    ) -> str:
        conditions = (_SERIALS.c.organization == organization, _SERIALS.c.pattern == pattern)
        last = self.connection.execute(select(_SERIALS.c.serial).where(*conditions)).scalar()
        serial = (last or 0) + 1
        while self._is_number_used(organization, written(serial)):
            serial += 1
        if last is None:
            serial_row = {"organization": organization, "pattern": pattern, "serial": serial}
            self.connection.execute(insert(_SERIALS), serial_row)
        else:
            self.connection.execute(update(_SERIALS).where(*conditions).values(serial=serial))
        number = written(serial)
        row = CertificateNumberRow(organization=organization, number=number, case_name=name, item=item)
        self.connection.execute(insert(_NUMBERS), row.model_dump())
        return number

    def _is_number_used(self, organization: str, number: str) -> bool:
        conditions = (_NUMBERS.c.organization == organization, _NUMBERS.c.number == number)
        return self.connection.execute(select(_NUMBERS.c.number).where(*conditions)).first() is not None

    def add_step(self, organization: str, row: CaseStepRow, state: str) -> None:
        """Store and log a step with the digest of the changed case, and add its event."""
        step = row.model_copy(update={"case_digest": case_digest(self.connection, row.case_name)})
        self.connection.execute(insert(_STEPS), step.model_dump())
        self._steps_ahead.pop(row.case_name, None)
        add_leaves(self.connection, [step_leaf(step)])
        self._events.append(_event(organization, step, state))

    def remind(self, today: str, soon: str, limit: int) -> int:
        count = 0
        for stage, first, last in ((_OVERDUE, "", today), (_SOON, today, soon)):
            reminded = select(literal(1)).where(
                *(_REMINDERS.c[name] == _DUE.c[name] for name in ("case_name", "item", "kind", "due_date")),
                _REMINDERS.c.stage == stage,
            )
            days = (_DUE.c.due_date >= first, _DUE.c.due_date < last)
            chosen = select(_DUE).where(*days, ~reminded.exists()).order_by(_DUE.c.due_date).limit(limit)
            rows = self._all(CaseDueRow, chosen)
            for row in rows:
                conditions = {name: getattr(row, name) for name in ("case_name", "item", "kind", "due_date")}
                self.connection.execute(insert(_REMINDERS), {**conditions, "stage": stage})
            self._events += [_reminder(row, stage) for row in rows]
            count += len(rows)
        return count


class CaseStore:
    """Case storage of all organisations."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    @contextmanager
    def read_transaction(self) -> Iterator[CaseReader]:
        with self._transactions.reading() as connection:
            yield CaseReader(connection)

    @contextmanager
    def write_transaction(self) -> Iterator[CaseWriter]:
        events: list[Mapping[str, Any]] = []
        with self._transactions.writing(events) as connection:
            yield CaseWriter(connection, events)


def case_changed_refusal(name: str, seen: int, newest: int) -> Refusal:
    """Return the refusal for a case that changed after it was read."""
    return Refusal(Reason.CASE_CHANGED, _message("CASE_CHANGED", name=name, found=seen, newest=newest))


def step_leaf(row: CaseStepRow) -> Leaf:
    """Return the log leaf of a step; persons, reasons and contents appear only as digests."""
    fields = {
        "item": row.item,
        "step": row.step,
        "from": row.from_state,
        "to": row.to_state,
        "function": row.function,
        "person": digest(row.person.encode()),
        "account": digest(row.account.encode()),
        "principal": orjson.loads(row.principal),
        "time": row.time,
        "reason": digest(row.reason.encode()),
        "content": digest(canonical_bytes(orjson.loads(row.content))),
        "case": row.case_digest,
    }
    return leaf_without_subject(CASE_STEP, f"{row.case_name}/steps/{row.number}", fields)


def document_leaf(row: CaseDocumentRow) -> Leaf:
    """Return the log leaf of a document revision."""
    fields = {
        "content": digest(canonical_bytes(orjson.loads(row.document))),
        "label": digest(row.label.encode()),
        "principal": orjson.loads(row.principal),
        "time": row.time,
    }
    return leaf_without_subject(
        CASE_DOCUMENT, f"organizations/{row.organization}/{row.kind}/{row.id}@{row.revision}", fields
    )


def _event(organization: str, row: CaseStepRow, state: str) -> dict[str, Any]:
    name = f"{row.case_name}/steps/{row.number}"
    data = {"case": row.case_name, "item": row.item, "step": row.step, "state": row.to_state, "caseState": state}
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{CASE_STEP_TAKEN} {name}")),
        "type": CASE_STEP_TAKEN,
        "organization": organization,
        "time": row.time,
        "subject": name,
        "data": orjson.dumps(data).decode(),
    }


def _reminder(row: CaseDueRow, stage: str) -> dict[str, Any]:
    subject = f"{row.case_name}/{row.item}" if row.item else row.case_name
    named = {"case": "", "person": row.case_name} if row.kind == COMPETENCE else {"case": row.case_name}
    data = {
        **named, "item": row.item, "kind": row.kind, "dueDate": row.due_date, "stage": stage,
    }  # fmt: skip
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{CASE_DUE} {subject} {row.kind} {row.due_date} {stage}")),
        "type": CASE_DUE,
        "organization": row.organization,
        "time": instants.now(),
        "subject": subject,
        "data": orjson.dumps(data).decode(),
    }


def _json(content: Mapping[str, Any]) -> str:
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode()
