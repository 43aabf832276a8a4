"""Ten ordinary claims, and a trader who meets every requirement."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from service.schemes.claims.caller_facts import CallerFacts
from service.schemes.claims.claim_check import ClaimCheckResult
from service.schemes.claims.interview import Interview, InterviewAnswers
from tests.support.claims.judging_claims import judge_given

ORDINARY = (
    "Our bottle is carbon neutral",
    "Eco-friendly soap",
    "Made of 80% recycled plastic",
    "Our cups are recyclable",
    "The cup is compostable",
    "We will be net zero by 2040",
    "30% less CO2 than our previous model",
    "Produced with 100% renewable energy",
    "Our T-shirt is made from sustainable cotton",
    "PVC-free packaging",
)
_ANSWERS = {
    "Who is addressed?": "b2c",
    "Do you buy carbon credits (offsets) for it?": "no",
    "What is the claim about: the product, its packaging, a part, the company …?": "product",
    "Are credits counted into the figure?": "no",
    "In which state of the United States is it sold?": "other_state",
    "Which pictures go with it (leaf, globe, water, trees …)?": "none",
    "Is it made of plastic?": "no",
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


def measured() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each text with its number of answers until the result is final, in each of three markets."""
    for text in ORDINARY:
        yield text, tuple(len(interviewed(text, (place,))[0]) for place in ("EU-DE", "UK", "US"))
