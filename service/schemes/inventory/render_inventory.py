"""Rendering of inventory answers as text, JSON, page and workbook."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from rules.contracts import (
    Bounds,
    Figure,
    Json,
    format_exact,
    in_language,
    join_items,
    package_file,
    parse_exact,
    typeset,
    wording_loader,
)
from rules.trail import OpenAnswer, criterion_title
from service.input.cells import label_in_language
from service.input.tree.placed_errors import FilePosition
from service.output.report.formatters import RecordFormatter, waits_for
from service.output.report.html_report import template
from service.output.tables import Cell, table_of_cells, workbook_of
from service.schemes.inventory.card_questions import (
    GRADE,
    POINTS,
    AnsweredInventory,
    InventoryAnswer,
    cells_of_open_facts,
)

words = wording_loader(__name__)

_MAX_GATES = 2
_MAX_CELLS = 3


class AnswerTextRenderer:
    """Renderer of one answer in one language."""

    def __init__(self, answer: InventoryAnswer, inventory: AnsweredInventory, language: str) -> None:
        self._answer, self._inventory, self._language = answer, inventory, language
        self._texts = words(language)
        self._card = inventory.form.cards[answer.question.card] if answer.card is None else answer.card
        self._record = None if answer.record is None else RecordFormatter(answer.record, self._card, language)

    @property
    def title(self) -> str:
        return self._answer.question.words[self._language]

    def line(self) -> str:
        if self._record is None:
            return str(self._texts["refused"].format(question=self.title, reason=self.refused()))
        points = [self._names(kind, ids) for kind, ids in self._answer.points.items() if ids]
        parts = [*self._first_parts(), *points, *self._waiting()]
        answer = self._texts["joint"].join(parts) or self._texts["nothing_missing"]
        return str(self._texts["line"].format(question=self.title, answer=answer))

    def refused(self) -> str:
        return in_language(self._answer.refused, self._language)

    def not_requested(self) -> str:
        heading = label_in_language(self._card.card.titles, self._language, self._answer.question.card)
        return str(self._texts["not_requested_one"].format(question=self.title, heading=heading))

    def lines(self) -> list[str]:
        details = [self._texts[kind].format(names=name) for kind in POINTS for name in self.points(kind)]
        details += [self._texts["open_one"].format(name=name, waits=waits) for name, waits in self.open()]
        return [self.line(), *details]

    def points(self, kind: str) -> list[str]:
        return list(map(self._item_title, self._answer.points[kind]))

    def open(self) -> list[tuple[str, str]]:
        return [(self._item_title(open_answer.id), self._waits(open_answer)) for open_answer in self._answer.open]

    def document(self) -> dict[str, Json]:
        answer, question = self._answer, self._answer.question
        document: dict[str, Json] = {"id": question.id, "question": self.title, "card": question.card}
        if not answer.is_requested:
            return {**document, "notAsked": self.not_requested()}
        if answer.record is None or answer.evaluation is None:
            return {**document, "refused": self.refused()}
        return {
            **document,
            "version": answer.record.scorecard_version,
            "evaluation": answer.evaluation.name,
            "recordDigest": answer.evaluation.record_digest,
            "grade": (answer.record.conclusion.grade or "") if question.grade else "",
            "verdict": answer.record.conclusion.verdict or "",
            "results": [
                {"id": id, "label": label, "unit": figure.unit, "low": figure.exact.low, "high": figure.exact.high}
                for id, label, figure in self.shown()
            ],
            **{
                name: [{"id": id, "label": self._item_title(id)} for id in answer.points[kind]]
                for name, kind in zip(("notMet", "findings", "coming"), POINTS, strict=True)
            },
            "open": [
                {
                    "id": open_answer.id,
                    "label": self._item_title(open_answer.id),
                    "waitsFor": [
                        {"fact": fact, "record": key, "field": field, "place": _cell(place, self._language)}
                        for fact, key, field, place in cells_of_open_facts(open_answer, question, self._inventory)
                    ],
                    "settings": list(open_answer.settings),
                }
                for open_answer in answer.open
            ],
        }

    def shown(self) -> list[tuple[str, str, Figure]]:
        question, record = self._answer.question, self._answer.record
        if record is None:
            return []
        of_records = {record_result.id: record_result for record_result in self._card.record_results or ()}
        results = {result.id: result for result in self._card.results}
        figures = {result.id: result.figure for result in record.results}
        shown = [
            (id, label_in_language(of_records[id].labels, self._language, id), self._answer.usable(of_records[id]))
            for id in question.usable
        ]
        for id in question.results:
            label = label_in_language(results[id].labels, self._language, id)
            shown.append((id, label, figures[id]))
            if id in question.whole:
                missing = self._texts["to_whole"].format(whole=question.whole[id], unit=figures[id].unit)
                shown.append((f"missing_{id}", missing, _shortfall_figure(question.whole[id], figures[id])))
        return shown

    def figures(self) -> list[tuple[str, str]]:
        if self._record is None:
            return []
        names = {result.id: result.name for result in self._card.results}
        record = self._record
        return [
            (label, record.result(names[id], figure) if id in names else record.figure(figure))
            for id, label, figure in self.shown()
        ]

    def grade(self) -> str:
        """Return the grade in words; empty if there is no record or the question requires none."""
        if self._record is None or self._answer.record is None or not self._answer.question.grade:
            return ""
        return self._record.answer_of(self._answer.record.conclusion)

    def _first_parts(self) -> list[str]:
        grade = [self.grade()] if self.grade() else []
        return grade + [self._texts["figure"].format(label=label, figure=figure) for label, figure in self.figures()]

    def _names(self, key: str, ids: list[str]) -> str:
        rest = len(ids) - _MAX_GATES
        more = self._texts["more"].format(count=rest) if rest > 0 else ""
        named = join_items([self._item_title(id) for id in ids[:_MAX_GATES]], self._language)
        return str(self._texts[key].format(names=named + more))

    def _waiting(self) -> list[str]:
        answers = self._answer.open
        if not answers:
            return []
        open_cells = {
            cell for answer in answers for cell in cells_of_open_facts(answer, self._answer.question, self._inventory)
        }
        cells = sorted(open_cells, key=lambda cell: ((cell[3] or FilePosition(0, 0)).order, cell[:3]))
        named = [self._cell_text(*cell) for cell in cells[:_MAX_CELLS]]
        if len(cells) > _MAX_CELLS:
            named.append(self._texts["cells_more"].format(count=len(cells) - _MAX_CELLS))
        if not named:
            named = list(dict.fromkeys(waits for answer in answers if (waits := self._waits(answer))))[:_MAX_CELLS]
        text = self._texts["open"] if named else self._texts["open_alone"]
        return [text.format(count=len(answers), cells=join_items(named, self._language))]

    def _waits(self, answer: OpenAnswer) -> str:
        cells = [self._cell_text(*cell) for cell in cells_of_open_facts(answer, self._answer.question, self._inventory)]
        if cells or self._record is None:
            return join_items(cells, self._language)
        return waits_for(answer, self._record)

    def _cell_text(self, fact: str, key: str, field: str, position: FilePosition | None) -> str:
        definition = next(declared for declared in self._inventory.form.scorecard.facts if declared.id == fact)
        label = label_in_language(definition.labels, self._language, fact)
        name = f"{label} {key} {field}".strip() if key else label
        if position is None:
            return str(self._texts["fact"].format(name=name, id=fact))
        return str(self._texts["cell"].format(name=name, cell=_cell(position, self._language)))

    def _item_title(self, id: str) -> str:
        if id == GRADE:
            return str(self._texts["grade"])
        results = {result.id: result for result in self._card.results}
        if id in results:
            return label_in_language(results[id].labels, self._language, id)
        return criterion_title(self._card, id, self._language)


def _cell(position: FilePosition | None, language: str) -> str:
    return "" if position is None else in_language(position.cell, language)


def _shortfall_figure(total: str, figure: Figure) -> Figure:
    low, high = (None if end is None else _shortfall_text(total, end) for end in (figure.exact.high, figure.exact.low))
    return Figure(unit=figure.unit, exact=Bounds(low=low if low is not None else "0", high=high))


def _shortfall_text(total: str, end: str) -> str:
    return format_exact(max(parse_exact(total) - parse_exact(end), Fraction(0)))


def _header_text(inventory: AnsweredInventory, language: str) -> str:
    subject = inventory.read.subject
    return typeset(words(language)["head"].format(subject=subject.subject, as_of=subject.as_of), language)


def _unasked_question_lines(inventory: AnsweredInventory, language: str) -> list[str]:
    return [
        AnswerTextRenderer(answer, inventory, language).not_requested()
        for answer in inventory.answers
        if not answer.is_requested
    ]


def answers_text(inventory: AnsweredInventory, files: dict[str, Path], language: str, *, full: bool) -> str:
    """Render the answers as text, with the evaluation files."""
    texts = words(language)
    lines = [_header_text(inventory, language), ""]
    for answer in inventory.answers:
        if not answer.is_requested:
            continue
        renderer = AnswerTextRenderer(answer, inventory, language)
        first, *rest = renderer.lines() if full else [renderer.line()]
        lines += [typeset(first, language), *(typeset(f"  {line}", language) for line in rest)]
        proof = _proof(answer, files, language)
        if proof and (full or files or _is_stored(answer)):
            lines.append(typeset(f"  {proof}", language))
    if unasked := _unasked_question_lines(inventory, language):
        lines.append(typeset(texts["not_requested"].format(questions=join_items(unasked, language)), language))
    stored = any(map(_is_stored, inventory.answers))
    lines += ["", typeset(texts["proved" if files or stored else "how_proved"], language)]
    return "\n".join(lines)


def _is_stored(answer: InventoryAnswer) -> bool:
    return answer.evaluation is not None and bool(answer.evaluation.name)


def _proof(answer: InventoryAnswer, files: dict[str, Path], language: str) -> str:
    if answer.evaluation is None or answer.record is None:
        return ""
    location = answer.evaluation.name or str(files.get(answer.question.id, ""))
    slots = {
        "version": answer.record.scorecard_version,
        "digest": answer.evaluation.record_digest[:16],
        "where": location,
    }
    return str(words(language)["proof" if location else "proof_alone"].format(**slots))


def answers_document(inventory: AnsweredInventory, files: dict[str, Path], language: str) -> Json:
    """Return the answers as JSON."""
    subject = inventory.read.subject
    questions = []
    for answer in inventory.answers:
        file = files.get(answer.question.id)
        questions.append(
            {**AnswerTextRenderer(answer, inventory, language).document(), "file": "" if file is None else str(file)}
        )
    return {"subject": subject.subject, "asOfDate": subject.as_of, "questions": questions}


def answers_page(inventory: AnsweredInventory, language: str) -> str:
    """Render the answers as a page without scripts."""
    source = package_file(__package__, "answers.html.jinja").read_text(encoding="utf-8")
    answered = [answer for answer in inventory.answers if answer.is_requested]
    return template(language, source).render(
        lang="zh-Hans" if language == "zh" else language,
        said=words(language)["files"],
        head=_header_text(inventory, language),
        answers=[(answer, AnswerTextRenderer(answer, inventory, language)) for answer in answered],
        not_requested=_unasked_question_lines(inventory, language),
    )


def answers_workbook(inventory: AnsweredInventory, language: str) -> bytes:
    """Return figures, unmet or undetermined points, and proofs as a workbook."""
    labels = words(language)["files"]
    figures: list[list[Cell]] = []
    points: list[list[Cell]] = []
    proofs: list[list[Cell]] = []
    for answer in inventory.answers:
        renderer = AnswerTextRenderer(answer, inventory, language)
        figures += [
            [renderer.title, label, figure.unit, _number(figure.exact.low), _number(figure.exact.high)]
            for _, label, figure in renderer.shown()
        ]
        points += _points(answer, renderer, labels)
        if answer.record is not None and answer.evaluation is not None:
            evaluation = answer.evaluation
            proofs.append([renderer.title, answer.record.scorecard_version, evaluation.record_digest, evaluation.name])
    sheets = (
        ("figures", ("question", "figure", "unit", "low", "high"), figures),
        ("points", ("question", "kind", "point", "waits"), points),
        ("proofs", ("question", "card", "digest", "stored"), proofs),
    )
    return workbook_of(
        {labels[title]: table_of_cells([labels[head] for head in heads], rows) for title, heads, rows in sheets}
    )


def _points(answer: InventoryAnswer, renderer: AnswerTextRenderer, labels: dict[str, str]) -> list[list[Cell]]:
    if not answer.is_requested:
        return [[renderer.title, labels["not_requested"], renderer.not_requested(), None]]
    if answer.record is None:
        return [[renderer.title, labels["refused"], renderer.refused(), None]]
    rows: list[list[Cell]] = [
        [renderer.title, labels["finding" if kind == "findings" else kind], name, None]
        for kind in POINTS
        for name in renderer.points(kind)
    ]
    rows += [[renderer.title, labels["open"], name, waits or None] for name, waits in renderer.open()]
    return rows


def _number(exact: str | None) -> Decimal | str | None:
    return exact if exact is None or "/" in exact else Decimal(exact)
