"""Files that texts are screened by: learned weights, weights of signs and lexicons, with their digests."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

from rules.claims.screening import claim_classifier
from rules.contracts.canonical import digest

_WEIGHTS, _LEXICONS = "weights.toml", "lexicons"


class ScreeningSource(NamedTuple):
    """A file, or a folder of files, by its name; an empty version if it has none of its own."""

    name: str
    version: str
    digest: str


@cache
def screening_sources() -> tuple[ScreeningSource, ...]:
    """Give what texts are screened by.

    The version of the learned weights is the digest of the corpus, cut to twelve digits. The digest of the lexicons is
    that of the lines that `sha256sum lexicons/*.toml` writes.
    """
    folder = resources.files("rules.claims.screening")
    learned = folder.joinpath(claim_classifier.FILE).read_bytes()
    lexicons = {f"{_LEXICONS}/{file.name}": file.read_bytes() for file in folder.joinpath(_LEXICONS).iterdir()}
    lines = [f"{digest(lexicons[name])}  {name}\n" for name in sorted(lexicons) if name.endswith(".toml")]
    return (
        ScreeningSource(
            claim_classifier.FILE, claim_classifier.read_classifier(learned).facts.corpus[:12], digest(learned)
        ),
        ScreeningSource(_WEIGHTS, "", digest(folder.joinpath(_WEIGHTS).read_bytes())),
        ScreeningSource(f"{_LEXICONS}/*.toml", "", digest("".join(lines).encode())),
    )
