"""Legal changelog entry of a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.api import legal_difference
from rules.contracts import canonical_bytes, digest
from rules.model import Certainty, version_before
from rules.rehearsal import ChangeCategory
from service.output.terminal.render_version_difference import moves_text, place_text
from service.output.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.api import LegalDifference
    from rules.model import PublishedVersion
    from rules.rehearsal import LegalChange

_LANGUAGE = "en"


def entry_of(
    version: PublishedVersion,
    published: Sequence[PublishedVersion],
    reports: Mapping[str, dict[str, Any]],
    signed: Mapping[str, str] | None = None,
    *,
    reason: str,
) -> str:
    """Return the changelog entry; `signed` contains the digests of unavailable reports by name."""
    return "\n".join(_lines(version, published, reports, signed or {}, reason))


def _lines(
    version: PublishedVersion,
    published: Sequence[PublishedVersion],
    reports: Mapping[str, dict[str, Any]],
    signed: Mapping[str, str],
    reason: str,
) -> Iterator[str]:
    card, templates = version.scorecard.card, words(_LANGUAGE)["changelog"]
    yield templates["reason"].format(reason=" ".join(reason.split()))
    last = templates["until"].format(last=card.last_date) if card.last_date else ""
    supersedes = templates["supersedes"].format(version=card.supersedes) if card.supersedes else ""
    yield templates["effective"].format(first=card.first_date, last=last, supersedes=supersedes)
    before = version_before(card, published)
    if before is None:
        yield templates["first"]
    else:
        difference = legal_difference(before, version, _LANGUAGE)
        yield templates["criteria"].format(version=before.scorecard.card.version)
        yield from (_change(change, templates) for change in difference.changes if change.part is ChangeCategory.RULE)
        yield templates["moved"].format(moves=_moves(difference, version))
    own = [basis.id for basis in version.scorecard.bases if basis.certainty is Certainty.OWN_READING]
    yield templates["own_reading"].format(bases=", ".join(own) or templates["none"])
    for name, document in reports.items():
        yield from _report(name, document, templates)
    yield from (templates["signed"].format(name=name, digest=signed[name]) for name in sorted(signed))


def _change(change: LegalChange, templates: dict[str, Any]) -> str:
    before, now = change.was or templates["nothing"], change.now or templates["nothing"]
    return str(templates["change"]).format(
        heading=change.heading, was=before, now=now, place=place_text(change.location)
    )


def _moves(difference: LegalDifference, version: PublishedVersion) -> str:
    return moves_text(difference.movable, version.scorecard, _LANGUAGE)


def _report(name: str, document: dict[str, Any], templates: dict[str, Any]) -> Iterator[str]:
    signed = digest(canonical_bytes(document))
    if "days" in document:
        yield from (str(templates["impact_on"]).format(**{**day, "digest": signed}) for day in document["days"])
    else:
        yield str(templates[name]).format(digest=signed, **document)
