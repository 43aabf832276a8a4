"""Proposed examples for undetected mutants: they detect them once in their file, and read back."""

import pytest

from rules.language.compiler import Compilation, compile_folder
from rules.language.export import added_examples_path, append_examples, export_folder
from rules.model.digest import rule_digest
from rules.model.scorecard import Scorecard
from rules.rehearsal.mutation import mutate
from rules.rehearsal.pinning_examples import PinningResult, find_pinning_examples
from rules.rehearsal.publication_check import check_folder
from tests.rehearsal.desk import small_desk, two_gates


def compiled(files: dict[str, str]) -> tuple[Compilation, Scorecard]:
    compilation = compile_folder(files)
    assert [found.render() for found in compilation.diagnostics if found.code == "RL071"] == []
    assert compilation.scorecard is not None
    return compilation, compilation.scorecard


def unproved() -> dict[str, str]:
    """A card in Chinese without its examples."""
    text = small_desk()["card.zh.feature"]
    return {"card.zh.feature": text[: text.index("场景")].rstrip() + "\n"}


def proposed(files: dict[str, str], language: str) -> tuple[PinningResult, dict[str, str]]:
    compilation, scorecard = compiled(files)
    pinned, path = find_pinning_examples(compilation, scorecard, language), added_examples_path(language)
    return pinned, {**files, path: append_examples(files.get(path), pinned.examples, scorecard, language)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_mutant_with_a_proposed_example_is_killed_by_that_example(language: str) -> None:
    files = two_gates() if language == "en" else unproved()
    before = mutate(*compiled(files), "en")
    pinned, after_files = proposed(files, language)
    after = mutate(*compiled(after_files), "en")
    assert before.survivors
    assert len(after.survivors) == pinned.remaining < len(before.survivors)
    assert after.failed == 0


def test_proposed_examples_do_not_change_the_rules() -> None:
    files = two_gates()
    _, after = proposed(files, "en")
    assert rule_digest(compiled(after)[1]) == rule_digest(compiled(files)[1])


def test_a_proposal_is_refused_until_its_remark_is_removed() -> None:
    _, files = proposed(two_gates(), "en")
    assert "RL054" in {found.code for found in check_folder(files).diagnostics}
    path = added_examples_path("en")
    read = "\n".join(line for line in files[path].split("\n") if "proposed by" not in line)
    assert check_folder({**files, path: read}).failed == 0
    assert "RL054" not in {found.code for found in check_folder({**files, path: read}).diagnostics}


def test_the_examples_file_is_in_canonical_form_and_grows_at_its_end() -> None:
    files = two_gates()
    pinned, once = proposed(files, "en")
    path = added_examples_path("en")
    _, scorecard = compiled(once)
    own = {name: text for name, text in once.items() if name.endswith(".en.feature")}
    assert export_folder(scorecard, own, "en")[path] == once[path]
    twice = append_examples(once[path], pinned.examples, scorecard, "en")
    assert twice.startswith(once[path].rstrip("\n"))
    titles = [line for line in twice.split("\n") if line.strip().startswith("Scenario")]
    assert len(titles) == len(set(titles))
    other = export_folder(scorecard, own, "zh")[added_examples_path("zh")]
    assert "待译" not in other
    own_titles = [line for line in once[path].split("\n") if line.strip().startswith("Scenario")]
    its_titles = [line for line in other.split("\n") if line.strip().startswith("场景")]
    assert [line.split(" (")[1:] for line in its_titles] == [line.split(" (")[1:] for line in own_titles]


def test_an_expired_time_limit_returns_the_examples_found() -> None:
    compilation, scorecard = compiled(two_gates())
    assert find_pinning_examples(compilation, scorecard, "en", go_on=lambda: False) == PinningResult({}, 0)
