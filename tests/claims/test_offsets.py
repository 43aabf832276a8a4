"""Offset disclosure in a text: stated, denied or undetermined, anywhere in the text, in several languages."""

import pytest

from rules.claims.claim_readings import OFFSETS_USED, read_with_assumptions
from rules.claims.prominence import HiddenText, Presentation
from rules.claims.screening.assembly import qualifiers
from rules.claims.screening.folding import fold
from rules.claims.screening.proposals import propose_facts
from rules.claims.screening.screen import screen
from rules.claims.whole_text import findings_of_text, offset_facts

SAID = (
    ("en", "Climate neutral soap. We offset the rest with credits."),
    ("en", "This flight is carbon neutral: emissions we cannot avoid are offset."),
    ("en", "Carbon neutral coffee.\n\nIt tastes of nuts.\n\nThe footprint is balanced with certified credits."),
    ("de", "Klimaneutraler Versand. Wir kompensieren die Emissionen."),
    ("de", "Unser Bier ist klimaneutral.\n\nWir kompensieren alle Emissionen über ein Waldprojekt in Peru."),
    ("de", "Unser Büro ist klimaneutral. Emissionen aus Strom und Papier gleichen wir aus."),
    ("de", "Klimaneutral*\n\n* durch Kauf von CO2-Zertifikaten"),
    ("de", "Klimaneutral. Wir kompensieren nicht vermeidbare Emissionen."),
    ("fr", "Savon neutre en carbone.\n\nGrâce à l'achat de crédits."),
    ("fr", "Colis neutre en carbone. Ce que nous ne pouvons pas éviter, nous le compensons."),
    ("es", "Café neutro en carbono.\n\nCompensamos las emisiones restantes con créditos de carbono."),
    ("es", "Envío neutro en carbono. Compensamos el resto."),
    ("it", "Prodotto carbon neutral.\n\nCompensiamo le emissioni residue."),
    ("it", "Carta carbon neutral con l'acquisto di crediti."),
    ("nl", "Klimaatneutraal kantoor.\n\nVoor de resterende CO2 kopen wij credits."),
    ("nl", "Klimaatneutrale bezorging. De rest compenseren we."),
    ("da", "CO2-neutral fragt.\n\nVi køber klimakreditter for resten."),
    ("da", "Klimaneutral levering. Resten kompenserer vi."),
    ("sv", "Koldioxidneutral frakt.\n\nVi köper klimatkrediter för resten."),
    ("sv", "Klimatneutral leverans. Utsläppen kompenseras."),
    ("zh", "碳中和咖啡。\n\n剩余排放通过林业碳汇项目抵消。"),
    ("zh", "碳中和产品。我们通过非洲碳汇项目抵消剩余排放。"),
    ("zh", "碳中和园区。我们不断购买碳信用，未来抵消更多排放。"),
    ("fr", "Neutre en carbone. Nous ne compensons que le reste."),
    ("zh", "碳中和运输，不仅减排，还抵消剩余部分。"),
)
DENIED = (
    ("en", "Climate neutral soap, without any offsets."),
    ("en", "Carbon neutral factory. We do not use carbon credits."),
    ("de", "Klimaneutral produziert, ohne Kompensation."),
    ("de", "Klimaneutrales Werk. Zertifikate nutzen wir nicht."),
    ("fr", "Colis neutre en carbone. Nous n'utilisons pas de crédits carbone."),
    ("es", "Neutro en carbono. No compramos créditos de carbono."),
    ("it", "Carbon neutral, senza ricorrere a crediti di carbonio."),
    ("nl", "Klimaatneutraal, zonder compensatie."),
    ("da", "Klimaneutral uden kompensation."),
    ("sv", "Klimatneutral utan klimatkompensation."),
    ("zh", "碳中和产品，不使用碳抵消。"),
)
SILENT = (
    ("en", "Carbon neutral coffee.\n\nThe film credits roll at nine. Tax credits are not paid."),
    ("en", "Climate neutral bottle.\n\nWe offset the emissions of your flight."),
    ("en", "Our soap is climate neutral. We offset the emissions of your flight."),
    ("de", "Klimaneutrale Produktion. Unsere ISO-Zertifikate finden Sie hier."),
    ("nl", "Klimaatneutrale bezorging met klimaatvriendelijke bussen."),
    ("da", "Klimaneutral drift med klimavenlig emballage."),
)


def offset_statements(language: str, text: str) -> set[str]:
    """Return the values of `offsets_used` read for the first claim of a text; "?" for an undetermined value."""
    candidates = screen(text, languages=(language,), hearing=None).candidates
    shown = offset_facts(text, candidates, findings_of_text(text, candidates, Presentation()))
    claim = candidates[0]
    read, assumed = read_with_assumptions(claim, propose_facts(claim), {}, (), shown.get(claim, ()))
    for each in assumed:
        assert all(text[span.start : span.end] == span.quote for span in each.spans)
    return {each.get(OFFSETS_USED, ("?",))[0] for each in read}


@pytest.mark.parametrize(("language", "text"), SAID)
def test_stated_offsets_are_detected(language: str, text: str) -> None:
    assert offset_statements(language, text) == {"true"}


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_denied_offsets_are_detected(language: str, text: str) -> None:
    assert offset_statements(language, text) == {"false"}


ONLY = [
    ("en", "We do not only offset our emissions, we cut them."),
    ("de", "Wir kompensieren unsere Emissionen nicht nur, wir senken sie."),
    ("fr", "Nous ne compensons pas seulement nos émissions de CO2."),
    ("es", "No compensamos solo nuestras emisiones."),
    ("it", "Non compensiamo soltanto le nostre emissioni."),
    ("nl", "Wij compenseren niet alleen onze uitstoot."),
    ("da", "Vi nøjes ikke med at kompensere for vores udledning."),
    ("sv", "Vi kompenserar inte bara våra utsläpp."),
    ("zh", "我们不只抵消碳排放。"),
]


@pytest.mark.parametrize(("language", "text"), ONLY)
def test_not_only_offsetting_counts_as_offsetting(language: str, text: str) -> None:
    kinds = {kind for kind, _, _ in qualifiers(fold(text).text, language)}
    assert "offset" in kinds
    assert "no_offset" not in kinds
    assert not any(each.negated for each in screen(text, languages=(language,), hearing=None).candidates)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_others_are_no_offsets(language: str, text: str) -> None:
    assert offset_statements(language, text) == {"true", "?"}, "both readings are open"


def test_a_fact_excluded_from_assumptions_stays_undetermined() -> None:
    text = "Climate neutral soap.\n\nOur emissions are compensated with carbon credits."
    candidates = screen(text, languages=("en",), hearing=None).candidates
    shown = offset_facts(text, candidates, ())
    read, _ = read_with_assumptions(
        candidates[0], propose_facts(candidates[0]), {}, (OFFSETS_USED,), shown[candidates[0]]
    )
    assert len(read) == 2


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Our soap is climate neutral. We offset all emissions with credits.", "product"),
        ("Our soap is climate neutral.\n\nWe like it.\n\nWe offset the emissions with carbon credits.", "product"),
        ("Our soap is climate neutral. We offset the emissions of your flight.", None),
        ("We are climate neutral. We offset all emissions with credits.", None),
    ],
)
def test_offsets_set_the_level_of_the_thing_called_neutral(text: str, level: str | None) -> None:
    candidates = screen(text, languages=("en",), hearing=None).candidates
    shown = offset_facts(text, candidates, ())
    telling = next(each for each in candidates if "offset" in each.quote)
    facts = {each.path: each.values for each in shown.get(telling, ())}
    assert facts.get("subject.level") == (None if level is None else (level,))


@pytest.mark.parametrize(
    ("words", "expected_values"),
    [
        ("We compensate our carbon footprint with certificates.", ("true",)),
        ("Our carbon footprint is not compensated.", ("false",)),
        ("Film credits: Studio Example.", None),
    ],
)
def test_initially_hidden_words_are_evidence_of_offsets(words: str, expected_values: tuple[str, ...] | None) -> None:
    text = "Our soap is climate neutral."
    candidates = screen(text, languages=("en",), hearing=None).candidates
    shown = offset_facts(text, candidates, (), [HiddenText(words, 0, len(text), "footer", "footer")])
    facts = {each.path: each.values for each in shown.get(candidates[0], ())}
    assert facts.get("offsets.used") == expected_values
