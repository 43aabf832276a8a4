"""Questionnaires: the questions of a version in plain words, and the effect of each answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts import wording_loader
from rules.model import FactType, published_bytes
from service.base.resource_names import CardName
from service.input.cells import label_in_language
from service.input.workbook.groups import stated_groups
from service.output.asking_criteria import asking_criteria
from service.output.schema.dossiers import schema_text
from touchstone.v1 import self_check_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language import RuleText
    from rules.model import FactDefinition, PublishedVersion, Scorecard, Setting

_words = wording_loader(__name__)

_COUNT_UNITS = frozenset({"time", "item", "point", "person", "roomnight", "guestnight"})
_OMITTED_COLUMNS = frozenset({"label", "basis", "section", "points"})
"""Columns already covered by the title or the legal basis of a rule."""
_ROW_PATH = re.compile(r"\[\d+\]\Z")
_SENTENCE = "sentence"


def questionnaire(version: PublishedVersion, language: str) -> self_check_service_pb2.Questionnaire:
    """Return the questions of a version: facts that a user may state, then settings without default."""
    scorecard = version.scorecard
    return self_check_service_pb2.Questionnaire(
        name=f"{CardName(scorecard.card.id)}/questionnaire",
        scorecard_version=version.name,
        questions=[*_fact_questions(scorecard, language), *_setting_questions(scorecard, language)],
        json_schema=schema_text(version),
        published_form=published_bytes(scorecard, version.sources).decode(),
    )


def question_count(scorecard: Scorecard) -> int:
    """Return the number of questions of a scorecard."""
    return sum(fact.can_be_stated for fact in scorecard.facts) + len(_settings_without_default(scorecard))


def _settings_without_default(scorecard: Scorecard) -> Sequence[Setting]:
    return [setting for setting in scorecard.settings if setting.default is None]


def _fact_questions(scorecard: Scorecard, language: str) -> Iterator[self_check_service_pb2.Question]:
    criteria_by_fact, sentences = asking_criteria(scorecard, language), _sentences(scorecard, language)
    for group in stated_groups(scorecard, language):
        for fact in group.facts:
            criteria = [
                self_check_service_pb2.AskingCriterion(
                    criterion_id=asking.criterion_id,
                    title=asking.title,
                    points=asking.points,
                    sentences=sentences.get(asking.criterion_id, ()),
                )
                for asking in criteria_by_fact.get(fact.id, ())
            ]
            yield self_check_service_pb2.Question(
                fact_id=fact.id, section=group.part, text=_text(_kind(fact), fact, language), criteria=criteria
            )


def _setting_questions(scorecard: Scorecard, language: str) -> Iterator[self_check_service_pb2.Question]:
    for setting in _settings_without_default(scorecard):
        yield self_check_service_pb2.Question(
            setting_id=setting.id,
            section=_words(language)["question_section"]["settings"],
            text=_text("setting", setting, language),
            meaning=label_in_language(setting.meaning, language, ""),
        )


def _kind(fact: FactDefinition) -> str:
    return "count" if fact.type is FactType.NUMBER and fact.unit in _COUNT_UNITS else fact.type.value


def _text(kind: str, item: FactDefinition | Setting, language: str) -> str:
    title = label_in_language(item.labels, language, item.id.replace("_", " "))
    text: str = _words(language)["question"][kind].format(title=title[:1].upper() + title[1:])
    return text


def _sentences(scorecard: Scorecard, language: str) -> Mapping[str, Sequence[str]]:
    from rules.language import rule_texts  # noqa: PLC0415 -- loaded only if a questionnaire is requested

    rule_parts = {"gates", "indicators"}
    joined = _words(language)["joined"]
    return {
        rule.id: list(_sentences_of(rule, joined))
        for rule in rule_texts(scorecard, language)
        if rule.part in rule_parts
    }


def _sentences_of(rule: RuleText, joined: str) -> Iterator[str]:
    for row in rule.rows:
        if _ROW_PATH.search(row.path):
            yield joined.join(f"{cell.column} {cell.text}" for cell in row.cells if cell.text)
            continue
        for cell in row.cells:
            if cell.text and cell.key not in _OMITTED_COLUMNS:
                yield cell.text if cell.key == _SENTENCE else f"{cell.column} {cell.text}"
