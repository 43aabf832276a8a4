"""Words that a proposal removes are removed whole; the other words of the claim remain as they are."""

from collections.abc import Iterator
from itertools import product

import pytest

from service.schemes.claims.clause_analysis import CHINESE, extract_clause, reusable_clause_text
from service.schemes.claims.rewriting import RewritingContext
from tests.claims.rewriting.test_proposals import ROWS
from tests.support.claims.rewriting_claims import judged, proposed

SENTENCES = {
    "en": ("Our {} {} is made from 100 % recycled plastic.", "A fully {} {} without PVC"),
    "de": ("Das {} {} besteht aus 100 % Altpapier.", "Große Maße, süßer Gruß: {} {}, vollständig recycelbar"),
    "fr": ("Notre {1} {0} est entièrement fabriquée en plastique recyclé.", "Une {1} {0} sans PVC"),
    "es": ("Nuestra {1} {0} está totalmente hecha de plástico reciclado.", "Una {1} {0} sin PVC"),
    "it": ("La nostra {1} {0} è interamente fatta di plastica riciclata.", "Una {1} {0} senza PVC"),
    "nl": ("Onze {} {} is volledig gemaakt van gerecycled plastic.", "Een {} {} zonder pvc"),
    "da": ("Vores {} {} er helt lavet af genanvendt plast.", "En {} {} uden PVC"),
    "sv": ("Vår {} {} är helt gjord av återvunnen plast.", "En {} {} utan PVC"),
    "zh": ("我们的{}{}由100%再生塑料制成。", "{}{}，完全可回收"),
}
ADJECTIVES = {
    "en": (
        "eco-friendly", "eco friendly", "eco", "environmentally friendly", "earth-friendly", "climate-friendly",
        "green", "eco-friendly and sustainable", "eco-conscious sustainable", "climate-neutral", "zero-carbon",
        "natural",
    ),
    "de": ("umweltfreundliche", "öko-freundliche", "ökologische", "klimaneutrale", "nachhaltige"),
    "fr": ("éco-responsable", "écologique", "durable", "respectueuse de l’environnement", "neutre en carbone"),
    "es": ("eco-amigable", "ecológica", "sostenible", "respetuosa con el medio ambiente", "neutra en carbono"),
    "it": ("eco-friendly", "eco-sostenibile", "ecologica", "sostenibile", "rispettosa dell’ambiente"),
    "nl": ("eco-vriendelijke", "milieuvriendelijke", "duurzame", "klimaatneutrale", "groene en duurzame"),
    "da": ("øko-venlige", "miljøvenlige", "bæredygtige", "klimaneutrale", "grønne"),
    "sv": ("eko-vänliga", "miljövänliga", "hållbara", "klimatneutrala", "gröna"),
    "zh": ("绿色", "环保", "绿色环保", "绿色低碳环保", "可持续"),
}  # fmt: skip
NOUNS = {
    "en": ("detergent", "shampoo", "umbrella", "European bottle"),
    "de": ("Waschmittel", "Flasche"),
    "fr": ("lessive", "bouteille"),
    "es": ("lejía", "botella"),
    "it": ("crema", "bottiglia"),
    "nl": ("zeep", "fles"),
    "da": ("sæbe", "flaske"),
    "sv": ("tvål", "flaska"),
    "zh": ("洗衣液", "瓶子"),
}


def _reused(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the words of each claim that a proposal could reuse, and those of its clause."""
    result = judged(text, language)
    around = RewritingContext(result)
    for candidate in result.result.candidates:
        clause = extract_clause(candidate, around.language(candidate), around.sentence_claims(candidate))
        for kept in product((True, False), repeat=3):
            shorter = reusable_clause_text(clause, fully=kept[0], hundred=kept[1], vague=kept[2])
            if shorter is not None:
                yield shorter, f"{clause.lead} {clause.text}"


def _words(text: str, language: str) -> list[str]:
    if language == CHINESE:
        return [each for each in text if each.isalnum()]
    words = (each.strip(".,;:!?*()“”„\"'–—-").casefold() for each in text.split())
    return [each for each in words if each and not (language == "en" and each in {"a", "an"})]


def _is_shortened(shorter: str, text: str, language: str) -> bool:
    """Return whether the words are those of the text, in their order, without some of them."""
    remaining = iter(_words(text, language))
    return all(each in remaining for each in _words(shorter, language))


@pytest.mark.parametrize("language", SENTENCES)
def test_only_whole_words_are_removed(language: str) -> None:
    texts = [
        sentence.format(adjective, noun)
        for sentence, adjective, noun in product(SENTENCES[language], ADJECTIVES[language], NOUNS[language])
    ]
    reused = [pair for text in texts for pair in _reused(text, language)]
    assert any(_words(shorter, language) != _words(text, language) for shorter, text in reused)
    assert [pair for pair in reused if not _is_shortened(*pair, language)] == []


@pytest.mark.full
def test_only_whole_words_are_removed_from_the_reviewed_claims() -> None:
    wrong = [
        pair
        for language, _, claim, _ in ROWS
        for pair in _reused(claim, language)
        if not _is_shortened(*pair, language)
    ]
    assert wrong == []


def test_a_word_within_a_longer_vague_word_is_removed_with_it() -> None:
    text = "Our eco-friendly detergent, now with a climate-neutral bottle made from recycled plastic."
    assert any(each.startswith("Our detergent, now with a bottle made from") for each in proposed(text, "en"))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("A European eco-friendly shampoo made from recycled plastic", "A European shampoo made from"),
        ("An eco-friendly European bottle made from recycled plastic", "A European bottle made from"),
        ("A sustainable umbrella made from recycled plastic", "An umbrella made from"),
    ],
)
def test_only_the_article_of_removed_words_is_adapted(text: str, begins: str) -> None:
    assert any(each.startswith(begins) for each in proposed(text, "en")), proposed(text, "en")


def test_letters_that_fold_to_two_do_not_move_the_removed_words() -> None:
    text = "Die große Straßenschüssel aus Weißholz ist vollständig recycelbar."
    assert "Die große Straßenschüssel aus Weißholz ist recycelbar" in {shorter for shorter, _ in _reused(text, "de")}
