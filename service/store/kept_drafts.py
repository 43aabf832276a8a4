"""Draft store: revisions, deduplicated files, comments, signed statements, proof figures, abandoned drafts."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection, delete, func, insert, or_, select, union_all, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from rules.contracts import TrailError, canonical_bytes, digest, message_factory
from service.approval.statements import Act, read_statement
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_draft_child
from service.store.database import StorePart, locked_for_writing
from service.store.erasure_index import holds_on
from service.store.log_sequencer import add_leaves
from service.store.tables import (
    DraftCommentRow,
    DraftContentRow,
    DraftRow,
    DraftStatementRow,
    LogLeafRow,
    ProofFiguresRow,
    RevisionRow,
)
from service.transparency.leaves import DRAFT_ERASURE, ERASURES, PUBLICATION, DraftErasure

_TABLES = SQLModel.metadata.tables
_DRAFTS, _CONTENTS, _REVISIONS, _COMMENTS, _STATEMENTS, _LEAVES, _FIGURES = (
    _TABLES[str(model.__tablename__)]
    for model in (
        DraftRow, DraftContentRow, RevisionRow, DraftCommentRow, DraftStatementRow, LogLeafRow, ProofFiguresRow,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AbandonedDrafts:
    """Drafts due for deletion; `held` counts those under a legal hold."""

    names: tuple[str, ...]
    held: int


class DraftRetention(StorePart):
    """Deletion of abandoned drafts."""

    def due(self, organization: str, until: str) -> AbandonedDrafts:
        """Return drafts without a revision, comment or signature since `until`.

        Published drafts are excluded: they document the origin of versions.
        """
        with self._reading() as connection:
            return _due(connection, organization, until)

    def erase(  # noqa: PLR0913
        self, organization: str, until: str, *, most: int, time: str, principal: Mapping[str, str], reason: str
    ) -> Sequence[str]:
        with self._writing() as connection:
            names = _due(connection, organization, until).names[:most]
            add_leaves(connection, [_erasure(connection, name, time, principal, reason).leaf() for name in names])
            for name in names:
                measured = select(_REVISIONS.c.content_digest).where(_REVISIONS.c.draft == name)
                connection.execute(delete(_FIGURES).where(_FIGURES.c.content_digest.in_(measured)))
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
    inactive = list(connection.execute(chosen).scalars())
    published = set(_published_drafts(connection, inactive)) if inactive else set()
    held = {hold.target for hold in holds_on(connection, organization)}
    names = [name for name in inactive if name not in published]
    return AbandonedDrafts(tuple(name for name in names if name not in held), sum(name in held for name in names))


def _published_drafts(connection: Connection, drafts: Sequence[str]) -> Iterator[str]:
    documents = connection.execute(select(_LEAVES.c.document).where(_LEAVES.c.kind == PUBLICATION)).scalars()
    digests = {orjson.loads(document)["content_digest"] for document in documents}
    for name in drafts:
        draft_digests = connection.execute(
            select(_REVISIONS.c.content_digest).where(_REVISIONS.c.draft == name)
        ).scalars()
        signed = connection.execute(select(_STATEMENTS.c.envelope).where(_STATEMENTS.c.draft == name)).scalars()
        acts = (read_statement(orjson.loads(envelope)).act for envelope in signed)
        if digests & set(draft_digests) or Act.PUBLICATION in acts:
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


_message = message_factory(__name__)
_MAX_CONTENT_BYTES = 64 * 1024 * 1024
_QUERY_BATCH_SIZE = 100
MOST_REVISIONS = 1_000
MOST_COMMENTS = 5_000
MOST_STATEMENTS = 500


def files_digest(files: Mapping[str, str]) -> str:
    """Return the digest of a revision's files."""
    return digest(canonical_bytes(dict(files)))


def unpack_files(compressed: bytes | None, files_digest: str) -> bytes | None:
    """Return decompressed files, or None if they do not match the digest."""
    try:
        content = zlib.decompressobj().decompress(compressed or b"", _MAX_CONTENT_BYTES)
    except zlib.error:
        return None
    return content if digest(content) == files_digest else None


class DraftStore(StorePart):
    """Drafts of all organizations."""

    def find(self, name: str) -> DraftRow | None:
        return self._row(DraftRow, select(_DRAFTS).where(_DRAFTS.c.name == name))

    def list(self, organization: str, *, after: str, limit: int) -> Sequence[DraftRow]:
        query = select(_DRAFTS).where(_DRAFTS.c.organization == organization, _DRAFTS.c.name > after)
        return self._rows(DraftRow, query.order_by(_DRAFTS.c.name).limit(limit))

    def newest_revisions(self, drafts: Sequence[DraftRow]) -> Mapping[str, RevisionRow]:
        numbers = {row.name: row.newest for row in drafts}
        columns = _REVISIONS.c
        pairs = [(columns.draft == name) & (columns.number == number) for name, number in numbers.items()]
        parts = [pairs[start : start + _QUERY_BATCH_SIZE] for start in range(0, len(pairs), _QUERY_BATCH_SIZE)]
        rows = [row for part in parts for row in self._rows(RevisionRow, select(_REVISIONS).where(or_(*part)))]
        return {row.draft: row for row in rows}

    def count_open_comments(self, drafts: Sequence[str]) -> Mapping[str, int]:
        query = select(_COMMENTS.c.draft, func.count()).where(_COMMENTS.c.draft.in_(drafts))
        query = query.where(_COMMENTS.c.resolve_time.is_(None)).group_by(_COMMENTS.c.draft)
        with self._reading() as connection:
            return {draft: int(count) for draft, count in connection.execute(query)}

    def statements_by_draft(self, drafts: Sequence[str]) -> Mapping[str, Sequence[DraftStatementRow]]:
        query = select(_STATEMENTS).where(_STATEMENTS.c.draft.in_(drafts))
        signed: dict[str, list[DraftStatementRow]] = {}
        for row in self._rows(DraftStatementRow, query.order_by(_STATEMENTS.c.draft, _STATEMENTS.c.position)):
            signed.setdefault(row.draft, []).append(row)
        return signed

    def add_revision(self, row: RevisionRow, files: Mapping[str, str], *, base: int) -> None:
        """Save a revision on top of `base` (0 creates the draft).

        Raises:
            Refusal: If `base` is not the newest, or the limit is reached.
        """
        if row.number > MOST_REVISIONS:
            raise _limit_refusal(row.draft, MOST_REVISIONS, "REVISIONS")
        try:
            with self._writing() as connection:
                if not _advance_draft(connection, row, base):
                    raise Refusal(Reason.DRAFT_CHANGED, self._conflict_message(row.draft, base))
                _store_files(connection, row, files)
                connection.execute(insert(_REVISIONS), row.model_dump())
        except IntegrityError:
            raise Refusal(Reason.DRAFT_CHANGED, self._conflict_message(row.draft, base)) from None

    def revision(self, draft: str, number: int) -> RevisionRow | None:
        where = select(_REVISIONS).where(_REVISIONS.c.draft == draft, _REVISIONS.c.number == number)
        return self._row(RevisionRow, where)

    def revisions(self, draft: str, *, before: int, limit: int) -> Sequence[RevisionRow]:
        query = select(_REVISIONS).where(_REVISIONS.c.draft == draft, _REVISIONS.c.number < before)
        return self._rows(RevisionRow, query.order_by(_REVISIONS.c.number.desc()).limit(limit))

    def ancestors(self, draft: str, number: int) -> dict[str, int]:
        """Return the newest revision of each draft that a revision is based on, by draft, including itself."""
        newest: dict[str, int] = {}
        pending = [(draft, number)]
        while pending:
            name, most = pending.pop()
            known = newest.get(name, 0)
            if most <= known:
                continue
            newest[name] = most
            columns = _REVISIONS.c
            where = (columns.draft == name, columns.number > known, columns.number <= most, columns.origin != "")
            for row in self._rows(RevisionRow, select(_REVISIONS).where(*where)):
                before = self.revision(*parse_draft_child(row.origin, "revisions"))
                if before is not None and before.create_time <= row.create_time:  # not a later draft of the same name
                    pending.append((before.draft, before.number))
        return newest

    def savers(self, draft: str) -> frozenset[str]:
        return frozenset(self._values(select(_REVISIONS.c.principal).where(_REVISIONS.c.draft == draft).distinct()))

    def savers_of_content(self, content_digest: str) -> frozenset[str]:
        """Return the principals who saved a revision of a draft with this content."""
        drafts = select(_REVISIONS.c.draft).where(_REVISIONS.c.content_digest == content_digest)
        return frozenset(self._values(select(_REVISIONS.c.principal).where(_REVISIONS.c.draft.in_(drafts)).distinct()))

    def files(self, row: RevisionRow) -> dict[str, str]:
        where = (_CONTENTS.c.organization == row.organization, _CONTENTS.c.digest == row.files_digest)
        stored = self._values(select(_CONTENTS.c.files).where(*where))
        content = unpack_files(stored[0] if stored else None, row.files_digest)
        if content is None:
            raise TrailError(_message("DRAFT_CONTENT_DAMAGED", draft=row.draft, number=row.number))
        files: dict[str, str] = orjson.loads(content)
        return files

    def add_comment(self, row: DraftCommentRow) -> DraftCommentRow:
        highest = select(func.coalesce(func.max(_COMMENTS.c.number), 0)).where(_COMMENTS.c.draft == row.draft)
        try:
            with self._writing() as connection:
                numbered = row.model_copy(update={"number": connection.execute(highest).scalar_one() + 1})
                if numbered.number > MOST_COMMENTS:
                    raise _limit_refusal(row.draft, MOST_COMMENTS, "COMMENTS")
                connection.execute(insert(_COMMENTS), numbered.model_dump())
        except IntegrityError:
            raise locked_for_writing() from None
        return numbered

    def comments(self, draft: str, *, open_only: bool, after: int, limit: int) -> Sequence[DraftCommentRow]:
        query = select(_COMMENTS).where(_COMMENTS.c.draft == draft, _COMMENTS.c.number > after)
        if open_only:
            query = query.where(_COMMENTS.c.resolve_time.is_(None))
        return self._rows(DraftCommentRow, query.order_by(_COMMENTS.c.number).limit(limit))

    def open_comments(self, draft: str) -> int:
        query = select(func.count()).where(_COMMENTS.c.draft == draft, _COMMENTS.c.resolve_time.is_(None))
        return int(self._values(query)[0])

    def resolve_comment(
        self, draft: str, number: int, *, time: str | None, principal: str | None
    ) -> DraftCommentRow | None:
        """Resolve a comment, or reopen it if `time` is None."""
        this = (_COMMENTS.c.draft == draft, _COMMENTS.c.number == number)
        with self._writing() as connection:
            connection.execute(update(_COMMENTS).where(*this).values(resolve_time=time, resolve_principal=principal))
        return self._row(DraftCommentRow, select(_COMMENTS).where(*this))

    def statements(self, draft: str) -> Sequence[DraftStatementRow]:
        query = select(_STATEMENTS).where(_STATEMENTS.c.draft == draft)
        return self._rows(DraftStatementRow, query.order_by(_STATEMENTS.c.position))

    def add_statement(self, row: DraftStatementRow) -> None:
        if row.position >= MOST_STATEMENTS:
            raise _limit_refusal(row.draft, MOST_STATEMENTS, "STATEMENTS")
        try:
            with self._writing() as connection:
                connection.execute(insert(_STATEMENTS), row.model_dump())
        except IntegrityError:
            raise Refusal(Reason.DRAFT_CHANGED, _message("DRAFT_SIGNED_MEANWHILE", draft=row.draft)) from None

    def _conflict_message(self, draft: str, base: int) -> str:
        stored = self.find(draft)
        return _message("DRAFT_CHANGED", draft=draft, newest=stored.newest if stored else 0, base=base)


def _advance_draft(connection: Connection, row: RevisionRow, base: int) -> bool:
    if base:
        statement = update(_DRAFTS).where(_DRAFTS.c.name == row.draft, _DRAFTS.c.newest == base)
        return connection.execute(statement.values(newest=row.number)).rowcount == 1
    draft = DraftRow(name=row.draft, organization=row.organization, create_time=row.create_time, newest=row.number)
    connection.execute(insert(_DRAFTS), draft.model_dump())
    return True


def _store_files(connection: Connection, row: RevisionRow, files: Mapping[str, str]) -> None:
    where = (_CONTENTS.c.organization == row.organization, _CONTENTS.c.digest == row.files_digest)
    if connection.execute(select(_CONTENTS.c.digest).where(*where)).first() is None:
        packed = zlib.compress(canonical_bytes(dict(files)))
        content_row = DraftContentRow(organization=row.organization, digest=row.files_digest, files=packed)
        connection.execute(insert(_CONTENTS), content_row.model_dump())


def _limit_refusal(draft: str, most: int, kind: str) -> Refusal:
    return Refusal(Reason.STEP_NOT_ALLOWED, _message("DRAFT_FULL", draft=draft, most=most, kind=_message(kind)))


class ProofFiguresStore(StorePart):
    """Proof figures of versions and drafts by content digest, shared by all organizations."""

    def find(self, content_digest: str) -> ProofFiguresRow | None:
        return self._row(ProofFiguresRow, select(_FIGURES).where(_FIGURES.c.content_digest == content_digest))

    def keep(self, row: ProofFiguresRow, before: ProofFiguresRow | None) -> bool:
        """Replace `before`; return False if the stored figures changed in the meantime."""
        columns = _FIGURES.c
        try:
            with self._writing() as connection:
                if before is not None:
                    unchanged = (
                        columns.content_digest == row.content_digest,
                        columns.software_version == before.software_version,
                        columns.tried_slips == before.tried_slips,
                    )
                    if not connection.execute(delete(_FIGURES).where(*unchanged)).rowcount:
                        return False
                connection.execute(insert(_FIGURES), row.model_dump())
        except IntegrityError:
            return False
        return True
