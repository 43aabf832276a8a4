"""Ten ordinary claims, and a trader of whom everything that is asked is in order."""

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
"""What is answered otherwise than by yes, the first of the options, or a hundred per cent."""


@dataclass
class Answering:
    """Answers what is asked, and remembers it."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    begun: bool = False

    def say(self, text: str) -> None:
        self.said.append(text)

    def line(self) -> str:
        """Answer the question that was put last, whose hint stands at the end."""
        begin = len(self.said) - 1 - self.said[::-1].index("")
        question, hint = self.said[begin + 1], self.said[-1]
        self.asked.append(question)
        if question in _ANSWERS:
            return _ANSWERS[question]
        return "yes" if hint.startswith("yes") else "100" if hint.startswith("number") else "1"


def interviewed(text: str, jurisdictions: tuple[str, ...]) -> tuple[list[str], ClaimCheckResult]:
    """Ask everything about a text; give the questions, and the text judged by the answers."""
    answering = Answering()

    def check(learned: InterviewAnswers) -> ClaimCheckResult:
        return judge_given(text, learned.added_to(CallerFacts()), jurisdictions)

    learned = Interview(check, "en", answering.line, answering.say).learned()
    return answering.asked, check(learned)


def measured() -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give for each text the number of answers until all is settled in three markets, one by one."""
    for text in ORDINARY:
        yield text, tuple(len(interviewed(text, (place,))[0]) for place in ("EU-DE", "UK", "US"))
