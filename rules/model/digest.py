"""Which digest covers everything in a version that can change an outcome, and which covers the rest?"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rules.contracts.canonical import Json, canonical_bytes, digest

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard

WORDS = frozenset({"labels", "titles", "note", "meaning", "not_assessed", "descriptions", "remedy", "because"})
"""Fields that hold text for people only; nothing in them can change an outcome."""

OPTIONAL_LISTS = frozenset({"tables", "record_results"})
"""Lists that are left out where a card has none."""
_UNORDERED = (
    "facts", "settings", "bases", "records", "quantities", "gates", "findings", "results", *sorted(OPTIONAL_LISTS)
)  # fmt: skip
"""Lists in which the author's order decides nothing; everything in them has an id."""
_NESTED = (dict, list, tuple)


def canonical_order(scorecard: Scorecard) -> Scorecard:
    """Give the same scorecard with every list sorted by id whose order decides nothing."""
    return scorecard.model_copy(
        update={
            name: tuple(sorted(items, key=lambda item: str(item.id)))
            for name in _UNORDERED
            if (items := getattr(scorecard, name)) is not None
        }
    )


def document(scorecard: Scorecard) -> Json:
    """Give the whole scorecard as plain JSON values; absent fields are left out."""
    return cast("Json", scorecard.model_dump(mode="json", exclude_none=True))


def rule_document(scorecard: Scorecard) -> Json:
    """Give everything that can change an outcome: the scorecard without its words and without author order.

    Order is dropped where it decides nothing (facts, settings, bases, quantities, findings, results); it stays for
    choices, bands, sections, indicators and the ladder.
    """
    return rules_in(document(scorecard))


def rules_in(written: Json) -> Json:
    """Give of a whole document what can change an outcome."""
    plain = cast("dict[str, Json]", _without_words(written))
    for unordered in (name for name in _UNORDERED if name not in OPTIONAL_LISTS or name in plain):
        plain[unordered] = sorted(cast("list[Json]", plain.get(unordered, [])), key=_id)
    plain["reference_case"] = []
    return plain


def text_in(written: Json) -> Json:
    """Give of a whole document the rest: words for people under the ids they belong to, and the reference case."""
    plain = cast("dict[str, Json]", written)
    return {"words": _only_words(plain), "reference_case": plain.get("reference_case", [])}


def without_words(scorecard: Scorecard) -> Scorecard:
    """Give the same rules without any words for people; whatever has a label is called by its id."""
    return type(scorecard).model_validate(_without_words(document(scorecard)))


def _only_words(value: Json) -> Json:
    if isinstance(value, dict):
        parts = {
            key: part if key in WORDS else _only_words(part)
            for key, part in value.items()
            if key in WORDS or isinstance(part, _NESTED)
        }
        found = {key: part for key, part in parts.items() if part}
        return {**found, "id": value["id"]} if found and "id" in value else found
    if isinstance(value, _NESTED):
        return [part for part in map(_only_words, value) if part]
    return None


def _without_words(value: Json) -> Json:
    if isinstance(value, dict):
        return {
            key: _without_words(part) if isinstance(part, _NESTED) else part
            for key, part in value.items()
            if key not in WORDS
        }
    if isinstance(value, _NESTED):
        return [_without_words(part) for part in value]
    return value


def _id(item: Json) -> str:
    return str(cast("dict[str, Json]", item)["id"])


def rule_digest(scorecard: Scorecard) -> str:
    """Give the digest over everything in the version that can change an outcome."""
    return digest(canonical_bytes(rule_document(scorecard)))
