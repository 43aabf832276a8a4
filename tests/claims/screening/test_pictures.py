"""Imagery from words: motifs in alternative texts, and the words in image file names."""

import pytest

from rules.claims.screening.labels import file_name_words, imagery_in


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("A bottle with green leaves", ("leaf",)),
        ("Flasche mit grünen Blättern im Wald", ("leaf", "trees")),
        ("Bouteille devant une forêt et un papillon", ("trees", "animals")),
        ("绿叶环绕的地球", ("leaf", "globe")),
        ("Eco-label", ("seal",)),
        ("Children on a meadow under a blue sky", ("children", "sky", "meadow")),
        ("Kinder auf einer grünen Wiese vor den Bergen", ("children", "mountains", "meadow")),
        ("Enfants sous le ciel, montagnes et prairie", ("children", "sky", "mountains", "meadow")),
        ("蓝天下的孩子和雪山草地", ("children", "sky", "mountains", "meadow")),
        ("Childproof cap, one of a kind, skyline of the city", ()),
        ("Gütesiegel", ("seal",)),
        ("Datenblatt, Schraubenschlüssel", ()),
        ("A street with an entrance", ()),
        ("产品尺寸图", ()),
    ],
)
def test_descriptions_of_pictures_yield_motifs(words: str, shown: tuple[str, ...]) -> None:
    assert imagery_in(words) == shown


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/img/greenLeaf_02.png?width=3", "green Leaf"),
        ("https://shop.example/a/wald-hintergrund.jpeg", "wald hintergrund"),
        ("data:image/png;base64,leaf", ""),
        ("", ""),
    ],
)
def test_an_image_file_name_yields_its_words(address: str, words: str) -> None:
    assert file_name_words(address) == words
