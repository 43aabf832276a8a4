"""Answers to questions and cells of tables: affirmed content is a claim, refused content is none."""

import pytest

from rules.claims.screening.candidates import Candidate, CellHeads
from rules.claims.screening.folding import fold
from rules.claims.screening.screen import screen, split_sentences
from rules.claims.screening.sentences import affirms, question_before, refuses

REFUSED = [
    ("en", "Is your flight carbon neutral? No."),
    ("en", "Is your flight carbon neutral?\nNo flight is."),
    ("de", "Ist Ihr Flug klimaneutral?\nNein, das kann kein Flug sein."),
    ("fr", "Vos emballages sont-ils compostables ? Non, pas encore."),
    ("zh", "你们的航班是碳中和的吗？\n不是。"),
    ("nl", "Is de doos recyclebaar? Helaas niet."),
    ("it", "Le vostre capsule sono biodegradabili?\nNo, purtroppo."),
    ("es", "¿Es reciclable la botella? Todavía no."),
    ("da", "Er jeres produkter bæredygtige? Det kan vi ikke love."),
    ("sv", "Är bussen fossilfri? Tyvärr inte."),
]
AFFIRMED = [
    ("en", "Is the bottle recycled? Yes, half of it.", "Yes, half of it."),
    ("de", "Ist der Karton recycelt?\nJa, vollständig.", "Ja, vollständig."),
    ("fr", "La bouteille est-elle recyclée ? Oui, en totalité.", "Oui, en totalité."),
    ("es", "¿El envase es reciclado?\nSí, al completo.", "Sí, al completo."),
]


def claims(text: str, language: str, heads: tuple[CellHeads, ...] = ()) -> list[Candidate]:
    found = screen(text, languages=(language,), heads=heads).candidates
    return [each for each in found if not each.negated and each.confidence != "low"]


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_a_question_and_its_denial_are_no_claim(language: str, text: str) -> None:
    assert claims(text, language) == []


@pytest.mark.parametrize(("language", "text", "answer"), AFFIRMED)
def test_an_answer_that_affirms_claims_what_was_asked(language: str, text: str, answer: str) -> None:
    found = [each for each in claims(text, language) if each.quote == answer]
    assert len(found) == 1
    assert "recycled_content" in found[0].types


PAGE = "Opening hours are nine to five.\nThe shop is near the station.\nParking is free.\nAsk at the desk.\n" * 3


@pytest.mark.parametrize(
    ("question", "is_claim"),
    [
        ("Is your express delivery to all parts of Germany carbon neutral?", True),
        ("Is the tray of the new yoghurts in the small family pack compostable?", True),
        ("Do competitors claim that their soap is carbon neutral?", False),
        ("Do you have questions about eco-friendly products?", False),
    ],
)
def test_yes_on_a_page_claims_specific_words_of_the_speaker_only(question: str, is_claim: bool) -> None:
    assert [each.quote for each in claims(f"{PAGE}{question}\nYes.\n{PAGE}", "en")] == ["Yes."] * is_claim


def test_a_cell_that_says_no_does_not_claim_its_head() -> None:
    text = "Recyclable\nNo"
    assert claims(text, "en", (CellHeads(11, 13, "Recyclable"),)) == []
    shown = "Recyclable\nYes"
    assert [each.quote for each in claims(shown, "en", (CellHeads(11, 14, "Recyclable"),))] == ["Yes"]


def test_only_a_short_answer_is_read_with_its_question() -> None:
    question = "Is the bottle recycled?"
    assert question_before(question, "Half of it.") == question
    assert not question_before(question, "Half of it. " * 10)
    assert not question_before("The bottle is new.", "Half of it.")
    assert not question_before(question, "And the cap?")
    answer = list(split_sentences(f"{question}\nHalf of it."))[1]
    assert (answer.words, answer.lead) == (f"{question} Half of it.", 0)
    assert answer.folded_words == f"{question} half of it.".lower()


@pytest.mark.parametrize("answer", ["yes, since 2021", "ja", "oui.", "是的,全部", "Claro que sí"])
def test_yes_affirms_in_any_language(answer: str) -> None:
    assert affirms(fold(answer).text)
    assert not refuses(fold(answer).text)


@pytest.mark.parametrize("answer", ["no", "Nein.", "non", "不是。", "–"])
def test_only_a_bare_no_refuses_a_cell(answer: str) -> None:
    assert refuses(fold(answer).text)
    assert not refuses(fold(f"{answer} plastic").text)
    assert not affirms(fold(answer).text)
