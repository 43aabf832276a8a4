"""Renaming: all occurrences of a name in all files of its card, or none."""

from dataclasses import replace
from pathlib import Path

import pytest

from rules.contracts.messages import in_language
from rules.language.compiler import compile_folder
from rules.language.lexicon import load_lexicon
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from service.language_server.names import Occurrence, RenamingError, SymbolEntry, occurrences, renamed_occurrences
from service.language_server.readings import FolderAnalysis, analyze_folder

ROOT = Path(__file__).resolve().parents[3]
SMALL = ROOT / "tests" / "corpus" / "good" / "RL073"
OFFICE = ROOT / "examples" / "guide" / "green-office"


def reading(folder: Path) -> FolderAnalysis:
    return analyze_folder(folder, {}, None, None)


def names(read: FolderAnalysis, language: str, word: str) -> tuple[SymbolEntry, ...]:
    return read.names[language].by_word.get(word, ())


def written(read: FolderAnalysis, places: list[Occurrence], new: str) -> dict[str, str]:
    lines = {file: list(own) for file, own in read.lines.items()}
    for place in sorted(places, reverse=True):
        line = lines[place.file][place.number]
        assert line[place.begin : place.end] == place.word
        lines[place.file][place.number] = line[: place.begin] + new + line[place.end :]
    return {file: "\n".join(own) for file, own in lines.items()}


def ask(
    read: FolderAnalysis, language: str, word: str, new: str, newest: PublishedVersion | None = None
) -> list[Occurrence]:
    return renamed_occurrences(read, names(read, language, word), language=language, word=word, new=new, newest=newest)


def refusal(read: FolderAnalysis, language: str, word: str, new: str, newest: PublishedVersion | None = None) -> str:
    with pytest.raises(RenamingError) as refused:
        ask(read, language, word, new, newest)
    assert in_language(refused.value.why, "zh") != in_language(refused.value.why, "en")
    return in_language(refused.value.why, "en")


def published(read: FolderAnalysis) -> PublishedVersion:
    files = {file: "\n".join(own) for file, own in read.lines.items()}
    card = compile_folder(files).scorecard
    assert card is not None
    return read_published(published_bytes(card, files), "2026-01-02T00:00:00Z")


def test_a_name_is_found_by_id_and_label_in_both_languages() -> None:
    places = {(one.file, one.word) for one in occurrences(reading(SMALL), "facts[share]")}
    assert places == {
        ("card.en.feature", "share"),
        ("card.en.feature", "renewable share"),
        ("card.zh.feature", "share"),
        ("card.zh.feature", "可再生占比"),
    }


def test_an_id_is_renamed_in_both_languages_and_a_label_only_in_its_own() -> None:
    read = reading(SMALL)
    places = ask(read, "en", "share", "part")
    assert {one.file for one in places} == {"card.en.feature", "card.zh.feature"}
    card = compile_folder(written(read, places, "part")).scorecard
    assert card is not None
    assert [one.id for one in card.facts] == ["part"]
    label = ask(read, "zh", "可再生占比", "绿电占比")
    assert {one.file for one in label} == {"card.zh.feature"}
    card = compile_folder(written(read, label, "绿电占比")).scorecard
    assert card is not None
    assert card.facts[0].labels == {"en": "renewable share", "zh": "绿电占比"}


def test_prose_titles_and_comments_are_not_renamed() -> None:
    read = reading(SMALL)
    text = "\n".join(read.lines["card.en.feature"])
    prose = text.replace("Feature: A small card", "Feature: share\n  A share is no share.\n  # share")
    prose = prose.replace("Scenario: half is enough", "Scenario: a share of half")
    lines = {**read.lines, "card.en.feature": prose.split("\n")}
    places = [one for one in occurrences(replace(read, lines=lines), "facts[share]") if one.file == "card.en.feature"]
    assert not [one for one in places if lines[one.file][one.number].lstrip().startswith(("F", "A", "#", "S"))]


@pytest.mark.parametrize(
    ("new", "expected_message"),
    [
        ("a b", "the scorecard would have errors"),
        ("", "the scorecard would have errors"),
        ("G1", "the scorecard would have errors"),
        ("x | y", "the scorecard would have errors"),
        ("guide", ""),
    ],
)
def test_a_new_name_is_refused_if_the_card_would_not_compile(new: str, expected_message: str) -> None:
    read = reading(SMALL)
    if expected_message:
        assert expected_message in refusal(read, "en", "share", new)
    else:  # ids of bases and of facts are apart
        assert ask(read, "en", "share", new)


def test_a_published_id_cannot_be_renamed_but_its_label_can() -> None:
    read = reading(SMALL)
    newest = published(read)
    assert "scorecards/small/versions/1.0.0" in refusal(read, "en", "share", "part", newest)
    assert ask(read, "en", "renewable share", "green share", newest)
    (name,) = names(read, "en", "share")
    never = replace(name, path="facts[other]", place="facts[other]", id="other")
    assert renamed_occurrences(read, [replace(never)], language="en", word="other", new="part", newest=newest) == []


def test_nothing_is_renamed_in_a_card_with_errors() -> None:
    read = reading(SMALL)
    text = "\n".join(read.lines["card.en.feature"]).replace("gate G1 is met", "gate G9 is met")
    broken = replace(read, lines={**read.lines, "card.en.feature": text.split("\n")})
    assert "Fix them first: card.en.feature:" in refusal(broken, "en", "share", "part")


def test_a_word_with_several_meanings_is_refused() -> None:
    read = reading(OFFICE)
    word, meant = next((word, meant) for word, meant in read.names["en"].by_word.items() if len(meant) > 1)
    assert all(one.path in refusal(read, "en", word, "other") for one in meant)


def test_a_name_of_a_vocabulary_is_refused() -> None:
    read = reading(ROOT / "features" / "green-claim-sg")
    shared = {file for file, path in read.paths.items() if path.parent.name == "vocabulary"}
    word = next(
        one.id
        for one in read.names["en"].all
        if (place := read.locations["en"].get(one.place)) is not None
        and place.path in shared
        and len(names(read, "en", one.id)) == 1
    )
    assert "that other scorecards use" in refusal(read, "en", word, "something_else")


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_name_defined_by_a_card_can_be_renamed(language: str) -> None:
    read = reading(OFFICE)
    done, kept = 0, []
    for name in read.names[language].all:
        for word in dict.fromkeys((name.id, name.label)):
            if word and not word.isdigit() and len(names(read, language, word)) == 1:
                new = f"{word}X" if word == name.id and "." in word else f"{word}x" if word == name.id else f"{word} x"
                try:
                    places = ask(read, language, word, new)
                except RenamingError:
                    kept.append(word)
                    continue
                assert compile_folder(written(read, places, new)).scorecard is not None, (name.path, word)
                done += 1
    assert done > 60
    assert set(kept) <= load_lexicon(language).words["severities"].by_word.keys(), kept
