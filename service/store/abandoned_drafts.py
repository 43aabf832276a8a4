"""Which drafts were never published and nobody touched for long, and how do they go? Noted in the log, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import delete, func, select, union_all
from sqlmodel import SQLModel

from service.approval.statements import Act, read_statement
from service.log.leaves import DRAFT_ERASURE, ERASURES, PUBLICATION, DraftErasure
from service.store.database import refusing
from service.store.erased import holds_on
from service.store.sequencing import add_leaves
from service.store.tables import DraftCommentRow, DraftContentRow, DraftRow, DraftStatementRow, LogLeafRow, RevisionRow
from service.store.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine

_TABLES = SQLModel.metadata.tables
_DRAFTS, _CONTENTS, _REVISIONS, _COMMENTS, _STATEMENTS, _LEAVES = (
    _TABLES[str(model.__tablename__)]
    for model in (DraftRow, DraftContentRow, RevisionRow, DraftCommentRow, DraftStatementRow, LogLeafRow)
)


@dataclass(frozen=True, slots=True)
class AbandonedDrafts:
    """The names of drafts that are due to go; `held` says how many more are under a legal hold."""

    names: tuple[str, ...]
    held: int


class DraftRetention:
    """Finds such drafts, and lets them go. Every method refuses (Refusal) where the database cannot be used now."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def due(self, organization: str, until: str) -> AbandonedDrafts:
        """Give the drafts of an organisation that nobody saved, remarked on or signed since an instant.

        One that was ever published stays: it tells how what is in force came about.
        """
        with refusing(to="read"), self._engine.connect() as connection:
            return _due(connection, organization, until)

    def erase(  # noqa: PLR0913 -- what is noted of it
        self, organization: str, until: str, *, most: int, time: str, principal: Mapping[str, str], reason: str
    ) -> Sequence[str]:
        """Let such drafts go for ever, at most so many, and note each; give their names."""
        with refusing(to="write"), writing(self._engine).begin() as connection:
            names = _due(connection, organization, until).names[:most]
            add_leaves(connection, [_erasure(connection, name, time, principal, reason).leaf() for name in names])
            for name in names:
                connection.execute(delete(_DRAFTS).where(_DRAFTS.c.name == name))
                for table in (_COMMENTS, _STATEMENTS, _REVISIONS):
                    connection.execute(delete(table).where(table.c.draft == name))
            used = select(_REVISIONS.c.files_digest).where(_REVISIONS.c.organization == organization)
            unused = (_CONTENTS.c.organization == organization) & _CONTENTS.c.digest.not_in(used)
            connection.execute(delete(_CONTENTS).where(unused))
        return names


def _due(connection: Connection, organization: str, until: str) -> AbandonedDrafts:
    touched = union_all(
        select(_REVISIONS.c.draft, _REVISIONS.c.create_time.label("time")),
        select(_COMMENTS.c.draft, _COMMENTS.c.create_time),
        select(_COMMENTS.c.draft, _COMMENTS.c.resolve_time),
        select(_STATEMENTS.c.draft, _STATEMENTS.c.create_time),
    ).subquery()
    chosen = (
        select(_DRAFTS.c.name)
        .join(touched, touched.c.draft == _DRAFTS.c.name)
        .where(_DRAFTS.c.organization == organization)
        .group_by(_DRAFTS.c.name)
        .having(func.max(touched.c.time) < until)
        .order_by(_DRAFTS.c.name)
    )
    left_alone = list(connection.execute(chosen).scalars())
    published = set(_published(connection, left_alone)) if left_alone else set()
    held = {one.target for one in holds_on(connection, organization)}
    names = [name for name in left_alone if name not in published]
    return AbandonedDrafts(tuple(name for name in names if name not in held), sum(name in held for name in names))


def _published(connection: Connection, drafts: Sequence[str]) -> Iterator[str]:
    """Give those of which a version was published, here or by a command."""
    documents = connection.execute(select(_LEAVES.c.document).where(_LEAVES.c.kind == PUBLICATION)).scalars()
    digests = {orjson.loads(document)["content_digest"] for document in documents}
    for name in drafts:
        found = connection.execute(select(_REVISIONS.c.content_digest).where(_REVISIONS.c.draft == name)).scalars()
        signed = connection.execute(select(_STATEMENTS.c.envelope).where(_STATEMENTS.c.draft == name)).scalars()
        acts = (read_statement(orjson.loads(envelope)).act for envelope in signed)
        if digests & set(found) or Act.PUBLICATION in acts:
            yield name


def _erasure(connection: Connection, name: str, time: str, principal: Mapping[str, str], reason: str) -> DraftErasure:
    under = f"{name}{ERASURES}"
    before = select(func.count()).where(
        _LEAVES.c.kind == DRAFT_ERASURE, _LEAVES.c.name > under, _LEAVES.c.name < f"{under[:-1]}0"
    )
    number = int(connection.execute(before).scalar_one()) + 1
    digests = connection.execute(
        select(_REVISIONS.c.files_digest).where(_REVISIONS.c.draft == name).order_by(_REVISIONS.c.number)
    ).scalars()
    return DraftErasure(f"{under}{number}", time, principal, reason, tuple(digests))
