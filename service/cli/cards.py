"""Handlers of the scorecard commands and `dossier schema`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook

from rules.api import diff_scorecards, legal_difference
from rules.contracts import LANGUAGES, InputError, Json, message_factory
from rules.engine import Network, Plan, make_plan, oracle_source
from rules.language import export_folder, translation_remarks
from rules.model import canonical_order
from service.api.version_exports import to_export_response as write_export
from service.base.resource_names import VERSION
from service.gazette.publication import entries_between
from service.gazette.versions import Gazette
from service.output.mapping.scorecards import write_changes
from service.output.schema.dossiers import schema_text
from service.output.tables import check_new_table_file, table_csv, table_of_cells
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.draft_folder import write_files
from service.output.terminal.given_options import resolve_published
from service.output.terminal.render_version_difference import difference_lines, difference_page, validity_lines
from service.output.terminal.streams import print_error
from service.output.terminal.words import words

_message = message_factory(__name__)

_WIDTH = 60


def export(  # noqa: PLR0913, PLR0917
    card: str, draft: bool, language: str, out: Path | None, sheet: Path | None, gazette: Path
) -> CommandResult:
    """Export a scorecard in one language."""
    if sheet is not None:
        check_new_table_file(sheet, "--to-translate")
    version = resolve_published(card, Gazette(gazette), draft=draft)
    files = export_folder(version.scorecard, version.sources, language)
    if out is not None:
        write_files(out, files)
    if sheet is not None:
        missing_texts = translation_remarks(files, language)
        _write_sheet(sheet, missing_texts, language)
        print_error(words(language)["to_translate"].format(count=len(missing_texts), file=sheet))
    text = "".join(f"# ---- {path}\n{text}" for path, text in files.items())
    if out is not None:
        text = words(language)["exported"].format(count=len(files), folder=out)
    return CommandResult(text, document=write_export(files))


def schema(card: str, draft: bool, gazette: Path) -> str:
    """Return the JSON Schema of dossiers."""
    return schema_text(resolve_published(card, Gazette(gazette), draft=draft))


def compare(  # noqa: PLR0913, PLR0917
    before: str, after: str, other: str | None, format: str, gazette: Path, language: str
) -> CommandResult:
    """Compare the meaning of two versions."""
    old, new = (resolve_published(card, Gazette(gazette)) for card in _version_pair(before, after, other))
    if format == "json":
        return CommandResult("", document=write_changes(diff_scorecards(old.scorecard, new.scorecard), language))
    difference = legal_difference(old, new, language)
    numbers = (old.scorecard.card.version, new.scorecard.card.version)
    versions = Gazette(gazette)
    published = versions.outlines(new.card.id) if new.card.id in versions.card_ids() else ()
    validity = validity_lines(old, new, published, language)
    why = entries_between(gazette, new.card.id, *numbers, language=language) if new.publish_time else ()
    if format == "html":
        return CommandResult(difference_page(difference, old, new, language, validity=validity, why=why))
    cards = old.scorecard, new.scorecard
    return CommandResult("\n".join(difference_lines(difference, *cards, language, validity=validity, why=why)))


def plan(card: str, source: bool, draft: bool, gazette: Path, language: str) -> CommandResult:
    """Show the evaluation order or generated code."""
    version = resolve_published(card, Gazette(gazette), draft=draft)
    evaluation_plan = make_plan(canonical_order(version.scorecard))
    text = _plan_source(evaluation_plan) if source else _plan_text(evaluation_plan, version.name, language)
    return CommandResult(text, document=_plan_document(evaluation_plan, version.name))


def _version_pair(before: str, after: str, other: str | None) -> tuple[str, str]:
    card, _, version = before.partition("@")
    if other is None and VERSION.match(after):
        if version:
            return before, f"{card}@{after}"
        raise InputError.of("CARD", _message("DIFF_ONE_VERSION", card=card, version=after), "MALFORMED")
    if other is None:
        return before, after
    if version or not VERSION.match(after):
        raise InputError.of("CARD", _message("DIFF_FORM", card=card), "MALFORMED")
    return f"{card}@{after}", f"{card}@{other}" if VERSION.match(other) else other


def _write_sheet(path: Path, words: Sequence[str], into: str) -> None:
    other = next(language for language in LANGUAGES if language != into)
    rows = [(word, "") for word in words]
    if path.suffix.lower() == ".csv":
        path.write_bytes(table_csv(table_of_cells((other, into), rows)).encode("utf-8-sig"))
        return
    book = Workbook()
    page = book.active or book.create_sheet()
    for number, row in enumerate([(other, into), *rows], start=1):
        for column, cell_text in enumerate(row, start=1):
            cell = page.cell(number, column)
            cell.value, cell.data_type, cell.number_format = cell_text, "s", "@"
    for letter in ("A", "B"):
        page.column_dimensions[letter].width = _WIDTH
    book.save(path)


def _plan_text(plan: Plan, version: str, language: str) -> str:
    texts = words(language)["plan"]
    rows = [
        [_network_label(name, texts), str(len(network.rules)), str(len(network.measures))]
        for name, network in _networks(plan)
    ]
    order = ", ".join(plan.order) or texts["nothing"]
    table = columns_text([texts["networks"], texts["rules"], texts["measures"]], rows, numbers_right=True)
    return f"{version}\n{texts['quantities'].format(order=order)}\n\n{table}\n\n{texts['source']}\n"


def _plan_document(plan: Plan, version: str) -> Json:
    return {
        "scorecardVersion": version,
        "quantities": list(plan.order),
        "networks": [
            {
                "name": name,
                "rules": [rule.id for rule in network.rules],
                "measures": len(network.measures),
                "source": oracle_source(network),
            }
            for name, network in _networks(plan)
        ],
    }


def _plan_source(plan: Plan) -> str:
    return "\n".join(f"# {name}\n{oracle_source(network)}" for name, network in _networks(plan))


def _networks(plan: Plan) -> Iterator[tuple[str, Network]]:
    for name, scope in plan.records.items():
        yield f"records of {name}", scope.network
    yield "first pass", plan.first_network
    yield "second pass", plan.second_network


def _network_label(name: str, texts: dict[str, str]) -> str:
    return texts[name] if name in texts else texts["records"].format(list=name.rpartition(" ")[2])
