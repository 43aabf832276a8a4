"""Quota file: defaults, a complete list of problems, and refusal of a missing file."""

from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.api.quotas import QuotaKind, Rate, read_quotas

OF_EACH = {"calls_per_second": 5, "calls_burst": 10, "items_per_second": 0, "items_burst": 100}


def test_missing_quota_settings_use_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "quotas.toml"
    path.write_text('["organizations/example"]\nitems_per_second = 7\ncalls_per_second = 0\n', "utf-8")
    assert read_quotas(path, OF_EACH) == {"example": {QuotaKind.CALLS: Rate(0, 10), QuotaKind.ITEMS: Rate(7, 100)}}


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        ("[", [""]),
        ("[example]\ncalls_burst = 1", ["[example]"]),
        ('["organizations/a"]\ncall_burst = 1', ["[organizations/a]"]),
        ('"organizations/a" = 3', ["[organizations/a]"]),
        (
            '["organizations/a"]\ncalls_burst = 0\nitems_per_second = -1\nitems_burst = true\ncalls_per_second = 1.5',
            [f"[organizations/a].{name}" for name in ("calls_burst", "items_per_second", "items_burst")]
            + ["[organizations/a].calls_per_second"],
        ),
    ],
)
def test_every_problem_is_named(tmp_path: Path, content: str, fields: list[str]) -> None:
    path = tmp_path / "quotas.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError) as refused:
        read_quotas(path, OF_EACH)
    assert [one.field for one in refused.value.violations] == [f"TOUCHSTONE_QUOTAS{field}" for field in fields]


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_quotas(tmp_path / "missing.toml", OF_EACH)
