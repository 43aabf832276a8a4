"""Texts and tables about the plans of a group in one language, for commands and files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from google.rpc import error_details_pb2

from rules.contracts import NO_GRADE, format_for_display, join_items, parse_exact, parse_plurals, read_toml
from service.output.mapping.mapper import word_of
from service.output.tables import Table, table_of_cells
from service.planning.group_messages import ladder_of, write_search_goal
from service.planning.plan_texts import PlanTable, PlanTexts
from touchstone.v1 import plan_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.model import Scorecard
    from service.output.tables import Cell
    from touchstone.v1 import types_pb2

_PLACES = 2
_MEMBER_HEADS = ("member", "before", "after", "grade", "cost", "proved", "measures")
_MEASURE_HEADS = (
    "member", "measure", "name", "level", "first_day", "last_day", "once_least", "once_most", "year_least", "year_most"
)  # fmt: skip


@cache
def _texts(language: str) -> dict[str, Any]:
    found: dict[str, Any] = parse_plurals(read_toml(__name__.rpartition(".")[0], "group_texts.toml")[language])
    return found


@dataclass(frozen=True, slots=True)
class GroupDocument:
    """The texts of a result."""

    sentences: tuple[str, ...]
    members: PlanTable
    failed: PlanTable | None


@dataclass(frozen=True, slots=True)
class MemberView:
    """The texts of one member; each measure has its name, its level if there are several, and its days."""

    id: str
    before: str
    after: str
    cost: str
    is_proved: str
    measures: tuple[tuple[str, str, str], ...]
    assumed: str
    """The facts with values that the plan assumes; empty if it assumes none."""


class GroupTexts:
    """Writes texts about the plans of one group; `measures` are the lists of its members."""

    def __init__(
        self,
        scorecard: Scorecard,
        measures: Mapping[str, plan_pb2.MeasureList],
        goal: plan_pb2.GroupGoal,
        language: str,
    ) -> None:
        self._goal, self._language = goal, language
        self._texts = _texts(language)
        self._currency = next((each.currency for each in measures.values()), "")
        own_goal = write_search_goal(goal)
        self._of = {id: PlanTexts(scorecard, each, own_goal, language) for id, each in measures.items()}
        self._ladder = (NO_GRADE, *ladder_of(scorecard))
        self._shared = PlanTexts(scorecard, plan_pb2.MeasureList(currency=self._currency), own_goal, language)
        self._names = {id: {item.id: item.name for item in each.measures} for id, each in measures.items()}

    def document(self, result: plan_pb2.GroupResult) -> GroupDocument:
        failed = None
        if result.failed:
            rows = tuple((each.member_id, _reason(each.error)) for each in result.failed)
            failed = PlanTable(self._heads(("member", "reason")), rows)
        members = tuple(self._member_row(each) for each in result.members)
        return GroupDocument(self._sentences(result), PlanTable(self._heads(_MEMBER_HEADS), members, (4,)), failed)

    def member_heads(self) -> tuple[str, ...]:
        """Return the headings of the fields of a member."""
        return self._heads(("member", "before", "after", "cost", "proved", "measures"))

    def members(self, result: plan_pb2.GroupResult) -> tuple[MemberView, ...]:
        """Return the members with their measures by name; without own worths, with grades instead of their worth."""
        return tuple(map(self._member, result.members))

    def _member(self, member: plan_pb2.PlannedMember) -> MemberView:
        texts, words = self._of[member.member_id], self._texts["words"]
        timeline = texts.timeline(member.plan).table
        rows = () if timeline is None else timeline.rows
        assumed = join_items(map(texts.fact, member.plan.assumed_facts), self._language)
        return MemberView(
            member.member_id,
            self._grade_or_worth(member.worth_before),
            self._grade_or_worth(member.worth),
            texts.amount(member.cost),
            words["yes" if member.is_proved else "no"],
            tuple((name, "".join(level), f"{first} – {last}") for first, last, name, *level, _, _ in rows),
            str(self._texts["sentences"]["assumed"].format(facts=assumed)) if assumed else "",
        )

    def _grade_or_worth(self, worth: str) -> str:
        if self._goal.kind == plan_pb2.GROUP_GOAL_KIND_GRADES and not self._goal.worths:
            return self._shared.grade(self._ladder[int(parse_exact(worth))])
        return self._worth(worth)

    def title(self, key: str) -> str:
        return str(self._texts["titles"][key])

    def progress(self, state: plan_pb2.GroupProgress) -> str:
        """Return one line about a running search."""
        words = self._texts["progress"]
        line = words["members"].format(finished=state.finished, members=state.members, failed=state.failed)
        if not state.bound:
            return str(line)
        shown = words["sum"].format(
            worth=self._worth(state.worth), bound=self._worth(state.bound), gap=self._percent(state.gap)
        )
        return f"{line}; {shown}" if self._language == "en" else f"{line}；{shown}"

    def tables(self, result: plan_pb2.GroupResult) -> dict[str, Table[Any]]:
        """Return the tables of a file by title: the chosen measures, the members, and the members without a plan."""
        document = self.document(result)
        tables: dict[str, Table[Any]] = {
            self.title("measures"): table_of_cells(self._heads(_MEASURE_HEADS), self._measure_rows(result)),
            self.title("members"): table_of_cells(document.members.heads, document.members.rows),
        }
        if document.failed is not None:
            tables[self.title("failed")] = table_of_cells(document.failed.heads, document.failed.rows)
        return tables

    def _sentences(self, result: plan_pb2.GroupResult) -> tuple[str, ...]:
        goal, words = self._goal, self._texts["sentences"]
        kind = word_of(plan_pb2.GroupGoalKind, goal.kind)
        first = self._texts["goal"][kind].format(
            date=goal.date, budget=self._shared.amount(goal.budget), figure=self._shared.figure_name
        )
        total = words["total_lowest" if kind == "lowest" else "total"].format(
            cost=self._shared.amount(result.cost),
            before=self._worth(result.worth_before),
            after=self._worth(result.worth),
        )
        proof = words["bound"].format(bound=self._worth(result.bound), gap=self._percent(result.gap))
        sentences = [first, total, words["proved"] if result.is_proved else proof]
        if parse_exact(result.price):
            gain = format_for_display(1000 * parse_exact(result.price), _PLACES)
            sentences.append(words["price"].format(currency=self._currency, gain=gain))
        sentences.append(
            words["scale"].format(money=result.money_scale, worth=result.worth_scale, searches=result.searches)
        )
        if result.failed:
            sentences.append(words["failed"].format(count=len(result.failed)))
        return tuple(map(str, sentences))

    def _member_row(self, member: plan_pb2.PlannedMember) -> tuple[str, ...]:
        texts, words = self._of[member.member_id], self._texts["words"]
        plan = member.plan
        grade = texts.grade(plan.grade) if plan.grade else ""
        measures = ", ".join(chosen.measure_id for chosen in plan.measures) or words["none"]
        return (
            member.member_id,
            self._worth(member.worth_before),
            self._worth(member.worth),
            grade,
            texts.amount(member.cost),
            words["yes" if member.is_proved else "no"],
            measures,
        )

    def _measure_rows(self, result: plan_pb2.GroupResult) -> Iterable[Sequence[Cell]]:
        for member in result.members:
            names = self._names[member.member_id]
            for chosen in member.plan.measures:
                once, per_year = chosen.cost_once, chosen.cost_per_year
                yield (
                    member.member_id,
                    chosen.measure_id,
                    names.get(chosen.measure_id, ""),
                    chosen.level,
                    chosen.start_date,
                    chosen.end_date,
                    once.least,
                    once.most,
                    per_year.least,
                    per_year.most,
                )

    def _heads(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._texts["heads"][key] for key in keys)

    def _worth(self, value: str) -> str:
        if self._goal.kind == plan_pb2.GROUP_GOAL_KIND_GRADES:
            return format_for_display(parse_exact(value), _PLACES)
        return self._shared.figure(value)

    def _percent(self, gap: str) -> str:
        return format_for_display(100 * parse_exact(gap), _PLACES)


def _reason(error: types_pb2.ItemError) -> str:
    """Return the violations of a failed member, or the message of its error, in the language of the call."""
    wrong, localized = error_details_pb2.BadRequest(), error_details_pb2.LocalizedMessage()
    for detail in error.details:
        if detail.Unpack(wrong) and wrong.field_violations:
            texts = (item.localized_message.message or item.description for item in wrong.field_violations)
            fields = (item.field for item in wrong.field_violations)
            return " ".join(f"{field}: {text}" for field, text in zip(fields, texts, strict=True))
    found = next((localized.message for detail in error.details if detail.Unpack(localized)), "")
    return found or error.message
