"""Rule digest of a version, and its document split into outcome-relevant rules and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rules.contracts.canonical import Json, canonical_bytes, digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model.scorecard import Scorecard

WORDS = frozenset({"labels", "titles", "note", "meaning", "not_assessed", "descriptions", "remedy", "because"})
"""Fields with text for people, which affects no outcome."""

OPTIONAL_LISTS = frozenset({"tables", "record_results"})
_UNORDERED = (
    "facts", "settings", "bases", "records", "quantities", "gates", "findings", "results", *sorted(OPTIONAL_LISTS)
)  # fmt: skip


def canonical_order(scorecard: Scorecard) -> Scorecard:
    """Return the scorecard with insignificant order replaced by id order."""
    return scorecard.model_copy(
        update={
            name: tuple(sorted(items, key=lambda item: str(item.id)))
            for name in _UNORDERED
            if (items := getattr(scorecard, name)) is not None
        }
    )


def scorecard_document(scorecard: Scorecard) -> Json:
    """Return the scorecard as JSON values without absent fields."""
    return cast("Json", scorecard.model_dump(mode="json", exclude_none=True))


def rule_document(scorecard: Scorecard) -> Json:
    """Return everything that can affect an outcome: no texts, reference case or insignificant order."""
    return rules_and_text(scorecard_document(scorecard))[0]


def rules_and_text(written: Json) -> tuple[Json, Json]:
    """Split a document into the rules, and an object with the texts and the reference case."""
    plain = cast("dict[str, Json]", written)
    rules, words = _split_object(plain)
    for unordered in (name for name in _UNORDERED if name not in OPTIONAL_LISTS or name in rules):
        rules[unordered] = sorted(cast("list[Json]", rules.get(unordered, [])), key=_id)
    rules["reference_case"] = []
    return rules, {"words": words, "reference_case": plain.get("reference_case", [])}


def without_words(scorecard: Scorecard) -> Scorecard:
    """Return the same scorecard without labels and other text for people."""
    return type(scorecard).model_validate(_split_object(cast("dict[str, Json]", scorecard_document(scorecard)))[0])


def _split_object(value: Mapping[str, Json]) -> tuple[dict[str, Json], dict[str, Json]]:
    rules: dict[str, Json] = {}
    words: dict[str, Json] = {}
    for key, part in value.items():
        part_words: Json = None
        if key in WORDS:
            part_words = part
        elif type(part) is dict:
            rules[key], part_words = _split_object(part)
        elif type(part) is list:
            rules[key], part_words = _split_list(part)
        else:
            rules[key] = part
        if part_words:
            words[key] = part_words
    if words and "id" in value:
        words["id"] = value["id"]
    return rules, words


def _split_list(items: Sequence[Json]) -> tuple[list[Json], list[Json]]:
    rules: list[Json] = []
    words: list[Json] = []
    for item in items:
        item_words: Json = None
        rule: Json = item
        if type(item) is dict:
            rule, item_words = _split_object(item)
        elif type(item) is list:
            rule, item_words = _split_list(item)
        rules.append(rule)
        if item_words:
            words.append(item_words)
    return rules, words


def _id(item: Json) -> str:
    return str(cast("dict[str, Json]", item)["id"])


def rule_digest(scorecard: Scorecard) -> str:
    """Return the digest of everything that can affect an outcome."""
    return digest(canonical_bytes(rule_document(scorecard)))
