"""Climate effects: claims about an effect on the climate, which are offset claims if offsets are used."""

from __future__ import annotations

import re

from rules.claims.relevant_facts import CARBON, PROPERTIES
from rules.claims.screening.candidates import NEUTRAL_TYPES, Candidate
from rules.claims.screening.folding import fold

ON_CARBON = re.compile(
    r"co2|carbon|karbon|klima|clim|emission|emisi|ghg|\bges\b|global warming|greenhouse|treibhaus|effet de serre"
    r"|broeikas|effetto serra|gas serra|efecto invernadero|drivhus|vaxthus|koolstof|koldioxid|kulstof|kuldioxid"
    r"|utslapp|udledning|uitstoot|(?<!water )(?<!water-)footprint|(?<!wasser)fussabdruck|(?<!water)voetafdruk"
    r"|(?<!vand)aftryk|(?<!vatten)avtryck|empreinte(?! (hydrique|eau|en eau|d'eau))|huella(?! (hidrica|de agua))"
    r"|impronta(?! idrica)|碳|气候|排放|温室|(?<!水)足迹"
)
_NO_OFFSET_CLAIMS = CARBON | PROPERTIES


def is_climate_effect(claim: Candidate) -> bool:
    """Return whether a claim is about a climate effect, so that it is an offset claim if offsets are used.

    Its own words decide, with any verb: emissions may be deleted, cancelled or neutralised.
    """
    if claim.negated or _NO_OFFSET_CLAIMS.intersection(claim.types):
        return False
    if NEUTRAL_TYPES.intersection(claim.possible_types):
        return True
    folded = fold(claim.sentence.quote)
    return any(
        claim.sentence.start + start < claim.end and claim.start < claim.sentence.start + end
        for start, end in (folded.place(*match.span()) for match in ON_CARBON.finditer(folded.text))
    )
