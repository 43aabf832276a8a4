"""Comparison, merge and moderation of assessors' ratings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING

from rules.api import read_subject
from rules.contracts import (
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    InputError,
    Judgement,
    Locator,
    Subject,
    Violation,
    convert,
    message_factory,
    parse_decimal_or_ratio,
)
from rules.model import FactType
from service.base import instants
from service.input.cells import choice_ids, fold_cell_text, reserved, split_list
from service.input.dossier.dossier_reader import FACT_OF_CARD, FactReader, ParsedFile
from service.input.tabular.csv_parser import DelimitedText
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence as Items
from service.input.tree.placed_errors import (
    FilePosition,
    PlacedError,
    Problem,
    check_size,
    raise_placed_error,
    read_bounded,
)
from service.input.tree.tree_reader import read_tree
from service.input.workbook.input_file import read_subject_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rules.contracts import Rating, Verification
    from rules.model import FactDefinition, Scorecard
    from service.input.dossier.dossier_reader import Dossier


_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Ratings in one file, by one or several assessors."""

    file: str
    dossier: Dossier

    @property
    def subject(self) -> Subject:
        return self.dossier.subject

    @property
    def persons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(rating.person for fact in self.subject.facts for rating in fact.ratings))

    def declared(self, fact: str) -> Iterator[DeclaredFact]:
        return (declared for declared in self.subject.facts if declared.id == fact)

    def problems(self, violations: Iterable[Violation]) -> list[Problem]:
        return with_file_name(self.file, self.dossier.located(InputError(tuple(violations))).problems)


def with_file_name(file: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, with `file` added where the file name is missing."""
    return [
        replace(problem, position=replace(problem.position or FilePosition(1, 1), file=file))
        if problem.position is None or not problem.position.file
        else problem
        for problem in problems
    ]


def read_assessments(paths: Sequence[Path], scorecard: Scorecard) -> tuple[Assessment, ...]:
    """Read and check the files of at least two assessors.

    Raises:
        InputError: If there are fewer than two files.
        PlacedError: If files are invalid or contradictory.
    """
    if len(paths) < 2:
        raise InputError.of("FILES", _message("TWO_ASSESSORS"), "NOT_FOUND")
    problems: list[Problem] = []
    assessments: list[Assessment] = []
    for path in paths:
        try:
            assessments.append(Assessment(str(path), _read_dossier(path, scorecard)))
        except PlacedError as error:
            problems += with_file_name(str(path), error.problems)
    if not problems:
        problems += _contradictions(assessments)
    if problems:
        raise PlacedError(problems)
    return tuple(assessments)


def _read_dossier(path: Path, scorecard: Scorecard) -> Dossier:
    today = instants.now()[:10]
    dossier = read_subject_file(path, scorecard, as_of=today, settings={})
    try:
        read_subject(scorecard, dossier.subject)
    except InputError as error:
        raise dossier.located(error) from None
    return dossier


def _contradictions(assessments: Sequence[Assessment]) -> list[Problem]:
    first, *others = assessments
    problems: list[Problem] = []
    rating: dict[str, str] = {}
    for assessment in assessments:
        if not assessment.persons:
            description = _message("NOBODY_RATES")
            problems += assessment.problems([Violation("facts", description, "NO_RATINGS")])
        for person in assessment.persons:
            if person in rating:
                description = _message("RATES_ALREADY", person=person, file=rating[person])
                problems += assessment.problems([Violation("assessor", description, "REPEATED_PERSON")])
            rating.setdefault(person, assessment.file)
    for other in others:
        if other.subject.subject != first.subject.subject:
            description = _message(
                "OTHER_SUBJECT", found=other.subject.subject, wanted=first.subject.subject, file=first.file
            )
            problems += other.problems([Violation("subject", description, "OTHER_SUBJECT")])
        ours, theirs = first.subject.settings, other.subject.settings
        for setting in sorted({*ours, *theirs}):
            if ours.get(setting) != theirs.get(setting):
                description = _message(
                    "OTHER_SETTING", found=theirs.get(setting, ""), other=ours.get(setting, ""), file=first.file
                )
                problems += other.problems([Violation(f"settings[{setting}]", description, "OTHER_SETTING")])
    return problems


def merge(
    assessments: Sequence[Assessment],
    comparison: RatingComparison,
    scorecard: Scorecard,
    settled: dict[str, Verification],
) -> Subject:
    """Merge ratings and evidence; verifications in `settled` take precedence.

    Raises:
        PlacedError: If the files contradict each other.
    """
    problems = [*_plain_contradictions(comparison), *_verification_contradictions(assessments, settled)]
    evidence, wrong = _evidence(assessments)
    problems += wrong
    if problems:
        raise PlacedError(problems)
    facts = [_fact(definition.id, assessments, settled) for definition in scorecard.facts]
    first = assessments[0].subject
    return first.model_copy(
        update={"facts": tuple(fact for fact in facts if fact is not None), "evidence": tuple(evidence)}
    )


def _fact(id: str, assessments: Sequence[Assessment], settled: dict[str, Verification]) -> DeclaredFact | None:
    facts = [fact for assessment in assessments for fact in assessment.declared(id)]
    verification = settled.get(id) or next((fact.verification for fact in facts if fact.verification), None)
    ratings = tuple(rating for fact in facts for rating in fact.ratings)
    located = [place for fact in reversed(facts) for place in fact.places]
    places = tuple({(place.evidence, place.record, place.field): place for place in located}.values())
    if ratings:
        return DeclaredFact(id=id, ratings=ratings, verification=verification, places=places)
    values = _own_values(facts)
    if not values:
        return None
    cited = tuple(dict.fromkeys(chain.from_iterable(value.evidence for value in values)))
    value = values[0].model_copy(update={"evidence": cited})
    return DeclaredFact(id=id, value=value, verification=verification, places=places)


def _plain_contradictions(comparison: RatingComparison) -> list[Problem]:
    problems: list[Problem] = []
    for difference in comparison.plain:
        (first, first_fact), *others = difference.declarations
        path = f"facts[{difference.definition.id}]"
        for other, fact in others:
            if bool(fact.ratings) != bool(first_fact.ratings):
                rating, bare = (first, other) if first_fact.ratings else (other, first)
                description = _message("RATED_AND_PLAIN", rating=rating.file, plain=bare.file)
            else:
                description = _message("PLAIN_DIFFER", file=other.file, other=first.file)
            problems += other.problems([Violation(path, description, "VALUES_DIFFER")])
    return problems


def _verification_contradictions(assessments: Sequence[Assessment], settled: dict[str, Verification]) -> list[Problem]:
    seen: dict[str, tuple[Assessment, Verification]] = {}
    problems: list[Problem] = []
    for assessment in assessments:
        for fact in assessment.subject.facts:
            if fact.verification is None or fact.id in settled:
                continue
            first, first_verification = seen.setdefault(fact.id, (assessment, fact.verification))
            if first_verification != fact.verification:
                description = _message("VERIFIED_OTHERWISE", file=first.file)
                problems += assessment.problems(
                    [Violation(f"facts[{fact.id}].verification", description, "VALUES_DIFFER")]
                )
    return problems


def _evidence(assessments: Sequence[Assessment]) -> tuple[list[EvidenceItem], list[Problem]]:
    items: dict[str, tuple[Assessment, EvidenceItem]] = {}
    problems: list[Problem] = []
    for assessment in assessments:
        for item in assessment.subject.evidence:
            first, first_item = items.setdefault(item.id, (assessment, item))
            ours, theirs = _without_locator(first_item), _without_locator(item)
            differing = [name for name in EvidenceItem.model_fields if getattr(ours, name) != getattr(theirs, name)]
            for name in differing:
                text, other = (str(getattr(part, name) or "")[:70] for part in (theirs, ours))
                description = _message("EVIDENCE_DIFFERS", found=text, other=other, file=first.file)
                problems += assessment.problems(
                    [Violation(f"evidence[{item.id}].{name}", description, "VALUES_DIFFER")]
                )
    return [item for _, item in items.values()], problems


def _without_locator(item: EvidenceItem) -> EvidenceItem:
    return item.model_copy(update={"locator": Locator()})


Meaning = Fraction | DeclaredValue
"""A number in the unit of the fact, or a normalized value without evidence."""


@dataclass(frozen=True, slots=True)
class RatedFact:
    """A fact with its ratings; `apart` is the range of numeric ratings in the fact's unit."""

    definition: FactDefinition
    ratings: tuple[Rating, ...]
    apart: Fraction | None
    agree: bool
    verification: Verification | None = None

    @property
    def weight(self) -> Fraction:
        low, high = self.definition.at_least, self.definition.at_most
        if self.apart is None or low is None or high is None or low == high:
            return Fraction(1)
        return self.apart / (high - low)


@dataclass(frozen=True, slots=True)
class UnratedDifference:
    """A fact with different values, at least one unrated."""

    definition: FactDefinition
    declarations: tuple[tuple[Assessment, DeclaredFact], ...]


@dataclass(frozen=True, slots=True)
class RatingComparison:
    """Comparison of assessors; `differing` begins with the largest difference."""

    subject: str
    persons: tuple[str, ...]
    rated: tuple[RatedFact, ...]
    plain: tuple[UnratedDifference, ...]

    @property
    def agreed(self) -> tuple[RatedFact, ...]:
        return tuple(fact for fact in self.rated if len(fact.ratings) > 1 and fact.agree)

    @property
    def differing(self) -> tuple[RatedFact, ...]:
        differing = (fact for fact in self.rated if not fact.agree)
        return tuple(sorted(differing, key=lambda fact: -fact.weight))

    @property
    def single(self) -> tuple[RatedFact, ...]:
        return tuple(fact for fact in self.rated if len(fact.ratings) == 1)

    @property
    def compared(self) -> int:
        return len(self.agreed) + len(self.differing)

    @property
    def share(self) -> Fraction | None:
        return Fraction(len(self.agreed), self.compared) if self.compared else None

    @property
    def unsettled(self) -> tuple[RatedFact, ...]:
        return tuple(fact for fact in self.differing if fact.verification is None)


def compare_ratings(
    assessments: Sequence[Assessment], scorecard: Scorecard, settled: dict[str, Verification] | None = None
) -> RatingComparison:
    """Compare ratings; `settled` adds later moderation results."""
    rated: list[RatedFact] = []
    plain: list[UnratedDifference] = []
    for definition in scorecard.facts:
        pairs = [(assessment, fact) for assessment in assessments for fact in assessment.declared(definition.id)]
        if _has_contradiction(definition, pairs):
            plain.append(UnratedDifference(definition, tuple(pairs)))
        ratings = tuple(rating for _, fact in pairs for rating in fact.ratings)
        if ratings:
            verifications = (fact.verification for _, fact in pairs if fact.verification is not None)
            verification = (settled or {}).get(definition.id) or next(verifications, None)
            rated.append(_rated_fact(definition, ratings, verification))
    persons = tuple(person for assessment in assessments for person in assessment.persons)
    return RatingComparison(assessments[0].subject.subject, persons, tuple(rated), tuple(plain))


def comparable_value(definition: FactDefinition, value: DeclaredValue) -> Meaning:
    """Return a normalized value, for comparison by equality."""
    if value.number is not None:
        return convert(parse_decimal_or_ratio(value.number), value.unit or "", definition.unit)
    choices = None if value.choices is None else tuple(sorted(value.choices))
    return value.model_copy(update={"evidence": (), "unit": None, "choices": choices})


def _own_values(facts: Iterable[DeclaredFact]) -> list[DeclaredValue]:
    values = [fact.value for fact in facts if fact.value is not None]
    return [value for value in values if value.model_copy(update={"evidence": (), "unit": None}) != DeclaredValue()]


def _rated_fact(
    definition: FactDefinition, ratings: tuple[Rating, ...], verification: Verification | None
) -> RatedFact:
    values = [comparable_value(definition, rating.value) for rating in ratings]
    numbers = [value for value in values if isinstance(value, Fraction)]
    apart = max(numbers) - min(numbers) if len(numbers) == len(values) else None
    return RatedFact(definition, ratings, apart, all(value == values[0] for value in values), verification)


def _has_contradiction(definition: FactDefinition, pairs: Sequence[tuple[Assessment, DeclaredFact]]) -> bool:
    values = _own_values(fact for _, fact in pairs)
    rated = any(fact.ratings for _, fact in pairs)
    return bool(values) and (
        rated or any(comparable_value(definition, value) != comparable_value(definition, values[0]) for value in values)
    )


METHOD = "moderation"
KEYS = ("fact", "value", "reason", "person", "date")
_HEADS = {"事实": "fact", "值": "value", "复议值": "value", "理由": "reason", "人员": "person", "日期": "date"}
_NUMBER = re.compile(r"(-?[0-9][0-9.]*)\s*(\S.*)?\Z")


class Moderation:
    """Moderated values of a file; `notes` report a guessed encoding."""

    def __init__(self, path: Path, scorecard: Scorecard, comparison: RatingComparison) -> None:
        self._file = str(path)
        self._fields = FieldReader()
        self.notes: list[Problem] = []
        self._scorecard = scorecard
        facts = {fact.id: fact for fact in scorecard.facts}
        rated = {compared.definition.id for compared in (*comparison.agreed, *comparison.differing, *comparison.single)}
        self.verifications: dict[str, Verification] = {}
        entries: dict[str, Node] = {}
        positions: dict[str, FilePosition] = {}
        names = choice_ids(scorecard.facts)
        for row in self._rows(path):
            fact = self._fact(row, names)
            if fact is None:
                continue
            if fact in positions:
                description = _message("MODERATED_TWICE", line=positions[fact].line)
                self._fields.problem(row.position, f"facts[{fact}]", description, "REPEATED")
            elif fact not in rated:
                description = _message("NOBODY_RATED")
                self._fields.problem(row.position, f"facts[{fact}]", description, "NOT_RATED")
            else:
                positions[fact] = row.position
                corrected = f"facts[{fact}].verification.corrected_value"
                self._fields.positions[corrected] = row.entries["value"].position
                entries[fact] = Mapping(row.position, {"verification": self._verification(facts[fact], row)})
        tree = Mapping(FilePosition(1, 1), entries, positions)
        for read in FactReader(scorecard, self._fields).read(tree):
            if read.verification is not None:
                self.verifications[read.id] = read.verification
        if problems := self._fields.problems:
            unsound = {problem.position.line for problem in problems if problem.position is not None}
            further = [
                problem
                for problem in self._refused(self._moderated_subject())
                if problem.position and problem.position.line not in unsound
            ]
            raise PlacedError(with_file_name(self._file, [*problems, *further]))

    def _rows(self, path: Path) -> list[Mapping]:
        content = read_bounded(path)
        try:
            if path.suffix.lower() != ".csv":
                return _yaml_rows(content, self._fields)
            check_size(len(content))
            text = DelimitedText(content)
            self.notes = text.notes
            return _csv_rows(text, self._fields)
        except PlacedError as error:
            raise PlacedError(with_file_name(self._file, error.problems)) from None

    def check(self, subject: Subject) -> None:
        if problems := self._refused(subject):
            raise PlacedError(with_file_name(self._file, problems))

    def _moderated_subject(self) -> Subject:
        facts = tuple(DeclaredFact(id=id, verification=verification) for id, verification in self.verifications.items())
        return Subject(subject="", as_of=instants.now()[:10], known="", settings={}, facts=facts, evidence=())

    def _refused(self, subject: Subject) -> list[Problem]:
        try:
            read_subject(self._scorecard, subject)
        except InputError as error:
            return list(ParsedFile(self._fields.positions).located(error).problems)
        return []

    def _fact(self, row: Mapping, names: dict[str, str]) -> str | None:
        missing = [key for key in KEYS if key not in row.entries]
        for key in missing:
            self._fields.problem(row.position, key, _message("REQUIRED"), "REQUIRED")
        named = row.entries.get("fact")
        if not isinstance(named, Scalar):
            return None
        fact_id = names.get(fold_cell_text(named.text))
        if fact_id is None:
            known = [fact.id for fact in self._scorecard.facts]
            self._fields.unknown(named.position, "fact", named.text, known, FACT_OF_CARD)
        return None if missing else fact_id

    def _verification(self, definition: FactDefinition, row: Mapping) -> Mapping:
        at = row.position
        parts: dict[str, Node] = {
            "judgement": Scalar(at, Judgement.CORRECTED.value),
            **_value(definition, row.entries["value"]),
            "method": Scalar(at, METHOD),
            **{key: row.entries[key] for key in ("reason", "person", "date")},
        }
        return Mapping(at, parts, {key: node.position for key, node in parts.items()})


def _value(definition: FactDefinition, node: Node) -> dict[str, Node]:
    if not isinstance(node, Scalar):
        return {"value": node}
    text = node.text.strip()
    if fold_cell_text(text) in reserved("not_applicable"):
        return {"not_applicable": Scalar(node.position, "yes")}
    known = choice_ids(definition.choices)
    match definition.type:
        case FactType.NUMBER if (number_match := _NUMBER.match(text)) is not None:
            number: dict[str, Node] = {"value": Scalar(node.position, number_match[1], plain=False)}
            unit = number_match[2] or definition.unit
            return {**number, "unit": Scalar(node.position, unit, plain=False)} if unit else number
        case FactType.CHOICE:
            return {"value": replace(node, text=known.get(fold_cell_text(text), text))}
        case FactType.CHOICES:
            chosen: list[Node] = [
                Scalar(node.position, known.get(fold_cell_text(word), word), plain=False) for word in split_list(text)
            ]
            return {"value": Items(node.position, chosen)}
        case _:
            return {"value": node}


def _yaml_rows(content: bytes, fields: FieldReader) -> list[Mapping]:
    tree = read_tree(content)
    if not isinstance(tree, Items):
        description = _message("LIST_WANTED", keys=KEYS)
        fields.problem(tree.position, "", description, "WRONG_SHAPE")
        return []
    rows = []
    for item in tree.items:
        parts = fields.mapping(item, "", KEYS, what=_message("MODERATED_VALUE"))
        rows.append(Mapping(item.position, parts, {key: node.position for key, node in parts.items()}))
    return rows


def _csv_rows(text: DelimitedText, fields: FieldReader) -> list[Mapping]:
    separator, records = text.separator(), text.records()
    first = next(records, None)
    names = [] if first is None else [value.strip() for value in text.values(first, separator)]
    heads = [_HEADS.get(name, name) for name in names]
    if sorted(heads) != sorted(KEYS):
        headings = ", ".join(heads) or "nothing"
        description = _message("HEADINGS", found=headings, keys=",".join(KEYS))
        raise_placed_error(FilePosition(1, 1), description, "MISSING_COLUMN")
    rows = []
    for record in records:
        cells = text.values(record, separator)
        if len(cells) > len(heads):
            fields.problem(text.position(record.line), "", _message("TOO_MANY_CELLS", count=len(cells)), "WRONG_SHAPE")
            continue
        entries: dict[str, Node] = {
            head: Scalar(FilePosition(record.line, column), cell.strip(), plain=False)
            for column, (head, cell) in enumerate(zip(heads, cells, strict=False), 1)
            if cell.strip()
        }
        if entries:
            positions = {key: cell.position for key, cell in entries.items()}
            rows.append(Mapping(text.position(record.line), entries, positions))
    return rows
