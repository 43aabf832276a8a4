"""Comparison and merge of the two language versions of a card: differing rules, words, examples and files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from rules.contracts.diagnostics import Diagnostic, Location, sort_diagnostics
from rules.language.lexicon import twin_path
from rules.language.name_resolution import show_place
from rules.language.text_places import locate
from rules.model.digest import rule_document, scorecard_document
from rules.model.examples import FactChange, StatedFactChange
from rules.model.scorecard import Scorecard

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.contracts.inputs import DeclaredValue
    from rules.language.language_compiler import LanguageCompilation
    from rules.model.examples import Change, Example


def missing_examples(theirs: Sequence[Example], ours: Sequence[Example]) -> Iterator[Example]:
    """Yield the examples of `theirs` without a counterpart among `ours`.

    A counterpart is equal, or has the same date and expectations. In the latter case texts may differ, one of the two
    may change more facts, and each example has at most one counterpart.
    """
    same = {_example_key(candidate) for candidate in ours} & {_example_key(candidate) for candidate in theirs}
    by_expectation: dict[tuple[object, ...], list[Example]] = {}
    for example in ours:
        if _example_key(example) not in same:
            by_expectation.setdefault(_expectations_key(example), []).append(example)
    for example in theirs:
        if _example_key(example) in same:
            continue
        others = by_expectation.get(_expectations_key(example), [])
        twin = next((other for other in others if _changes_match(example, other)), None)
        if twin is None:
            yield example
        else:
            others.remove(twin)


def _example_key(example: Example) -> tuple[object, ...]:
    return *_expectations_key(example), *sorted(repr(change.item) for change in example.changes)


def _expectations_key(example: Example) -> tuple[object, ...]:
    return example.as_of, tuple(sorted(repr(expectation.item) for expectation in example.expectations))


def _changes_match(first: Example, other: Example) -> bool:
    mine, others = ({repr(_without_texts_of_change(placed.item)) for placed in each.changes} for each in (first, other))
    return mine <= others or others <= mine


def _without_texts_of_change(change: Change) -> Change:
    if not isinstance(change, FactChange | StatedFactChange) or change.value is None:
        return change
    return replace(change, value=_without_texts(change.value))


def _without_texts(value: DeclaredValue) -> DeclaredValue:
    records = value.records and tuple(
        {name: _without_texts(part) for name, part in record.items()} for record in value.records
    )
    return value.model_copy(update={"text": value.text and "", "records": records})


IDS = "en"
"""The language of the ids, which replace missing labels."""


def report_remarks(compiled: LanguageCompilation) -> None:
    """Report the translation remarks that an export left in the files."""
    remark = f"{compiled.words.keywords['to_translate']}:"
    for compiled_file in compiled.documents:
        for line, text in compiled_file.comments:
            if text.lstrip("# ").startswith(remark):
                column = compiled.report.lines[compiled_file.path][line - 1].index("#") + 1
                compiled.report.add("RL073", Location(compiled_file.path, line, column), "remark")


def report_missing_words(here: LanguageCompilation, there: LanguageCompilation) -> None:
    """Report display words and examples that only the other language has."""
    if here.scorecard is None or there.scorecard is None:
        return
    mine, theirs = scorecard_document(here.scorecard), scorecard_document(there.scorecard)
    for path, words in _missing_words(mine, theirs, "", ids_as_labels=here.words.language == IDS):
        location = nearest_place(here.locations, path)
        if location is not None:
            here.report.add("RL073", location, words=words)
    twins = {document.path: document for document in there.documents}
    for compiled_file in here.documents:
        twin = twins.get(twin_path(compiled_file.path, there.words.language))
        if twin is None or len(twin.rules) != len(compiled_file.rules):
            continue
        for own, other in zip(compiled_file.rules, twin.rules, strict=True):
            if other.scenarios and not own.scenarios:
                examples_location = show_place(other.scenarios[0].location)
                here.report.add(
                    "RL073", own.location, "example", count=str(len(other.scenarios)), place=examples_location
                )


def _missing_words(mine: Json, theirs: Json, path: str, *, ids_as_labels: bool) -> Iterator[tuple[str, str]]:
    if isinstance(theirs, Mapping):
        own: Mapping[str, Json] = mine if isinstance(mine, Mapping) else {}
        for key, part in theirs.items():
            part_path = f"{path}.{key}" if path else key
            if key in WORDS:
                if part and not own.get(key) and not (ids_as_labels and key == "labels" and "id" in own):
                    yield path, str(next(iter(cast("Mapping[str, Json]", part).values())))
            elif key in KEYED_WORDS:
                for word, labels in cast("Mapping[str, Mapping[str, Json]]", part).items():
                    yield from _missing_words(
                        {"labels": _word_labels(own, key, word)}, {"labels": labels}, path, ids_as_labels=False
                    )
            else:
                yield from _missing_words(own.get(key), part, part_path, ids_as_labels=ids_as_labels)
    elif isinstance(theirs, (list, tuple)):
        own_parts = _index_by_id(mine) if isinstance(mine, (list, tuple)) else {}
        for key, part in _index_by_id(theirs).items():
            yield from _missing_words(own_parts.get(key), part, f"{path}[{key}]", ids_as_labels=ids_as_labels)


def _word_labels(own: Mapping[str, Json], key: str, word: str) -> Json:
    labels_by_word = own.get(key)
    return labels_by_word.get(word, {}) if isinstance(labels_by_word, Mapping) else {}


MAXIMUM_DIFFERENCES = 10
"""The number of differences reported per file."""
_DIFFERENCE_CODES = frozenset({"RL070", "RL071"})
_EMPTY_FILE_FOLLOW_UPS = frozenset({"RL011", "RL017", "RL050", "RL051", "RL053"})
_ID_FIELDS = ("id", "fact")
WORDS = frozenset({"labels", "titles", "note", "meaning", "remedy", "because"})
"""Model fields with display words by language."""
KEYED_WORDS = frozenset({"descriptions"})


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A path at which two scorecards differ; a missing value is None."""

    path: str
    first: str | None
    second: str | None
    order: bool = False


def nearest_place(locations: Mapping[str, Location], path: str) -> Location | None:
    """Return the location of a model path, else of its nearest parent with a location, else of the card id."""
    while path not in locations:
        shorter = re.sub(r"(\.[^.\[\]]+|\[[^\[\]]*\])\Z", "", path)
        if shorter == path:
            return locations.get("card.id")
        path = shorter
    return locations[path]


def place_of_rule(locations: Mapping[str, Location], path: str) -> Location | None:
    """Return the location of a rule, else of its first located part, a parent or the card id."""
    while path and path not in locations:
        inside = [location for key, location in locations.items() if key.startswith((f"{path}.", f"{path}["))]
        if inside:
            return min(inside)
        path = re.sub(r"(\.?[^.\[\]]+|\[[^\[\]]*\])\Z", "", path)
    return locations.get(path) or locations.get("card.id")


def compare_twins(first: Scorecard, other: Scorecard) -> Iterator[Discrepancy]:
    """Yield the differences between the rules and reference cases of two scorecards."""
    left, right = (cast("dict[str, Json]", rule_document(card)) for card in (first, other))
    for document, card in ((left, first), (right, other)):
        full_document = cast("Mapping[str, Json]", scorecard_document(card))
        document["reference_case"] = full_document.get("reference_case", ())
        texts = [{"id": str(position)} for position in range(len(card.card.not_assessed))]
        document["card"] = {**cast("Mapping[str, Json]", document["card"]), "not_assessed": texts}
    yield from _compare(left, right, "")


def _compare(first: Json, other: Json, path: str) -> Iterator[Discrepancy]:
    if first == other:
        return
    if isinstance(first, Mapping) and isinstance(other, Mapping):
        if first.get("kind") != other.get("kind"):
            yield Discrepancy(f"{path}.kind", _show(first.get("kind")), _show(other.get("kind")))
            return
        for key in dict.fromkeys((*first, *other)):
            yield from _compare(first.get(key), other.get(key), f"{path}.{key}" if path else key)
    elif _is_parts(first) and _is_parts(other):
        yield from _compare_parts(cast("Sequence[Json]", first or ()), cast("Sequence[Json]", other or ()), path)
    else:
        yield Discrepancy(path, None if first is None else _show(first), None if other is None else _show(other))


def _is_parts(value: Json) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(part, (Mapping, list, tuple)) for part in value)


def _compare_parts(first: Sequence[Json], other: Sequence[Json], path: str) -> Iterator[Discrepancy]:
    left, right = _index_by_id(first), _index_by_id(other)
    for key in dict.fromkeys((*left, *right)):
        part_path = f"{path}[{key}]"
        if key not in left or key not in right:
            yield Discrepancy(part_path, key if key in left else None, key if key in right else None)
        else:
            yield from _compare(left[key], right[key], part_path)
    if list(left) != list(right) and left.keys() == right.keys() and path != "reference_case":
        yield Discrepancy(path, ", ".join(left), ", ".join(right), order=True)


def _index_by_id(parts: Sequence[Json]) -> dict[str, Json]:
    keyed: dict[str, Json] = {}
    for position, part in enumerate(parts):
        key = next((part[name] for name in _ID_FIELDS if isinstance(part, Mapping) and name in part), None)
        keyed[str(key) if key is not None else str(position)] = part
    return keyed


def _show(value: Json) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_show(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return ", ".join(_show(part) for part in value) or "-"
    return "-" if value is None else str(value)


def report_differences(first: LanguageCompilation, other: LanguageCompilation) -> None:
    """Report every difference in both languages."""
    if first.scorecard is None or other.scorecard is None:
        return
    for difference in compare_twins(first.scorecard, other.scorecard):
        _report_difference(first, other, difference.path, (difference.first, difference.second), order=difference.order)
        _report_difference(other, first, difference.path, (difference.second, difference.first), order=difference.order)
    for each in (first, other):
        _limit_differences(each)


def _limit_differences(compiled: LanguageCompilation) -> None:
    report = compiled.report
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in sort_diagnostics(report.diagnostics):
        if diagnostic.code in _DIFFERENCE_CODES:
            by_path.setdefault(diagnostic.location.path, []).append(diagnostic)
    for several in by_path.values():
        more = several[MAXIMUM_DIFFERENCES:]
        if len(more) > 1:
            dropped = {diagnostic_entry.sort_key() for diagnostic_entry in more}
            report.diagnostics[:] = [
                diagnostic_entry
                for diagnostic_entry in report.diagnostics
                if diagnostic_entry.sort_key() not in dropped
            ]
            report.add("RL070", more[0].location, "more", count=str(len(more)))


def _report_difference(
    compiled: LanguageCompilation,
    twin: LanguageCompilation,
    path: str,
    values: tuple[str | None, str | None],
    *,
    order: bool,
) -> None:
    location, opposite = nearest_place(compiled.locations, path), nearest_place(twin.locations, path)
    if location is None:
        return
    mine, theirs = values
    if path.endswith("]") and (mine is None or theirs is None):
        if theirs is None:
            compiled.report.add("RL071", location, "definition", what=locate(compiled.report.lines, location).full_text)
        return
    own = locate(compiled.report.lines, location)
    if not order and opposite is not None:
        other = locate(twin.report.lines, opposite).words
        mine, theirs = values if own.heads or own.words == other else (own.words, other)
    compiled.report.add(
        "RL070",
        location,
        "order" if order else "main",
        what=own.position_text,
        here=mine or "-",
        there=theirs or "-",
        place=show_place(opposite) if opposite else "-",
    )


def report_missing_files(compiled: LanguageCompilation, other: LanguageCompilation) -> None:
    """Report files without a twin, except files with examples alone."""
    example_only = {
        source_document.path
        for source_document in compiled.documents
        if source_document.rules and len(source_document.all_definitions) <= 1
    }
    for path in compiled.report.lines:
        twin = twin_path(path, other.words.language)
        if twin not in other.report.lines and path not in example_only:
            compiled.report.add("RL071", Location(path, 1, 1), "file", twin=twin.rsplit("/", 1)[-1])


def report_empty_files(compiled: LanguageCompilation, other: LanguageCompilation) -> bool:
    """Report files that define nothing while their twins do; return whether there are any.

    Diagnostics that only follow from an empty file are removed.
    """
    defined = {
        source_document.path: len(source_document.all_definitions)
        for source_document in (*compiled.documents, *other.documents)
    }
    any_empty = False
    for path, lines in compiled.report.lines.items():
        blank = all(not line.strip() or line.lstrip().startswith("#") for line in lines)
        twin = twin_path(path, other.words.language)
        if (path in defined or blank) and defined.get(path, 0) <= 1 < defined.get(twin, 0):
            any_empty = True
            count = str(defined[twin] - 1)
            compiled.report.add("RL071", Location(path, 1, 1), "empty", twin=twin.rsplit("/", 1)[-1], count=count)
    if any_empty:
        report = compiled.report
        report.diagnostics[:] = [each for each in report.diagnostics if each.code not in _EMPTY_FILE_FOLLOW_UPS]
    return any_empty


def merge_twins(first: Scorecard, other: Scorecard) -> Scorecard:
    """Merge the words of two scorecards with the same rules."""
    return Scorecard.model_validate(_merge(scorecard_document(first), scorecard_document(other)))


def _merge(first: Json, other: Json) -> Json:
    if isinstance(first, Mapping) and isinstance(other, Mapping):
        merged = {key: _merge(part, other.get(key)) for key, part in first.items()}
        merged |= {key: _words(first.get(key), other[key]) for key in other.keys() & WORDS}
        return merged | {key: _words_by_key(first.get(key), other[key]) for key in other.keys() & KEYED_WORDS}
    if isinstance(first, (list, tuple)) and isinstance(other, (list, tuple)):
        theirs = _index_by_id(other)
        return [_merge_part(part, theirs.get(key)) for key, part in _index_by_id(first).items()]
    return first


def _words_by_key(first: Json, other: Json) -> Json:
    left, right = cast("Mapping[str, Json]", first or {}), cast("Mapping[str, Json]", other)
    return {key: _words(left.get(key), right.get(key) or {}) for key in dict.fromkeys((*left, *right))}


def _merge_part(first: Json, other: Json) -> Json:
    if isinstance(first, Mapping) and isinstance(other, Mapping) and set(first) | set(other) <= {"en", "zh"}:
        return _words(first, other)
    return _merge(first, other)


def _words(first: Json, other: Json) -> Json:
    return {**cast("Mapping[str, Json]", first or {}), **cast("Mapping[str, Json]", other)}
