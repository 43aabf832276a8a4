"""Search of an organisation's cases, parties, certificates, findings and evidence by a few letters.

Prefixes use an index; other searches scan a limited number of rows per kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Table, func, select

from service.store.cases import CASE_FILES, CLIENTS, EVIDENCE, PERSONS, CaseReader, normalize_label
from service.store.tables import (
    CASE_DOCUMENTS as _DOCUMENTS,
    CASE_ITEMS as _ITEMS,
    CASE_LABELS as _LABELS,
    CASES,
    REGISTER_ENTRIES as _ENTRIES,
    CaseRow,
)

_MAX_ROWS_SCANNED = 50_000
_MAX_MATCHES = 1_000
_PREFIX_END = "\U0010ffff"
_FINDING_FIELDS = ("statement", "requirement")


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """Search in an organisation's cases, or in those of one client."""

    reading: CaseReader
    organization: str
    letters: str
    client: str = ""

    @property
    def _folded(self) -> str:
        return normalize_label(self.letters)

    @property
    def _first_name(self) -> str:
        return f"organizations/{self.organization}/cases/"

    def clients(self, most: int) -> list[str]:
        conditions = [_LABELS.c.organization == self.organization, _LABELS.c.kind == CLIENTS]
        conditions.append(_LABELS.c.label.not_like("%:%"))  # labels with a colon are internal
        if self.client:
            conditions.append(_LABELS.c.id == self.client.rpartition("/")[2])
        return self._matching(_LABELS, _LABELS.c.id, _LABELS.c.label, self._folded, conditions, most)

    def cases(self, clients: Iterable[str], most: int) -> list[str]:
        id = func.substr(CASES.c.name, len(self._first_name) + 1)
        conditions = [CASES.c.organization == self.organization]
        if self.client:
            conditions.append(CASES.c.client == self.client)
        names = self._matching(CASES, CASES.c.name, id, self.letters.lower(), conditions, most, order=CASES.c.name)
        parties = [f"organizations/{self.organization}/clients/{client}" for client in clients]
        of_clients = select(CASES.c.name).where(*conditions, CASES.c.client.in_(parties)).order_by(CASES.c.name)
        names += self.reading.connection.execute(of_clients.limit(most)).scalars()
        return list(dict.fromkeys(names))[:most]

    def certificates(self, most: int) -> list[tuple[str, str]]:
        conditions = [_ENTRIES.c.organization == self.organization, *self._of_own_cases(_ENTRIES.c.case_name)]
        key = _ENTRIES.c.case_name + "\n" + _ENTRIES.c.item
        keys = self._matching(_ENTRIES, key, _ENTRIES.c.label, self._folded, conditions, most)
        return [(case_name, item) for case_name, _, item in (key.partition("\n") for key in keys)]

    def findings(self, most: int) -> list[tuple[str, str]]:
        conditions = (_ITEMS.c.kind == "findings", _ITEMS.c.case_name > self._first_name)
        own_items = (
            *conditions,
            _ITEMS.c.case_name < self._first_name + _PREFIX_END,
            *self._of_own_cases(_ITEMS.c.case_name),
        )
        some = select(_ITEMS.c.case_name, _ITEMS.c.number, _ITEMS.c.content).where(*own_items)
        order = (_ITEMS.c.case_name.desc(), _ITEMS.c.number.desc())
        scanned = some.order_by(*order).limit(_MAX_ROWS_SCANNED).subquery()
        json_letters = orjson.dumps(self.letters).decode()[1:-1]
        having = select(scanned).where(scanned.c.content.icontains(json_letters, autoescape=True)).limit(_MAX_MATCHES)
        matching: list[tuple[str, str]] = []
        for case_name, number, content in self.reading.connection.execute(having):
            known = orjson.loads(content)
            if any(self.letters.casefold() in known.get(name, "").casefold() for name in _FINDING_FIELDS):
                matching.append((case_name, f"findings/{number}"))
            if len(matching) == most:
                break
        return matching

    def dossiers(self, most: int) -> list[str]:
        """Return case ids by prefix of current or former evidence digest, id, kind or issuer."""
        part = self._folded
        conditions = [_LABELS.c.organization == self.organization, _LABELS.c.kind == EVIDENCE]
        if self.client:
            of_client = select(CASES.c.name).where(CASES.c.client == self.client)
            names = self.reading.connection.execute(of_client).scalars()
            conditions.append(_LABELS.c.id.in_([name.rpartition("/")[2] for name in names]))
        beginning = (_LABELS.c.label >= part, _LABELS.c.label < part + _PREFIX_END)
        chosen = select(_LABELS.c.id).where(*conditions, *beginning).order_by(_LABELS.c.label, _LABELS.c.id)
        ids = self.reading.connection.execute(chosen.limit(_MAX_MATCHES)).scalars() if part else ()
        return list(dict.fromkeys(ids))[:most]

    def files(self, most: int) -> list[str]:
        return self._documents(CASE_FILES, most)

    def own_cases(self) -> list[CaseRow]:
        return self.reading.cases(self.organization, state="", client=self.client, after="", limit=_MAX_MATCHES)

    def persons(self, most: int) -> list[str]:
        return self._documents(PERSONS, most)

    def _documents(self, kind: str, most: int) -> list[str]:
        conditions = [_DOCUMENTS.c.organization == self.organization, _DOCUMENTS.c.kind == kind, _DOCUMENTS.c.newest]
        return self._matching(_DOCUMENTS, _DOCUMENTS.c.id, _DOCUMENTS.c.label, self._folded, conditions, most)

    def _of_own_cases(self, case_name: Any) -> list[Any]:
        return [case_name.in_(select(CASES.c.name).where(CASES.c.client == self.client))] if self.client else []

    def _matching(  # noqa: PLR0913, PLR0917 -- parts of the query
        self, table: Table, key: Any, label: Any, part: str, its: list[Any], most: int, *, order: Any = None
    ) -> list[str]:  # fmt: skip
        if not part:
            return []
        order, first = label if order is None else order, "" if order is None else self._first_name
        beginning = select(key).where(*its, order >= first + part, order < first + part + _PREFIX_END)
        rows = select(key.label("key"), label.label("label")).select_from(table).where(*its)
        scanned = rows.order_by(order).limit(_MAX_ROWS_SCANNED).subquery()
        containing = (
            select(scanned.c.key).where(scanned.c.label.contains(part, autoescape=True)).order_by(scanned.c.label)
        )
        keys: list[str] = []
        for chosen in (beginning.order_by(order), containing):
            if len(keys) < most:
                keys += self.reading.connection.execute(chosen.limit(most * 2)).scalars()
            keys = list(dict.fromkeys(keys))
        return keys[:most]
