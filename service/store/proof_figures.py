"""Proof figures of versions and drafts: mutants killed by their examples, by content digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, SQLModel

from service.store.database import translating_database_errors
from service.store.tables import table_of
from service.store.write_access import with_write_access

if TYPE_CHECKING:
    from sqlalchemy import Engine


class ProofFiguresRow(SQLModel, table=True):
    """Mutation test figures of one content digest, possibly partial.

    Of `tried_slips` mutants, `told_slips` were publishable, and examples killed `noticed_slips` of these. `unnoticed`
    lists the first survivors.
    """

    __tablename__ = "proof_figures"

    content_digest: str = Field(primary_key=True)
    software_version: str
    measure_time: str
    example_count: int
    failed_examples: int
    slip_count: int
    tried_slips: int
    told_slips: int
    noticed_slips: int
    unnoticed: str


_FIGURES = table_of(ProofFiguresRow)


class ProofFiguresStore:
    """Proof figures, shared by all organizations. Methods raise Refusal if the database is unavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, content_digest: str) -> ProofFiguresRow | None:
        where = select(_FIGURES).where(_FIGURES.c.content_digest == content_digest)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(where).mappings().first()
        return None if row is None else ProofFiguresRow.model_validate(dict(row))

    def keep(self, row: ProofFiguresRow, before: ProofFiguresRow | None) -> bool:
        """Replace `before`; return False if the stored figures changed in the meantime."""
        columns = _FIGURES.c
        try:
            with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
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
