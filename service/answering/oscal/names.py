"""By which identifiers, tokens and properties does OSCAL name what a record holds? The same record gives the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

NAMESPACE = "urn:touchstone:oscal:1"
"""Whose properties ours are, and what all identifiers are derived from."""
_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)
_NO_TOKEN = re.compile(r"[^\w.-]", re.ASCII)
_BEGIN = re.compile(r"[A-Za-z_]")

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Identities:
    """Identifiers (UUID version 5) of what stands in one record, by the digest of the record."""

    record_digest: str

    def of(self, *path: str) -> str:
        """Give the identifier of one part."""
        return str(uuid5(UUID(bytes=_ROOT.bytes), "/".join((self.record_digest, *path))))


def identity(digest: str) -> str:
    """Give the identifier of a content by its digest, whichever record names it."""
    return str(uuid5(_ROOT, digest))


def token(id: str) -> str:
    """Write an id as OSCAL wants identifiers of controls: letters, digits, dots, hyphens, no digit first."""
    written = _NO_TOKEN.sub("_", id)
    return written if _BEGIN.match(written) else f"_{written}"


def properties(**values: str | None) -> list[Json]:
    """Write those properties of ours that have a value; underlines in names become hyphens."""
    return [
        {"name": name.replace("_", "-"), "ns": NAMESPACE, "value": " ".join(value.split())}
        for name, value in values.items()
        if value and value.strip()
    ]
