"""Legal changelog entry of a version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rules.api import legal_difference
from rules.contracts import LANGUAGES, canonical_bytes, digest, typeset
from rules.language import language_of
from rules.model import Certainty, version_before
from rules.rehearsal import ChangeCategory
from service.gazette.publication import join_languages
from service.output.terminal.render_version_difference import (
    citations_of,
    cited_bases,
    moves_text,
    place_text,
    row_text,
)
from service.output.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.api import LegalDifference
    from rules.model import PublishedVersion, Scorecard
    from rules.rehearsal import LegalChange

_LANGUAGE = "en"
_BASIS_PATH = re.compile(r"bases\[([^\]]+)\]")


def entry_of(
    version: PublishedVersion,
    published: Sequence[PublishedVersion],
    reports: Mapping[str, dict[str, Any]],
    signed: Mapping[str, str] | None = None,
    *,
    reason: str,
) -> str:
    """Return the changelog entry in the languages of the version, and at least in English.

    `signed` contains the digests of unavailable reports by name. The reason stays as written.
    """
    written = {language_of(path) for path in version.sources}
    languages = [language for language in LANGUAGES if language == _LANGUAGE or language in written]
    texts = {
        language: "\n".join(_lines(version, published, reports, signed or {}, reason, language))
        for language in sorted(languages, key=_LANGUAGE.__ne__)
    }
    return join_languages(texts)


def _lines(  # noqa: PLR0913, PLR0917 -- independent parts of one entry
    version: PublishedVersion,
    published: Sequence[PublishedVersion],
    reports: Mapping[str, dict[str, Any]],
    signed: Mapping[str, str],
    reason: str,
    language: str,
) -> Iterator[str]:
    card, templates = version.scorecard.card, words(language)["changelog"]
    yield templates["reason"].format(reason=" ".join(reason.split()))
    last = templates["until"].format(last=card.last_date) if card.last_date else ""
    supersedes = templates["supersedes"].format(version=card.supersedes) if card.supersedes else ""
    yield templates["effective"].format(first=card.first_date, last=last, supersedes=supersedes)
    before, bases = version_before(card, published), [basis.id for basis in version.scorecard.bases]
    if before is None:
        yield templates["first"]
    else:
        difference = legal_difference(before, version, language)
        yield templates["criteria"].format(version=before.scorecard.card.version)
        yield from (
            typeset(_change(change, templates, language), language)
            for change in difference.changes
            if change.part is ChangeCategory.RULE
        )
        moves = moves_text(difference.movable, version.scorecard, language)
        yield templates["moved"].format(moves=typeset(moves, language))
        bases = _changed_bases(difference, (before.scorecard, version.scorecard))
    yield templates["own_reading"].format(
        bases=_own_interpretations(version.scorecard, bases, language) or templates["none"]
    )
    for name, document in reports.items():
        yield from _report(name, document, templates)
    yield from (templates["signed"].format(name=name, digest=signed[name]) for name in sorted(signed))


def _change(change: LegalChange, templates: dict[str, Any], language: str) -> str:
    before, now = change.was or templates["nothing"], change.now or templates["nothing"]
    return str(templates["change"]).format(
        heading=row_text(change, language), was=before, now=now, place=place_text(change.location)
    )


def _changed_bases(difference: LegalDifference, cards: tuple[Scorecard, Scorecard]) -> list[str]:
    """Return the ids of the bases that changed, or that changed rules cite."""
    ids: list[str] = []
    for change in difference.changes:
        match = _BASIS_PATH.match(change.now_at or "")
        ids += [match[1]] if match else cited_bases(change, cards) if change.part is ChangeCategory.RULE else []
    return list(dict.fromkeys(ids))


def _own_interpretations(scorecard: Scorecard, ids: Iterable[str], language: str) -> str:
    joins, known = words(language)["joins"], {basis.id: basis for basis in scorecard.bases}
    own = (id for id in ids if id in known and known[id].certainty is Certainty.OWN_READING)
    named = (
        joins["aside"].format(text=id, aside=joins["clauses"].join(citations_of(scorecard, (id,), language)))
        for id in own
    )
    return typeset(str(joins["clauses"].join(named)), language)


def _report(name: str, document: dict[str, Any], templates: dict[str, Any]) -> Iterator[str]:
    signed = digest(canonical_bytes(document))
    if "days" in document:
        yield from (str(templates["impact_on"]).format(**{**day, "digest": signed}) for day in document["days"])
    else:
        key = "impact_on" if name == "impact" and "asOfDate" in document else name
        yield str(templates[key]).format(digest=signed, **document)
