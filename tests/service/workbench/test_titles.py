"""Titles on pages: sites, units, results and waiting criteria; the same names of steps and roles in refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.messages import LANGUAGES, templates
from service.cases import workflow_steps
from service.cases.certificate_files import BODY
from service.workbench.page import page_words
from service.workbench.sample import ORGANIZATION, write_certifying_body
from service.workbench.titles import (
    BodyTitles,
    answer_titles,
    conclusion_title,
    number_text,
    result_title,
    site_titles,
    unit_title,
    waited_for,
)
from tests.support.small_card import small_card
from touchstone.v1 import case_service_pb2 as cases, evaluation_pb2

CARD = small_card()


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_and_roles_are_called_in_refusals_as_on_pages(language: str) -> None:
    said, w = templates("service.cases"), page_words(language)
    told = {
        code.removeprefix("NAME_STEP_").lower(): text[language] for code, text in said.items() if "NAME_STEP_" in code
    }
    assert told == w["step"]
    assert told.keys() == {step.step for step in workflow_steps.steps()}
    for role in {role for step in workflow_steps.steps() for role in step.roles}:
        assert said[f"NAME_{role.upper()}"][language].lower() == w["role"][role].lower()


def test_a_site_title_is_its_address_in_the_language_with_the_id_if_ambiguous() -> None:
    client = cases.CaseClient(
        sites=[
            cases.CaseSite(site="works-1", address="1 Furnace Road", address_zh="熔炉路1号"),
            cases.CaseSite(site="works-2", address="2 Furnace Road"),
            cases.CaseSite(site="hall-2", address="2 Furnace Road"),
            cases.CaseSite(site="works-3"),
        ]
    )
    shared = {"works-2": "2 Furnace Road (works-2)", "hall-2": "2 Furnace Road (hall-2)", "works-3": "works-3"}
    assert site_titles(client, "en") == {"works-1": "1 Furnace Road", **shared}
    assert site_titles(client, "zh") == {"works-1": "熔炉路1号", **shared}


def test_units_that_are_words_are_translated() -> None:
    assert [unit_title(unit, "zh") for unit in ("item", "MWh", "")] == ["项", "MWh", ""]
    assert [number_text("1", "item", "en"), number_text("3", "item", "en"), number_text("3", "", "zh")] == [
        "1 item", "3 items", "3",
    ]  # fmt: skip


def test_a_result_has_the_title_of_its_card_or_else_its_id() -> None:
    grade = CARD.ladder.grades[0] if CARD.ladder is not None else None
    assert grade is not None
    concluded = evaluation_pb2.Conclusion(kind="KIND_GRADED", grade=grade.id)
    assert conclusion_title(CARD, concluded, "zh") == result_title(CARD, grade.id, "zh") == grade.labels["zh"]
    failed = evaluation_pb2.Conclusion(kind="KIND_GATE_FAILED")
    assert conclusion_title(CARD, failed, "en") == "No grade: a gate is not met"
    judged = evaluation_pb2.Conclusion(kind="KIND_JUDGED", verdict="VERDICT_NEEDS_EVIDENCE")
    assert conclusion_title(CARD, judged, "zh") == "需补证据"
    assert result_title(CARD, "of-an-older-version", "en") == "of-an-older-version"


def test_waiting_criteria_are_listed_by_title_with_criteria_of_the_card_first() -> None:
    told = answer_titles(CARD, "en")
    gate, indicator = CARD.gates[0], CARD.indicators[0]
    waiting = waited_for(["nothing-known", gate.id, indicator.id, gate.id], told)
    assert waiting == [f"{gate.id} {gate.labels['en']}", f"{indicator.id} {indicator.labels['en']}", "nothing-known"]


def test_the_title_of_a_body_follows_its_current_settings(tmp_path: Path) -> None:
    bodies = BodyTitles(tmp_path)
    assert bodies.title(ORGANIZATION, "en") == BodyTitles(None).title(ORGANIZATION, "en") == ORGANIZATION
    write_certifying_body(tmp_path, "http://localhost:8080")
    assert bodies.title(ORGANIZATION, "en") == "Sample certification body (trial, not valid)"
    path = tmp_path / ORGANIZATION / BODY
    path.write_text(
        path.read_text(encoding="utf-8").replace("Sample certification body", "Other body"), encoding="utf-8"
    )
    assert bodies.title(ORGANIZATION, "en") == "Other body (trial, not valid)"
    path.write_text("broken", encoding="utf-8")
    assert bodies.title(ORGANIZATION, "zh") == ORGANIZATION
