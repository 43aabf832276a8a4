"""Names in a feed: target paths and roles."""

import pytest
from hypothesis import given, strategies as st

from service.base.resource_names import EDITION_PATTERN, TABLE_PATTERN
from service.feeds.layout import (
    NAME,
    TableTarget,
    VersionTarget,
    delegated_paths,
    parse_role,
    parse_target,
    role_name,
)
from service.gazette.version_files import SUFFIXES

VERSION = [
    ("production/zero-carbon-factory/1.0.0.json", ".json"),
    ("production/zero-carbon-factory/1.0.0.sig.json", ".sig.json"),
    ("production/zero-carbon-factory/1.0.0.approvals.json", ".approvals.json"),
    ("production/zero-carbon-factory/1.0.0.repeal.json", ".repeal.json"),
    ("production/zero-carbon-factory/1.0.0.changes.md", ".changes.md"),
]


@pytest.mark.parametrize(("path", "suffix"), VERSION)
def test_each_file_of_a_version_has_one_path(path: str, suffix: str) -> None:
    target = VersionTarget("production", "zero-carbon-factory", "1.0.0", suffix)
    assert target.path == path
    assert parse_target(path) == target
    assert target.gazette_path == f"zero-carbon-factory/1.0.0{suffix}"


def test_an_edition_may_contain_dots() -> None:
    target = TableTarget("staging", "cbam-benchmarks", "2026.2", "cbam-benchmarks-9c67031828ed.csv")
    assert target.path == "staging/tables/cbam-benchmarks/2026.2.cbam-benchmarks-9c67031828ed.csv"
    assert parse_target(target.path) == target
    assert target.gazette_path == "tables/cbam-benchmarks-9c67031828ed.csv"


@pytest.mark.parametrize(
    "path",
    [
        "log/entries.jsonl",
        "log/small-factory/1.0.0.json",
        "production/small-factory/1.0.json",
        "production/small-factory/1.0.0.txt",
        "production/../1.0.0.json",
        "Production/small-factory/1.0.0.json",
        "production/small-factory/deeper/1.0.0.json",
        "production/tables/1.0.0.json",
        "production/tables/cbam-benchmarks/2026.other-9c67031828ed.csv",
        "production/tables/cbam-benchmarks/2026.cbam-benchmarks-9c67031828ed.exe",
        "/production/small-factory/1.0.0.json",
        "",
    ],
)
def test_other_paths_are_no_files_of_versions_or_tables(path: str) -> None:
    assert parse_target(path) is None


def test_a_role_names_channel_and_publisher() -> None:
    assert role_name("production", "association") == "production.association"
    assert parse_role("production.association") == ("production", "association")
    assert [parse_role(role) for role in ("root", "log", "a.b.c", "A.b", ".b")] == [None] * 5


def test_a_publisher_signs_only_paths_of_its_channel() -> None:
    paths = delegated_paths("staging", ["zero-carbon-*"], ["cbam-*"])
    assert paths == ["staging/zero-carbon-*/*", "staging/tables/cbam-*/*"]


@given(
    st.from_regex(NAME, fullmatch=True).filter(lambda name: name != "log"),
    st.from_regex(r"[a-z0-9][a-z0-9-]{0,62}", fullmatch=True).filter(lambda card: card != "tables"),
    st.tuples(*[st.integers(0, 999_999_999)] * 3),
    st.sampled_from(SUFFIXES),
)
def test_every_path_of_a_version_is_parsed_back(
    channel: str, card: str, number: tuple[int, int, int], suffix: str
) -> None:
    target = VersionTarget(channel, card, ".".join(map(str, number)), suffix)
    assert parse_target(target.path) == target


@given(
    st.from_regex(TABLE_PATTERN, fullmatch=True),
    st.from_regex(EDITION_PATTERN, fullmatch=True),
    st.from_regex("[0-9a-f]{12}", fullmatch=True),
    st.sampled_from(["json", "csv"]),
)
def test_every_path_of_an_edition_is_parsed_back(table: str, edition: str, digest: str, suffix: str) -> None:
    target = TableTarget("production", table, edition, f"{table}-{digest}.{suffix}")
    assert parse_target(target.path) == target
