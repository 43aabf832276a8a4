"""Proposed facts and negation in Dutch, Italian, Spanish, Danish and Swedish: example sentences."""

import pytest

from rules.claims.screening.proposals import propose_facts
from rules.claims.screening.screen import screen

OFFSET = {"claim_types": ("neutral_offset",), "offsets.used": ("true",), "offsets.text_on_medium": ("true",)}
SHARE = {"claim_types": ("recycled_content",), "asserted.value": ("50.5",), "asserted.unit": ("%",)}
LOWERED = {
    "claim_types": ("comparative",), "asserted.value": ("12.5",), "asserted.unit": ("%",),
    "asserted.direction": ("reduction",), "asserted.base_year": ("2019",),
}  # fmt: skip
PROMISED = {"claim_types": ("future",), "asserted.target_year": ("2030",)}
WHOLE = {"subject.asserted_scope": ("whole",), "renewable.share_pct": ("100",)}
FOOTPRINT = {"claim_types": ("quantified_pcf",), "lca.cfp_value": ("1200",), "lca.unit": ("kg CO2e",)}


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        ("nl", "Klimaatneutrale melk, gecompenseerd via bosprojecten.", OFFSET),
        ("it", "Latte carbon neutral, compensato con progetti forestali.", OFFSET),
        ("es", "Leche neutra en carbono, compensada con proyectos forestales.", OFFSET),
        ("da", "Klimaneutral mælk, kompenseret med skovprojekter.", OFFSET),
        ("sv", "Klimatneutral mjölk, kompenserad med skogsprojekt.", OFFSET),
        ("nl", "Van 50,5% gerecycled plastic.", SHARE),
        ("it", "In plastica riciclata al 50,5%.", SHARE),
        ("es", "De plástico reciclado al 50,5 %.", SHARE),
        ("da", "Af 50,5 % genanvendt plast.", SHARE),
        ("sv", "Av 50,5 % återvunnen plast.", SHARE),
        ("nl", "Wij hebben onze uitstoot sinds 2019 met 12,5% verlaagd.", LOWERED),
        ("it", "Abbiamo ridotto le emissioni del 12,5% rispetto al 2019.", LOWERED),
        ("es", "Hemos reducido las emisiones un 12,5 % respecto a 2019.", LOWERED),
        ("da", "Vi har reduceret udledningen med 12,5 procent siden 2019.", LOWERED),
        ("sv", "Vi har minskat utsläppen med 12,5 procent sedan 2019.", LOWERED),
        ("nl", "Wij willen in 2030 klimaatneutraal zijn.", PROMISED),
        ("it", "Saremo carbon neutral entro il 2030.", PROMISED),
        ("es", "Seremos neutros en carbono en 2030.", PROMISED),
        ("da", "I 2030 er vi klimaneutrale.", PROMISED),
        ("sv", "Vi ska vara klimatneutrala 2030.", PROMISED),
        ("nl", "100% groene stroom.", WHOLE),
        ("it", "Energia rinnovabile al 100%.", WHOLE),
        ("es", "Energía 100 % renovable.", WHOLE),
        ("da", "100 % vedvarende energi.", WHOLE),
        ("sv", "100 % förnybar energi.", WHOLE),
        ("nl", "CO2-voetafdruk: 1.200 kg CO2e", FOOTPRINT),
        ("it", "Impronta di carbonio: 1.200 kg CO2e", FOOTPRINT),
        ("es", "Huella de carbono: 1.200 kg CO2e", FOOTPRINT),
        ("da", "CO2-aftryk: 1.200 kg CO2e", FOOTPRINT),
        ("sv", "CO2-avtryck: 1.200 kg CO2e", FOOTPRINT),
    ],
)
def test_equivalent_sentences_propose_the_same_facts_in_every_language(
    language: str, text: str, facts: dict[str, tuple[str, ...]]
) -> None:
    (claim,) = screen(text, languages=(language,), hearing=None).candidates
    values_by_path = {fact.path: fact.values for fact in propose_facts(claim).facts}
    assert facts.items() <= values_by_path.items()


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("nl", "Dit is niet klimaatneutraal.", True),
        ("nl", "Niet alleen klimaatneutraal, ook lekker.", False),
        ("it", "Il prodotto non è sostenibile.", True),
        ("it", "Non solo sostenibile, anche buono.", False),
        ("es", "El producto no es sostenible.", True),
        ("es", "No solo sostenible, también bueno.", False),
        ("da", "Produktet er ikke bæredygtigt.", True),
        ("da", "Ikke kun bæredygtig, også god.", False),
        ("sv", "Produkten är inte hållbar.", True),
        ("sv", "Inte bara hållbar, också god.", False),
    ],
)
def test_a_denied_sentence_is_negated(language: str, text: str, denied: bool) -> None:
    (claim,) = screen(text, languages=(language,), hearing=None).candidates
    assert claim.negated is denied
