"""Rule digest of a version, and its document split into outcome-relevant rules and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rules.contracts.canonical import Json, canonical_bytes, digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model.scorecard import Scorecard

WORDS = frozenset({"labels", "titles", "note", "meaning", "not_assessed", "descriptions", "remedy", "because"})
"""Fields that hold text for people only; nothing in them can change an outcome."""

OPTIONAL_LISTS = frozenset({"tables", "record_results"})
"""Lists that are left out where a card has none."""
_UNORDERED = (
    "facts", "settings", "bases", "records", "quantities", "gates", "findings", "results", *sorted(OPTIONAL_LISTS)
)  # fmt: skip
"""Lists in which the author's order decides nothing; everything in them has an id."""


def canonical_order(scorecard: Scorecard) -> Scorecard:
    """Give the same scorecard with every list sorted by id whose order decides nothing."""
    return scorecard.model_copy(
        update={
            name: tuple(sorted(items, key=lambda item: str(item.id)))
            for name in _UNORDERED
            if (items := getattr(scorecard, name)) is not None
        }
    )


def scorecard_document(scorecard: Scorecard) -> Json:
    """Give the whole scorecard as plain JSON values; absent fields are left out."""
    return cast("Json", scorecard.model_dump(mode="json", exclude_none=True))


def rule_document(scorecard: Scorecard) -> Json:
    """Give everything that can change an outcome: the scorecard without its words and without author order.

    Order is dropped where it decides nothing (facts, settings, bases, quantities, findings, results); it stays for
    choices, bands, sections, indicators and the ladder.
    """
    return rules_and_text(scorecard_document(scorecard))[0]


def rules_and_text(written: Json) -> tuple[Json, Json]:
    """Give of a whole document what can change an outcome, and the rest.

    The rest is words for people, under the ids they belong to, and the reference case.
    """
    plain = cast("dict[str, Json]", written)
    rules, words = _parts_of(plain)
    for unordered in (name for name in _UNORDERED if name not in OPTIONAL_LISTS or name in rules):
        rules[unordered] = sorted(cast("list[Json]", rules.get(unordered, [])), key=_id)
    rules["reference_case"] = []
    return rules, {"words": words, "reference_case": plain.get("reference_case", [])}


def without_words(scorecard: Scorecard) -> Scorecard:
    """Give the same rules without any words for people; whatever has a label is called by its id."""
    return type(scorecard).model_validate(_parts_of(cast("dict[str, Json]", scorecard_document(scorecard)))[0])


def _parts_of(value: Mapping[str, Json]) -> tuple[dict[str, Json], dict[str, Json]]:
    """Give an object without its words, and of its words all, with its id if there are any."""
    rules: dict[str, Json] = {}
    words: dict[str, Json] = {}
    for key, part in value.items():
        part_words: Json = None
        if key in WORDS:
            part_words = part
        elif type(part) is dict:
            rules[key], part_words = _parts_of(part)
        elif type(part) is list:
            rules[key], part_words = _parts_in(part)
        else:
            rules[key] = part
        if part_words:
            words[key] = part_words
    if words and "id" in value:
        words["id"] = value["id"]
    return rules, words


def _parts_in(items: Sequence[Json]) -> tuple[list[Json], list[Json]]:
    """Give the same of a list: whatever stands in it, and the words of what has any."""
    rules: list[Json] = []
    words: list[Json] = []
    for item in items:
        item_words: Json = None
        rule: Json = item
        if type(item) is dict:
            rule, item_words = _parts_of(item)
        elif type(item) is list:
            rule, item_words = _parts_in(item)
        rules.append(rule)
        if item_words:
            words.append(item_words)
    return rules, words


def _id(item: Json) -> str:
    return str(cast("dict[str, Json]", item)["id"])


def rule_digest(scorecard: Scorecard) -> str:
    """Give the digest over everything in the version that can change an outcome."""
    return digest(canonical_bytes(rule_document(scorecard)))
