"""Proposed rewordings of the claims of a text, as its check proposes them."""

from collections.abc import Iterator

from rules.contracts import read_toml
from service.schemes.claims.caller_facts import CallerFacts
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.clause_analysis import rewriting_table, rewriting_vocabulary
from service.schemes.claims.documents.document import Document
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.rewriting import ProposalCheck, Rewriting, RewritingContext, fill_gaps, propose_rewriting
from service.schemes.claims.sources import NAMES
from tests.support.claims.judging_claims import EVALUATORS, GAZETTE

PLACES = {
    "en": ("UK",), "de": ("EU-DE",), "fr": ("EU-FR",), "es": ("EU-ES",), "it": ("EU-IT",), "nl": ("EU-NL",),
    "da": ("EU-DK",), "sv": ("EU-SE",), "zh": ("CN",),
}  # fmt: skip
"""Default jurisdictions for each language."""


def judged(text: str, language: str, places: tuple[str, ...] = (), *, told: bool = True) -> ClaimCheckResult:
    """Judge a text; unless `told`, its language is detected."""
    asked = ClaimCheckRequest(
        places or PLACES[language],
        as_of="2026-11-20",
        caller_facts=CallerFacts(),
        languages=(language,) if told else (),
    )
    return judge_text(Document("text", text), asked, GAZETTE, EVALUATORS.conclude, ProblemCollector(NAMES))


def rewritten(
    text: str, language: str, into: str = "en", places: tuple[str, ...] = (), *, told: bool = True
) -> list[Rewriting | None]:
    """Return the rewording of each claim; its conditions are in the language `into`."""
    result = judged(text, language, places, told=told)
    context = RewritingContext(result)
    return [propose_rewriting(claim, into, context) for claim in result.claims]


def proposed(text: str, language: str, places: tuple[str, ...] = (), *, told: bool = True) -> list[str]:
    sentences = (each.text for each in rewritten(text, language, places=places, told=told) if each is not None)
    return list(dict.fromkeys(filter(None, sentences)))


class _RecordingCheck(ProposalCheck):
    """Check that records accepted proposals with their gaps filled."""

    def __init__(self, of: ClaimCheckResult) -> None:
        """Check as this text was judged."""
        super().__init__(of)
        self.filled: list[str] = []

    def is_sound(self, proposal: str, language: str, *, by_offsets: bool) -> bool:
        sound = super().is_sound(proposal, language, by_offsets=by_offsets)
        self.filled += [fill_gaps(proposal, language)] * sound
        return sound


def filled_proposals(text: str, language: str) -> list[str]:
    result = judged(text, language)
    around = RewritingContext(result)
    around.check = check = _RecordingCheck(result)
    for claim in result.claims:
        propose_rewriting(claim, "en", around)
    return list(dict.fromkeys(check.filled))


NOUNS = {
    "en": ("Our coffee", "Shipping", "Our account"),
    "de": ("Unser Kaffee", "Versand", "Unser Konto"),
    "fr": ("Notre café", "Livraison", "Notre compte"),
    "es": ("Nuestro café", "Envío", "Nuestra cuenta"),
    "it": ("Il nostro caffè", "Spedizione", "Il nostro conto"),
    "nl": ("Onze koffie", "Verzending", "Onze rekening"),
    "da": ("Vores kaffe", "Levering", "Vores konto"),
    "sv": ("Vårt kaffe", "Leverans", "Vårt konto"),
    "zh": ("我们的咖啡", "配送", "我们的账户"),
}
"""A product, a service and a thing of money in each language."""


def own_sentences(language: str) -> Iterator[str]:
    """Yield the complete sentences that proposals use, with nouns, and with their gaps filled."""
    product, service, money = NOUNS[language]
    things = read_toml("service.schemes.claims", "things.toml")["thing"]
    firm = str(rewriting_vocabulary()[language]["firm"])
    for kind in rewriting_table()["kind"]:
        unit = " l" if kind["id"] == "reduced" else next(thing["unit"][language] for thing in things if "unit" in thing)
        nouns = {"noun": money if kind["id"] == "money" else product, "service": service, "firm": firm, "unnamed": ""}
        for pattern, noun in nouns.items():
            if pattern in kind:
                text = str(kind[pattern][language]).format(noun=noun, unit=unit, standard="ISO 14083", year=2030)
                yield fill_gaps(text, language)
    for thing in things:
        if "aspect" in thing:
            yield fill_gaps(str(thing["aspect"][language]).format(noun=product), language)
