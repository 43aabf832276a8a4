"""Checks of a group as a whole; the search of each member checks its facts and measures."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import message_factory
from rules.contracts.numbers import NumberError
from rules.engine.read_values import Violations
from rules.planning.amounts import exact_amount, exact_cost
from rules.planning.group import MAXIMUM_MEMBERS, GroupGoalKind
from rules.planning.measure_checks import check_term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from rules.planning.group import GroupRequest

_message = message_factory(__name__)


def check_group(request: GroupRequest) -> None:
    """Check members, currency, budget and worths.

    Raises:
        InputError: With all violations.
    """
    violations = Violations()
    violations.items += (*_check_members(request), *_check_goal(request))
    check_term(request, violations)
    if violations.items:
        raise InputError(tuple(violations.items))


def _check_members(request: GroupRequest) -> Iterator[Violation]:
    members = request.members
    if not members:
        yield Violation("members", _message("NO_MEMBERS"), "REQUIRED")
    if len(members) > MAXIMUM_MEMBERS:
        text = _message("TOO_MANY_MEMBERS", count=len(members), most=MAXIMUM_MEMBERS)
        yield Violation("members", text, "WRONG_VALUE")
        return
    for id, count in Counter(member.id for member in members).items():
        if count > 1:
            yield Violation(f"members[{id}]", _message("MEMBER_TWICE", id=id), "DUPLICATE")
    for number, member in enumerate(members):
        if not member.id:
            yield Violation(f"members[{number}].id", _message("NO_MEMBER_ID"), "REQUIRED")
    yield from _check_same(request)


def _check_same(request: GroupRequest) -> Iterator[Violation]:
    """Find members with another currency or another unit of the figure than the first member."""
    for member in request.members[1:]:
        first = request.members[0]
        if member.measures.currency != first.measures.currency:
            found, first_found = member.measures.currency, first.measures.currency
            text = _message("OTHER_CURRENCY", found=found, id=first.id, first=first_found)
            yield Violation(f"members[{member.id}].measures.currency", text, "WRONG_VALUE")
        if request.goal.kind != GroupGoalKind.GRADES and member.unit != first.unit:
            text = _message("OTHER_UNIT", found=member.unit, id=first.id, first=first.unit)
            yield Violation(f"members[{member.id}]", text, "WRONG_VALUE")


def _check_goal(request: GroupRequest) -> Iterator[Violation]:
    goal = request.goal
    yield from _check_number(exact_cost, "goal.budget", goal.budget)
    if goal.kind != GroupGoalKind.GRADES:
        if goal.worths:
            yield Violation("goal.worths", _message("WORTHS_OF_FIGURE"), "WRONG_VALUE")
        return
    if goal.figure:
        yield Violation("goal.figure", _message("FIGURE_OF_GRADES"), "WRONG_VALUE")
    yield from _check_worths(request)


def _check_worths(request: GroupRequest) -> Iterator[Violation]:
    known = {grade for member in request.members for grade in member.grades}
    worths: dict[str, Fraction] = {}
    for each in request.goal.worths:
        field = f"goal.worths[{each.grade}]"
        if each.grade not in known:
            text = _message("UNKNOWN_GRADE", found=each.grade, known=sorted(known))
            yield Violation(field, text, "WRONG_VALUE")
        if each.grade in worths:
            yield Violation(field, _message("GRADE_TWICE", grade=each.grade), "DUPLICATE")
        wrong = list(_check_number(exact_amount, field, each.worth))
        yield from wrong
        if not wrong:
            worths[each.grade] = exact_amount(each.worth)
            if worths[each.grade] < 0:
                yield Violation(field, _message("NEGATIVE", found=each.worth), "WRONG_VALUE")
    for grades in dict.fromkeys(member.grades for member in request.members):
        for lower, better in pairwise(grade for grade in grades if grade in worths):
            if worths[better] < worths[lower]:
                text = _message("WORTH_FALLS", better=better, lower=lower)
                yield Violation(f"goal.worths[{better}]", text, "WRONG_VALUE")


def _check_number(parse: Callable[[str], Fraction], field: str, text: str) -> Iterator[Violation]:
    try:
        parse(text)
    except NumberError as error:
        yield Violation(field, error_message(error), "NOT_A_NUMBER")
