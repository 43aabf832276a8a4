"""`claims check --ask` dialogue: answer parsing, saved answers, early exit and the number of questions."""

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import app
from service.schemes.claims.caller_facts import CallerFacts
from service.schemes.claims.claim_check import ClaimCheckResult
from service.schemes.claims.interview import Interview, InterviewAnswers
from service.schemes.claims.questions import LEADING_QUESTIONS
from tests.support.claims.checking_claims import SCORECARDS, run
from tests.support.claims.judging_claims import judge_given

ORDINARY = (
    "Our bottle is carbon neutral", "Eco-friendly soap", "Made of 80% recycled plastic", "Our cups are recyclable",
    "The cup is compostable", "We will be net zero by 2040", "30% less CO2 than our previous model",
    "Produced with 100% renewable energy", "Our T-shirt is made from sustainable cotton", "PVC-free packaging",
)  # fmt: skip
_ANSWERS = {
    "Who is addressed?": "b2c",
    "Do you buy carbon credits (offsets) for this claim?": "no",
    "Is the claim about the product, its packaging, a part, the company, or something else?": "product",
    "Are credits included in the figure?": "no",
    "Is the headline untrue for some part of the product?": "no",
    "Do all such products have this property anyway, or does the law require it?": "no",
    "Is the trader a high emitter (oil, gas, aviation, cement …)?": "no",
    "Which state of the United States is the product sold in?": "other_state",
    "Which pictures are shown with the claim (leaf, globe, water, trees …)?": "none",
    "Is the product made of plastic?": "no",
}
"""Answers that differ from yes, the first option, or one hundred per cent."""


@dataclass
class Answering:
    """Test double that answers the questions of an interview and records them."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    begun: bool = False

    def say(self, text: str) -> None:
        self.said.append(text)

    def line(self) -> str:
        """Answer the last question; its hint is the last line."""
        begin = len(self.said) - 1 - self.said[::-1].index("")
        question, hint = self.said[begin + 1], self.said[-1]
        self.asked.append(question)
        if question in _ANSWERS:
            return _ANSWERS[question]
        return "yes" if hint.startswith("yes") else "100" if hint.startswith("number") else "1"


def interviewed(text: str, jurisdictions: tuple[str, ...]) -> tuple[list[str], ClaimCheckResult]:
    """Answer all questions about a text, and return the questions and the judged text."""
    answering = Answering()

    def check(learned: InterviewAnswers) -> ClaimCheckResult:
        return judge_given(text, learned.added_to(CallerFacts()), jurisdictions)

    learned = Interview(check, "en", answering.line, answering.say).learned()
    return answering.asked, check(learned)


TARGET = "Is the target backed up?"
COTTON = "Our T-shirt is made from sustainable cotton"
CUPS = ("Our cups are recyclable", "--jurisdiction", "UK,US", "--gazette", SCORECARDS, "--audience", "consumers")


def ask(folder: Path, *lines: str, asked: tuple[str | Path, ...] = CUPS) -> tuple[int, str, str, Path]:
    out = folder / "learned.yaml"
    arguments = ["claims", "check", "--as-of", "2026-11-20", "--ask", "--facts-out", str(out), *map(str, asked)]
    result = CliRunner().invoke(app, arguments, input="".join(f"{line}\n" for line in lines))
    return result.exit_code, result.stdout, result.stderr, out


def interview(
    text: str, *lines: str, language: str = "en", places: tuple[str, ...] = ("UK",), after: str = ""
) -> tuple[InterviewAnswers, list[str]]:
    """Answer so, and then leave. Questions before the one that starts with `after` have no answer."""
    replies, transcript = iter(lines), list[str]()

    def reply() -> str | None:
        begin = len(transcript) - 1 - transcript[::-1].index("")
        if after and not any(line.startswith(after) for line in transcript[: begin + 2]):
            return "?"
        return next(replies, None)

    def check(learned: InterviewAnswers) -> ClaimCheckResult:
        return judge_given(text, learned.added_to(CallerFacts()), places)

    return Interview(check, language, reply, transcript.append).learned(), transcript


@pytest.mark.full
def test_answers_are_judged_and_saved_for_the_next_run(tmp_path: Path) -> None:
    code, shown, transcript, out = ask(tmp_path, "1", "1", "95", "another state", "yes", "yes", "yes")
    assert (code, "No more questions: 7 answers." in transcript) == (0, True)
    assert "fine as it stands" in shown.split("\n\n")[1]
    again = run(*CUPS, "--facts", out)[1]
    assert again.split("\n\n")[1] == shown.split("\n\n")[1], "the file says the same next time"
    assert "recyclability_access: 95 %" in out.read_text(encoding="utf-8")


@pytest.mark.full
def test_answers_are_saved_when_the_user_quits(tmp_path: Path) -> None:
    _, shown, transcript, out = ask(tmp_path, "?", "?", "10 %", "q")
    assert "recyclability_access: 10 %" in out.read_text(encoding="utf-8")
    assert "No more questions:" not in transcript
    assert "recyclable" in shown
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    _, _, transcript, unwritten = ask(fresh, "q")
    assert not unwritten.exists(), "nothing was learned"
    assert "Nothing was answered" in transcript


def test_an_unknown_answer_leaves_the_fact_undetermined_and_the_question_is_not_repeated() -> None:
    learned, transcript = interview("Our cups are recyclable", *["don't know"] * 40)
    assert learned == InterviewAnswers()
    questions = [line for before, line in pairwise(transcript) if before == ""]
    assert len(questions) == len(set(questions)) > 3


def test_an_invalid_answer_repeats_the_question(tmp_path: Path) -> None:
    _, _, transcript, _ = ask(tmp_path, "perhaps", "?", "?", "many", "95", "q")
    assert "recyclability_access: 'many' is not allowed. Enter a number with its unit" in transcript
    assert "'perhaps' is not one of the answers" in transcript


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("line", "audience"), [("1", "b2c"), ("b2b", "b2b"), ("Consumers", "b2c")])
def test_options_are_chosen_by_number_or_word(tmp_path: Path, line: str, audience: str) -> None:
    asked = ("Eco-friendly soap", "--jurisdiction", "EU-DE", "--gazette", SCORECARDS, "--not-assumed", "audience")
    out = ask(tmp_path, line, "q", asked=asked)[3]
    assert f"audience: {audience}" in out.read_text(encoding="utf-8")


def test_numbers_select_the_points_that_are_not_satisfied() -> None:
    places = ("EU-DE", "UK", "US")
    learned, transcript = interview("We will be net zero by 2040", "2,3", "q", places=places, after=TARGET)
    begin = transcript.index(TARGET) + 1
    points = transcript[begin : transcript.index("", begin) - 1]
    (facts,) = learned.claims.values()
    assert len(points) == len(facts)
    assert list(facts.values()).count("no") == 2


def test_a_choice_marked_as_not_satisfied_leads_to_a_follow_up_question() -> None:
    def put(*answers: str) -> tuple[dict[str, object], list[str]]:
        learned, said = interview("We will be net zero by 2040", *answers, places=("EU-DE", "UK", "US"), after=TARGET)
        return {fact: value for facts in learned.claims.values() for fact, value in facts.items()}, said

    transcript = put("q")[1]
    points = transcript[transcript.index(TARGET) :]
    number = next(line.split()[0].rstrip(".)") for line in points if "validation" in line)
    facts, transcript = put(number, *["?"] * 20, "q")
    assert "future_validation" not in facts
    assert "Which validation of the target (for example SBTi) is claimed, and is it true?" in transcript


def test_a_common_question_appears_once_for_all_claims() -> None:
    proof = "Are all of these true for the claim and its proof?"
    learned, transcript = interview("Our cups are recyclable. Our soap is PVC-free.", "yes", "q", after=proof)
    assert [line for line in transcript if line.startswith(proof)] == [f"{proof} (about “recyclable”, “PVC-free”)"]
    assert {quote: facts["evidence_on_file"] for quote, facts in learned.claims.items()} == {
        "recyclable": "yes",
        "PVC-free": "yes",
    }


def test_an_answer_about_one_matter_states_all_its_facts() -> None:
    def stated(answer: str) -> dict[str, object]:
        learned, _ = interview("PVC-free packaging", answer, "q", after="How far does your proof support the claim?")
        return {fact: value for facts in learned.claims.values() for fact, value in facts.items()}

    whole = stated("1")
    assert (whole["truthful"], whole["substantiated"], whole["evidence_covers"]) == ("yes", "yes", "all_asserted")
    assert stated("not_enough") == {"substantiated": "no"}


def test_questions_about_one_matter_come_before_bundles() -> None:
    _, transcript = interview("Our cups are recyclable", *["?"] * 40, places=("UK", "US"))
    hints = [line for line in transcript if line.endswith(">")]
    assert not any(hint.startswith("yes if all") for hint in hints[:LEADING_QUESTIONS])
    assert any(hint.startswith("yes if all") for hint in hints[LEADING_QUESTIONS:])


def test_questions_are_in_chinese() -> None:
    _, transcript = interview("我们的产品低碳环保", "q", language="zh")
    assert transcript[0].startswith("请用序号或文字回答")
    assert transcript[2].endswith("？")


def test_text_from_standard_input_cannot_be_combined_with_questions() -> None:
    code, _, complaint = run("-", "--jurisdiction", "UK", "--ask", "--gazette", SCORECARDS)
    assert (code, "--ask: The answers are read from standard input" in complaint) == (2, True)


@pytest.mark.full
@pytest.mark.parametrize("text", ORDINARY)
def test_few_answers_settle_an_ordinary_claim_in_three_markets(text: str) -> None:
    asked, result = interviewed(text, ("EU-DE", "UK", "US"))
    assert len(asked) == len(set(asked)), "nothing is asked twice"
    assert len(asked) <= {"We will be net zero by 2040": 10, "Eco-friendly soap": 9, COTTON: 10, CUPS[0]: 9}.get(
        text, 8
    )
    assert {len(answer.possible) for answer in result.claims[0].answers} == {1}
