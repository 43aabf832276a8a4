"""Handlers of the inventory commands."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from rules.contracts import InputError, message_factory, typeset
from service.base import instants
from service.gazette.versions import Gazette
from service.input.tabular.xlsx_access import not_xlsx_message
from service.input.workbook import sheet_layout
from service.input.workbook.input_file import read_subject_file
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.template import TemplateWriter
from service.output.mapping.requests import read_date
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.streams import print_error
from service.schemes.inventory.card_questions import AnsweredInventory, answer_questions, plausibility_remarks
from service.schemes.inventory.render_inventory import (
    answers_document,
    answers_page,
    answers_text,
    answers_workbook,
    words,
)
from service.schemes.inventory.workbook_form import CARDS, InventoryForm
from touchstone.client.json_form import as_json

_message = message_factory(__name__)
_PAGE, _WORKBOOK = "answers.html", "answers.xlsx"


def template(out: Path, subject: str, gazette: Path, language: str) -> str:
    """Write an empty workbook and return instructions."""
    if out.suffix.lower() != ".xlsx" or out.exists():
        description = _message("EXISTS", out=str(out)) if out.exists() else not_xlsx_message(out)
        raise InputError.of("--out", description, "WRONG_VALUE")
    form = InventoryForm(Gazette(gazette))
    out.write_bytes(template_workbook(form, subject, language))
    count = len(form.scorecard.facts)
    return typeset(words(language)["template"].format(file=out, count=count, cards=len(CARDS)), language)


def template_workbook(form: InventoryForm, subject: str, language: str) -> bytes:
    """Return the workbook of a form with the subject filled in."""
    template = TemplateWriter(form.scorecard, language=language, layout=Layout.ONE)
    template.write()
    for row in template.pages[sheet_layout.SETTINGS].iter_rows(min_row=sheet_layout.FIRST_ROW):
        if row[0].value == sheet_layout.SUBJECT:
            row[2].value = subject
    content = BytesIO()
    template.book.save(content)
    return content.getvalue()


def check_inventory(  # noqa: PLR0913, PLR0917 -- one parameter per option
    inventory: Path,
    on: str | None,
    full: bool,
    out: Path | None,
    unstored: bool,
    server: str | None,
    database_url: str | None,
    gazette: Path,
    language: str,
    stubs: Callable[[str], Any],
) -> CommandResult:
    """Answer every question about an inventory."""
    day = instants.now()[:10] if on is None else read_date(on, "--as-of").isoformat()
    if out is not None and out.exists() and not out.is_dir():
        raise InputError.of("--out", _message("NO_FOLDER", out=str(out)), "WRONG_VALUE")
    published = Gazette(gazette)
    form = InventoryForm(published)
    read = read_subject_file(inventory, form.scorecard, as_of=day, settings={})
    stores = bool(server or database_url) and not unstored
    answered = answer_questions(inventory, read, form, stubs=stubs, gazette=published, stores=stores)
    for note in (*read.notes, *plausibility_remarks(answered)):
        print_error(note.render(str(inventory), language))
    files = {} if out is None else _write_answers(answered, out, language)
    text = answers_text(answered, files, language, full=full)
    if out is not None:
        file_note = words(language)["written"].format(page=out / _PAGE, workbook=out / _WORKBOOK)
        text = f"{text}\n{typeset(file_note, language)}"
    return CommandResult(text, answered.undetermined, answers_document(answered, files, language))


def _write_answers(answered: AnsweredInventory, folder: Path, language: str) -> dict[str, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _PAGE).write_text(answers_page(answered, language), encoding="utf-8")
    (folder / _WORKBOOK).write_bytes(answers_workbook(answered, language))
    files = {}
    for answer in answered.answers:
        if answer.evaluation is not None:
            files[answer.question.id] = file = folder / f"{answer.question.id}.json"
            file.write_text(f"{as_json(answer.evaluation)}\n", encoding="utf-8")
    return files
