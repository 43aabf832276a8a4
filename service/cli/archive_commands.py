"""How are `evaluations` and `diff` called?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.messages import listed
from rules.contracts.typesetting import typeset
from rules.model.diff import diff
from service.cli.desk import is_folder, read_draft
from service.cli.json_form import as_json
from service.cli.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
)
from service.cli.output import Format, Language, answering, put
from service.cli.remote import Remote
from service.cli.words import words
from service.gazette import Gazette
from service.mapping.changes import write_changes
from service.names import card_name
from service.report.double_use import double_uses, only_shared
from service.store.filters import FIELDS
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, scorecard_pb2

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "evaluations", evaluations_command)
    add_command(app, "diff", diff_command)


def evaluations_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    *,
    server: Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that stores them.")],
    chosen: Annotated[
        str, typer.Option("--filter", help=f"Comparisons joined by AND. Fields: {', '.join(FIELDS)}.")
    ] = "",
    order_by: Annotated[
        str, typer.Option("--order-by", help="create_time or record.as_of_date, or with ' desc'.")
    ] = "",
    page_size: Annotated[int, typer.Option("--page-size", help="The most evaluations to list, 1,000 at most.")] = 50,
    page_token: Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List one page of the stored evaluations of an organisation, newest first.

    \b
    Examples:
      touchstone evaluations organizations/example --server 127.0.0.1:50051
      touchstone evaluations organizations/example --server 127.0.0.1:50051 --filter 'record.conclusion.grade = gold'
      touchstone evaluations organizations/example --server 127.0.0.1:50051 --filter 'record.conclusion.grade = 三星'
      touchstone evaluations organizations/example --server 127.0.0.1:50051 \
        --filter 'record.conclusion.verdict = VERDICT_PROHIBITED AND record.as_of_date >= 2026-01-01'

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed.
    """
    request = evaluation_service_pb2.ListEvaluationsRequest(
        parent=organization, filter=chosen, order_by=order_by, page_size=page_size, page_token=page_token
    )
    with answering(form):
        answer = Remote(server).evaluations(request)
        put(as_json(answer) if form is Format.JSON else _page(answer, language.value))


def diff_command(
    before: Annotated[str, typer.Argument(metavar="CARD", help="A version (CARD@1.0.0), the newest, or a folder.")],
    after: Annotated[str, typer.Argument(metavar="CARD", help="What to compare it with, likewise.")],
    *,
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say what differs in meaning between two versions, and which step of the version number that asks for.

    \b
    Examples:
      touchstone diff zero-carbon-factory@1.0.0 features/zero-carbon-factory
      touchstone diff zero-carbon-factory@1.0.0 zero-carbon-factory@1.1.0 --language zh --format json

    \b
    Exit codes: 0 compared, 2 there is no such version, or the draft has errors.
    """
    with answering(form):
        old, new = (_scorecard(card, Gazette(gazette)) for card in (before, after))
        answer = write_changes(diff(old, new), language.value)
        if form is Format.JSON:
            put(as_json(answer))
            return
        step = scorecard_pb2.VersionStep.Name(answer.required_step).removeprefix("VERSION_STEP_").lower()
        spoken = words(language.value)["diff"]
        said = spoken[step].format(count=len(answer.changes)) if answer.changes else spoken["nothing"]
        put("\n".join((*(typeset(change.text, language.value) for change in answer.changes), said)))


def _scorecard(card: str, gazette: Gazette) -> Scorecard:
    if is_folder(card):
        return read_draft(Path(card), ()).scorecard
    name = card_name(card)
    version = gazette.version(name.card, name.version) if name.version else gazette.versions(name.card)[-1]
    return version.scorecard


def _page(answer: evaluation_service_pb2.ListEvaluationsResponse, language: str) -> str:
    spoken = words(language)
    lines = [_line(evaluation, spoken) for evaluation in answer.evaluations] or [spoken["evaluations"]["none"]]
    doubled = [
        spoken["evaluations"]["doubled"].format(subject=_subject(one), as_of=one.record.as_of_date, count=count)
        for one in answer.evaluations
        if (count := len(double_uses(one.archive_findings)))
    ]
    if doubled:
        first = spoken["evaluations"]["double_uses"].format(found=listed(dict.fromkeys(doubled), language))
        lines.insert(0, typeset(first, language))
    if answer.next_page_token:
        lines.append(spoken["evaluations"]["more"].format(token=answer.next_page_token))
    return "\n".join(lines)


def _line(evaluation: evaluation_pb2.Evaluation, spoken: dict[str, Any]) -> str:
    record = evaluation.record
    counts = {"double": double_uses, "shared": only_shared}
    found = {name: len(kept(evaluation.archive_findings)) for name, kept in counts.items()}
    parts = (
        evaluation.create_time.ToJsonString(),
        evaluation.name,
        _subject(evaluation),
        record.scorecard_version.removeprefix("scorecards/").replace("/versions/", "@"),
        record.as_of_date,
        _answer(record.conclusion),
        *(spoken["evaluations"][name].format(count=count) for name, count in found.items() if count),
    )
    return "  ".join(parts)


def _subject(evaluation: evaluation_pb2.Evaluation) -> str:
    return evaluation.record.subject.rpartition("/")[2]


def _answer(conclusion: evaluation_pb2.Conclusion) -> str:
    """Say the grade, the verdict or the stage, or else the kind, each as a filter would have to name it."""
    if conclusion.grade:
        return conclusion.grade
    if conclusion.verdict:
        return evaluation_pb2.Verdict.Name(conclusion.verdict)
    return conclusion.stage or evaluation_pb2.Conclusion.Kind.Name(conclusion.kind)
