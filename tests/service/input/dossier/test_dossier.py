"""Dossier parsing: no guessed types, line and column of every mistake, and the subject read ahead."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PeriodText, Subject
from rules.engine.read_subject import read_subject
from service.input.dossier.dossier_reader import Dossier, peek_subject, read_dossier
from service.input.dossier.values import number_and_unit
from service.input.tree import tree_reader
from service.input.tree.placed_errors import PlacedError, check_size
from tests.support.small_card import DIGEST, small_card, small_subject
from tests.support.work import calls_made

WIDE = [
    ("８０", ("80", None)),
    ("８０％", ("80", "%")),
    ("－３．５ ％", ("-3.5", "%")),
    ("80 m²", ("80", "m²")),
    ("1 / 3", ("1 / 3", None)),
]
HEAD = "subject: organizations/green-body/subjects/factory-7\n"
COMPLETE = f"""{HEAD}settings: {{reading: cascade}}
facts:
  renewable_share: {{value: 85.50, unit: "%", evidence: meter}}
  serious_violations: 0 time
  energy_used: 1200 kWh
  certified: 是
  status: closed
  themes: [waste, water]
  report_year: {{first: 2025-01-01, last: 2025-12-31}}
  audited_on: 2026-02-01
  remark: {{not_applicable: true}}
  credits:
    - {{serial: A-1, certificate: certificate of A-1, amount: 0.10 tCO2e, retired_on: 2025-12-01}}
    - serial: A-2
      certificate: certificate of A-2
      amount: {{value: 7, unit: tCO2e}}
      retired_on: 2025-12-01
evidence:
  meter:
    kind: meter-reading
    issuer: Grid company
    digest: {DIGEST}
    issue_date: 2026-01-15
    assurance: reasonable
"""


def read(text: str | bytes) -> Dossier:
    content = text.encode() if isinstance(text, str) else text
    return read_dossier(content, small_card(), as_of="2026-03-01", settings={})


def problems(text: str | bytes) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        read(text)
    return [problem.render("dossier.yaml") for problem in raised.value.problems]


def test_a_period_may_be_unknown_or_rated() -> None:
    assert facts("  report_year: {}\n") == {"report_year": DeclaredValue()}
    year = "{first: 2025-01-01, last: 2025-12-31}"
    rated = read(f"{HEAD}facts:\n  report_year: {{ratings: [{{person: users/li, rationale: read, value: {year}}}]}}\n")
    (rating,) = rated.subject.facts[0].ratings
    assert rating.value.period == PeriodText(first="2025-01-01", last="2025-12-31")


def facts(text: str) -> dict[str, DeclaredValue | None]:
    return {fact.id: fact.value for fact in read(f"{HEAD}facts:\n{text}").subject.facts}


def test_a_complete_dossier_is_read_as_the_subject() -> None:
    assert read(COMPLETE).subject == small_subject()


def test_evidence_may_be_a_list_of_items_with_an_id() -> None:
    listed = COMPLETE.replace("  meter:\n    kind:", "  - id: meter\n    kind:")
    assert listed != COMPLETE
    assert read(listed).subject == small_subject()


def test_the_same_in_json() -> None:
    plain = yaml.load(COMPLETE, Loader=yaml.BaseLoader)  # noqa: S506 -- this loader makes text of everything
    plain["facts"]["certified"] = True
    plain["facts"]["credits"][1]["amount"]["value"] = 7
    for indent in (None, 2, "\t"):
        assert read(json.dumps(plain, indent=indent)).subject == small_subject()


@pytest.mark.parametrize("number", ["0.10", "007", "1_000", "0x1F", "1e5", ".5", "-0", "NaN", "1.0", "٣"])
def test_numbers_are_read_as_written(number: str) -> None:
    assert facts(f"  energy_used: {{value: {number}, unit: kWh}}\n") == {
        "energy_used": DeclaredValue(number=number, unit="kWh")
    }


@pytest.mark.parametrize("text", ["no", "2025-01-01", "0012", "1.10", "true", "12:30:00", "'null'", "😀", "a: b'c"])
def test_texts_are_read_as_written(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False) if ":" in text else text
    assert facts(f"  remark: {written}\n")["remark"] == DeclaredValue(text=text.strip("'"))


@pytest.mark.parametrize(
    ("word", "flag"), [("yes", True), ("No", False), ("TRUE", True), ("false", False), ("是", True), ("否", False)]
)
def test_words_are_read_as_flags(word: str, flag: bool) -> None:
    assert facts(f"  certified: {word}\n")["certified"] == DeclaredValue(flag=flag)


@pytest.mark.parametrize("nothing", ["", "~", "null", "{}", "{value: }"])
def test_a_fact_without_value_is_unknown(nothing: str) -> None:
    assert facts(f"  status: {nothing}\n") == {"status": DeclaredValue()}


def test_empty_lists_are_values() -> None:
    assert facts("  themes: []\n  credits: []\n") == {
        "themes": DeclaredValue(choices=()),
        "credits": DeclaredValue(records=()),
    }


def test_a_verification_is_read() -> None:
    text = """  status:
    value: open
    verification:
      {judgement: corrected, value: closed, method: visit, reason: seen, person: users/li, date: 2026-01-01}
"""
    fact: DeclaredFact = read(f"{HEAD}facts:\n{text}").subject.facts[0]
    assert fact.verification is not None
    assert fact.verification.judgement is Judgement.CORRECTED
    assert fact.verification.corrected == DeclaredValue(choice="closed")
    rejected = text.replace("corrected, value: closed", "rejected")
    judged = read(f"{HEAD}facts:\n{rejected}").subject.facts[0].verification
    assert judged is not None
    assert judged.corrected is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "dossier.yaml:1:1: The file is empty."),
        ("# nothing\n", ": The file is empty."),
        ("a: [1", "The text is not valid YAML: while parsing a flow sequence"),
        (HEAD + 'facts:\n  energy_used: {value: 3, unit: %}', ":3:33: The text is not valid YAML"),
        (HEAD + "facts:\n\tstatus: open", ":3:1: The text is not valid YAML"),
        (b"\xff\xfe\x00", ":1:1: The text is not UTF-8"),
        (HEAD + "facts: {remark: a\0b}", ":2:1: The file is not text, because it contains bytes with the value 0"),
        (HEAD + HEAD, ":2:1: 'subject' occurs a second time; the first is in line 1"),
        (HEAD + "facts:\n  status: open\n  status: closed", ":4:3: 'status' occurs a second time"),
        ("a: &x [1]\nb: *x", ":1:4: A dossier must not contain anchors (&name)"),
        ("a: *x", "A dossier must not contain aliases (*name)"),
        ("a: !!python/object/apply:os.system [ls]", ":1:4: A dossier must not contain tags such as"),
        (HEAD + "---\n" + HEAD, ":2:1: A dossier must be one document"),
        ("? [a]\n: b", "A key must be a word, not a list or a mapping"),
        ("- a", ":1:1: This is not a mapping. "
            "Write a dossier as a mapping, in the form key: value, with the keys subject, settings, facts, evidence"),
        ("facts: {}", ":1:1: subject: A value is required"),
        ("subject: factory", ":1:10: subject: 'factory' is not valid. Use a name of the form organizations/"),
        (HEAD + "facst: {}", ":2:1: facst: 'facst' is not a key of a dossier. Did you mean 'facts'?"),
        (HEAD + "<<: {}", "'<<' is not a key of a dossier"),
        (HEAD + "facts: 3", ":2:8: facts: This is not a mapping. "
            "Write the facts by id as a mapping, in the form key: value."),
        (HEAD + "settings: [a]", ":2:11: settings:"),
        (
            HEAD + "facts:\n  renewable_shar: 3 %",
            ":3:3: facts.renewable_shar: 'renewable_shar' is not a fact of the scorecard. Did you mean",
        ),
        (HEAD + "facts:\n  certified: maybe", ":3:14: facts.certified: 'maybe' is not one of yes, no, true, false"),
        (HEAD + "facts:\n  report_year: 2025", ":3:16: facts.report_year: The value is not a period. "
            "Write a period, such as {first:"),
        (HEAD + "facts:\n  report_year: {first: 2025-01-01}", ":3:16: facts.report_year.last: A value is required"),
        (HEAD + "facts:\n  themes: water", ":3:11: facts.themes: The value is not a list. "
            "Write a list, such as [water, waste]"),
        (HEAD + "facts:\n  credits: none", ":3:12: facts.credits: A list of credit records is required. "
            "Write the records as a list, or write []"),
        (HEAD + "facts:\n  status: [open]", ":3:11: facts.status: A single value is required, but a list is written"),
        (HEAD + "facts:\n  status: {value: open, unt: 3}", "'unt' is not a key of fact 'status'. Did you mean 'unit'?"),
        (
            HEAD + "facts:\n  credits:\n    - serial: A-1\n      amnt: 3 tCO2e",
            ":5:7: facts.credits.A-1.amnt: 'amnt' is not a key of a credit. Did you mean 'amount'?",
        ),
        (HEAD + "facts:\n  credits: [7]", ":3:13: facts.credits.0: This is not a mapping. "
            "Write a credit as a mapping"),
        (HEAD + "facts:\n  remark: {value: a, not_applicable: yes}", "A fact cannot have a value and be not"),
        (HEAD + "facts:\n  energy_used: {value: 3 kWh, unit: MWh}", "The value already contains the unit 'kWh'"),
        (HEAD + "facts:\n  status: {value: open, verification: {method: visit}}", "judgement: A value is required."),
        (HEAD + "evidence: {m: {kind: x}}", ":2:12: evidence.m.digest: A value is required"),
        (HEAD + "evidence:\n  - {kind: x}", ":3:5: evidence: An item of this list has no id. Add an id to each item"),
        (HEAD + "evidence: {m: {assurance: full}}", "'full' is not one of none, limited, reasonable"),
    ],
)  # fmt: skip
def test_mistakes_are_reported_with_their_location(text: str | bytes, expected: str) -> None:
    assert any(expected in problem for problem in problems(text)), problems(text)


@pytest.mark.parametrize("typed", ["not applicable", "N/A", "n.a.", "'(not applicable)'", "not_applicable", "不适用"])
@pytest.mark.parametrize("fact", ["energy_used", "certified", "themes", "report_year", "audited_on", "credits"])
def test_an_informal_not_applicable_is_refused_with_the_correct_notation(fact: str, typed: str) -> None:
    ((place, always),) = (problem.split(": ", 1) for problem in problems(f"{HEAD}facts:\n  {fact}: {typed}"))
    assert place.endswith(f":3:{len(fact) + 5}")
    assert "allow this fact to be not applicable" in always
    card = small_card()
    open_ = tuple(one.model_copy(update={"may_not_apply": True}) for one in card.facts)
    content = f"{HEAD}facts:\n  {fact}: {typed}".encode()
    with pytest.raises(PlacedError) as refused:
        read_dossier(content, card.model_copy(update={"facts": open_}), as_of="2026-03-01", settings={})
    (problem,) = refused.value.problems
    assert "write {not_applicable: yes} instead" in problem.description
    assert "请" in problem.render("x", "zh") or "写" in problem.render("x", "zh")


def test_a_text_may_contain_a_word_for_not_applicable() -> None:
    assert facts("  remark: n/a\n") == {"remark": DeclaredValue(text="n/a")}


def test_all_mistakes_are_listed_in_the_order_of_the_file() -> None:
    messages = problems(f"{HEAD}facts:\n  status: [a]\n  certified: maybe\n  themes: water\n")
    assert [int(problem.split(":")[1]) for problem in messages] == [3, 4, 5]


@pytest.mark.full(sample=5)
@pytest.mark.timeout(60)  # against one that goes off; a second is enough
@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"x: " + b"9" * 50_000_000, "at most 5000000", id="50 MB"),
        pytest.param(b"[" * 100_000, "nested more than 20 levels deep", id="deep flow"),
        pytest.param(b"- " * 100_000, "nested more than 20 levels deep", id="deep block"),
        pytest.param(b"{a: " * 100_000, "nested more than 20 levels deep", id="deep mapping"),
        pytest.param(b"- 1\n" * 300_000, "more than 200000 values", id="wide"),
        pytest.param(
            b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60)),
            "anchors",
            id="billion laughs",
        ),
    ],
)
def test_resource_exhaustion_by_a_dossier_is_refused_early(content: bytes, words: str) -> None:
    assert words in problems(content)[0]


def test_a_file_is_refused_by_its_size_without_being_read() -> None:
    with pytest.raises(PlacedError, match="has 50000000 bytes; a dossier has at most 5000000"):
        check_size(50_000_000)


def test_errors_of_the_evaluation_are_reported_with_locations_in_the_file() -> None:
    text = COMPLETE.replace("1200 kWh", "1200 kW").replace("0.10 tCO2e", "1e5 tCO2e").replace(DIGEST, "short")
    dossier = read(text)
    with pytest.raises(InputError) as raised:
        read_subject(small_card(), dossier.subject)
    located = [problem.render("dossier.yaml") for problem in dossier.located(raised.value).problems]
    lines = text.splitlines()
    for field, word in (("energy_used", "1200 kW"), ("A-1", "1e5"), ("digest", "short")):
        (problem,) = (problem for problem in located if field in problem)
        line, column = (int(part) for part in problem.split(":")[1:3])
        assert lines[line - 1][column - 1 :].startswith(word)


def test_surrogate_pairs_of_json_are_one_character_and_unpaired_surrogates_are_refused() -> None:
    whole = '{"subject": "organizations/a/subjects/b", "facts": {"remark": "\\ud83d\\ude00 \\\\ud83d"}}'
    assert read(whole).subject.facts[0].value == DeclaredValue(text="😀 \\ud83d")
    assert "The text is not valid YAML:" in problems(whole.replace("\\ude00", ""))[0]


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_reader, "LOADER", yaml.SafeLoader)
    assert read(COMPLETE).subject == small_subject()
    assert "anchors" in problems("a: &x [1]\nb: *x")[0]
    halved = '{"subject": "organizations/a/subjects/b", "facts": {"remark": "\\ud83d"}}'
    assert "incomplete character" in problems(halved)[0]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for content in (text, f"{HEAD}facts:\n  remark: {text}", f"{HEAD}evidence: {{m: {text}}}"):
        try:
            assert isinstance(read(content.encode("utf-8", "surrogatepass")).subject, Subject)
        except PlacedError:
            continue


def test_the_documented_dossier_is_valid_and_complete() -> None:
    page = (Path(__file__).resolve().parents[4] / "docs" / "dossier.md").read_text(encoding="utf-8")
    complete = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)[0]
    subject = read(complete).subject
    read_subject(small_card(), subject)
    assert {fact.id for fact in subject.facts} == {fact.id for fact in small_card().facts}


def test_mistakes_of_form_and_of_value_are_reported_together() -> None:
    text = HEAD + "facts:\n  certified: maybe\n  status: ajar\n  renewable_share: 185 %\nevidence: {m: {kind: x}}"
    messages = problems(text)
    assert [line.split(":")[1] for line in messages] == ["3", "4", "5", "6", "6"]
    assert "facts.status: 'ajar' is not one of open, closed" in messages[1]
    assert "facts.renewable_share: 185 % is outside the allowed range" in messages[2]
    assert sum("facts.certified" in line for line in messages) == 1


def test_a_dossier_for_another_card_is_reported_once() -> None:
    strange = "".join(f"  another_{number}: 3\n" for number in range(5))
    (message,) = problems(f"{HEAD}facts:\n  certified: yes\n{strange}")
    assert (
        "5 of 6 facts are not in the scorecard 'small-factory'. The dossier seems to be for another scorecard"
        in message
    )
    few = problems(f"{HEAD}facts:\n  certified: yes\n  status: open\n  another: 3\n")
    assert ["facts.another: 'another' is not a fact of the scorecard" in line for line in few] == [True]


@pytest.mark.parametrize(("text", "read"), WIDE)
def test_numbers_in_chinese_keyboard_notation_are_read(text: str, read: tuple[str, str | None]) -> None:
    assert number_and_unit(text) == read


def test_the_subject_is_found_only_at_the_top_level() -> None:
    assert peek_subject(b"settings: {a: {subject: b}}\nsubject: organizations/a/subjects/b\n") == (
        "organizations/a/subjects/b"
    )


@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"a":' * 100_000, b"a: {b: " * 50_000])
def test_deep_nesting_is_abandoned_after_bounded_work(content: bytes) -> None:
    assert calls_made(lambda: peek_subject(content)) < 2_000
    assert peek_subject(content) == ""
