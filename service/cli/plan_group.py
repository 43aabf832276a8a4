"""Handler of `batch plan`: one budget over the subjects of a batch."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, in_language, message_factory
from service.base import instants
from service.base.grpc_status import item_error_of
from service.base.resource_names import parse_card_reference
from service.batch.sources import open_batch
from service.cli.server_versions import gazette_with_versions
from service.gazette.versions import Gazette
from service.input.given_files import read_file
from service.input.tree.placed_errors import PlacedError
from service.output.mapping.requests import read_date, write_request
from service.output.tables import table_csv, workbook_of
from service.output.terminal.columns import columns_text
from service.output.terminal.given_options import read_settings
from service.output.terminal.output import RemoteError
from service.output.terminal.own_server import temporary_server
from service.output.terminal.progress import status_line
from service.output.terminal.server_calls import RemoteServer
from service.output.terminal.streams import print_error
from service.planning.group_texts import GroupTexts
from service.planning.measure_files.reading import read_measures
from service.planning.plan_messages import write_measure_list
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rules.model import PublishedVersion
    from service.batch.sources import Batch

_message = message_factory(__name__)

_PLANS = "plan_service.PlanService"
_MAX_FILE_BYTES = 4 << 20
_MAX_REQUEST_BYTES = 1 << 28
_SECONDS_AROUND = 120
"""Seconds for the start of processes, and the choice after the searches."""
_POINTS = "points"
_SUFFIXES = (".yaml", ".yml", ".json", ".csv", ".xlsx")
_MEASURES = ".measures"
_OPTIONS = {"goal.budget": "--budget", "goal.date": "--on", "goal.figure": "--highest", "goal.years": "--years"}


@dataclass(slots=True)
class GroupAnswer:
    """The result of a group with everything that its text needs."""

    version: PublishedVersion
    goal: plan_pb2.GroupGoal
    measures: dict[str, plan_pb2.MeasureList] = field(default_factory=dict)
    result: plan_pb2.GroupResult = field(default_factory=plan_pb2.GroupResult)


def plan_group(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    card: str,
    source: Path,
    measures: Path,
    budget: str,
    on: str,
    highest: str | None,
    lowest: str | None,
    worths: Sequence[str],
    years: int,
    today: str | None,
    time_limit: int,
    table: Path | None,
    settings: Sequence[str],
    decimal_mark: str | None,
    gazette: Path,
    server: str | None,
    language: str,
) -> GroupAnswer:
    """Distribute a budget over the subjects of a batch; report progress on a terminal."""
    _check_table(table)
    goal = _goal(on, highest, lowest, worths)
    goal.budget, goal.years = budget, years
    named, day = parse_card_reference(card), read_date(on, "--on")
    with ExitStack() as parts:
        parts.enter_context(_naming_options())
        stubs = None if server is None else parts.enter_context(RemoteServer(server).stubs())
        if stubs is not None:
            gazette = parts.enter_context(gazette_with_versions(named, gazette, stubs))
        store = Gazette(gazette)
        version = store.find(named, as_of=day, known=instants.now())
        answer = GroupAnswer(version, goal)
        now = today or instants.today(version.scorecard.card.time_zone).isoformat()
        declared = store.find(named, as_of=read_date(now, "--today"), known=instants.now())
        chosen = read_settings([*settings])
        batch = parts.enter_context(
            open_batch(source, declared.scorecard, as_of=now, settings=chosen, decimal_mark=decimal_mark or "")
        )
        request = pb2.PlanGroupRequest(goal=goal, today=now, time_limit=time_limit, language_code=language)
        failed = _add_members(request, batch, answer, _MeasureFiles(measures, version), str(named))
        texts = GroupTexts(version.scorecard, answer.measures, goal, language)
        if stubs is None:
            folder = parts.enter_context(tempfile.TemporaryDirectory())
            own = temporary_server(
                gazette,
                maximum_message_bytes=str(_MAX_REQUEST_BYTES),
                database_url=f"sqlite:///{folder}/empty.sqlite3",
            )
            stubs = parts.enter_context(RemoteServer(parts.enter_context(own)).stubs())
        answer.result.CopyFrom(_search(request, texts, language, stubs))
        answer.result.failed.extend(failed)
    if table is not None:
        _write_table(table, texts, answer.result)
    return answer


def _add_members(
    request: pb2.PlanGroupRequest, batch: Batch, answer: GroupAnswer, listed: _MeasureFiles, scorecard: str
) -> list[plan_pb2.FailedMember]:
    """Add the subjects of a batch to a request, and return those that cannot be read."""
    failed: list[plan_pb2.FailedMember] = []
    for item in batch.items():
        id = item.key.rpartition("/")[2]
        try:
            dossier = item.read()
        except PlacedError as error:
            failed.append(plan_pb2.FailedMember(member_id=id, error=item_error_of(error, request.language_code)))
            continue
        answer.measures[id] = listed.of(id)
        member = request.members.add(id=id, measures=answer.measures[id])
        member.request.CopyFrom(write_request(dossier.subject, scorecard=scorecard, request_id=""))
    if failed and not request.members:
        raise InputError.of("BATCH", _message("NO_READABLE_SUBJECT", problem=failed[0].error.message), "WRONG_VALUE")
    return failed


class _MeasureFiles:
    """One file for all members, or a folder with a file for each of them."""

    def __init__(self, path: Path, version: PublishedVersion) -> None:
        self._path, self._version = path, version
        self._read: dict[Path, plan_pb2.MeasureList] = {}

    def of(self, member: str) -> plan_pb2.MeasureList:
        path = self._path
        if path.is_dir():
            names = (f"{member}{middle}{suffix}" for middle in (_MEASURES, "") for suffix in _SUFFIXES)
            found = next((path / name for name in names if (path / name).is_file()), None)
            if found is None:
                text = _message("NO_MEASURE_FILE", folder=path, member=member, suffixes=[*_SUFFIXES])
                raise InputError.of("MEASURES", text, "REQUIRED")
            path = found
        if path not in self._read:
            content = read_file(path, most=_MAX_FILE_BYTES)
            try:
                read = read_measures(content, self._version.scorecard).measures
            except PlacedError as error:
                raise PlacedError(error.problems, path=str(path)) from None
            self._read[path] = write_measure_list(read)
        return self._read[path]


def _goal(on: str, highest: str | None, lowest: str | None, worths: Sequence[str]) -> plan_pb2.GroupGoal:
    goal = plan_pb2.GroupGoal(kind=plan_pb2.GROUP_GOAL_KIND_GRADES, date=on)
    if highest is not None and lowest is not None:
        raise InputError.of("--lowest", _message("ONE_FIGURE"), "WRONG_VALUE")
    if worths and not (highest is None and lowest is None):
        raise InputError.of("--worth", _message("WORTH_OF_GRADES"), "WRONG_VALUE")
    figure = highest if highest is not None else lowest
    if figure is not None:
        goal.kind = plan_pb2.GROUP_GOAL_KIND_LOWEST if highest is None else plan_pb2.GROUP_GOAL_KIND_HIGHEST
        goal.figure = "" if figure == _POINTS else figure
    for pair in worths:
        grade, sign, worth = pair.partition("=")
        if not (grade and sign and worth):
            raise InputError.of("--worth", _message("WORTH_FORM", found=pair[:60]), "MALFORMED")
        goal.worths.add(grade=grade, worth=worth)
    return goal


def _search(
    request: pb2.PlanGroupRequest, texts: GroupTexts, language: str, stubs: Callable[[str], Any]
) -> plan_pb2.GroupResult:
    result = plan_pb2.GroupResult()
    last = ""
    try:
        with status_line() as show:
            for answer in stubs(_PLANS).PlanGroup(request, timeout=request.time_limit + _SECONDS_AROUND):
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


@contextmanager
def _naming_options() -> Iterator[None]:
    """Name the option instead of the field in the violations of a refused request."""
    try:
        yield
    except RemoteError as error:
        violations = error.violations()
        if not violations:
            raise
        raise InputError(
            tuple(Violation(_OPTIONS.get(item.field, item.field), item.description, item.reason) for item in violations)
        ) from None


def _check_table(path: Path | None) -> None:
    if path is not None and path.suffix.lower() not in {".csv", ".xlsx"}:
        raise InputError.of("--table", _message("TABLE_FORM", path=path), "WRONG_VALUE")


def _write_table(path: Path, texts: GroupTexts, result: plan_pb2.GroupResult) -> None:
    """Write the chosen measures as CSV, or all tables as a workbook."""
    tables = texts.tables(result)
    if path.suffix.lower() == ".xlsx":
        path.write_bytes(workbook_of(tables))
    else:
        path.write_text(table_csv(tables[texts.title("measures")]), encoding="utf-8", newline="")


def group_message(answer: GroupAnswer) -> plan_pb2.GroupResult:
    """Return the result as the API returns it."""
    return answer.result


def has_failures(answer: GroupAnswer) -> bool:
    """Return whether a member has no plan because of an error."""
    return bool(answer.result.failed)


def group_text(answer: GroupAnswer, language: str) -> str:
    """Render the goal, the sums with their proof, the members and the failures."""
    texts = GroupTexts(answer.version.scorecard, answer.measures, answer.goal, language)
    document = texts.document(answer.result)
    parts = ["\n".join(document.sentences)]
    if document.members.rows:
        parts.append(f"{texts.title('members')}\n{columns_text(document.members.heads, document.members.rows)}")
    if document.failed is not None:
        parts.append(f"{texts.title('failed')}\n{columns_text(document.failed.heads, document.failed.rows)}")
    return "\n\n".join(parts)
