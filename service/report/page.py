"""How is an evaluation written as one self-contained page?"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from service.report import double_use, proof, results
from service.report.charts import PATTERNS
from service.report.telling import Teller
from service.report.ways import changes, ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.contracts.record import Record
    from rules.model.scorecard import Scorecard
    from rules.trail.explain import Explanation
    from rules.trail.verify import Check
    from touchstone.v1 import evaluation_pb2

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
    appendix: bool = False,
    archive_findings: Sequence[evaluation_pb2.Finding] = (),
) -> str:
    """Write the page; the same arguments give the same bytes, and nothing but the arguments stands in it.

    `archive_findings` are those of the envelope; the double uses among them stand first. `explanation` is that of the
    record in the same language, `name` that of the stored evaluation. With `appendix` the whole trail is open, so that
    it is printed.
    """
    teller = Teller(record, scorecard, language)
    return _template().render(
        w=teller.words,
        record=record,
        record_digest=record_digest,
        name=name,
        appendix=appendix,
        css=_css(teller, record_digest),
        patterns=PATTERNS,
        head=results.head(teller),
        conclusion=results.conclusion(teller),
        sections=list(results.sections(teller)),
        rules=list(results.rules(teller)),
        rules_besides=results.rules_without_effect(teller),
        double_use=double_use.block(teller, archive_findings),
        shared=double_use.shared(teller, archive_findings),
        gates=list(double_use.told_beside(results.gates(teller), teller, archive_findings)),
        losses=list(results.losses(teller)),
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


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    return environment.from_string(_resource("page.html.jinja"))


def _resource(name: str) -> str:
    return resources.files("service.report").joinpath(name).read_text(encoding="utf-8")


def _css(teller: Teller, record_digest: str) -> Markup:
    """Give the style, with what stands on every printed page put into it as strings that no text can leave."""
    first, _, rest = str(teller.words["page_of"]).partition("{page}")
    between, _, last = rest.partition("{pages}")
    strings = {
        "--title": f"{teller.words['report']} · {teller.label(teller.scorecard.card.titles)}",
        "--version": teller.record.scorecard_version,
        "--digest": f"{teller.words['record_digest']} {record_digest}",
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
