"""Inconspicuous qualifiers on a page in `claims check`: findings, assumed facts, verdicts and overrides."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.outcomes import Verdict
from rules.engine.cancellation import CancellationScope
from service.gazette.versions import Gazette
from service.schemes.claims.answer_builder import write_page
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.request_messages import new_problem_collector, read_claim_check_request, read_document
from service.schemes.claims.sources import NAMES
from tests.support.claims.checking_claims import SCORECARDS, response, run
from tests.support.claims.judging_claims import EVALUATORS
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest

ASKED = ("--jurisdiction", "UK", "--audience", "consumers", "--gazette", SCORECARDS)
BODY = "<p>Roses bloom in June along the coast, and the workshop is open to all who like to watch.</p>"
HEAD = "<h1>Climate-friendly bottle</h1>"
BAD = f"{HEAD}<p style='font-size:9px'>bottle only</p>"
GOOD = f"{HEAD}<p>bottle only</p>"
LONG = BODY * 15


def written(folder: Path, page: str) -> Path:
    path = folder / "page.html"
    path.write_text(f"<html><body>{BODY}{page}</body></html>", encoding="utf-8")
    return path


def answered(path: Path, *more: str) -> dict[str, Any]:
    _, shown, complaint = run(path, *ASKED, "--format", "json", *more)
    assert not complaint
    report: dict[str, Any] = json.loads(shown)
    return report


def assumed(report: dict[str, Any]) -> dict[str, list[str]]:
    (claim,) = report["checkedClaims"]
    return {one["factId"]: one["values"] for one in claim.get("assumptions", ()) if "qualifi" in one["factId"]}


def verdict(report: dict[str, Any]) -> str:
    (claim,) = report["checkedClaims"]
    (answer,) = claim["answers"]
    return str(answer["verdict"])


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("bad", "good", "code"),
    [
        (BAD, GOOD, "QUALIFIER_SMALL"),
        (BAD.replace("font-size:9px", "color:#bbb"), BAD.replace("font-size:9px", "color:#555"), "QUALIFIER_FAINT"),
        (BAD.replace("font-size:9px", "opacity:.2"), BAD.replace("font-size:9px", "opacity:.9"), "QUALIFIER_FAINT"),
        (
            f"{HEAD}<details><summary>More</summary>bottle only</details>",
            f"{HEAD}<details open><summary>More</summary>bottle only</details>",
            "QUALIFIER_FOLDED",
        ),
        (
            f"{HEAD}<a aria-expanded=false href='#n'>More</a><div id=n>bottle only</div>",
            f"{HEAD}<a aria-expanded=true href='#n'>More</a><div id=n>bottle only</div>",
            "QUALIFIER_FOLDED",
        ),
        (
            "<h1 title='bottle only'>Climate-friendly bottle</h1>",
            "<h1>Climate-friendly bottle (bottle only)</h1>",
            "QUALIFIER_FOLDED",
        ),
        (f"{HEAD}<p hidden>bottle only</p>", f"{HEAD}<p hidden>bottle only</p><p>bottle only</p>", "QUALIFIER_HIDDEN"),
        (
            f"<h1>Climate-friendly bottle*</h1>{LONG}<p>* bottle only</p>",
            f"<h1>Climate-friendly bottle*</h1><p>* bottle only</p>{LONG}",
            "QUALIFIER_FAR",
        ),
        (
            f"<h1>Climate-friendly bottle<a href='#n'><sup>1</sup></a></h1>{LONG}<p id=n>bottle only</p>",
            f"<h1>Climate-friendly bottle<a href='#n'><sup>1</sup></a></h1><p id=n>bottle only</p>{LONG}",
            "QUALIFIER_FAR",
        ),
        (
            f"<h1>Climate-friendly bottle<a href='#n'>1</a></h1>{BODY}<footer><p id=n>bottle only</p></footer>",
            f"<h1>Climate-friendly bottle</h1>{BODY}<footer><p id=n>bottle only</p></footer>",
            "QUALIFIER_FAR",
        ),
    ],
)
def test_an_inconspicuous_qualifier_is_reported_and_assumed(tmp_path: Path, bad: str, good: str, code: str) -> None:
    report = answered(written(tmp_path, bad))
    (finding,) = report["findings"]
    assert finding["code"] == code
    assert finding["claim"]["quote"] == "Climate-friendly"
    assert (finding.get("other") or {"quote": finding["withheldWords"]})["quote"].strip("* ") == "bottle only"
    assert assumed(report) == {"qualifier": ["far_or_small"], "qualified_prominently": ["false"]}
    assert verdict(report) == "VERDICT_MISLEADING"
    report = answered(written(tmp_path, good))
    assert not [each for each in report.get("findings", ()) if each["code"].startswith("QUALIFIER")]
    assert assumed(report) == {}
    assert verdict(report) == "VERDICT_NEEDS_EVIDENCE"


def test_an_assumed_qualifier_can_be_withdrawn_or_overruled(tmp_path: Path) -> None:
    path = written(tmp_path, BAD)
    back = answered(path, "--not-assumed", "qualifier", "--not-assumed", "qualified_prominently")
    assert assumed(back) == {}
    assert verdict(back) == "VERDICT_NEEDS_EVIDENCE"
    assert back["findings"], "the places stay told"
    given_ = answered(path, "--fact", "qualifier=clear", "--fact", "qualified_prominently=yes")
    assert assumed(given_) == {}
    assert verdict(given_) == "VERDICT_NEEDS_EVIDENCE"


def test_a_prominent_limit_next_to_the_claim_outweighs_small_print(tmp_path: Path) -> None:
    report = answered(
        written(tmp_path, "<h1>Climate-friendly (bottle only)</h1><p style='font-size:9px'>cap excluded</p>")
    )
    assert "findings" not in report
    assert assumed(report) == {}


def test_small_print_is_reported_unless_the_claim_is_equally_small(tmp_path: Path) -> None:
    page = f"<style>body {{ font-size: 6pt }} h1 {{ font-size: 24pt }}</style>{HEAD}<p>bottle only</p>"
    (finding,) = answered(written(tmp_path, page))["findings"]
    assert (finding["code"], finding["measure"]) == ("QUALIFIER_SMALL", "8px")
    assert "findings" not in answered(written(tmp_path, page.replace("24pt", "6pt")))


def test_prominence_is_not_assumed_if_a_figure_is_next_to_the_claim(tmp_path: Path) -> None:
    page = "<h1>100% recycled bottle</h1><p style='font-size:9px'>bottle only</p>"
    assert assumed(answered(written(tmp_path, page))) == {"qualifier": ["far_or_small"]}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "expected_finding", "rests"),
    [
        (
            "en",
            "the font of the limitation of “Climate-friendly” (89) is too small (9px : 16px): “bottle only” (114)",
            "qualifier = too far away or too small",
        ),
        (
            "zh",
            "全文：对“Climate-friendly”（89）的限定“bottle only”（114）字号过小（9px : 16px）",
            "--not-assumed qualifier 撤回",
        ),
    ],
)
def test_the_finding_is_shown_in_the_short_and_the_full_text(
    tmp_path: Path, language: str, expected_finding: str, rests: str
) -> None:
    path = written(tmp_path, BAD)
    _, short, _ = run(path, *ASKED, "--language", language)
    _, full, _ = run(path, *ASKED, "--language", language, "--full")
    assert expected_finding in short
    assert expected_finding in full
    assert rests in full


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "expected_finding"),
    [("en", "“bottle only”. Show"), ("zh", "限定“bottle only”在页面上被隐藏（hidden）")],
)
def test_words_outside_the_text_are_reported_without_a_location(
    tmp_path: Path, language: str, expected_finding: str
) -> None:
    path = written(tmp_path, f"{HEAD}<p hidden>bottle only</p>")
    _, shown, _ = run(path, *ASKED, "--language", language)
    assert expected_finding in shown


def test_a_server_answers_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, BAD)
    request = CheckClaimsRequest(file=path.read_bytes(), jurisdictions=["UK"], as_of_date="2026-11-20")
    refusals = new_problem_collector(request)
    document, asked = read_document(request, refusals), read_claim_check_request(request, refusals)
    answer = write_page(
        judge_text(document, asked, Gazette(SCORECARDS), EVALUATORS.conclude, refusals), "en", CancellationScope()
    )
    _, shown, _ = run(path, "--jurisdiction", "UK", "--gazette", SCORECARDS, "--format", "json")
    assert answer == response(json.loads(shown))
    (finding,) = answer.findings
    assert (finding.code, finding.other.quote, finding.measure) == ("QUALIFIER_SMALL", "bottle only", "9px : 16px")


STYLES = st.sampled_from(
    ["", "style='font-size:9px'", "style='color:#ccc'", "hidden", "style='display:none'", "style='opacity:.1'"]
)
CLAIMS = st.sampled_from(
    ["Climate-friendly bottle", "Carbon neutral soap", "Our bottle is 100% recycled.", "Recyclable cup", "Eco-friendly"]
)
LIMITS = st.sampled_from(["bottle only", "cap excluded", "where facilities exist", "offset by buying credits"])


def read(page: str) -> ClaimCheckResult:
    document = read_bytes(f"<html><body>{BODY}{page}</body></html>".encode())
    asked = ClaimCheckRequest(("EU", "UK"), as_of="2026-11-20")
    return judge_text(document, asked, Gazette(SCORECARDS), EVALUATORS.conclude, ProblemCollector(NAMES))


@pytest.mark.full
@settings(max_examples=10, deadline=None)
@given(claim=CLAIMS, limit=LIMITS, style=STYLES)
def test_a_limit_worsens_a_verdict_only_with_a_stated_reason(claim: str, limit: str, style: str) -> None:
    order = tuple(Verdict)
    alone, limited = read(f"<h1>{claim}</h1>"), read(f"<h1>{claim}</h1><p {style}>{limit}</p>")
    for first, other in zip(alone.claims, limited.claims, strict=False):
        for before, after in zip(first.answers, other.answers, strict=True):
            assert before.verdict is not None
            assert after.verdict is not None
            if order.index(after.verdict) < order.index(before.verdict):
                quoted = [each for each in limited.findings if each.claim.quote == other.candidate.quote]
                assert after.assumed or other.readings != first.readings
                assert quoted or other.readings != first.readings
