"""Settings and levels of PDF signatures, without the libraries that sign."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from service.cases.credentials.facts import PublicAddress, StrictModel

FIELD = "pdf_signature"
_FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]


class SignatureLevel(StrEnum):
    """Level of a PAdES signature (ETSI EN 319 142-1)."""

    BASIC = "b_b"
    """Signed, without a time stamp."""
    TIME = "b_t"
    """With a time stamp."""
    ARCHIVE = "b_lta"
    """With time stamp, revocation data and archive time stamp."""


class PdfSignatureSettings(StrictModel):
    """Section `[pdf_signature]` of `body.toml`: files in the folder of the certification body."""

    key: _FileName
    """PKCS #12 with key and chain, or the key in PEM."""
    chain: _FileName | None = None
    """Certificates in PEM: that of the key first; needed for a key in PEM."""
    password_file: _FileName | None = None
    authority_url: PublicAddress | None = None
    """Time stamping authority (RFC 3161); by default that of the server."""
    authority_roots: _FileName | None = None
    """Root certificates of the time stamping authority, in PEM."""
