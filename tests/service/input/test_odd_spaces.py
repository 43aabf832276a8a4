"""Unusual space characters in a dossier: read as a space, or reported with their location."""

from pathlib import Path

import pytest

from service.input.tree.nodes import Mapping, Scalar
from service.input.tree.placed_errors import PlacedError
from service.input.tree.tree_reader import read_tree
from tests.support.commands import touchstone

DRAFT = Path(__file__).resolve().parents[2] / "corpus" / "good" / "RL041"
ODD = ["\u00a0", "\u3000", "\u2009", "\u202f", "\u200b"]
DOSSIER = "subject: organizations/a/subjects/b\nfacts:\n  share: 85 %\n  system: certified\n"


def named(text: str) -> tuple[int, int, str]:
    with pytest.raises(PlacedError) as error:
        read_tree(text.encode())
    (problem,) = error.value.problems
    assert problem.position is not None
    return problem.position.line, problem.position.column, problem.description


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("old", "new"), [("85 %", "85{}%"), ("85 %", "{}85 %{}"), ("certified", "certified{}")])
def test_an_unusual_space_in_a_value_is_read_as_a_space(tmp_path: Path, odd: str, old: str, new: str) -> None:
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(DOSSIER.replace(old, new.replace("{}", odd)), encoding="utf-8")
    shown = touchstone("evaluate", DRAFT, dossier, "--as-of", "2026-06-01")
    assert (shown.exit_code, "100.00" in shown.stdout) == (0, True), shown.output


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("share: 85", "share:{}85", (3, 9)),
        ("  share", "{}{}share", (3, 1)),
        ("  share: 85 %\n  system", "{}{}share: 85 %\n{}{}system", (3, 1)),
        ("share:", "sh{}are:", (3, 5)),
    ],
)
def test_an_unusual_space_in_yaml_syntax_is_reported_with_its_location(
    odd: str, old: str, new: str, place: tuple[int, int]
) -> None:
    line, column, message = named(DOSSIER.replace(old, new.replace("{}", odd)))
    assert ((line, column), f"U+{ord(odd):04X}" in message) == (place, True), message


def test_an_unusual_space_in_json_is_reported_with_its_location() -> None:
    _, column, message = named('{"subject": "a", "facts": {"share":\u00a0"85 %"}}')
    assert (column, "U+00A0, no-break space" in message) == (36, True)


def test_unusual_spaces_in_quotes_or_inside_a_text_are_preserved() -> None:
    tree = read_tree('name: 绿色\u3000工厂\nother: "\u00a0x"\n'.encode())
    assert isinstance(tree, Mapping)
    texts = [one.text for one in tree.entries.values() if isinstance(one, Scalar)]
    assert texts == ["绿色\u3000工厂", "\u00a0x"]


def test_an_earlier_error_is_reported_without_mention_of_the_space() -> None:
    assert "U+" not in named("a: b: c\nd:\u00a0e\n")[2]
