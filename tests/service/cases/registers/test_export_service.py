"""Months of register exports."""

from datetime import date

import pytest

from rules.contracts import InputError
from service.cases.registers.export_service import month_of


@pytest.mark.parametrize("text", ["9999-12", "0001-01", "2026-00", "2026-13", "2026-1", "2026-01-01", "2026-01\n", ""])
def test_a_month_that_no_export_can_have_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is not a month"):
        month_of(text)


def test_a_month_ends_before_the_first_day_of_the_next() -> None:
    assert month_of("2026-02") == (date(2026, 2, 1), date(2026, 3, 1))
    assert month_of("2099-12") == (date(2099, 12, 1), date(2100, 1, 1))
