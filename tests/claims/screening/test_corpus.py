"""Corpus of claims and near misses: parsing order, errors by file and line, near-duplicates."""

from pathlib import Path

import pytest

from benchmarks.claims.corpus import COLUMNS, LANGUAGES, CorpusError, corpus, document_sentences, doubles

HEAD = "# author: somebody; tests\n" + "\t".join(COLUMNS) + "\n"


def written(root: Path, name: str, *rows: str, head: str = HEAD) -> Path:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + "".join(f"{row.replace('|', chr(9))}\n" for row in rows), encoding="utf-8")
    return root


def test_texts_are_read_in_the_order_of_languages_batches_and_lines(tmp_path: Path) -> None:
    written(tmp_path, "zh/a.tsv", "near_miss|colour|shop|medium|墨绿色外套")
    written(tmp_path, "en/z.tsv", "claim|absolute+generic|pack|plain|GREENEST\\nSOAP")
    written(tmp_path, "en/a.tsv", "claim|generic|ad|hard|Wear it, let oceans breathe", "near_miss|job|ad|plain|Wanted")
    entries = corpus(tmp_path)
    assert [(each.id, each.claim, each.trained) for each in entries] == [
        ("en/a:3", True, True), ("en/a:4", False, True), ("en/z:3", True, False), ("zh/a:3", False, True)
    ]  # fmt: skip
    assert (entries[2].kinds, entries[2].text) == (("absolute", "generic"), "GREENEST\nSOAP")


@pytest.mark.parametrize(
    ("row", "expected_message"),
    [
        ("claim|generic|ad|hard", "has 4 columns instead of 5"),
        ("maybe|generic|ad|hard|Soap", "label 'maybe' is unknown; allowed are claim, near_miss"),
        ("claim|colour|ad|hard|Soap", "kinds 'colour' is unknown"),
        ("near_miss|generic|ad|hard|Soap", "kinds 'generic' is unknown"),
        ("claim|generic+greener|ad|hard|Soap", "kinds 'greener' is unknown"),
        ("claim|generic|poster|hard|Soap", "medium 'poster' is unknown"),
        ("claim|generic|ad|easy|Soap", "difficulty 'easy' is unknown"),
        ("claim|generic|ad|hard| Soap", "no space at either end"),
        ("claim|generic|ad|hard|!!!", "with a letter"),
    ],
)
def test_an_error_is_reported_with_file_and_line(tmp_path: Path, row: str, expected_message: str) -> None:
    written(tmp_path, "en/a.tsv", "claim|generic|ad|hard|Wear it", row)
    with pytest.raises(CorpusError) as caught:
        corpus(tmp_path)
    assert str(caught.value).startswith("en/a.tsv:4: ")
    assert expected_message in str(caught.value)


def test_all_errors_are_reported_at_once(tmp_path: Path) -> None:
    written(tmp_path, "xx/A.tsv", "claim|generic|ad|hard|Soap", head="label\ntext\n")
    with pytest.raises(CorpusError) as caught:
        corpus(tmp_path)
    assert len(str(caught.value).splitlines()) == 4


def test_nearly_equal_texts_are_duplicates_only_within_a_language(tmp_path: Path) -> None:
    written(tmp_path, "en/a.tsv", "claim|generic|ad|plain|Kind to the planet and to your hands")
    written(tmp_path, "en/b.tsv", "near_miss|other|ad|plain|KIND to the planet, and to your hands!!")
    written(tmp_path, "da/a.tsv", "claim|generic|ad|plain|Kind to the planet and to your hands")
    assert [(one.id, other.id) for one, other in doubles(corpus(tmp_path))] == [("en/a:3", "en/b:3")]


def test_document_sentences_are_returned_once_with_their_medium(tmp_path: Path) -> None:
    head = "# author: somebody; tests\n## shop Soap\n"
    written(tmp_path, "en/a.txt", "-colour Moss green", "+ Kind to rivers", "## post Later", "- Moss green", head=head)
    assert [(each.id, each.claim, each.medium, each.text) for each in document_sentences(tmp_path)] == [
        ("en/documents a:3", False, "shop", "Moss green"), ("en/documents a:4", True, "shop", "Kind to rivers")
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Moss green", "## poster Soap", "+ ", f"- {'long ' * 130}"])
def test_a_malformed_document_line_is_reported_with_file_and_line(tmp_path: Path, line: str) -> None:
    written(tmp_path, "en/a.txt", "- Soap", line, head="# author: somebody; tests\n## shop Soap\n")
    with pytest.raises(CorpusError) as caught:
        document_sentences(tmp_path)
    assert str(caught.value).startswith("en/a.txt:4: is neither '## medium title', with one of shop")


def test_documents_of_the_project_are_in_form_in_every_language() -> None:
    assert {each.language for each in document_sentences()} == set(LANGUAGES)


@pytest.mark.full
def test_the_corpus_of_the_project_is_in_form_in_every_language_and_without_doubles() -> None:
    texts = corpus()
    assert {each.language for each in texts} == set(LANGUAGES)
    assert not doubles(texts)
