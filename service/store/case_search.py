"""Search of cases, parties, certificates, findings and evidence of an organisation by a few letters, at bounded cost.

What begins with the letters is found by an index. In the middle of names and texts so many rows of each kind are
looked through at most, whatever is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Table, func, select
from sqlmodel import SQLModel

from service.store.cases import CASE_FILES, CLIENTS, EVIDENCE, PERSONS, CaseReader, normalize_label
from service.store.tables import (
    CaseDocumentRow,
    CaseItemRow,
    CaseLabelRow,
    CaseRow,
    RegisterEntryRow,
)

_LABELS, _CASES, _ITEMS, _ENTRIES, _DOCUMENTS = (
    SQLModel.metadata.tables[str(model.__tablename__)]
    for model in (CaseLabelRow, CaseRow, CaseItemRow, RegisterEntryRow, CaseDocumentRow)
)
_MOST_LOOKED_THROUGH = 50_000
"""So many rows of a kind are looked through for letters in the middle."""
_MOST_MATCHING = 1_000
"""So many contents that have the letters somewhere are read for one text that has them."""
_PREFIX_END = "\U0010ffff"
_TEXTS = ("statement", "requirement")
"""The texts of a finding in which letters are looked for."""


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """Looks for letters in what an organisation keeps of cases, or in what of it is one client's."""

    reading: CaseReader
    organization: str
    letters: str
    client: str = ""
    """The name of the client, where nothing of others may be found."""

    @property
    def _folded(self) -> str:
        return normalize_label(self.letters)

    @property
    def _first_name(self) -> str:
        return f"organizations/{self.organization}/cases/"

    def clients(self, most: int) -> list[str]:
        """Give the ids of clients that are or were called so, or registered so."""
        its = [_LABELS.c.organization == self.organization, _LABELS.c.kind == CLIENTS]
        its.append(_LABELS.c.label.not_like("%:%"))  # a label with a colon is none that anybody reads
        if self.client:
            its.append(_LABELS.c.id == self.client.rpartition("/")[2])
        if not self._folded:
            return []
        return self._matching(_LABELS, _LABELS.c.id, _LABELS.c.label, self._folded, its, most)

    def cases(self, clients: Iterable[str], most: int) -> list[str]:
        """Give the names of cases whose id has the letters, then of those of some clients."""
        id = func.substr(_CASES.c.name, len(self._first_name) + 1)
        its = [_CASES.c.organization == self.organization]
        if self.client:
            its.append(_CASES.c.client == self.client)
        names = self._matching(_CASES, _CASES.c.name, id, self.letters.lower(), its, most, order=_CASES.c.name)
        parties = [f"organizations/{self.organization}/clients/{client}" for client in clients]
        of_clients = select(_CASES.c.name).where(*its, _CASES.c.client.in_(parties)).order_by(_CASES.c.name)
        names += self.reading.connection.execute(of_clients.limit(most)).scalars()
        return list(dict.fromkeys(names))[:most]

    def certificates(self, most: int) -> list[tuple[str, str]]:
        """Give case and item of certificates and statements whose number or holder has the letters."""
        if not self._folded:
            return []
        its = [_ENTRIES.c.organization == self.organization, *self._own(_ENTRIES.c.case_name)]
        key = _ENTRIES.c.case_name + "\n" + _ENTRIES.c.item
        keys = self._matching(_ENTRIES, key, _ENTRIES.c.label, self._folded, its, most)
        return [(case_name, item) for case_name, _, item in (key.partition("\n") for key in keys)]

    def findings(self, most: int) -> list[tuple[str, str]]:
        """Give case and item of findings whose statement or requirement has the letters, of the last cases first."""
        its = (_ITEMS.c.kind == "findings", _ITEMS.c.case_name > self._first_name)
        there = (*its, _ITEMS.c.case_name < self._first_name + _PREFIX_END, *self._own(_ITEMS.c.case_name))
        some = select(_ITEMS.c.case_name, _ITEMS.c.number, _ITEMS.c.content).where(*there)
        place = (_ITEMS.c.case_name.desc(), _ITEMS.c.number.desc())
        looked = some.order_by(*place).limit(_MOST_LOOKED_THROUGH).subquery()
        written = orjson.dumps(self.letters).decode()[1:-1]
        having = select(looked).where(looked.c.content.icontains(written, autoescape=True)).limit(_MOST_MATCHING)
        matching: list[tuple[str, str]] = []
        for case_name, number, content in self.reading.connection.execute(having):
            known = orjson.loads(content)
            if any(self.letters.casefold() in known.get(name, "").casefold() for name in _TEXTS):
                matching.append((case_name, f"findings/{number}"))
            if len(matching) == most:
                break
        return matching

    def dossiers(self, most: int) -> list[str]:
        """Give the ids of cases in whose dossier is or was evidence whose digest, id, kind or issuer begins so."""
        part = self._folded
        its = [_LABELS.c.organization == self.organization, _LABELS.c.kind == EVIDENCE]
        if self.client:
            of_client = select(_CASES.c.name).where(_CASES.c.client == self.client)
            names = self.reading.connection.execute(of_client).scalars()
            its.append(_LABELS.c.id.in_([name.rpartition("/")[2] for name in names]))
        beginning = (_LABELS.c.label >= part, _LABELS.c.label < part + _PREFIX_END)
        chosen = select(_LABELS.c.id).where(*its, *beginning).order_by(_LABELS.c.label, _LABELS.c.id)
        found = self.reading.connection.execute(chosen.limit(_MOST_MATCHING)).scalars() if part else ()
        return list(dict.fromkeys(found))[:most]

    def files(self, most: int) -> list[str]:
        """Give the ids of documents of cases whose title has the letters, removed ones too."""
        its = [_DOCUMENTS.c.organization == self.organization, _DOCUMENTS.c.kind == CASE_FILES, _DOCUMENTS.c.newest]
        if not self._folded:
            return []
        return self._matching(_DOCUMENTS, _DOCUMENTS.c.id, _DOCUMENTS.c.label, self._folded, its, most)

    def own_cases(self) -> list[CaseRow]:
        """Give the cases of the client."""
        return self.reading.cases(self.organization, state="", client=self.client, after="", limit=_MOST_MATCHING)

    def persons(self, most: int) -> list[str]:
        """Give the ids of persons who are called so."""
        its = [_DOCUMENTS.c.organization == self.organization, _DOCUMENTS.c.kind == PERSONS, _DOCUMENTS.c.newest]
        if not self._folded:
            return []
        return self._matching(_DOCUMENTS, _DOCUMENTS.c.id, _DOCUMENTS.c.label, self._folded, its, most)

    def _own(self, case_name: Any) -> list[Any]:
        """Leave out what lies in cases of others."""
        return [case_name.in_(select(_CASES.c.name).where(_CASES.c.client == self.client))] if self.client else []

    def _matching(  # noqa: PLR0913, PLR0917 -- what is looked through, and what is given
        self, table: Table, key: Any, label: Any, part: str, its: list[Any], most: int, *, order: Any = None
    ) -> list[str]:  # fmt: skip
        """Give the keys of rows whose label begins with a part, then of those that have it anywhere."""
        order, first = label if order is None else order, "" if order is None else self._first_name
        beginning = select(key).where(*its, order >= first + part, order < first + part + _PREFIX_END)
        there = select(key.label("key"), label.label("label")).select_from(table).where(*its)
        looked = there.order_by(order).limit(_MOST_LOOKED_THROUGH).subquery()
        within = select(looked.c.key).where(looked.c.label.contains(part, autoescape=True)).order_by(looked.c.label)
        keys: list[str] = []
        for chosen in (beginning.order_by(order), within):
            if len(keys) < most:
                keys += self.reading.connection.execute(chosen.limit(most * 2)).scalars()
            keys = list(dict.fromkeys(keys))
        return keys[:most]
