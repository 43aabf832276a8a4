"""Shared vocabularies: compilation as if part of the card, unused definitions dropped, error locations."""

from __future__ import annotations

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.export import export_folder
from rules.language.vocabulary import with_vocabularies
from rules.model.digest import rule_digest
from rules.model.published_version import draft_as_published
from rules.model.scorecard import Scorecard
from tests.language.folders import CORPUS, read_folder
from tests.support.guide import CLAIMS, card

FILES = read_folder(CORPUS / "good" / "RL090")
WORDS = "factory-words.en.feature"
CARD = "card.en.feature"


def compiled(**changed: str) -> Compilation:
    return compile_folder({**FILES, **{path.replace("_", "-") + ".en.feature": text for path, text in changed.items()}})


def sound(compilation: Compilation) -> Scorecard:
    assert compilation.scorecard is not None, [one.render() for one in compilation.diagnostics]
    return compilation.scorecard


def written_out() -> str:
    """Return the card with the definition of its shared fact copied into it."""
    own = "And these facts\n      | fact | label | type | unit | at least | at most |\n"
    own += "      | share | renewable share | number | % | 0 | 100 |\n"
    own += "    And this reference case\n      | fact | value |\n      | share | 80 % |"
    return FILES[CARD].replace("And facts from factory-words", own)


def test_shared_and_own_definitions_compile_to_the_same_card() -> None:
    alone = sound(compile_folder({CARD: written_out()}))
    shared = sound(compiled())
    assert rule_digest(shared) == rule_digest(alone)
    assert shared == alone


def test_a_new_vocabulary_definition_changes_no_card_that_does_not_use_it() -> None:
    grown = FILES[WORDS].replace("| staff |                 |", "| floor | floors |number||1||\n      | staff | |")
    grown = grown.replace("| staff | 12    |", "| floors | 2 |\n      | staff | 12    |")
    assert sound(compiled(factory_words=grown)) == sound(compiled())


def test_a_changed_vocabulary_definition_changes_the_cards_that_use_it() -> None:
    narrower = FILES[WORDS].replace("| 0        | 100     |", "| 10       | 100     |")
    changed = compiled(factory_words=narrower)
    assert rule_digest(sound(changed)) != rule_digest(sound(compiled()))
    assert changed.locations["en"]["facts[share].at_least"].path == WORDS


def test_an_error_in_a_vocabulary_is_reported_at_its_line_there() -> None:
    (diagnostic,) = compiled(factory_words=FILES[WORDS].replace("80 %  |", "120 % |")).diagnostics
    assert (diagnostic.location.path, diagnostic.location.line, diagnostic.code) == (WORDS, 12, "RL024")


def test_the_reference_case_of_a_card_may_override_a_vocabulary_value() -> None:
    other = FILES[CARD].replace(
        "And facts from factory-words",
        "And facts from factory-words\n    And this reference case\n      | fact | value |\n      | share | 70 % |",
    )
    (value,) = sound(compiled(card=other)).reference_case
    assert value.value.number == "70"


def test_a_reference_value_is_defined_only_once_in_the_card() -> None:
    twice = "\n    And this reference case\n      | fact | value |\n      | share | 70 % |\n      | share | 60 % |"
    diagnostics = compiled(card=FILES[CARD].replace("factory-words", f"factory-words{twice}")).diagnostics
    assert [(one.code, one.location.line) for one in diagnostics] == [("RL014", 23)]


@pytest.mark.parametrize("production", ["settings", "facts", "quantities"])
def test_a_redefinition_of_a_vocabulary_name_is_reported_in_the_card(production: str) -> None:
    tables = {
        "settings": "these settings\n      | setting | one of |\n      | staff | few, many |",
        "facts": "these facts\n      | fact | type |\n      | staff | flag |",
        "quantities": "the quantity staff, on basis guide\n      | is |\n      | 3 |",
    }
    compilation = compiled(card=FILES[CARD].replace("factory-words", f"factory-words\n    And {tables[production]}"))
    diagnostics = [one for one in compilation.diagnostics if one.code == "RL014"]
    line = 20 if production == "quantities" else 22  # a quantity is named in its sentence
    assert [(one.location.path, one.location.line) for one in diagnostics] == [(CARD, line)]
    assert diagnostics[0].message == f"'staff' is already defined in the shared vocabulary ({WORDS}:9)."


def test_a_vocabulary_may_import_another_without_duplicate_definitions() -> None:
    lines = FILES[WORDS].split("\n")
    base = "\n".join(line for line in lines if "staff" not in line).replace("factory-words", "base-words")
    upper = f"{lines[0]}\nFeature: Upper\n\n  Background:\n    Given the vocabulary factory-words\n"
    upper += "    And facts from base-words\n"
    both = FILES[CARD].replace("factory-words", "factory-words\n    And facts from base-words")
    files = {CARD: both, WORDS: upper, "base-words.en.feature": base}
    assert sound(compile_folder(files)) == sound(compiled())


def test_a_card_with_its_vocabulary_files_needs_no_vocabulary_folder() -> None:
    assert with_vocabularies({CARD: FILES[CARD]}, FILES.get) == FILES
    assert with_vocabularies(FILES, pytest.fail) == FILES
    assert compile_folder(draft_as_published(sound(compiled()), FILES).sources).scorecard == sound(compiled())


def test_a_path_is_not_accepted_as_a_vocabulary_name() -> None:
    climbing = FILES[CARD].replace("factory-words", "../../etc/passwd")
    assert with_vocabularies({CARD: climbing}, pytest.fail) == {CARD: climbing}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_vocabulary_is_exported_whole_including_definitions_unused_by_the_card(language: str) -> None:
    files = card(CLAIMS)
    own = {path: text for path, text in files.items() if path.endswith(f".{language}.feature")}
    other = {"en": "zh", "zh": "en"}[language]
    path = f"advertising.{language}.feature"
    exported = export_folder(sound(compile_folder(own)), own, language)
    assert "| medium " in exported[path]
    assert export_folder(sound(compile_folder(exported)), exported, language) == exported
    skeleton = export_folder(sound(compile_folder(own)), own, other)[f"advertising.{other}.feature"]
    assert "| medium " in skeleton
    assert "| pack " in skeleton
