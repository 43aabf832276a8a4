"""Every step that the table does not have is refused, and the page shows the table."""

import itertools
import re

import pytest

from service.approval.review_status import TABLE, ReviewAction, ReviewState, next_state
from service.configuration.folders import CHECKOUT


@pytest.mark.parametrize(("state", "step"), list(itertools.product(ReviewState, ReviewAction)))
def test_a_step_leads_to_the_state_in_the_table_or_is_refused(state: ReviewState, step: ReviewAction) -> None:
    outcome = next_state("scorecards/a/versions/1.0.0", state, step)
    if (state, step) in TABLE:
        assert outcome is TABLE[state, step]
    else:
        assert not isinstance(outcome, ReviewState)
        named = "approve" if step is ReviewAction.SUFFICE else step.value
        assert outcome.startswith("scorecards/a/versions/1.0.0 is ")
        assert f"'{named}'" in outcome
        assert "suffice" not in outcome
        assert not re.search(r"[a-z]{3}", outcome.in_language("zh").replace("scorecards/a/versions/1.0.0", ""))


def test_a_published_version_can_only_be_repealed_and_a_repeal_is_final() -> None:
    assert [step for state, step in TABLE if state is ReviewState.PUBLISHED] == [ReviewAction.REPEAL]
    assert [step for state, step in TABLE if state is ReviewState.REPEALED] == []


def test_every_path_to_publication_passes_enough_approvals() -> None:
    into = {state for (state, step), after in TABLE.items() if after is ReviewState.PUBLISHED}
    assert into == {ReviewState.APPROVED}
    assert {step for (_, step), after in TABLE.items() if after is ReviewState.APPROVED} == {ReviewAction.SUFFICE}


@pytest.mark.parametrize("page", ["publication.md", "publication.zh.md"])
def test_the_page_shows_the_table(page: str) -> None:
    lines = (CHECKOUT / "docs" / page).read_text(encoding="utf-8").splitlines()
    rows = (line.strip("|").split("|") for line in lines if line.startswith("| `"))
    shown = {tuple(cell.strip(" `") for cell in row[:3]) for row in rows}
    assert {(state.value, step.value, after.value) for (state, step), after in TABLE.items()} <= shown
