"""Answers about an inventory as a page to read and print, and as a workbook to calculate with."""

from __future__ import annotations

from decimal import Decimal

from rules.contracts import package_file
from service.output.report.page import template
from service.output.tables import Cell, table_of_cells, workbook_of
from service.schemes.inventory.card_questions import AnsweredInventory, InventoryAnswer
from service.schemes.inventory.render_inventory import AnswerTextRenderer, header_text, unasked_question_lines, words


def answers_page(asked: AnsweredInventory, language: str) -> str:
    """Write a page without script: one row a question, then what each open answer waits for, and the proofs."""
    source = package_file(__package__, "answers.html.jinja").read_text(encoding="utf-8")
    answered = [answer for answer in asked.answers if answer.is_asked]
    return template(language, source).render(
        lang="zh-Hans" if language == "zh" else language,
        said=words(language)["files"],
        head=header_text(asked, language),
        answers=[(answer, AnswerTextRenderer(answer, asked, language)) for answer in answered],
        not_asked=unasked_question_lines(asked, language),
    )


def answers_workbook(asked: AnsweredInventory, language: str) -> bytes:
    """Write the figures, what is not met or not known, and the proofs; exact numbers are numbers."""
    labels = words(language)["files"]
    figures: list[list[Cell]] = []
    points: list[list[Cell]] = []
    proofs: list[list[Cell]] = []
    for answer in asked.answers:
        teller = AnswerTextRenderer(answer, asked, language)
        figures += [
            [teller.title, label, figure.unit, _number(figure.exact.low), _number(figure.exact.high)]
            for _, label, figure in teller.shown()
        ]
        points += _points(answer, teller, labels)
        if answer.record is not None and answer.evaluation is not None:
            of = answer.evaluation
            proofs.append([teller.title, answer.record.scorecard_version, of.record_digest, of.name])
    sheets = (
        ("figures", ("question", "figure", "unit", "low", "high"), figures),
        ("points", ("question", "kind", "point", "waits"), points),
        ("proofs", ("question", "card", "digest", "stored"), proofs),
    )
    return workbook_of(
        {labels[title]: table_of_cells([labels[head] for head in heads], rows) for title, heads, rows in sheets}
    )


def _points(answer: InventoryAnswer, teller: AnswerTextRenderer, labels: dict[str, str]) -> list[list[Cell]]:
    if not answer.is_asked:
        return [[teller.title, labels["not_asked"], teller.not_asked(), None]]
    if answer.record is None:
        return [[teller.title, labels["refused"], teller.refused(), None]]
    named = (("not_met", teller.not_met()), ("finding", teller.findings()), ("coming", teller.coming()))
    rows: list[list[Cell]] = [[teller.title, labels[kind], name, None] for kind, names in named for name in names]
    rows += [[teller.title, labels["open"], name, waits or None] for name, waits in teller.open()]
    return rows


def _number(exact: str | None) -> Decimal | str | None:
    """Give an exact number as a cell holds it; a fraction that no decimal equals stays a text."""
    return exact if exact is None or "/" in exact else Decimal(exact)
