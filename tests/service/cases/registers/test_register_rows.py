"""Rows of upload files: events of a period, codes, gaps, and periods that follow one another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from rules.contracts import InputError
from service.base.refusals import Refusal
from service.cases.registers import register_rows
from service.cases.registers.body_values import BodyValues, read_body_values
from service.cases.registers.certificate_fields import FIELD_NAMES, FieldReader
from service.cases.registers.certificate_history import CertificateHistory
from service.cases.registers.register_formats import FORMATS, register_format
from service.cases.registers.register_rows import ExportContent, ExportPeriod, export_content
from tests.support.register_history import Documents, history

CLIENT = {
    "display_name": "某某 Works", "display_name_zh": "某某工厂", "address": "1 Mill Road", "address_zh": "磨坊路1号",
    "region_code": "CN", "former_names": ["Old Works"], "sites": [{"site": "hall-0", "address": "0 Mill Road"}],
}  # fmt: skip
KNOWN = {("clients", "works"): CLIENT, ("persons", "dan"): {"display_name": "Dan"}}
NOTHING = BodyValues({}, {"profiles": {}, "clients": {}, "certificates": {}})
CHINA, CERTSEARCH = FORMATS
ISSUED = (
    ("start", "2026-02-02T08:00:00Z"), ("conclude", "2026-02-04T08:00:00Z"), ("grant", "2026-02-20T08:00:00Z"),
    ("issue", "2026-03-01T08:00:00Z"),
)  # fmt: skip
ALL = ExportPeriod("", "2028-01-01T00:00:00Z")


def exported(
    format_id: str, *histories: CertificateHistory, period: ExportPeriod = ALL, values: BodyValues = NOTHING,
    others: dict[str, CertificateHistory] | None = None,
) -> tuple[list[dict[str, str]], ExportContent]:  # fmt: skip
    upload = register_format(format_id)
    assert upload is not None
    known = {each.number: each for each in histories} | (others or {})
    reader = FieldReader(Documents(KNOWN, known), "example", None, (date(2026, 3, 1), date(2026, 3, 31)))  # type: ignore[arg-type]
    content = export_content(upload, histories, reader, values, period)
    return [dict(zip(upload.heads, row.values, strict=True)) for row in content.rows], content


def test_each_format_names_only_fields_that_certificates_have() -> None:
    for id in FORMATS:
        upload = register_format(id)
        assert upload is not None
        assert {source for column in upload.columns for source in column.sources} <= FIELD_NAMES
        assert all(text.en and text.zh for text in upload.unread)
        assert all(column.titles.en and column.titles.zh for column in upload.columns)
    assert len(register_format(CHINA).columns) == 59  # type: ignore[union-attr]
    assert register_format("other") is None


def test_the_fields_of_a_certificate_are_exactly_the_declared_names() -> None:
    upload = register_format(CHINA)
    assert upload is not None
    certificate = history("SF-1", *ISSUED)
    reader = FieldReader(Documents(KNOWN), "example", None, (None, date(2026, 3, 31)))  # type: ignore[arg-type]
    events = certificate.events(ALL.until)
    assert {*reader.fields(certificate, events, events[0])} | {"body.name", "body.authority"} == FIELD_NAMES


def test_the_monthly_report_of_china_has_a_coded_row_for_each_event() -> None:
    certificate = history(
        "SF-1", *ISSUED, ("suspend", "2026-04-01T08:00:00Z", {"due_date": "2026-07-31"}),
        ("reinstate", "2026-05-01T08:00:00Z"), ("maintain", "2026-06-01T08:00:00Z"),
        ("reduce", "2026-06-02T08:00:00Z"), ("withdraw", "2026-06-03T23:00:00Z"),
    )  # fmt: skip
    rows, content = exported(CHINA, certificate)
    shown = [
        tuple(row[name] for name in ("ZAUDCODE", "ZTYPECODES", "ZCHANGEID", "ZSUSSTADATE", "ZSUSENDDATE", "ZRCDATE"))
        for row in rows
    ]
    assert shown == [
        ("01", "", "01", "", "", ""),
        ("04", "97_01", "02", "2026-04-01", "2026-07-31", ""),
        ("04", "97_02", "01", "", "", ""),
        ("0301", "", "01", "", "", ""),
        ("04", "06", "01", "", "", ""),
        ("04", "97_03", "03", "", "", "2026-06-04"),
    ]
    first = rows[0]
    assert (first["ZORGNAME"], first["ZORGADDR"], first["ZORGOLDNAME"]) == ("某某工厂", "磨坊路1号", "Old Works")
    assert (first["ZAUDSTADATE"], first["ZAUDENDDATE"], first["ZASSMANLIST"]) == ("2026-02-02", "2026-02-04", "Dan")
    assert (first["ZREGIDATE"], first["ZREGITODATE"], rows[3]["ZSURTIMES"]) == ("2026-03-01", "2029-02-28", "1")
    assert rows[4]["ZCERTSTATUS"] == "0104"
    missing = {(gap.column, gap.kind) for gap in content.gaps}
    assert missing == {(name, "missing") for name in ("ZDEP_ID", "ZProCode", "ZPCID", "ZRCID")}


def test_an_event_in_the_last_second_of_a_month_is_in_one_month() -> None:
    certificate = history("SF-1", *ISSUED, ("suspend", "2026-03-31T23:59:59Z", {"due_date": "2026-07-31"}))
    ends = ("2026-02-28T23:59:59Z", "2026-03-31T23:59:59Z", "2026-04-30T23:59:59Z")
    months = [ExportPeriod(after, until) for after, until in pairwise(ends)]
    assert [len(exported(CHINA, certificate, period=month)[0]) for month in months] == [2, 0]


def test_a_recertification_names_the_certificate_that_it_replaces() -> None:
    old = history("SF-1", *ISSUED, ("supersede", "2027-01-01T08:00:00Z"), first_date="2023-03-01")
    issue = ("issue", "2027-01-01T08:00:00Z", {"predecessor": "SF-1"})
    new = history("SF-2", *ISSUED[:3], issue, first_date="2027-01-01", last_date="2029-12-31")
    rows, _ = exported(CHINA, old, new)
    replaced, issued = rows[1:]
    assert (replaced["ZCHANGEID"], replaced["ZRCID"], replaced["ZRCDATE"]) == ("03", "0120", "2027-01-01")
    assert (issued["ZAUDCODE"], issued["ZCHGGROUP"], issued["ZCERTSTATUS"]) == ("02", "1", "0102")
    assert (issued["ZOLDREGIID"], issued["ZAGAINTIMES"], issued["ZFAACDATE"]) == ("SF-1", "1", "2023-03-01")


def _planned(days: str, *, kind: str = "system") -> dict[str, Any]:
    adjustments = [{"kind": kind, "percent": -10, "reason": "as recorded"}]
    return {"computed_time": {"planned_days": days}, "audit_time": {"sites": [{"adjustments": adjustments}]}}


def test_a_renewed_certificate_has_the_decision_and_the_planned_days_of_its_recertification() -> None:
    renewal = (
        ("plan", "2026-01-05T08:00:00Z", _planned("9")), *ISSUED,
        ("survey", "2027-01-05T08:00:00Z", _planned("3.5")), ("maintain", "2027-02-01T08:00:00Z"),
        ("recertify", "2028-12-01T08:00:00Z", _planned("6", kind="integration")),
        ("renew", "2029-02-01T08:00:00Z"), ("issue_renewal", "2029-02-02T08:00:00Z"),
    )  # fmt: skip
    based: dict[str, Any] = {"predecessor": "SF-1", "recertification": "recertifications/1", "raised_by": len(renewal)}
    new = history("SF-2", *renewal, first_date="2029-02-02", last_date="2032-02-28", **based)
    old = history("SF-1", *renewal)
    until = ExportPeriod("", "2029-02-27T00:00:00Z")
    rows, _ = exported(CHINA, old, new, period=until)
    shown = [tuple(row[name] for name in ("ZOSCID", "ZAUDCODE", "ZAUDDAYSS", "ZISUNIT", "ZASSMANLIST")) for row in rows]
    assert shown == [
        ("SF-1", "01", "9", "", "Dan"), ("SF-1", "0301", "3.5", "", "Dan"), ("SF-2", "02", "6", "1", "Dan"),
    ]  # fmt: skip
    assert (rows[2]["ZOLDREGIID"], rows[2]["ZREGIDATE"], rows[2]["ZCERTSTATUS"]) == ("SF-1", "2029-02-02", "0102")


def test_a_certificate_that_is_restored_after_its_end_expired_before_it_was_superseded() -> None:
    certificate = history("SF-1", *ISSUED, ("supersede", "2026-05-01T08:00:00Z"), last_date="2026-03-31")
    assert [event.kind for event in certificate.events("2026-04-30T00:00:00Z")] == ["issue", "expire"]
    assert [event.kind for event in certificate.events(ALL.until)] == ["issue", "expire", "supersede"]


def test_an_expiry_is_an_event_without_a_step() -> None:
    certificate = history("SF-1", *ISSUED, last_date="2026-03-31")
    before, _ = exported(CHINA, certificate, period=ExportPeriod("", "2026-03-31T15:59:59Z"))
    assert len(before) == 1
    rows, _ = exported(CHINA, certificate, period=ExportPeriod("", "2026-03-31T16:00:00Z"))
    assert (rows[1]["ZTYPECODES"], rows[1]["ZCHANGEID"], rows[1]["ZCHANGEDATE"]) == ("97_05", "05", "2026-04-01")
    late = history("SF-1", *ISSUED, ("maintain", "2026-06-01T08:00:00Z"), last_date="2026-03-31")
    assert len(exported(CHINA, late)[0]) == 2


def test_certsearch_has_one_row_for_each_changed_certificate_with_its_state_at_the_end() -> None:
    first = history("SF-1", *ISSUED, ("suspend", "2026-04-01T08:00:00Z"))
    second = history("SF-2", *ISSUED)
    rows, _ = exported(CERTSEARCH, second, first)
    assert [(row["Certificate Number"], row["Certification Status"]) for row in rows] == [
        ("SF-1", "Suspended"), ("SF-2", "Active"),
    ]  # fmt: skip
    march = ExportPeriod("2026-02-28T23:59:59Z", "2026-03-31T23:59:59Z")
    rows, _ = exported(CERTSEARCH, second, first, period=march)
    assert [row["Certification Status"] for row in rows] == ["Active", "Active"]
    april = ExportPeriod(march.until, "2026-04-30T23:59:59Z")
    rows, _ = exported(CERTSEARCH, second, first, period=april)
    assert [row["Certificate Number"] for row in rows] == ["SF-1"]
    assert rows[0]["Certification Site Address"] == "0 Mill Road"


def test_a_value_that_is_too_long_or_not_allowed_is_a_gap() -> None:
    number = "SF-" + "1" * 60
    _, content = exported(CERTSEARCH, history(number, *ISSUED))
    lengths = {gap.column: gap.found for gap in content.gaps if gap.kind == "length"}
    assert lengths == {"Certification Identity Number": "63", "Certificate Number": "63"}


def test_a_text_that_a_spreadsheet_cell_cannot_contain_is_a_gap() -> None:
    _, content = exported(CHINA, history("SF-1", *ISSUED, scope="铸" * 32_768))
    lengths = {gap.column: gap.found for gap in content.gaps if gap.kind == "length"}
    assert set(lengths.values()) == {"32768"}


def test_the_most_specific_value_of_the_body_fills_an_empty_column(tmp_path: Path) -> None:
    (tmp_path / "registers.toml").write_text(
        """
        [china-certificates.all]
        ZDEP_ID = "CNCA-R-1"
        ZORGNAME = "never used"
        [china-certificates.profiles.small]
        ZProCode = "profile"
        [china-certificates.clients.works]
        ZProCode = "client"
        [china-certificates.certificates.SF-2]
        ZProCode = "certificate"
        """,
        encoding="utf-8",
    )
    upload = register_format(CHINA)
    assert upload is not None
    values = read_body_values(tmp_path, upload)
    rows, _ = exported(
        CHINA, history("SF-1", *ISSUED), history("SF-2", *ISSUED), history("SF-3", *ISSUED, client="mill"),
        values=values,
    )  # fmt: skip
    assert [row["ZProCode"] for row in rows] == ["client", "certificate", "profile"]
    assert {row["ZDEP_ID"] for row in rows} == {"CNCA-R-1"}
    assert "never used" not in {row["ZORGNAME"] for row in rows[:2]}


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        ("x = ", ["registers.toml"]),
        ("china-certificates = 1", ["registers.china-certificates"]),
        ("[china]\n[china-certificates.everything]", ["registers.china", "registers.china-certificates.everything"]),
        (
            '[china-certificates.all]\nZDEP = "1"\nZCHANGEID = "09"\nZORGZIP = 100\nZORGTEL = " "',
            [f"registers.china-certificates.all.{name}" for name in ("ZDEP", "ZCHANGEID", "ZORGZIP", "ZORGTEL")],
        ),
        ('[china-certificates]\nclients = "works"', ["registers.china-certificates.clients"]),
        ("[china-certificates.clients]\nworks = 1", ["registers.china-certificates.clients.works"]),
    ],
)
def test_every_error_of_the_values_of_a_body_is_reported_at_once(
    tmp_path: Path, content: str, fields: list[str]
) -> None:
    (tmp_path / "registers.toml").write_text(content, encoding="utf-8")
    upload = register_format(CHINA)
    assert upload is not None
    with pytest.raises(InputError) as refused:
        read_body_values(tmp_path, upload)
    assert [violation.field for violation in refused.value.violations] == fields


def test_an_export_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_rows, "MAX_ROWS", 1)
    with pytest.raises(Refusal, match="more than 1 row"):
        exported(CHINA, history("SF-1", *ISSUED), history("SF-2", *ISSUED))


_STEPS = st.lists(
    st.tuples(st.sampled_from(["suspend", "reinstate", "reduce", "maintain"]), st.integers(0, 5)), max_size=8
)


@given(
    taken=st.lists(_STEPS, min_size=1, max_size=3),
    cuts=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 8)), max_size=5),
)
@example(taken=[[("suspend", 3), ("reinstate", 3)]], cuts=[(3, 1)])
def test_exports_that_follow_one_another_contain_each_event_once(
    taken: list[list[tuple[str, int]]], cuts: list[tuple[int, int]]
) -> None:
    """An export may end in the second of a step; steps of the same second that follow are in the next export."""

    def second(offset: int) -> str:
        return f"2026-05-01T00:00:{offset:02}Z"

    histories: list[CertificateHistory] = []
    for index, steps in enumerate(taken):
        timed: list[Any] = [(step, second(offset)) for step, offset in sorted(steps, key=lambda each: each[1])]
        histories.append(history(f"SF-{index}", *ISSUED, *timed))
    upload = register_format(CHINA)
    assert upload is not None
    whole, _ = exported(CHINA, *histories)
    found: list[dict[str, str]] = []
    after, done = "", frozenset[str]()
    for until, seen in sorted(cuts):
        visible = [
            CertificateHistory(
                each.case, each.item,
                tuple(step for step in each.steps if step.time < second(until) or step.number <= seen), each.profile,
            )
            for each in histories
        ]  # fmt: skip
        if second(until) < after:
            continue
        rows, content = exported(CHINA, *visible, period=ExportPeriod(after, second(until), done))
        after, done, found = second(until), frozenset(content.last_events), [*found, *rows]
    rows, _ = exported(CHINA, *histories, period=ExportPeriod(after, ALL.until, done))
    key = ("ZOSCID", "ZTYPECODES", "ZCHANGEDATE", "ZAUDCODE", "ZCHANGEID")
    assert sorted(tuple(row[name] for name in key) for row in [*found, *rows]) == sorted(
        tuple(row[name] for name in key) for row in whole
    )
