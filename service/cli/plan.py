"""Handlers of `plan` and `dossier measures`: measures for the present state of a subject, and the plans with them."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    InputError,
    Violation,
    add_months,
    did_you_mean_or_known,
    in_language,
    message_factory,
    wording_loader,
)
from service.base import instants
from service.base.resource_names import parse_card_reference
from service.cli.evaluate import suggesting_card
from service.cli.server_versions import gazette_with_versions
from service.cli.verify import add_previous, is_stored, violations_at_files
from service.gazette.versions import Gazette
from service.input.given_files import read_file
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.input_file import read_subject_file
from service.output.mapping.requests import read_date, write_request
from service.output.terminal.columns import columns_text
from service.output.terminal.given_options import read_settings
from service.output.terminal.output import RemoteError
from service.output.terminal.progress import status_line
from service.output.terminal.streams import print_error
from service.planning.measure_files.reading import read_measures
from service.planning.plan_messages import write_measure_list
from service.planning.plan_report import ReportSection, comparisons
from service.planning.plan_texts import PlanSection, PlanTexts
from touchstone.v1 import evaluation_service_pb2, plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from rules.model import PublishedVersion
    from service.base.resource_names import CardName
    from service.input.dossier.dossier_reader import Dossier
    from service.planning.measure_files.measure_list import MeasureFile

_message, _words = message_factory(__name__), wording_loader(__name__)

_PLANS = "plan_service.PlanService"
_EVALUATIONS = "evaluation_service.EvaluationService"
_MAX_FILE_BYTES = 4 << 20
_SECONDS_AROUND = 60
"""Seconds for the start of a process and the evaluations around a search."""
_POINTS = "points"
_COMPARISON_WIDTH = 118
_Form = pb2.WriteMeasuresRequest.Form


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """The result of a search with everything that its text needs."""

    result: plan_pb2.PlanResult
    version: PublishedVersion
    measures: plan_pb2.MeasureList
    goal: plan_pb2.PlanGoal


@dataclass(frozen=True, slots=True)
class _Present:
    """The present state: a stored evaluation, or a dossier as a request, and the version of the plans."""

    version: PublishedVersion
    card: CardName
    evaluation: str = ""
    request: evaluation_service_pb2.EvaluateSubjectRequest | None = None
    dossier: Dossier | None = None

    def add_to(self, request: pb2.PlanImprovementRequest | pb2.ProposeMeasuresRequest) -> None:
        if self.request is None:
            request.evaluation = self.evaluation
        else:
            request.request.CopyFrom(self.request)
        if self.card.version is not None:
            request.scorecard_version = str(self.card)


def plan(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    dossier: str,
    measures: Path,
    scorecard: str | None,
    on: str | None,
    to: str | None,
    all_grades: bool,
    all_gates: bool,
    budget: str | None,
    highest: str | None,
    lowest: str | None,
    years: int,
    today: str | None,
    alternatives: bool,
    time_limit: int,
    write_measures: Path | None,
    settings: Sequence[str],
    previous: Sequence[Path],
    gazette: Path,
    server: str | None,
    language: str,
    stubs: Callable[[str], Any],
) -> PlanAnswer:
    """Search for plans; report progress on a terminal."""
    if write_measures is not None:
        _refuse_existing(write_measures, "--write-measures")
    on = on or add_months(read_date(today or instants.now()[:10], "--today"), 12).isoformat()
    goal = _goal(on, to, budget, highest, lowest, years, all_grades=all_grades, all_gates=all_gates)
    day = read_date(on, "--on")
    with _present_state(dossier, scorecard, day, today, settings, previous, gazette, server, stubs) as present:
        goal.grade = _grade_id(goal.grade, present.version)
        read = _read_measure_file(measures, present.version)
        request = pb2.PlanImprovementRequest(
            measures=write_measure_list(read.measures),
            goal=goal,
            today=today or "",
            alternatives=alternatives,
            time_limit=time_limit,
            language_code=language,
        )
        present.add_to(request)
        texts = PlanTexts(present.version.scorecard, request.measures, goal, language)
        with _locating_errors(present, read, measures, dossier, previous):
            result = _search(request, texts, language, stubs)
        answer = PlanAnswer(result, present.version, request.measures, goal)
        if write_measures is not None and result.plans:
            _write_plan_measures(answer, write_measures, language, stubs)
    return answer


def propose_measures(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    dossier: str,
    scorecard: str | None,
    on: str | None,
    currency: str,
    out: Path,
    settings: Sequence[str],
    previous: Sequence[Path],
    gazette: Path,
    server: str | None,
    language: str,
    stubs: Callable[[str], Any],
) -> str:
    """Write a file with the proposed measures, and return a confirmation."""
    _refuse_existing(out, "--out")
    day = read_date(on or instants.now()[:10], "--on")
    with _present_state(dossier, scorecard, day, on, settings, previous, gazette, server, stubs) as present:
        request = pb2.ProposeMeasuresRequest(date=day.isoformat(), currency=currency, language_code=language)
        present.add_to(request)
        with _locating_errors(present, None, out, dossier, previous):
            proposed: plan_pb2.MeasureList = stubs(_PLANS).ProposeMeasures(request)
        out.write_bytes(_measure_file(proposed, present.version, out, language, stubs))
    return str(_words(language)["plan"]["proposed_measures"].format(file=out, count=len(proposed.measures)))


def _refuse_existing(path: Path, option: str) -> None:
    if path.exists():
        raise InputError.of(option, _message("MEASURES_EXIST", path=path), "WRONG_VALUE")


def plan_message(answer: PlanAnswer) -> plan_pb2.PlanResult:
    """Return the result as the API returns it."""
    return answer.result


def has_no_plan(answer: PlanAnswer) -> bool:
    """Return whether no plan reaches the goal."""
    return not answer.result.plans


def plan_text(answer: PlanAnswer, language: str) -> str:
    """Render the goal, each plan with its proof, and the grades and measures without a plan."""
    texts = PlanTexts(answer.version.scorecard, answer.measures, answer.goal, language)
    document = texts.document(answer.result)
    parts = ["\n".join(document.sentences)]
    scorecard = answer.version.scorecard
    compared = comparisons(answer.result, answer.measures, answer.goal, scorecard, language)
    parts += (_section_text(section, _COMPARISON_WIDTH) for section in compared)
    for view in document.plans:
        parts.append("\n".join(filter(None, (view.title, view.condition, view.verdict))))
        parts += map(_section_text, view.sections)
    parts += map(_section_text, document.sections)
    return "\n\n".join(parts)


def _section_text(section: PlanSection | ReportSection, width: int | None = None) -> str:
    lines = [section.title, *(f"  {sentence}" for sentence in section.sentences)]
    if section.table is not None:
        table = columns_text(section.table.heads, section.table.rows, width=width)
        lines += (f"  {line}" for line in table.splitlines())
    return "\n".join(lines)


def _goal(  # noqa: PLR0913, PLR0917 -- the options of a goal
    on: str,
    to: str | None,
    budget: str | None,
    highest: str | None,
    lowest: str | None,
    years: int,
    *,
    all_grades: bool,
    all_gates: bool,
) -> plan_pb2.PlanGoal:
    """Return the goal of the options; exactly one of them must name it."""
    if budget is not None and (to is not None or all_grades or all_gates):
        raise InputError.of("--budget", _message("BUDGET_OF_FIGURE"), "WRONG_VALUE")
    if highest is None and lowest is None and budget is not None:
        highest = _POINTS
    named = {
        "--to": to,
        "--all-grades": all_grades or None,
        "--all-gates": all_gates or None,
        "--highest": highest,
        "--lowest": lowest,
    }
    chosen = [option for option, value in named.items() if value is not None]
    if len(chosen) != 1:
        raise InputError.of("--to", _message("ONE_GOAL", found=chosen, known=list(named)), "WRONG_VALUE")
    goal = plan_pb2.PlanGoal(date=on, years=years, budget=budget or "")
    if to is not None:
        goal.kind, goal.grade = plan_pb2.PLAN_GOAL_KIND_GRADE, to
    elif all_grades or all_gates:
        goal.kind = plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE if all_grades else plan_pb2.PLAN_GOAL_KIND_ALL_GATES
    else:
        goal.kind = plan_pb2.PLAN_GOAL_KIND_LOWEST if highest is None else plan_pb2.PLAN_GOAL_KIND_HIGHEST
        figure = highest if highest is not None else lowest or ""
        goal.figure = "" if figure == _POINTS else figure
    return goal


def _grade_id(grade: str, version: PublishedVersion) -> str:
    """Return the id of a grade named by id or by label."""
    if not grade:
        return ""
    grades = version.scorecard.grades or version.scorecard.stage_definitions
    names = {each.id.casefold(): each.id for each in grades}
    names |= {label.casefold(): each.id for each in grades for label in each.labels.values()}
    if (found := names.get(grade.casefold())) is not None:
        return found
    known = [each.id for each in grades]
    hint = did_you_mean_or_known(grade[:60], known)
    raise InputError.of("--to", _message("NO_SUCH_GRADE", found=grade[:60], hint=hint), "WRONG_VALUE")


@contextmanager
def _present_state(  # noqa: PLR0913, PLR0917 -- the options of the present state
    source: str,
    scorecard: str | None,
    day: date,
    today: str | None,
    settings: Sequence[str],
    previous: Sequence[Path],
    gazette: Path,
    server: str | None,
    stubs: Callable[[str], Any],
) -> Iterator[_Present]:
    if is_stored(source):
        named = evaluation_service_pb2.GetEvaluationRequest(name=source, view="EVALUATION_VIEW_BASIC")
        record = stubs(_EVALUATIONS).GetEvaluation(named).record
        card = parse_card_reference(scorecard or record.scorecard_version.partition("/versions/")[0])
        with _gazette_of(card, gazette, server, stubs) as folder:
            yield _Present(_version(Gazette(folder), card, day), card, evaluation=source)
        return
    if scorecard is None:
        raise InputError.of("--scorecard", _message("DOSSIER_OF_CARD"), "REQUIRED")
    card = parse_card_reference(scorecard)
    with _gazette_of(card, gazette, server, stubs) as folder:
        store = Gazette(folder)
        version = _version(store, card, day)
        now = today or instants.today(version.scorecard.card.time_zone).isoformat()
        declared = version if card.version is not None else _version(store, card, read_date(now, "--today"))
        chosen = read_settings([*settings])
        with suggesting_card(store):
            dossier = read_subject_file(Path(source), declared.scorecard, as_of=now, settings=chosen)
        request = write_request(dossier.subject, scorecard=str(card), request_id="")
        add_previous(request, previous)
        yield _Present(version, card, request=request, dossier=dossier)


def _version(gazette: Gazette, card: CardName, day: date) -> PublishedVersion:
    if card.version is not None:
        return gazette.version(card.card, card.version)
    return gazette.find(card, as_of=day, known=instants.now())


def _gazette_of(
    card: CardName, gazette: Path, server: str | None, stubs: Callable[[str], Any]
) -> AbstractContextManager[Path]:
    return nullcontext(gazette) if server is None else gazette_with_versions(card, gazette, stubs)


def _read_measure_file(path: Path, version: PublishedVersion) -> MeasureFile:
    content = read_file(path, most=_MAX_FILE_BYTES)
    try:
        return read_measures(content, version.scorecard)
    except PlacedError as error:
        raise PlacedError(error.problems, path=str(path)) from None


def _search(
    request: pb2.PlanImprovementRequest, texts: PlanTexts, language: str, stubs: Callable[[str], Any]
) -> plan_pb2.PlanResult:
    result = plan_pb2.PlanResult()
    last = ""
    try:
        with status_line() as show:
            for answer in stubs(_PLANS).PlanImprovement(request, timeout=request.time_limit + _SECONDS_AROUND):
                if answer.HasField("result"):
                    result = answer.result
                else:
                    last = texts.progress(answer.progress)
                    show(last)
    except KeyboardInterrupt:
        stopped = _message("STOPPED_AT", state=last) if last else _message("STOPPED")
        print_error(f"touchstone: {in_language(stopped, language)}")
        raise
    return result


def _write_plan_measures(answer: PlanAnswer, path: Path, language: str, stubs: Callable[[str], Any]) -> None:
    chosen = {measure.measure_id for measure in answer.result.plans[-1].measures}
    measures = plan_pb2.MeasureList(
        currency=answer.measures.currency,
        measures=[measure for measure in answer.measures.measures if measure.id in chosen],
    )
    path.write_bytes(_measure_file(measures, answer.version, path, language, stubs))


def _measure_file(
    measures: plan_pb2.MeasureList, version: PublishedVersion, path: Path, language: str, stubs: Callable[[str], Any]
) -> bytes:
    form = _Form.FORM_WORKBOOK if path.suffix.lower() == ".xlsx" else _Form.FORM_YAML
    request = pb2.WriteMeasuresRequest(scorecard=version.name, measures=measures, form=form, language_code=language)
    content: bytes = stubs(_PLANS).WriteMeasures(request).content
    return content


@contextmanager
def _locating_errors(
    present: _Present, read: MeasureFile | None, measures: Path, source: str, previous: Iterable[Path]
) -> Iterator[None]:
    """Add the location in the dossier or in the file of measures to the violations of a refused request."""
    try:
        yield
    except RemoteError as error:
        violations = error.violations()
        listed = _without(violations, "measures.")
        if listed and read is not None:
            raise PlacedError(read.located(InputError(listed)).problems, path=str(measures)) from None
        declared = _without(violations, "request.")
        if declared and present.dossier is not None:
            placed = present.dossier.located(InputError(violations_at_files(declared, [*previous])))
            raise PlacedError(placed.problems, path=source) from None
        if violations:
            named = {"goal.grade": "--to", "goal.figure": "--highest", "goal.budget": "--budget", "goal.date": "--on"}
            named |= {"today": "--today", "goal.years": "--years", "currency": "--currency", "date": "--on"}
            raise InputError(
                tuple(
                    Violation(named.get(each.field, each.field), each.description, each.reason) for each in violations
                )
            ) from None
        raise


def _without(violations: Sequence[Violation], prefix: str) -> tuple[Violation, ...]:
    """Return the violations of a part of the request, with the fields inside it."""
    return tuple(
        Violation(each.field.removeprefix(prefix), each.description, each.reason)
        for each in violations
        if each.field.startswith(prefix)
    )
