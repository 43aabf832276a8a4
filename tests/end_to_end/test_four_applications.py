"""Four applications of one factory on a running server: the effort to type the second to fourth."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.factory_cases import STARS, Factory, example, running_factory
from tests.support.typing_effort import effort_of

pytestmark = pytest.mark.full
AIM = 0.4


@pytest.fixture(scope="module")
def factory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Factory]:
    with running_factory(tmp_path_factory.mktemp("factory")) as factory:
        yield factory


def test_the_second_to_fourth_application_need_at_most_forty_percent(factory: Factory) -> None:
    first = effort_of(example(STARS))
    factory.apply(STARS, "stars", example(STARS))
    factory.verify_all("stars")
    for card in ("green-factory", "cbam-installation", "eu-battery"):
        whole, typed = effort_of(example(card)), factory.typed_after_reuse(card, card)
        share = typed.characters / first.characters
        print(f"{card}: {typed} of {whole}, {share:.0%} of the characters and "
              f"{typed.fields / first.fields:.0%} of the fields of the first")  # fmt: skip
        assert share <= AIM
    assert set(factory.declared("green-factory")) >= {"systems", "renewable"}
    assert all(not fact.HasField("verification") for fact in factory.declared("green-factory").values())
    again = factory.typed_after_reuse(STARS, "stars-again")
    print(f"the same scorecard again: {again} of {first}")
    assert again.characters <= AIM * first.characters
