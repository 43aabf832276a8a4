"""Proposed rewordings of the claims of a text, without judging it."""

from typing import cast

from rules.claims.screening.proposals import propose_facts
from rules.claims.screening.screen import screen
from service.schemes.claims.one_claim import CheckedClaim, JurisdictionResult
from service.schemes.claims.rewriting import Rewriting, RewritingContext, propose_rewriting

SHOWN = 2026
_ANSWERED = (cast("JurisdictionResult", None),)


def rewritten(text: str, language: str, into: str = "en") -> list[Rewriting | None]:
    """Propose for each claim; what has to be true is told in the language of the answer."""
    result = screen(text, languages=(language,), hearing=None)
    around = RewritingContext(result, SHOWN)
    return [
        propose_rewriting(
            CheckedClaim(
                candidate=each,
                proposal=propose_facts(each),
                readings=(),
                contradictions=(),
                given=frozenset(),
                answers=() if each.negated else _ANSWERED,
            ),
            into,
            around,
        )
        for each in result.candidates
    ]


def proposed(text: str, language: str) -> list[str]:
    """Give the sentences alone."""
    return [each.text for each in rewritten(text, language) if each is not None and each.text]
