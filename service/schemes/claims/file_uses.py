"""Claims in use that need stored files, for the file store and retention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.schemes.claims.claim_store import claims_with_file, is_in_use

if TYPE_CHECKING:
    from sqlalchemy import Connection


def names_using(connection: Connection, organization: str, content_digest: str, *, limit: int) -> list[str]:
    """Return the claims, also those that ended, with a document that names a file."""
    return claims_with_file(connection, organization, content_digest, limit)


def takes_files(connection: Connection, name: str) -> bool:
    """Return whether a claim exists and is in use."""
    return is_in_use(connection, name)
