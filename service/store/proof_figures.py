"""Proof figures of versions and drafts: slips that their examples notice, kept by the digest of what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, SQLModel

from service.store.database import translating_database_errors
from service.store.write_access import with_write_access

if TYPE_CHECKING:
    from sqlalchemy import Engine


class ProofFiguresRow(SQLModel, table=True):
    """What was measured of the files behind a published form, so far.

    `tried_slips` of `slip_count` slips were looked at; `told_slips` of them give a card that could be published, and
    `noticed_slips` of these fail an example. `unnoticed` is a JSON list of the first others.
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


_FIGURES = SQLModel.metadata.tables[str(ProofFiguresRow.__tablename__)]


class ProofFiguresStore:
    """The figures of all versions and drafts. Nobody names an organisation: the same bytes have the same figures."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def find(self, content_digest: str) -> ProofFiguresRow | None:
        """Give what is measured of a published form.

        Raises:
            Refusal: the database cannot be read now.
        """
        where = select(_FIGURES).where(_FIGURES.c.content_digest == content_digest)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(where).mappings().first()
        return None if row is None else ProofFiguresRow.model_validate(dict(row))

    def keep(self, row: ProofFiguresRow, before: ProofFiguresRow | None) -> bool:
        """Keep figures in the place of those before; false, and nothing is done, if others were kept meanwhile.

        Raises:
            Refusal: the database cannot be written now.
        """
        columns = _FIGURES.c
        try:
            with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
                if before is not None:
                    same = (
                        columns.content_digest == row.content_digest,
                        columns.software_version == before.software_version,
                        columns.tried_slips == before.tried_slips,
                    )
                    if not connection.execute(delete(_FIGURES).where(*same)).rowcount:
                        return False
                connection.execute(insert(_FIGURES), row.model_dump())
        except IntegrityError:
            return False
        return True
