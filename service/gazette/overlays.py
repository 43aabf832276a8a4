"""Overlay drafts: base version, permitted changes, and check of renamed facts.

An overlay is a complete scorecard. A comment names its base with digest, so the published digest and signatures cover
both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import VersionError, message_factory
from rules.language import change_sentence
from rules.model import forbidden_overlay_changes, invalid_mappings, version_before
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_card

if TYPE_CHECKING:
    from rules.model import Scorecard
    from service.gazette.versions import Gazette


_message = message_factory(__name__)


def check_fact_map(scorecard: Scorecard, sources: Mapping[str, str], there: Gazette) -> None:
    """Raise Refusal, naming the ids, if fact renames do not match the previous version."""
    card = scorecard.card
    earlier = version_before(card, there.versions(card.id) if card.id in there.card_ids() else ())
    before = None if earlier is None else earlier.scorecard
    wrong = invalid_mappings(before, scorecard, sources)
    if wrong:
        message = _message("WRONGLY_MAPPED", before=before.card.version if before else "-", facts=wrong)
        raise Refusal(Reason.SOURCE_HAS_ERRORS, message)


_BASE_COMMENT = re.compile(
    r"^[ \t]*#[ \t]*(?:stands on|基于)[ \t]+(scorecards/[a-z0-9-]+/versions/[0-9.]+)[ \t]+sha256:([0-9a-f]{64})[ \t]*$",
    re.MULTILINE,
)
_MAX_CHANGES = 3


@dataclass(frozen=True, slots=True)
class OverlayBase:
    """Published base version of an overlay."""

    name: str
    content_digest: str


def base_of(sources: Mapping[str, str]) -> OverlayBase | None:
    """Return the base version named in the files, None if absent; raise Refusal if several."""
    bases = {OverlayBase(*match) for text in sources.values() for match in _BASE_COMMENT.findall(text)}
    if len(bases) > 1:
        raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("SEVERAL_BASES", names=sorted(base.name for base in bases)))
    return next(iter(bases), None)


def check_overlay(scorecard: Scorecard, sources: Mapping[str, str], public: Gazette) -> None:
    """Raise Refusal if an overlay lacks a public base or changes more than points, bands and settings."""
    base = base_of(sources)
    if base is None:
        return
    try:
        version = public.version_named(base.name)
    except VersionError:
        raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("NO_BASE", name=base.name)) from None
    if version.content_digest != base.content_digest:
        message = _message("OTHER_BASE", name=base.name, found=version.content_digest, stated=base.content_digest)
        raise Refusal(Reason.SOURCE_HAS_ERRORS, message)
    if str(parse_card(base.name)) == f"scorecards/{scorecard.card.id}/versions/{scorecard.card.version}":
        raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("OVERLAY_IS_BASE", name=base.name))
    beyond = forbidden_overlay_changes(version.scorecard, scorecard)
    if beyond:
        changes = [change_sentence(change, "en") for change in beyond[:_MAX_CHANGES]]
        raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("BEYOND_OVERLAY", name=base.name, changes=changes))
