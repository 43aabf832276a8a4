"""Canonical form of a reference table: the same rows produce the same bytes, and other bytes are refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from fractions import Fraction

import orjson
import pytest
import rfc8785
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError, TrailError
from rules.contracts.numbers import format_exact
from rules.model.table_form import canonical_rows, file_stems, manifest_bytes, read_table, rows_bytes, seal_table
from rules.model.tables import Table
from tests.support.small_table import ROWS, benchmarks, placed, small_manifest, small_table


def problems(rows: Iterable[tuple[str, ...]], **changes: object) -> list[str]:
    with pytest.raises(InputError) as refused:
        seal_table(small_manifest(**changes), placed(rows))
    return [f"{one.field}: {one.description}" for one in refused.value.violations]


@pytest.mark.parametrize("table", [small_table(), benchmarks()], ids=["defaults", "benchmarks"])
def test_a_table_survives_the_round_trip_through_its_bytes(table: Table) -> None:
    assert read_table(manifest_bytes(table.manifest), rows_bytes(table.manifest, table.rows)) == table


def test_the_bytes_are_plain() -> None:
    table = small_table()
    content = rows_bytes(table.manifest, table.rows)
    lines = content.decode("ascii").split("\n")
    assert lines[0] == "country,cn_code,variant,direct,indirect,total,route,certainty"
    assert lines[1:-1] == sorted(lines[1:-1])
    assert lines[1] == "BR,25231000,grey,0.86,0.04,0.9,A,secondary"
    assert table.manifest.content_digest == hashlib.sha256(content).hexdigest()
    assert rfc8785.dumps(orjson.loads(manifest_bytes(table.manifest))) == manifest_bytes(table.manifest)
    assert file_stems(table) == (
        f"defaults-{hashlib.sha256(content).hexdigest()[:12]}",
        f"defaults-{hashlib.sha256(manifest_bytes(table.manifest)).hexdigest()[:12]}",
    )


@given(
    st.lists(st.tuples(st.integers(2500, 9999), st.decimals(0, 99, places=3)), min_size=1, unique_by=lambda one: one[0])
)
def test_numbers_are_stored_in_normal_form(pairs: list[tuple[int, object]]) -> None:
    rows = [("BR", str(code), "*", str(value), "N/A", "-", "*", "secondary") for code, value in pairs]
    table = small_table(rows)
    assert [row[3] for row in table.rows] == [format_exact(Fraction(str(value))) for _, value in sorted(pairs)]
    assert read_table(manifest_bytes(table.manifest), rows_bytes(table.manifest, table.rows)) == table


def test_every_invalid_cell_is_reported_with_the_allowed_values() -> None:
    wrong = [
        ("Brazil", "7208", "*", "1", "1", "1", "C", "secondary"),
        ("BR", "7208 39", "*", "1", "1", "1", "C", "secondary"),
        ("BR", "7208", "", "1", "1", "1", "C", "secondary"),
        ("BR", "7208", "black", "1", "1", "1", "C", "secondary"),
        ("BR", "7209", "*", "1e3", "1,5", "1", "C", "sure"),
        ("BR", "7210", "*", "N/A", "1", "1", "", "secondary"),
    ]
    assert problems(wrong) == [
        "line 2: 'Brazil' is not a country as two capitals (ISO 3166-1), or a group of countries in small letters "
        "such as other",
        "line 3: '7208 39' is not a CN code of 4, 6, 8 or 10 digits without spaces",
        "line 4: a key is never blank; write a word of letters, digits and _ or *",
        "line 5: 'black' is not one of grey, white. Use one of these values.",
        "line 6: '1e3' is not a plain decimal such as 79.99. "
        "Write a number in this form, without exponent or thousands separator.",
        "line 6: '1,5' is not a plain decimal such as 79.99. "
        "Write a number in this form, without exponent or thousands separator.",
        "line 6: 'sure' is not one of confirmed, secondary, own_reading. Use one of these values.",
        "line 7: 'N/A' means out of scope, which the column direct of this table does not allow. "
        "Enter the value of the cell.",
        "line 7: The cell is blank, but route must always have a value in this table. "
        "A blank cell is not zero; enter the value.",
    ]


def test_duplicate_keys_are_reported() -> None:
    assert problems([ROWS[0], ROWS[4], ROWS[0]]) == [
        "line 4: The row country BR, cn_code 25231000, variant grey is listed a second time; the first is at line 2. "
        "Delete one of the two rows."
    ]


def test_a_year_has_one_row() -> None:
    keys = [{"id": "year", "type": "years"}]
    values = [{"id": "rate"}]
    rows = [("2026-2028", "1"), ("2028-", "2"), ("2025", "3")]
    assert problems(rows, keys=keys, values=values) == [
        "line 3: The years 2028- overlap 2026-2028 at line 2. Change the years so that each year has one row."
    ]
    assert problems([("2028-2026", "1"), ("26", "1")], keys=keys, values=values) == [
        "line 2: the span 2028-2026 ends before it begins",
        "line 3: '26' is not a year or a span such as 2026, 2026-2027 or 2028-",
    ]


def test_a_table_has_rows() -> None:
    assert problems([]) == ["rows: The table has no rows. Add at least one row."]


@given(st.data())
def test_changed_bytes_are_refused(data: st.DataObject) -> None:
    table = small_table()
    content = bytearray(rows_bytes(table.manifest, table.rows))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[place]))
    with pytest.raises(TrailError, match="The rows of the reference table have the digest"):
        read_table(manifest_bytes(table.manifest), bytes(content))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace("1.62,N/A,1.62", "1.620,N/A,1.62"), "canonical"),
        (lambda text: "\n".join([*text.split("\n")[:1], *reversed(text.split("\n")[1:-1]), ""]), "canonical"),
        (lambda text: text.replace("country,", "land,"), "must name the columns"),
        (lambda text: text[:-1], "must end with a line break"),
        (lambda text: text.replace(",secondary", "", 1), "Line 2 of the reference table must have 8 cells"),
        (lambda text: text.replace("1.62,N/A,1.62", "x,N/A,1.62"), "line 7: 'x' is not a plain decimal"),
        (lambda text: text.replace("\n", "\r\n"), "must name the columns"),
    ],
)
def test_non_canonical_rows_are_refused_even_with_a_matching_digest(change: Callable[[str], str], words: str) -> None:
    table = small_table()
    content = change(rows_bytes(table.manifest, table.rows).decode()).encode()
    manifest = table.manifest.model_copy(update={"content_digest": hashlib.sha256(content).hexdigest()})
    with pytest.raises(TrailError, match=words):
        read_table(manifest_bytes(manifest), content)


def test_a_wrong_number_of_rows_is_refused() -> None:
    table = small_table()
    manifest = table.manifest.model_copy(update={"rows": 3})
    with pytest.raises(TrailError, match="are not 3 as in its manifest, but 12"):
        read_table(manifest_bytes(manifest), rows_bytes(manifest, table.rows))


def test_an_invalid_manifest_is_refused() -> None:
    table = small_table()
    content = rows_bytes(table.manifest, table.rows)
    with pytest.raises(TrailError, match="not the manifest"):
        read_table(b"{}", content)
    with pytest.raises(TrailError, match="not in canonical form"):
        read_table(manifest_bytes(table.manifest) + b"\n", content)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"schema": 2}, r"format 2 \(schema\), but this version of Touchstone reads only format 1"),
        ({"name": "Default values"}, "name"),
        ({"edition": "2026/02"}, "edition"),
        ({"values": [{"id": "total", "unit": "tonnes"}]}, "Unknown unit 'tonnes'."),
        ({"values": [{"id": "country"}]}, "These columns are listed twice: country. Delete the repeated columns."),
        (
            {"values": [{"id": "a", "type": "certainty"}, {"id": "b", "type": "certainty"}]},
            "Several columns state the certainty of a row, but only one may",
        ),
        (
            {"keys": [{"id": "a", "type": "cn_code"}, {"id": "b", "type": "cn_code"}]},
            "Several key columns contain CN codes, but only one may",
        ),
        (
            {"keys": [{"id": "a", "type": "years"}, {"id": "b", "type": "years"}]},
            "Several key columns contain years, but only one may. Keep one of these columns. Delete the others, or "
            "change their type.",
        ),
        ({"last_date": "2025-12-31"}, "The last_date 2025-12-31 is before the first_date 2026-01-01. Correct"),
        ({"supersedes": "2026-02-04"}, "cannot supersede itself"),
        (
            {"gaps": [{"keys": {"land": "LR"}, "reason": {}}]},
            "The gaps name columns that are not keys: land. Name only key columns under 'gaps'.",
        ),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_manifest_is_sound(changes: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        small_manifest(**changes)


def test_rows_may_be_made_canonical_before_sealing() -> None:
    manifest = small_manifest()
    assert canonical_rows(manifest, placed(reversed(ROWS))) == small_table().rows
