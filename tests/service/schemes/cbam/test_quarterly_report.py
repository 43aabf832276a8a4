"""A quarterly report is read safely, and every departure from its schema is named with its line."""

from __future__ import annotations

import copy
import json
import os
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings, strategies as st
from lxml import etree

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from rules.language.compiler import compile_folder
from service.cli.main import app
from service.configuration.folders import CHECKOUT
from service.input.dossier.dossier_reader import read_dossier
from service.schemes.cbam.quarterly_report.report_reader import (
    NAMESPACE,
    QuarterlyReport,
    read_report,
    schema_elements,
    schema_problems,
    value_problem,
    write_dossier,
)
from tests.support.commands import Result
from tests.support.tiers import tries

SAMPLE = Path(__file__).parent / "quarterly_report.xml"
TEXT = SAMPLE.read_text(encoding="utf-8")
PUBLISHED = os.environ.get("TOUCHSTONE_CBAM_SCHEMA", "")
needs_the_published_schema = pytest.mark.skipif(
    not PUBLISHED,
    reason="TOUCHSTONE_CBAM_SCHEMA names no folder with QReport_17.03.xsd, stypes.xsd and the published sample",
)


def read(text: str) -> QuarterlyReport:
    return read_report(text.encode())


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as refused:
        read(text)
    return [f"{one.field}: {one.description}" for one in refused.value.violations]


def changed(*replacements: tuple[str, str]) -> str:
    text = TEXT
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_report_is_read() -> None:
    report = read(TEXT)
    assert (report.quarter, report.declarant) == ("2025-Q4", "XX000000000000001")
    first, second = report.goods
    assert (first.cn_code, first.country, first.net_mass) == ("76012080", "IS", Fraction(50))
    assert first.overall == Fraction("102.5")
    assert (second.cn_code, second.net_mass) == ("", None)


def test_a_valid_report_that_contradicts_itself_is_noted() -> None:
    assert read(TEXT).notes == (
        "Line 79: OverallEmissions of good 2 is 50, but direct plus indirect emissions are 49.5. "
        "Correct the wrong value.",
    )
    text = changed(
        ("<TotalImported>2", "<TotalImported>3"),
        ("<TotalEmissions>152.5", "<TotalEmissions>1"),
        ("<ReportingPeriod>Q4", "<ReportingPeriod>Q5"),
    )
    assert read(text).notes[:3] == (
        "ReportingPeriod 'Q5' is not a quarter. Use Q1, Q2, Q3 or Q4.",
        "TotalImported is 3, but the report contains 2 goods. Correct TotalImported, or complete the goods.",
        "TotalEmissions is 1, but the sum over all goods is 152.5. "
        "Correct TotalEmissions, or the emissions of the goods.",
    )


def test_every_schema_violation_is_named_with_its_line() -> None:
    text = changed(
        ("  <DraftReportId>DRAFT-1</DraftReportId>\n", "\n"),
        ("<Year>2025", "<Year>20259"),
        ("<Role>01</Role>", "<Role>01</Role><Role>02</Role><Rank>1</Rank>"),
        ("<HsCode>760120</HsCode><CnCode>80</CnCode>", "<CnCode>76012080</CnCode><HsCode>760120</HsCode>"),
        ("<TotalDirect>100", "<TotalDirect>1e2"),
        ("<ReportConfirmation>", "<ReportConfirmation>signed"),
        ("<ItemNumber>1", '<ItemNumber kind="x">1'),
        ("<Country>IS</Country>", "<Country><Code>IS</Code></Country>"),
    )
    assert problems(text) == [
        "line 3: QReport: the element DraftReportId is missing. Add this element.",
        "line 8: QReport/Year: '20259' has 5 digits. Write at most 4 digits.",
        "line 14: QReport/Declarant: the element Role occurs too often; it is allowed at most once. "
        "Remove the surplus elements.",
        "line 14: QReport/Declarant: the element Rank is not allowed in this element. "
        "Remove it, or use one of IdentificationNumber, Name, Role, "
        "ActorAddress.",
        "line 19: QReport/Signatures/ReportConfirmation: there is text between the elements. Remove this text.",
        "line 29: QReport/ImportedGood[1]/ItemNumber: the attribute kind is not allowed. "
        "Remove it; elements of the report have no attributes.",
        "line 31: QReport/ImportedGood[1]/CommodityCode/CnCode: '76012080' has 8 characters. "
        "Write exactly 2 characters.",
        "line 31: QReport/ImportedGood[1]/CommodityCode: HsCode must be before CnCode. "
        "Change the order of these elements.",
        "line 34: QReport/ImportedGood[1]/OriginCountry/Country: a value is required, "
        "but the element contains other elements. Replace them with the value.",
        "line 47: QReport/ImportedGood[1]/TotalEmissions/TotalDirect: '1e2' is not a decimal number. "
        "Use the form 12.5.",
    ]


def test_another_document_is_not_a_report() -> None:
    assert problems("<Invoice/>") == [
        "line 1: The document begins with Invoice (another namespace), but a quarterly report begins with QReport in "
        f"the namespace {NAMESPACE}. Use the XML file of a quarterly report."
    ]
    (problem,) = problems(TEXT.replace("</QReport>", ""))
    assert problem.startswith("line ")
    assert "The file is not valid XML:" in problem


BOMB = """<?xml version="1.0"?>
<!DOCTYPE QReport [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
<QReport xmlns="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"><Year>&c;</Year></QReport>"""


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE QReport SYSTEM "http://127.0.0.1:9/evil.dtd"><QReport/>',
        '<!DOCTYPE QReport [<!ENTITY x SYSTEM "file:///etc/passwd">]><QReport>&x;</QReport>',
    ],
    ids=["entities that multiply", "a definition on the network", "a file of this machine"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_whatever_the_encoding(text: str, encoding: str) -> None:
    text = text.replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{encoding}"?>')
    with pytest.raises(InputError) as refused:
        read_report(text.encode(encoding))
    (violation,) = refused.value.violations
    assert violation.reason in {"DOCTYPE", "NOT_XML"}
    assert "root:" not in violation.description


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("an..5", ["a", "abcde", " "], ["", "abcdef"]),
        ("an2", ["ab", "数字"], ["a", "abc"]),
        ("n4", ["2025", "0", "-1", " 02025 "], ["20259", "x", "1.0", ""]),
        ("n8", ["20260120"], ["123456789"]),
        ("n..5", ["1", "00001"], ["000001", "-1", "+1", "１"]),
        (
            "dec16-7",
            ["1", "0.1234567", "123456789.1234567", "1.50000000000", ".5", "5."],
            ["0.12345678", "x", "1e3", "."],
        ),
        ("dec7-2", ["12345.67", "1234567"], ["123456.78", "1.234"]),
        ("decimal", ["-0.5", "1" * 50], ["1,5", "", "NaN"]),
        ("boolean", ["true", "0"], ["True", "yes", ""]),
        ("date", ["2024-02-29"], ["2025-02-29", "2025-1-1"]),
        ("instant", ["2026-01-20T09:30:00Z"], ["2026-01-20", "2026-01-20T25:00:00Z", "2026-01-20T09:30:00+01:00"]),
        ("base64", ["JVBERg==", "JVBE\n Rg=="], ["JVBERg=", "?"]),
    ],
)
def test_the_kinds_of_values(kind: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if value_problem(kind, text)] == []
    assert [text for text in bad if not value_problem(kind, text)] == []


def test_an_invalid_value_is_quoted_in_the_requested_language() -> None:
    assert value_problem("n..3", "") == "an empty value is not a whole number. Write a whole number, such as 12."
    assert in_language(value_problem("n..3", "") or "", "zh") == "空值不是整数。请写整数，例如 12。"
    assert in_language(value_problem("n..3", "1.5") or "", "zh") == "“1.5”不是整数。请写整数，例如 12。"


def test_the_statement_of_the_schema_is_whole() -> None:
    kinds = schema_elements()
    for parts in kinds.values():
        for part in parts.values():
            assert 0 <= part.least <= part.most
            if part.kind not in kinds:
                value_problem(part.kind, "1")


def touchstone(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["cbam", "quarterly-report", *(str(argument) for argument in arguments)])


def test_the_command_lists_the_goods(tmp_path: Path) -> None:
    text = touchstone(SAMPLE)
    assert text.exit_code == 0
    assert text.stdout.splitlines()[0] == "2025-Q4, declarant XX000000000000001, submitted 2026-01-20T09:30:00Z"
    assert text.stdout.splitlines()[3].split() == ["1", "76012080", "IS", "50", "01", "100", "2.5", "102.5"]
    assert (
        text.stderr == "note: Line 79: OverallEmissions of good 2 is 50, but direct plus indirect emissions are 49.5. "
        "Correct the wrong value.\n"
    )
    document = json.loads(touchstone(SAMPLE, "--format", "json").stdout)
    assert document["goods"][0]["overallEmissions"] == "102.5"
    wrong = tmp_path / "wrong.xml"
    wrong.write_text(changed(("<Year>2025", "<Year>20259")), encoding="utf-8")
    refused = touchstone(wrong)
    assert refused.exit_code == 2
    assert refused.stderr == "touchstone: line 8: QReport/Year: '20259' has 5 digits. Write at most 4 digits.\n"


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{namespace}">{inside}
<xs:element name="QReport"><xs:complexType/></xs:element></xs:schema>"""


def test_a_user_schema_is_checked_in_addition(tmp_path: Path) -> None:
    xsd = tmp_path / "strict.xsd"
    xsd.write_text(SCHEMA.format(namespace=NAMESPACE, inside=""), encoding="utf-8")
    refused = touchstone(SAMPLE, "--xsd", xsd)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(
        "touchstone: line 3: The report does not match the schema strict.xsd. Correct this line of the report. "
        "Reported problem: Element 'QReport'"
    )
    include = '<xs:include schemaLocation="https://127.0.0.1:9/x.xsd"/>'
    xsd.write_text(SCHEMA.format(namespace=NAMESPACE, inside=include), encoding="utf-8")
    assert "refers to a schema on the network." in touchstone(SAMPLE, "--xsd", xsd).stderr
    xsd.write_text("<xs:schema", encoding="utf-8")
    assert "cannot be used as an XML schema" in touchstone(SAMPLE, "--xsd", xsd).stderr


@needs_the_published_schema
def test_the_published_sample_is_refused_with_its_real_errors() -> None:
    sample = Path(PUBLISHED) / "Sample_CBAM_Quarterly_Report.xml"
    with pytest.raises(InputError) as refused:
        read_report(sample.read_bytes(), xsd=Path(PUBLISHED) / "QReport_17.03.xsd")
    messages = [f"{one.field}: {one.description}" for one in refused.value.violations]
    assert "line 2: QReport: the element DraftReportId is missing. Add this element." in messages
    assert "line 6: QReport/Year: '20229' has 5 digits. Write at most 4 digits." in messages
    last = messages[-1]
    assert last.startswith("line 4: The report does not match the schema QReport_17.03.xsd.")
    assert "Element 'ReportId': This element is not expected." in last


@needs_the_published_schema
@settings(max_examples=tries(300))
@given(data=st.data())
def test_our_statement_agrees_with_the_published_schema(data: st.DataObject) -> None:
    schema = etree.XMLSchema(etree.parse(str(Path(PUBLISHED) / "QReport_17.03.xsd")))
    root = copy.deepcopy(etree.fromstring(TEXT.encode(), etree.XMLParser(remove_comments=True)))
    assert schema.validate(root)
    for _ in range(data.draw(st.integers(1, 2))):
        elements = list(root.iter("*"))[1:]
        element = data.draw(st.sampled_from(elements))
        parent = element.getparent()
        match data.draw(st.sampled_from(["drop", "double", "swap", "rename", "word"])):
            case "drop":
                parent.remove(element)
            case "double":
                element.addnext(copy.deepcopy(element))
            case "swap":
                before = element.getprevious()
                if before is not None:
                    element.addnext(before)
            case "rename":
                element.tag = data.draw(st.sampled_from(elements)).tag
            case _:
                element.text = data.draw(
                    st.sampled_from(["", "1", "ab", "-5", "20251", "1.12345678", "x" * 600, " 2 "])
                )
    assert (not schema_problems(root)) == schema.validate(root)


def test_a_report_yields_facts_for_the_card_of_the_transitional_period() -> None:
    """Filed at half past eleven at night in universal time, which is the next day in Brussels."""
    late = changed(("2026-01-20T09:30:00Z", "2026-01-31T23:30:00Z"))
    text = write_dossier(read(late), subject="organizations/o/subjects/q", language="en")
    folder = CHECKOUT / "features" / "cbam-transitional"
    scorecard = compile_folder({path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}).scorecard
    assert scorecard is not None
    dossier = read_dossier(text.encode(), scorecard, as_of="2026-11-20", settings={})
    facts = {fact.id: fact.value for fact in dossier.subject.facts if fact.value}
    assert facts["quarter_start"].date == "2025-10-01"
    assert facts["submitted_on"].date == "2026-02-01"
    first, second = facts["goods"].records or ()
    assert (first["cn_code"].text, first["overall"].number) == ("76012080", "102.5")
    assert "cn_code" not in second


def test_the_dossier_of_a_report_is_written() -> None:
    result = touchstone(SAMPLE, "--dossier", "organizations/o/subjects/q")
    assert (result.exit_code, "subject: organizations/o/subjects/q" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "# These facts are from the report "), ("zh", "# 以下事实取自 ")]
)
def test_the_comment_of_a_dossier_is_in_the_requested_language(language: str, words: str) -> None:
    result = touchstone(SAMPLE, "--dossier", "organizations/o/subjects/q", "--language", language)
    assert result.stdout.startswith(words)


def test_a_dossier_does_not_hide_the_notes() -> None:
    result = touchstone(SAMPLE, "--dossier", "organizations/o/subjects/q")
    assert (
        result.stderr
        == "note: Line 79: OverallEmissions of good 2 is 50, but direct plus indirect emissions are 49.5. "
        "Correct the wrong value.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (("--dossier", "my report"), "touchstone: --dossier: 'my report' is not"),
        (("--dossier", "organizations/o/subjects/q\nfacts: {}"), "touchstone: --dossier: "),
        (("--dossier", "我的报告", "--language", "zh"), "touchstone: --dossier：“我的报告”"),
    ],
)
def test_a_dossier_is_for_a_well_formed_subject(arguments: tuple[str, ...], expected_message: str) -> None:
    result = touchstone(SAMPLE, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(expected_message)


def test_a_dossier_is_not_written_as_json() -> None:
    result = touchstone(SAMPLE, "--dossier", "organizations/o/subjects/q", "--format", "json")
    assert result.exit_code == 2
    assert "A dossier is always written as YAML." in result.stdout
    assert "facts:" not in result.stdout


@given(declarant=st.text(max_size=20))
def test_a_declarant_stays_in_the_comment(declarant: str) -> None:
    report = replace(read(TEXT), declarant=f"A{declarant}\u2028B\nsubject: x\r\x85subject: y")
    written = write_dossier(report, subject="organizations/o/subjects/q", language="en")
    plain = write_dossier(replace(report, declarant="A"), subject="organizations/o/subjects/q", language="en")
    assert written.splitlines()[1:] == plain.splitlines()[1:]
