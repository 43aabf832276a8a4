"""Handlers of the batch commands: empty workbook, evaluation and group totals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rules.contracts import InputError, Violation, message_factory
from service.base.resource_names import parse_card_reference
from service.batch.batch_run import evaluate_batch
from service.batch.group_evaluation import evaluate_group
from service.batch.render_group import (
    GroupRenderer,
    group_csv,
    group_document,
    group_text,
    render_group,
    write_group,
)
from service.batch.render_summary import interrupted_text, summary_document, summary_text, words
from service.gazette.versions import Gazette
from service.input.tabular.xlsx_access import not_xlsx_message
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.template import write_template
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.given_options import compile_named_draft, read_settings, resolve_rules, resolve_version
from service.output.terminal.json_form import to_json_document
from service.output.terminal.output import ExitCode
from service.output.terminal.streams import print_error, write_output
from touchstone.client.json_form import as_json

_message = message_factory(__name__)


def template(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str, draft: bool, out: Path, version: str | None, layout: str, gazette: Path, language: str
) -> str:
    """Write an empty workbook and return a confirmation."""
    resolved = resolve_rules(card, published := Gazette(gazette), draft=draft)
    if isinstance(resolved, Path):
        if version is not None:
            raise InputError.of("--version", _message("FOLDER_HAS_ONE_DRAFT"), "WRONG_VALUE")
        scorecard = compile_named_draft(resolved).scorecard
    else:
        scorecard = resolve_version(
            parse_card_reference(f"{card}@{version}") if version else resolved, published
        ).scorecard
    if out.suffix.lower() != ".xlsx":
        raise InputError.of("--out", not_xlsx_message(out), "WRONG_VALUE")
    if out.exists():
        raise InputError.of("--out", _message("EXISTS", out=out), "WRONG_VALUE")
    out.write_bytes(write_template(scorecard, language=language, layout=Layout(layout)))
    sentence: str = words(language)["template"]
    return sentence.format(file=out, card=scorecard.card.id, version=scorecard.card.version, count=len(scorecard.facts))


def evaluate(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str,
    source: Path,
    as_of: str,
    known: str | None,
    settings: Sequence[str],
    decimal_mark: str | None,
    out: Path | None,
    resume: bool,
    server: str | None,
    gazette: Path,
    language: str,
    format: str,
) -> CommandResult:
    """Evaluate a batch and write its summary next to the results."""
    result = evaluate_batch(
        card,
        source,
        as_of=as_of,
        known=known,
        settings=read_settings(settings),
        decimal_mark=decimal_mark,
        gazette=Gazette(gazette),
        server=server,
        out=out,
        resume=resume,
        language=language,
        shows_progress=format == "text",
    )
    text, document = summary_text(result, language), summary_document(result)
    if result.outputs is not None:
        result.outputs.summary.write_text(to_json_document(document), encoding="utf-8")
    if result.interrupted:
        write_output(to_json_document(document) if format == "json" else text)
        print_error(interrupted_text(result, language))
        raise SystemExit(ExitCode.INTERRUPTED)
    return CommandResult(text, bool(result.tally.failed), document)


def group(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str,
    source: Path,
    as_of: str,
    known: str | None,
    settings: Sequence[str],
    decimal_mark: str | None,
    workbook: Path | None,
    page: Path | None,
    table: Path | None,
    out: Path | None,
    gazette: Path,
    language: str,
) -> CommandResult:
    """Evaluate a group and write the requested files."""
    _check_suffixes(
        (
            (workbook, ".xlsx", "--workbook"),
            (page, ".html", "--page"),
            (table, ".csv", "--csv"),
            (out, ".jsonl", "--out"),
        )
    )
    group_result = evaluate_group(
        card,
        source,
        as_of=as_of,
        known=known,
        settings=read_settings(settings),
        gazette=Gazette(gazette),
        decimal_mark=decimal_mark,
    )
    renderer = GroupRenderer(group_result, language)
    if workbook is not None:
        write_group(renderer, workbook)
    if page is not None:
        write_output(render_group(renderer), page)
    if table is not None:
        table.write_text(group_csv(renderer), encoding="utf-8", newline="")
    if out is not None:
        write_output("".join(as_json(member.evaluation, indent=None) for member in group_result.members), out)
    return CommandResult(group_text(renderer), document=group_document(renderer))


def _check_suffixes(files: Sequence[tuple[Path | None, str, str]]) -> None:
    wrong = [
        Violation(option, _message("NOT_A_FILE_OF", path=path, ending=ending), "WRONG_VALUE")
        for path, ending, option in files
        if path is not None and path.suffix.lower() != ending
    ]
    if wrong:
        raise InputError(tuple(wrong))
