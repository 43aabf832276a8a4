"""Report page: all contents of the record in both languages, hostile text escaped, reproducible bytes."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from rules.contracts.inputs import DeclaredValue, Locator
from rules.contracts.messages import join_items
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.record import Record, RecordedStep
from rules.contracts.typesetting import typeset
from rules.language.render import Renderer
from rules.model.digest import rule_digest
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.open_items import criterion_title
from service.base.evidence_kinds import printed_kind_word
from service.output.report.formatters import RecordFormatter, words
from service.output.report.html_report import EvaluationReport
from service.output.report.score_section import RecordPoints
from tests.service.output.report.pages import CASES, KEY, KNOWN, LANGUAGES, Case, read
from tests.support.small_card import meter, small_card, small_subject

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)></style></title>{{ 7*7 }}{% raw %}&lt;--\\"
TAG_NAMES = """
html head meta title style body main header section footer h1 h2 h3 p dl dt dd div span strong code a ul ol li q br
table thead tbody tr th td details summary svg defs g pattern rect line path text
"""
TAGS = frozenset(TAG_NAMES.split())


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_page_contains_everything_in_the_record(cases: dict[str, Case], name: str, language: str) -> None:
    case = cases[name]
    record, scorecard = case.record, case.published.scorecard
    page_text = read(case.page(language)).text()
    teller = RecordFormatter(record, scorecard, language)
    points = RecordPoints(teller)
    for section in points.sections.values():
        assert points.between(*section[:2]) in page_text
    for gate in (gate for gate in scorecard.gates):
        outcome = next(result.outcome for result in record.criteria if result.id == gate.id)
        assert f"{gate.id} {gate.labels[language]}" in page_text
        assert words(language)["outcomes"][outcome.value] in page_text
    for reason in record.reasons:
        assert reason.code in page_text
        if reason.points_lost is not None:
            assert plain(teller.sentence(f"indicators/{reason.criterion}")) in page_text
            low, high = (parse_exact(end or "0") for end in (reason.points_lost.low, reason.points_lost.high))
            assert points.loss(low, high) in page_text
    for finding in record.findings:
        assert finding.id in page_text
    renderer = Renderer(scorecard, language)
    for fact in record.open_facts:
        named = (
            renderer.grade(one.removeprefix("grade-"))
            if one.startswith("grade-")
            else criterion_title(scorecard, one, language)
            for one in fact.criteria
        )
        criteria = join_items(named, language)
        assert f"{renderer.name(fact.id)} {words(language)['unknown'][fact.reason.value]} {criteria}" in page_text
    for item in record.evidence:
        dates = (item.issue_date, item.valid_until)
        for part in (
            item.id,
            printed_kind_word(item.kind, teller.language),
            item.issuer,
            item.digest,
            *dates,
            item.locator.uri,
        ):
            assert (part or "") in page_text
        assert plain(item.locator.quote) in page_text
    for step in record.steps:
        assert step.id in page_text
    for digest in (case.digest, record.trail_digest, record.rule_digest, record.scorecard_version, record.subject):
        assert digest in page_text
    for text in scorecard.card.not_assessed:
        assert typeset(text[language], language) in page_text


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_sample_cases_have_the_outcomes_of_their_names(cases: dict[str, Case]) -> None:
    assert cases["worked"].record.conclusion.grade == "3"
    assert cases["open"].record.conclusion.grade is None
    assert len(cases["open"].record.open_facts) > 30
    assert any(gate.outcome is Outcome.NOT_MET for gate in cases["failed"].record.criteria if gate.kind == "gate")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("name", "language", "expected_text"),
    [
        ("worked", "en", "Score 74.37 of 100 points. six stars: excluded. five stars: excluded."),
        ("worked", "zh", "总分 74.37 分（满分 100 分）。六星：已排除。"),
        ("open", "en", "six stars: excluded. five stars: reachable. four stars: reachable. three stars: reachable. no"),
        ("failed", "en", "The points result in no grade. six stars: excluded."),
        ("failed", "en", "penalties in three years is 1 time, required: 0 times; 1 time away"),
        ("failed", "en", "The claim year 2024-01-01 to 2024-12-31 has ended, so its measured values no longer change."),
        ("failed", "en", "In the next claim year, with penalties in three years 0 times instead of 1 time: three"),
        ("failed", "zh", "下一个核算年度，近三年处罚失信次数为 0 次，而非 1 次：三星"),
        (
            "worked",
            "en",
            "can be met only in a later claim year; the current one is 2026-01-01 to 2026-12-31.",
        ),
        ("worked", "zh", "只能在以后的核算年度满足，其中最早尚未结束的为 2026-01-01 至 2026-12-31。"),
        ("failed", "zh", "严重不符合项"),
        ("worked", "en", "score 74.37; more than 80.00 is needed"),
        ("worked", "zh", "总分 74.37；须高于 80.00"),
        ("worked", "en", "water reuse share 88 % corrected 85 % site visit a bypass meter was read twice"),
        ("open", "en", "A set of values for the missing facts that results in five stars"),
        ("open", "zh", "已示例"),
        ("worked", "zh", "核查声明、有限保证"),
        ("worked", "zh", "F1、F2、F3"),
        ("worked", "en", "verification statement, limited assurance"),
        ("worked", "en", "own interpretation (the author's, not the standard's text)"),
        ("worked", "en", "7 Evaluating the inputs again results in the same bytes passed"),
    ],
)
def test_the_page_shows_the_deciding_result(
    cases: dict[str, Case], name: str, language: str, expected_text: str
) -> None:
    assert expected_text in read(cases[name].page(language)).text()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_page_is_semantic_and_self_contained(cases: dict[str, Case], name: str, language: str) -> None:
    page = cases[name].page(language)
    root = read(page)
    assert {element.tag for element in root.walk()} - {""} <= TAGS
    assert root.all("html")[0].attributes["lang"] == {"en": "en", "zh": "zh-Hans"}[language]
    assert len(root.all("h1")) == 1
    assert root.all("title")[0].text()
    policy = next(meta for meta in root.all("meta") if meta.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"].startswith("default-src 'none'; style-src 'unsafe-inline';")
    identifiers = [element.attributes["id"] for element in root.walk() if "id" in element.attributes]
    assert len(identifiers) == len(set(identifiers))
    for element in root.walk():
        assert not any(attribute.startswith("on") or attribute in ("src", "style") for attribute in element.attributes)
        if "href" in element.attributes:
            assert element.attributes["href"].removeprefix("#") in identifiers
        if "aria-labelledby" in element.attributes:
            assert element.attributes["aria-labelledby"] in identifiers
        if element.tag == "th":
            assert element.attributes["scope"] in ("row", "col")
        if element.tag == "table":
            assert element.all("th")
        if element.tag == "svg" and "x" not in element.attributes:  # else it is a part of another
            titled = element.attributes.get("role") == "img" and bool(element.all("title")[0].text())
            assert titled or element.attributes.get("aria-hidden") == "true"
    style = page[page.index("<style>") : page.index("</style>")]
    assert set(re.findall(r"url\([^)]*\)", style)) == {"url(#hatch)"}
    assert "@import" not in style
    assert "--digest" not in style


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gate_shows_its_requirement_and_its_finding(cases: dict[str, Case], language: str) -> None:
    case = cases["worked"]
    met = [result.id for result in case.record.criteria if result.kind == "gate" and result.outcome is Outcome.MET]
    (table,) = (one for one in read(case.page(language)).all("table") if one.attributes.get("class") == "gates")
    rows = {row.all("th")[0].text().split()[0]: row.all("td") for row in table.all("tr")}
    assert met
    assert all(rows[gate][1].text() for gate in met)


def test_the_same_record_renders_to_the_same_bytes(cases: dict[str, Case]) -> None:
    case = cases["worked"]
    assert case.page("en") == case.page("en")
    again = type(case.record).model_validate_json(case.record.model_dump_json())
    fresh = Case(again, case.digest, case.published, case.checks, case.explanations)
    assert fresh.page("zh") == case.page("zh")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", CASES)
def test_the_appendix_opens_every_part(cases: dict[str, Case], name: str) -> None:
    closed, opened = read(cases[name].page("en")), read(cases[name].page("en", appendix=True))
    kept = [part for part in closed.all("details") if "open" not in part.attributes]
    assert kept
    tallies = [span.text() for part in kept for span in part.all("span") if span.attributes.get("class") == "tally"]
    assert len(tallies) == len(kept), "a heading alone tells nothing"
    assert all(tallies)
    assert all("open" in part.attributes for part in opened.all("details"))
    assert [part.text() for part in closed.all("details")] == [part.text() for part in opened.all("details")]


def hostile_case() -> tuple[Record, Scorecard, str]:
    """Evaluate a subject with hostile text wherever a record, a dossier or a label can hold text."""
    card = small_card()
    words = {"en": HOSTILE, "zh": HOSTILE}
    card = card.model_copy(
        update={
            "card": card.card.model_copy(update={"titles": words, "not_assessed": (words,)}),
            "bases": (card.bases[0].model_copy(update={"instrument": HOSTILE, "clause": HOSTILE, "note": words}),),
            "facts": tuple(
                fact.model_copy(update={"labels": words}) if fact.id == "renewable_share" else fact
                for fact in card.facts
            ),
            **{
                part: tuple(item.model_copy(update={"labels": words}) for item in getattr(card, part))
                for part in ("gates", "sections", "indicators", "findings", "results")
            },
        }
    )
    evidence = meter().model_copy(
        update={
            "issuer": HOSTILE,
            "locator": Locator(uri="javascript:alert(3)", page=HOSTILE, cell=HOSTILE, quote=HOSTILE),
        }
    )
    subject = small_subject(
        remark=DeclaredValue(text=HOSTILE), serious_violations=DeclaredValue(number="2", unit="time"), status=None
    )
    subject = subject.model_copy(update={"known": KNOWN, "evidence": (evidence,)})
    evaluator = Evaluator(card, rule_digest(card), "scorecards/small-factory/versions/1.0.0")
    recorded = evaluator.evaluate(subject, KEY)
    evaluator.close()
    record = recorded.record.model_copy(update={"subject": HOSTILE, "scorecard_version": HOSTILE})
    return record, card, recorded.digest


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(language: str) -> None:
    record, card, digest = hostile_case()
    page = EvaluationReport(record, card, language, record_digest=digest, name=HOSTILE).page()
    root = read(page)
    assert {element.tag for element in root.walk()} - {""} <= TAGS
    assert not any(name.startswith("on") or name == "src" for element in root.walk() for name in element.attributes)
    assert root.text().count(plain(HOSTILE)) > 12
    assert len(re.findall("<style>", page)) == len(re.findall("</style>", page)) == 1
    assert "javascript:" not in "".join(element.attributes.get("href", "") for element in root.walk())
    style = page[page.index("<style>") : page.index("</style>")]
    strings = re.findall(r'content: ("[^"]*")', style)
    assert len(strings) == 5
    for text in strings:
        assert re.fullmatch(r'"(?:[A-Za-z0-9 ]|\\[0-9a-f]{6} )*"', text)
    assert "script" in strings[0], "the title stands in the running header, escaped"


@pytest.mark.parametrize(
    ("language", "proof", "passing"),
    [
        ("en", "No single change guarantees a grade", "from 2 times to 0 times, no gate would fail."),
        ("zh", "单独改变任何一项已知的数值、日期、选项或是否", "由 2 次改为 0 次，则不再有门槛不满足。"),
    ],
)
def test_the_page_reports_that_no_single_change_is_enough(language: str, proof: str, passing: str) -> None:
    card = small_card()
    subject = small_subject(
        serious_violations=DeclaredValue(number="2", unit="time"),
        renewable_share=DeclaredValue(number="5", unit="%", evidence=("meter",)),
        status=DeclaredValue(choice="open"),
    )
    evaluator = Evaluator(card, rule_digest(card), "scorecards/small-factory/versions/1.0.0")
    recorded = evaluator.evaluate(subject.model_copy(update={"known": KNOWN}), KEY)
    explanation = explain(evaluator, recorded.record, language)
    evaluator.close()
    page = EvaluationReport(
        recorded.record, card, language, record_digest=recorded.digest, explanation=explanation
    ).page()
    lists = [[item.text() for item in part.all("li")] for part in read(page).all("ul")]
    (changes,) = [items for items in lists if items and items[0].startswith(proof)]
    assert len(changes) == 2, "what stands in the way is told above, from the record"
    assert passing in changes[1]


def test_a_record_with_erased_payloads_is_rendered(cases: dict[str, Case]) -> None:
    case = cases["worked"]
    erased = case.record.model_copy(
        update={"steps": tuple(RecordedStep(**{**step.model_dump(), "payload": ""}) for step in case.record.steps)}
    )
    page_text = read(Case(erased, case.digest, case.published, (), {"en": None}).page("en")).text()
    assert page_text.count("erased") > len(erased.steps)
    assert case.record.trail_digest in page_text


def test_rounded_points_never_hide_a_loss(cases: dict[str, Case]) -> None:
    record = cases["worked"].record
    lost = [parse_exact(reason.points_lost.high or "0") for reason in record.reasons if reason.points_lost]
    score = record.conclusion.score
    assert score is not None
    assert sum(lost) + parse_exact(score.exact.low or "0") == 100


def test_every_word_of_the_page_exists_in_both_languages() -> None:
    used = resources.files("service.output.report").joinpath("page.html.jinja").read_text(encoding="utf-8")
    for word in re.findall(r"\bw\.(\w+)", used):
        assert word in words("en"), word
        assert word in words("zh"), word
