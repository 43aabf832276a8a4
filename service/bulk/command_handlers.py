"""Handlers of the bulk commands: screening, replay and impact of a draft.

Polars is optional, so modules that need it are imported on demand.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from rules.contracts import InputError, canonical_bytes, message_factory, wording_loader
from service.base import instants
from service.base.durable_files import replace_file
from service.base.resource_names import parse_organization
from service.gazette.versions import CardResolver, Gazette
from service.output.mapping.requests import read_date
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.given_options import (
    check_one_store,
    read_known_time,
    read_settings,
    resolve_published,
    resolve_rules,
)
from service.output.terminal.json_form import to_json_document
from service.output.terminal.output import ExitCode
from service.output.terminal.streams import print_error, write_output
from service.store.database import resolve_existing_store_url
from service.store.listing_query import read_listing
from service.store.store import Store
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from service.bulk.replay_sources import Pages
    from service.bulk.run_folder import BulkResult
    from service.store.tables import EvaluationRow

_message = message_factory(__name__)
words = wording_loader(__name__)

_EVALUATIONS = "evaluation_service.EvaluationService"
_MAXIMUM_REFUSALS = 20


def screen(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str,
    source: Path,
    as_of: str,
    known: str | None,
    settings: Sequence[str],
    out: Path,
    to: str,
    criteria: bool,
    processes: int | None,
    ray: str | None,
    resume: bool,
    gazette: Path,
    format: str,
    language: str,
) -> CommandResult:
    """Screen the subjects of files."""
    from service.bulk.run_folder import Parallelism  # noqa: PLC0415 -- optional dependency
    from service.bulk.screening_run import screen_files  # noqa: PLC0415 -- optional dependency

    if ray is not None and processes is not None:
        raise InputError.of("--processes", _message("PROCESSES_WITH_RAY"), "WRONG_VALUE")
    published = Gazette(gazette)
    name = resolve_rules(card, published)
    if isinstance(name, Path):
        raise InputError.of("CARD", _message("BULK_OF_DRAFT"), "WRONG_VALUE")
    day, instant = read_date(as_of, "--as-of"), read_known_time(known)
    result = screen_files(
        published.find(name, as_of=day, known=instant),
        source,
        out,
        gazette=published,
        as_of=day,
        known=instant,
        settings=read_settings([*settings]),
        form=to,
        criteria=criteria,
        resume=resume,
        shares=Parallelism(processes, ray),
        language=language,
        label=words(language)["progress"] if format == "text" else "",
    )
    return _run_result(result, out, format, language)


def replay(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    organization: str,
    card: str,
    filter: str,
    out: Path,
    to: str,
    criteria: bool,
    processes: int | None,
    resume: bool,
    gazette: Path,
    database_url: str | None,
    format: str,
    language: str,
) -> CommandResult:
    """Re-evaluate stored evaluations under a version or draft."""
    from service.bulk.replay import replay as replay_stored  # noqa: PLC0415 -- optional dependency

    url, published = resolve_existing_store_url(database_url), Gazette(gazette)
    name, known = parse_organization(organization, field="ORGANIZATION"), instants.now()
    version = resolve_published(card, published)
    with closing(Store(url, cards=CardResolver(published))) as store:
        _check_stored(_first_evaluation(store, name), organization, "ORGANIZATION")
        result = replay_stored(
            store,
            version,
            out,
            gazette=published,
            organization=name,
            filter_text=filter,
            stored_before=known,
            form=to,
            criteria=criteria,
            resume=resume,
            processes=processes,
            language=language,
            label=words(language)["replaying"] if format == "text" else "",
        )
    return _run_result(result, out, format, language)


def impact(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str,
    archive: str | None,
    results: Path | None,
    dossiers: Path | None,
    as_of: Sequence[str],
    filter: str,
    out: Path,
    names: bool,
    sample: int,
    processes: int | None,
    resume: bool,
    draft: bool,
    server: str | None,
    gazette: Path,
    database_url: str | None,
    format: str,
    language: str,
    stubs: Callable[[str], Any],
) -> CommandResult:
    """Report the results that a draft changes."""
    if sum(source is not None for source in (archive, results, dossiers)) != 1:
        raise InputError.of("--archive", _message("ONE_SOURCE"), "REQUIRED")
    check_one_store(server, database_url)
    days = _days(as_of, dossiers)
    published = Gazette(gazette)
    from service.bulk import impact as impacts, render_impact, replay_sources  # noqa: PLC0415 -- optional dependency
    from service.bulk.replay import ROWS  # noqa: PLC0415 -- optional dependency

    version = resolve_published(card, published, draft=draft, pinned=True)
    id, known = version.scorecard.card.id, instants.now()
    with ExitStack() as opened:
        runs: list[tuple[date | None, Path, Pages]]
        if archive is not None:
            bounded = f"{filter} AND create_time < {known}" if filter else f"create_time < {known}"
            open_store = partial(_open_store, opened, database_url, published)
            pages = _archive_pages(archive, bounded, id, None if server is None else stubs, open_store)
            runs, source_name = [(None, out, pages)], archive
        elif results is not None:
            pages = replay_sources.pages_of(replay_sources.read_result_files(results, id), ROWS)
            runs, source_name = [(None, out, pages)], results.name
        else:
            assert dossiers is not None  # noqa: S101 -- exactly one source is set
            runs = [*impacts.evaluate_dossiers_by_day(days, dossiers, out, id, published, known=known)]
            source_name = str(dossiers)
        run = partial(
            impacts.run_impact, gazette=published, source_name=source_name, resume=resume, processes=processes,
            language=language, label=words(language)["impact"]["label"] if format == "text" else "",
        )  # fmt: skip
        concluded = [
            (day, folder, _require_completed(run(page, version, folder, as_of=day), language))
            for day, folder, page in runs
        ]
    if len(days) > 1:
        by_day = [(day, folder, result) for day, folder, result in concluded if day is not None]
        daily_impact = impacts.impact_on_days(version, by_day, sample=sample, names=names)
        return _write_impact(
            daily_impact, render_impact.DailyImpactRenderer(daily_impact, version, language), out, language
        )
    summary = impacts.summarize_impact(out, version, concluded[0][2], sample=sample, names=names)
    return _write_impact(summary, render_impact.ImpactRenderer(summary, version, language), out, language)


def _require_completed(result: BulkResult, language: str) -> BulkResult:
    if result.interrupted:
        _exit_interrupted(result, language)
    return result


def _write_impact(summary: Any, renderer: Any, out: Path, language: str) -> CommandResult:
    from service.bulk.impact import DOCUMENT, PAGE  # noqa: PLC0415 -- optional dependency

    document = summary.document()
    replace_file(out / DOCUMENT, canonical_bytes(document))
    replace_file(out / PAGE, renderer.page().encode("utf-8"))
    written = words(language)["impact"]["written"].format(path=out)
    return CommandResult(f"{renderer.text()}\n{written}", bool(summary.refused), document)


def _open_store(opened: ExitStack, database_url: str | None, gazette: Gazette) -> Store:
    store = Store(resolve_existing_store_url(database_url), cards=CardResolver(gazette))
    return opened.enter_context(closing(store))


def _archive_pages(
    archive: str,
    filter: str,
    card: str,
    stubs: Callable[[str], Any] | None,
    open_store: Callable[[], Store],
) -> Pages:
    from service.bulk import replay_sources  # noqa: PLC0415 -- optional dependency
    from service.bulk.replay import ROWS  # noqa: PLC0415 -- optional dependency

    organization = parse_organization(archive, field="--archive")
    if stubs is not None:
        list_evaluations = stubs(_EVALUATIONS).ListEvaluations
        first = evaluation_service_pb2.ListEvaluationsRequest(parent=archive, page_size=1)
        _check_stored(list_evaluations(first).evaluations, archive, "--archive")
        return replay_sources.server_pages(list_evaluations, archive, filter, card, ROWS)
    listing = read_listing(organization, filter_text=filter, order_by="create_time")
    store = open_store()
    _check_stored(_first_evaluation(store, organization), archive, "--archive")
    return replay_sources.store_pages(store, listing, card, ROWS)


def _first_evaluation(store: Store, organization: str) -> Sequence[EvaluationRow]:
    listing = read_listing(organization, filter_text="", order_by="")
    return store.list(listing, after=None, limit=1)


def _check_stored(stored: Sequence[object], organization: str, field: str) -> None:
    if not stored:
        raise InputError.of(field, _message("NOTHING_STORED", name=organization), "NOT_FOUND")


def _days(as_of: Sequence[str], dossiers: Path | None) -> list[date]:
    if dossiers is None and as_of:
        raise InputError.of("--as-of", _message("DAY_WITHOUT_DOSSIERS"), "WRONG_VALUE")
    if dossiers is not None and not as_of:
        raise InputError.of("--as-of", _message("DAY_OF_DOSSIERS"), "REQUIRED")
    days = sorted(read_date(text, "--as-of") for text in as_of)
    for day, following in pairwise(days):
        if day == following:
            raise InputError.of("--as-of", _message("DAY_TWICE", day=day), "WRONG_VALUE")
    return days


def _run_result(result: BulkResult, out: Path, format: str, language: str) -> CommandResult:
    command_result = CommandResult(
        _summary(result, out, language), bool(result.manifest["refused"]), _document(result, out)
    )
    if result.interrupted:
        write_output(to_json_document(command_result.document) if format == "json" else command_result.text)
        _exit_interrupted(result, language)
    return command_result


def _exit_interrupted(result: BulkResult, language: str) -> NoReturn:
    templates = words(language)["interrupted" if result.rows is not None else "interrupted_replay"]
    print_error(templates.format(done=result.answered, count=result.rows))
    raise SystemExit(ExitCode.INTERRUPTED)


def _document(result: BulkResult, out: Path) -> dict[str, Any]:
    totals = {name: value for name, value in result.manifest.items() if name != "parts"}
    return {
        **totals,
        "resumed": result.resumed,
        "interrupted": result.interrupted,
        "seconds": f"{result.seconds:.3f}",
        "perSecond": _rate(result),
        "out": str(out),
    }


def _summary(result: BulkResult, out: Path, language: str) -> str:
    return "\n".join(_lines(result, out, language))


def _lines(result: BulkResult, out: Path, language: str) -> Iterator[str]:
    templates, manifest = words(language), result.manifest
    yield from _replay_lines(templates, manifest) if "replay" in manifest else _screening_lines(templates, manifest)
    if result.resumed:
        yield templates["resumed"].format(count=result.resumed)
    yield templates["columns"].format(count=manifest["byColumns"])
    yield templates["core"].format(count=manifest["byCore"], share=f"{float(manifest['shareOfCore']) * 100:.1f}")
    if manifest["beyondColumns"]:
        yield templates["why"].format(why=manifest["beyondColumns"])
    for row in manifest["moves"] if "replay" in manifest else manifest["answers"]:
        yield templates["row"].format(count=f"{row['count']:>10}", words=_answer_text(templates, row))
    if manifest["refused"]:
        yield templates["refused"].format(count=manifest["refused"])
        refusals = [refusal for part in result.parts for refusal in part.refusals]
        yield from (
            templates["refusal"].format(subject=subject, why=why) for subject, why in refusals[:_MAXIMUM_REFUSALS]
        )
    yield templates["speed"].format(seconds=f"{result.seconds:.1f}", rate=_rate(result))
    yield templates["results"].format(path=out)


def _screening_lines(templates: dict[str, str], manifest: dict[str, Any]) -> Iterator[str]:
    yield templates["head"].format(card=manifest["scorecard"], as_of=manifest["asOfDate"], count=manifest["subjects"])
    yield templates["notice"]


def _replay_lines(templates: dict[str, str], manifest: dict[str, Any]) -> Iterator[str]:
    organization = f"organizations/{manifest['organization']}"
    yield templates["replayed"].format(
        organization=organization, card=manifest["scorecard"], count=manifest["evaluations"]
    )
    yield templates["moved"].format(count=manifest["moved"])


def _answer_text(templates: dict[str, str], row: dict[str, Any]) -> str:
    if "answer" in row:
        return f"{row['cell']}: {row['answer']}"
    before, after = (row[side] or templates["not_given"] for side in ("before", "after"))
    return f"{row['cell']}: {before} → {after}"


def _rate(result: BulkResult) -> str:
    return f"{(result.answered - result.resumed) / result.seconds:.0f}" if result.seconds else "0"
