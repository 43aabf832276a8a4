"""Folder compilation: equal rules from both languages, in any order of files and definitions; linear effort."""

from __future__ import annotations

import re
from functools import partial

import pytest

from rules.contracts.messages import LANGUAGES
from rules.language import patterns
from rules.language.compiler import compile_folder
from rules.language.lexicon import load_lexicon
from rules.model.digest import rule_digest
from tests.language.laboratory import COMPILED, FILES, examples, items, unexpected
from tests.support.guide import CARDS, SHELF, card
from tests.support.work import calls_made


def test_the_laboratory_compiles_clean() -> None:
    assert unexpected(COMPILED) == []
    assert COMPILED.scorecard is not None
    assert set(COMPILED.by_language) == set(LANGUAGES)


def test_both_languages_compile_to_the_same_rules() -> None:
    assert COMPILED.scorecard is not None
    digests = {rule_digest(card) for card in (*COMPILED.by_language.values(), COMPILED.scorecard)}
    assert len(digests) == 1


def test_labels_of_both_languages_are_merged() -> None:
    card = COMPILED.scorecard
    assert card is not None
    assert card.card.titles == {"en": "Laboratory card", "zh": "实验评分卡"}
    assert card.card.not_assessed[0] == {"en": "products; and services", "zh": "产品；以及服务"}
    facts = {fact.id: fact for fact in card.facts}
    assert facts["green"].labels == {"en": "green energy", "zh": "绿色用能（全部）"}
    assert [choice.labels for choice in facts["system"].choices] == [
        {"en": "none at all", "zh": "没有"},
        {"en": "certificate", "zh": "已获认证"},
    ]
    assert card.records[0].labels == {"en": "carbon credit", "zh": "碳信用"}
    kinds = {field.id: field for field in card.records[0].fields}["kind"]
    assert kinds.choices[0].labels == {"en": "carbon removal", "zh": "碳清除"}
    assert {quantity.id: quantity.labels for quantity in card.quantities}["factor"] == {
        "en": "grid factor",
        "zh": "电网因子",
    }
    assert card.ladder is not None
    assert [grade.labels["zh"] for grade in card.ladder.grades] == ["最优", "良好"]
    assert card.settings[0].choices[0].labels == {"en": "falling", "zh": "逐级顺延"}
    assert card.bases[1].note == {"en": "as quoted there", "zh": "据彼处转述"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_single_language_compiles(language: str) -> None:
    compilation = compile_folder(FILES, languages=frozenset({language}))
    assert unexpected(compilation) == []
    assert compilation.scorecard == COMPILED.by_language[language]
    assert {example.language for example in compilation.examples} == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_accepted_wherever_labels_are_accepted(language: str) -> None:
    card = COMPILED.by_language[language]
    names = {label: one.id for one in card.facts for label in one.labels.values()}
    for criteria in (card.quantities, card.gates, card.indicators):
        names |= {label: one.id for one in criteria for label in one.labels.values()}
    files = {path: text for path, text in FILES.items() if f".{language}." in path}
    path = f"rules.{language}.feature"
    changed = []
    for line in files[path].split("\n"):
        sentence = line
        if (
            re.match(r"\s*(Given|And|Then|假如|并且|那么) .*[^有]$", line)
            and "called" not in line
            and "称为" not in line
            and not re.search(r" \([a-z_]+\)", line)
        ):
            for label, id in sorted(names.items(), key=lambda pair: -len(pair[0])):
                sentence = re.sub(rf"(?<![\w]){re.escape(label)}(?![\w])", id, sentence)
        changed.append(sentence)
    assert "\n".join(changed) != files[path]
    compilation = compile_folder(files | {path: "\n".join(changed)})
    assert compilation.scorecard is not None, [each.render() for each in compilation.diagnostics]
    assert rule_digest(compilation.scorecard) == rule_digest(card)
    assert [items(one) for one in compilation.examples] == [items(one) for one in examples(COMPILED, language)]


def test_the_order_of_files_does_not_matter() -> None:
    compilation = compile_folder(dict(reversed(FILES.items())))
    assert compilation.scorecard == COMPILED.scorecard
    assert compilation.examples == COMPILED.examples


@pytest.mark.parametrize(("old", "new"), [("\n", "\r\n"), ("# language", "\ufeff# language"), (" the ", " the\u2028")])
def test_line_endings_byte_order_marks_and_line_separators_do_not_matter(old: str, new: str) -> None:
    files = {path: text.replace(old, new, -1 if old == "\n" else 1) for path, text in FILES.items()}
    compilation = compile_folder(files)
    assert unexpected(compilation) == []
    assert compilation.scorecard is not None
    assert rule_digest(compilation.scorecard) == rule_digest(COMPILED.by_language["en"])
    assert compilation.examples == COMPILED.examples


def test_definitions_may_precede_the_definitions_they_use() -> None:
    text = FILES["rules.en.feature"]
    head, *rules = re.split(r"(?=^  Rule: )", text, flags=re.MULTILINE)
    turned = head + "".join(rules[::-1])
    compilation = compile_folder({"card.en.feature": FILES["card.en.feature"], "rules.en.feature": turned})
    assert compilation.scorecard is not None
    assert rule_digest(compilation.scorecard) == rule_digest(COMPILED.by_language["en"])


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_laboratory_and_the_guide_use_every_sentence(language: str) -> None:
    words = load_lexicon(language)
    compiled = [COMPILED, *(compile_folder(card(folder), tables=SHELF) for folder in CARDS)]
    documents = [document for one in compiled for document in one.documents if document.language == language]
    used = {
        definition.production
        for document in documents
        for definition in (*document.definitions, *(one for rule in document.rules for one in rule.definitions))
    }
    assert used == set(words.sentences)
    steps = [step for one in documents for rule in one.rules for each in rule.scenarios for step in each.steps]
    keys = {reading.key for step in steps for reading in patterns.sentence_readings(step.sentence, words.steps)}
    assert keys == set(words.steps)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("card.version", "2.1.0"),
        ("bases[g-2].clause", "7 a)"),
        ("settings[reading].default", "literal"),
        ("facts[water].at_most", "10"),
        ("facts[energy].unit", "MWh"),
        ("records[credit].fields[amount].unit", "tCO2e"),
        ("records[credit].unique[0]", "account"),
        ("reference_case[region]", "north"),
        ("quantities[left].rows[1].formula", "max("),
        ("quantities[share].rows[0].basis", "g-1"),
        ("quantities[retired_mass].rows[1].where[1]", "serial is none of"),
        ("quantities[factor].rows[1].value", "1/3"),
        ("applies[1]", "region is one of"),
        ("gates[G1].requires[1]", "violations is less"),
        ("gates[G1].applies[1]", "media includes"),
        ("sections[B].maximum", "40"),
        ("indicators[A2].must[0]", "violations is not"),
        ("indicators[A1].scale.bands[1].at_most", "800"),
        ("indicators[A2].scale.rows[0].value", "none at all"),
        ("indicators[A3].scale.corners[1].at", "2"),
        ("indicators[B1].scale.parts[2][0]", "energy left is at most"),
        ("indicators[B2].scale.measure", "green share"),
        ("ladder.rows[0].requires[1]", "indicator A1"),
        ("ladder.rows[2].below", "101"),
        ("findings[F2.PENALTY].close_within_days", "1 day"),
        ("results[score].name", "the total score"),
    ],
)
def test_every_part_of_the_model_has_its_source_location(path: str, words: str) -> None:
    place = COMPILED.locations["en"][path]
    line = FILES[place.path].splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith(words)


def test_documents_list_the_subjects_of_each_definition() -> None:
    (rules,) = [one for one in COMPILED.documents if one.path == "rules.en.feature"]
    assert [(one.production, one.subjects) for one in rules.rules[0].definitions] == [
        ("quantity", ("share",)),
        ("quantity", ("left",)),
        ("quantity", ("intensity",)),
        ("sum", ("retired_mass",)),
        ("lookup", ("factor",)),
        ("lookup", ("plain",)),
    ]
    assert rules.title == "The laboratory's rules"
    assert [one.title for one in rules.rules[0].scenarios] == ["no credits at all", "other credits"]


def large_card(rows: int) -> dict[str, str]:
    row = "        | 499    | 0      |\n"
    return {
        path: text.replace(row, "".join(row.replace("499", str(number)) for number in range(rows)))
        for path, text in FILES.items()
        if ".en." in path
    }


@pytest.mark.full
def test_the_effort_of_compiling_grows_with_the_size_of_the_card_only() -> None:
    assert len(compile_folder(large_card(1_000)).examples) == 1_006
    small, large = (calls_made(partial(compile_folder, large_card(rows))) for rows in (250, 1_000))
    assert large <= 4 * small
