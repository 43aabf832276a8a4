"""HTML report: one self-contained page with a cover page.

The cover page contains items of statements under ISO/IEC 17029 and ISO 14064-3. Particulars known only to the issuing
body come from the caller, or are blank lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from rules.contracts import Assurance, in_language, join_items, read_toml, typeset
from rules.model import FactType
from service.output.report import double_use, proof_section, results_section
from service.output.report.charts import PATTERNS
from service.output.report.formatters import RecordFormatter, words
from service.output.report.improvement_section import obstacles_to_next_grade, single_change_sentences
from service.output.report.score_section import RecordPoints, scoring, total
from service.output.result_status import is_in_effect, status_message
from touchstone.v1.evaluation_service_pb2 import ReportParticulars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.api import Explanation, VerificationCheck
    from rules.contracts import Record
    from rules.model import Scorecard
    from touchstone.v1 import evaluation_pb2, evaluation_service_pb2


_BEFORE_PERCENT = re.compile(r"(?<=[0-9]) (?=[%‰])")
_UNESCAPED_CHARS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Inputs of a report, as a page or workbook.

    `status` records later decisions; `appendix` expands the trail for printing.
    """

    record: Record
    scorecard: Scorecard
    language: str
    record_digest: str = field(kw_only=True)
    checks: Iterable[VerificationCheck] = field(default=(), kw_only=True)
    explanation: Explanation | None = field(default=None, kw_only=True)
    name: str = field(default="", kw_only=True)
    made_by: str = field(default="", kw_only=True)
    particulars: ReportParticulars = field(default_factory=ReportParticulars, kw_only=True)
    appendix: bool = field(default=False, kw_only=True)
    archive_findings: Sequence[evaluation_pb2.Finding] = field(default=(), kw_only=True)
    status: evaluation_pb2.ResultStatus | None = field(default=None, kw_only=True)

    def page(self) -> str:
        """Return the HTML page; equal reports yield equal bytes."""
        formatter = RecordFormatter(self.record, self.scorecard, self.language)
        css = _css(formatter, self.record_digest, mark=self.mark)
        return template(self.language, _resource("page.html.jinja")).render(**self.parts(), css=css, patterns=PATTERNS)

    @property
    def mark(self) -> str:
        if self.status is not None and not is_in_effect(self.status):
            return str(words(self.language)["does_not_stand"])
        return "" if self.particulars.issue_date else str(words(self.language)["draft"])

    def parts(self) -> dict[str, Any]:
        formatter = RecordFormatter(self.record, self.scorecard, self.language)
        points, findings = RecordPoints(formatter), self.archive_findings
        return {
            "w": formatter.words,
            "record": self.record,
            "record_digest": self.record_digest,
            "name": self.name,
            "made_by": self.made_by,
            "appendix": self.appendix,
            "head": results_section.head(formatter),
            "issued": self.particulars.issue_date,
            "decided": "" if self.status is None else in_language(status_message(self.status) or "", self.language),
            "particulars": particulars(formatter, self.particulars),
            "described": list(_describing_facts(formatter)),
            "criteria": join_items(_cited_instruments(formatter), self.language),
            "assurance": assurance(formatter),
            "conclusion": results_section.conclusion(formatter),
            "scoring": scoring(formatter, points),
            "total": total(points),
            "points_note": points.note,
            "rules": list(results_section.rules(formatter)),
            "rules_besides": results_section.rules_without_effect(formatter),
            "double_use": double_use.block(formatter, findings),
            "shared": double_use.shared(formatter, findings),
            "gates": list(double_use.mark_affected_gates(results_section.gates(formatter), formatter, findings)),
            "losses": list(results_section.losses(formatter, points)),
            "findings": list(results_section.findings(formatter)),
            "missing": list(results_section.missing_facts(formatter)),
            "missing_values": list(results_section.missing_values(formatter)),
            "ways": obstacles_to_next_grade(formatter),
            "changes": single_change_sentences(self.explanation),
            "verified": list(proof_section.verified_values(formatter)),
            "evidence": list(proof_section.evidence(formatter)),
            "standing": proof_section.conclusion_certainty(formatter),
            "checks": proof_section.checks(formatter, self.checks),
            "trail": proof_section.trail(formatter),
        }


class _VerbatimText(str):
    __slots__ = ()


@cache
def template(language: str, source: str) -> jinja2.Template:
    """Return a template that typesets all texts except those filtered with `found`."""

    def typeset_value(value: object) -> object:
        if type(value) is not str:
            return value
        return _BEFORE_PERCENT.sub("\N{NO-BREAK SPACE}", typeset(value, language))

    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=typeset_value,
    )
    environment.filters["found"] = _VerbatimText
    return environment.from_string(source)


def _resource(name: str) -> str:
    return resources.files("service.output.report").joinpath(name).read_text(encoding="utf-8")


def _css(formatter: RecordFormatter, record_digest: str, *, mark: str) -> Markup:
    return style(
        formatter.language,
        title=f"{formatter.words['report']} · {formatter.label(formatter.scorecard.card.titles)}",
        version=formatter.record.scorecard_version,
        footing=f"{formatter.words['record_digest']} {record_digest}",
        draft=mark,
    )


def style(language: str, *, title: str, version: str, footing: str, draft: str = "") -> Markup:
    """Return the style sheet, with page texts escaped as CSS strings."""
    first, _, rest = str(words(language)["page_of"]).partition("{page}")
    between, _, last = rest.partition("{pages}")
    strings = {
        "--title": typeset(title, language),
        "--version": version,
        "--draft": draft,
        "--digest": footing,
        "--page-first": first,
        "--page-between": between,
        "--page-last": last,
    }
    style = _resource("page.css")
    for variable, text in strings.items():
        style = style.replace(f'"{variable}"', _css_string(text))
    return Markup(style)  # noqa: S704 -- _css_string escapes all inserted strings


def _css_string(text: str) -> str:
    return '"' + "".join(sign if sign in _UNESCAPED_CHARS else f"\\{ord(sign):06x} " for sign in text) + '"'


Row = dict[str, Any]
_DESCRIPTIVE_TYPES = (FactType.CHOICE, FactType.DATE, FactType.TEXT)
_MAX_FIRST_PAGE_FACTS = 8


def particulars(formatter: RecordFormatter, values: evaluation_service_pb2.ReportParticulars) -> list[Row]:
    """Return labelled particulars; those to fill in have no value."""
    return [
        {"label": formatter.words["particulars"][field.name], "value": getattr(values, field.name)}
        for field in values.DESCRIPTOR.fields
    ]


def _describing_facts(formatter: RecordFormatter) -> Iterator[Row]:
    known = {fact.declared.id: fact for fact in formatter.record.facts}
    for name in first_facts(formatter.scorecard):
        fact = known.get(name)
        if fact is None:
            continue
        value = formatter.value(name, fact.used)
        if fact.unknown is not None:
            value = formatter.unknown(name, fact.unknown)
        yield {"label": formatter.fact(name), "value": value}


def first_facts(scorecard: Scorecard) -> list[str]:
    """Return the ids of cover-page facts: from `first_page.toml`, or selected by type."""
    selections: dict[str, list[str]] = read_toml("service.output.report", "first_page.toml")
    if scorecard.card.id in selections:
        return selections[scorecard.card.id]
    fact_ids = [
        fact.id
        for fact in scorecard.facts
        if fact.type is FactType.PERIOD or (fact.type in _DESCRIPTIVE_TYPES and not fact.evidence)
    ]
    return fact_ids[:_MAX_FIRST_PAGE_FACTS]


def _cited_instruments(formatter: RecordFormatter) -> list[str]:
    """Return the cited instruments, once each, in scorecard order.

    A scorecard that cites itself marks its own interpretation, and is omitted.
    """
    instruments = dict.fromkeys(basis.instrument for basis in formatter.bases())
    return [name for name in instruments if name != formatter.scorecard.card.id]


def assurance(formatter: RecordFormatter) -> str:
    """Return the assurance of the verified evidence items; empty without any."""
    assured = (item for item in formatter.record.evidence if item.assurance is not Assurance.NONE)
    return join_items(
        (f"{item.id} {item.issuer}: {formatter.words['assurance'][item.assurance.value]}" for item in assured),
        formatter.language,
    )
