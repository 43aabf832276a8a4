"""How is an evaluation written as one self-contained page?"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from rules.contracts.messages import listed, told
from rules.contracts.typesetting import typeset
from service.answering.report import double_use, first_page, proof, results
from service.answering.report.charts import PATTERNS
from service.answering.report.first_page import Particulars
from service.answering.report.scoring import Points, scoring, total
from service.answering.report.telling import RecordTeller, words
from service.answering.report.ways import changes, ways
from service.answering.result_status import stands, status_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.contracts.record import Record
    from rules.model.scorecard import Scorecard
    from rules.trail.explain import Explanation
    from rules.trail.verify import Check
    from touchstone.v1 import evaluation_pb2

_BEFORE_PERCENT = re.compile(r"(?<=[0-9]) (?=[%‰])")
_NO_PARTICULARS = Particulars()
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")


def render_page(  # noqa: PLR0913 -- these are the parts of the page
    record: Record,
    scorecard: Scorecard,
    language: str,
    *,
    record_digest: str,
    checks: Iterable[Check] = (),
    explanation: Explanation | None = None,
    name: str = "",
    made_by: str = "",
    given: Particulars = _NO_PARTICULARS,
    appendix: bool = False,
    archive_findings: Sequence[evaluation_pb2.Finding] = (),
    status: evaluation_pb2.ResultStatus | None = None,
) -> str:
    """Write the page; the same arguments give the same bytes, and nothing but the arguments stands in it.

    `archive_findings` are those of the envelope; the double uses among them stand first. `explanation` is that of the
    record in the same language, `name` that of the stored evaluation, `made_by` who had it made, `given` what only the
    issuing body knows, `status` what was decided of it since. With `appendix` the whole trail is open, so that it is
    printed.
    """
    teller = RecordTeller(record, scorecard, language)
    points = Points(teller)
    return template(language, _resource("page.html.jinja")).render(
        w=teller.words,
        record=record,
        record_digest=record_digest,
        name=name,
        made_by=made_by,
        appendix=appendix,
        css=_css(teller, record_digest, mark=_mark(teller, given, status)),
        patterns=PATTERNS,
        head=results.head(teller),
        issued=given.issued,
        decided="" if status is None else told(status_said(status) or "", language),
        particulars=first_page.particulars(teller, given),
        described=list(first_page.described(teller)),
        criteria=listed(first_page.criteria(teller), language),
        assurance=first_page.assurance(teller),
        conclusion=results.conclusion(teller),
        scoring=scoring(teller, points),
        total=total(points),
        points_note=points.note,
        rules=list(results.rules(teller)),
        rules_besides=results.rules_without_effect(teller),
        double_use=double_use.block(teller, archive_findings),
        shared=double_use.shared(teller, archive_findings),
        gates=list(double_use.told_beside(results.gates(teller), teller, archive_findings)),
        losses=list(results.losses(teller, points)),
        findings=list(results.findings(teller)),
        missing=list(results.missing(teller)),
        missing_values=list(results.missing_values(teller)),
        ways=ways(teller),
        changes=changes(explanation),
        verified=list(proof.verified(teller)),
        evidence=list(proof.evidence(teller)),
        standing=proof.standing(teller),
        checks=proof.checks(teller, checks),
        trail=proof.trail(teller),
    )


class _Found(str):
    """A text that was found somewhere and stays as it was found."""

    __slots__ = ()


@cache
def template(language: str, source: str) -> jinja2.Template:
    """Give a template of a page whose texts are set in a language, save those marked as `found`."""

    def finished(value: object) -> object:
        if type(value) is not str:
            return value
        return _BEFORE_PERCENT.sub("\N{NO-BREAK SPACE}", typeset(value, language))

    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=finished,
    )
    environment.filters["found"] = _Found
    return environment.from_string(source)


def _resource(name: str) -> str:
    return resources.files("service.answering.report").joinpath(name).read_text(encoding="utf-8")


def _mark(teller: RecordTeller, given: Particulars, status: evaluation_pb2.ResultStatus | None) -> str:
    """Give what stands at the head of every printed page."""
    if status is not None and not stands(status):
        return str(teller.words["does_not_stand"])
    return "" if given.issued else str(teller.words["draft"])


def _css(teller: RecordTeller, record_digest: str, *, mark: str) -> Markup:
    return style(
        teller.language,
        title=f"{teller.words['report']} · {teller.label(teller.scorecard.card.titles)}",
        version=teller.record.scorecard_version,
        footing=f"{teller.words['record_digest']} {record_digest}",
        draft=mark,
    )


def style(language: str, *, title: str, version: str, footing: str, draft: str = "") -> Markup:
    """Give the style, with what stands on every printed page put into it as strings that no text can leave."""
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
    return Markup(style)  # noqa: S704 -- every string put into it was escaped by _css_string


def _css_string(text: str) -> str:
    """Write a CSS string in which everything but letters, digits and spaces is a numeric escape."""
    return '"' + "".join(sign if sign in _PLAIN else f"\\{ord(sign):06x} " for sign in text) + '"'
