"""Which assessors rate one subject, each in a dossier of their own, and may these be put together?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.engine.read_subject import read_subject
from service.base import instants
from service.reading.tree.problems import Place, PlacedError, Problem
from service.reading.workbook.files import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from rules.contracts.inputs import Subject
    from rules.model.scorecard import Scorecard
    from service.reading.dossier.reading import Dossier

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What stands in one file: the ratings of one assessor, or of several who were put together before."""

    file: str
    dossier: Dossier

    @property
    def subject(self) -> Subject:
        """The subject as this file describes it."""
        return self.dossier.subject

    @property
    def persons(self) -> tuple[str, ...]:
        """Whoever rates in it, in the order of the facts."""
        return tuple(dict.fromkeys(rating.person for fact in self.subject.facts for rating in fact.ratings))

    def problems(self, violations: Iterable[Violation]) -> list[Problem]:
        """Give faults of fields the places of this file."""
        return in_file(self.file, self.dossier.located(InputError(tuple(violations))).problems)


def in_file(file: str, problems: Iterable[Problem]) -> list[Problem]:
    """Name the file of problems, so that those of several files can stand together."""
    return [
        replace(problem, place=replace(problem.place or Place(1, 1), file=file))
        if problem.place is None or not problem.place.file
        else problem
        for problem in problems
    ]


def read_assessments(paths: Sequence[Path], scorecard: Scorecard) -> tuple[Assessment, ...]:
    """Read the dossiers or workbooks of the assessors of one subject.

    Raises:
        InputError: fewer than two files are given.
        PlacedError: a file cannot be accepted, they are about different subjects or settings, one has no ratings,
            or one person rates in two of them; everything is listed with its file and place.
    """
    if len(paths) < 2:
        description = _say("TWO_ASSESSORS")
        raise InputError((Violation("FILES", description, "NOT_FOUND"),))
    problems: list[Problem] = []
    found: list[Assessment] = []
    for path in paths:
        try:
            found.append(Assessment(str(path), _read(path, scorecard)))
        except PlacedError as error:
            problems += in_file(str(path), error.problems)
    if not problems:
        problems += _contradictions(found)
    if problems:
        raise PlacedError(problems)
    return tuple(found)


def _read(path: Path, scorecard: Scorecard) -> Dossier:
    """Read one file, with everything refused that an evaluation would refuse."""
    today = instants.now()[:10]
    dossier = read_file(path, scorecard, as_of=today, settings={})
    try:
        read_subject(scorecard, dossier.subject)
    except InputError as error:
        raise dossier.located(error) from None
    return dossier


def _contradictions(found: Sequence[Assessment]) -> list[Problem]:
    first, *others = found
    problems: list[Problem] = []
    rating: dict[str, str] = {}
    for one in found:
        if not one.persons:
            description = _say("NOBODY_RATES")
            problems += one.problems([Violation("facts", description, "NO_RATINGS")])
        for person in one.persons:
            if person in rating:
                description = _say("RATES_ALREADY", person=person, file=rating[person])
                problems += one.problems([Violation("assessor", description, "REPEATED_PERSON")])
            rating.setdefault(person, one.file)
    for other in others:
        if other.subject.subject != first.subject.subject:
            description = _say(
                "OTHER_SUBJECT", found=other.subject.subject, wanted=first.subject.subject, file=first.file
            )
            problems += other.problems([Violation("subject", description, "OTHER_SUBJECT")])
        ours, theirs = first.subject.settings, other.subject.settings
        for setting in sorted({*ours, *theirs}):
            if ours.get(setting) != theirs.get(setting):
                description = _say(
                    "OTHER_SETTING", found=theirs.get(setting, ""), other=ours.get(setting, ""), file=first.file
                )
                problems += other.problems([Violation(f"settings[{setting}]", description, "OTHER_SETTING")])
    return problems
