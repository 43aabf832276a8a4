"""DMN files as drafts: results of a whole file, every refusal at once, hostile files and versions of the format."""

from datetime import date
from pathlib import Path

import pytest

from rules.api import check_folder
from rules.contracts import InputError, in_language
from service.input.dmn.dmn_import import DmnImport, import_dmn
from service.input.dmn.dmn_reader import read_dmn
from tests.support.foreign_formats import check_reader

FILES = Path(__file__).parent / "files"
DAY = date(2026, 1, 1)
LISTED = '<output><outputValues><text>"a"</text></outputValues></output>'
DEFAULT = "<output><defaultOutputEntry><text>7</text></defaultOutputEntry></output>"
WORD = DEFAULT.replace("7", '"none"')
NAMESPACE = "https://www.omg.org/spec/DMN/20230324/MODEL/"


def imported(text: str) -> DmnImport:
    return import_dmn(text.encode(), "card", DAY)


def refusals(content: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        imported(content)
    return [(each.field, in_language(each.description, "en")) for each in caught.value.violations]


def table(
    rules: str, policy: str = "UNIQUE", column: str = "Age", output: str = "<output/>", kind: str = "number"
) -> str:
    """Write a file with one table; each line of `rules` is a row with cells separated by a vertical bar."""
    rows = "".join(
        "<rule>"
        + "".join(f"<inputEntry><text><![CDATA[{cell.strip()}]]></text></inputEntry>" for cell in line.split("|")[:-1])
        + f"<outputEntry><text><![CDATA[{line.split('|')[-1].strip()}]]></text></outputEntry></rule>"
        for line in rules.strip().split("\n")
    )
    columns = "".join(
        f'<input><inputExpression typeRef="{kind}"><text>{name}</text></inputExpression></input>'
        for name in column.split(",")
    )
    return (
        f'<definitions xmlns="{NAMESPACE}" name="Small"><decision name="Result"><decisionTable {policy_of(policy)}>'
        f"{columns}{output}{rows}</decisionTable></decision></definitions>"
    )


def policy_of(policy: str) -> str:
    name, _, aggregation = policy.partition("COLLECT ")
    return f'hitPolicy="COLLECT" aggregation="{aggregation}"' if aggregation else f'hitPolicy="{name or policy}"'


def expression(text: str, kind: str = "number") -> str:
    return (
        f'<definitions xmlns="{NAMESPACE}" name="Small"><inputData name="a b"><variable typeRef="{kind}"/></inputData>'
        f'<inputData name="c"><variable typeRef="{kind}"/></inputData>'
        f'<decision name="Result"><literalExpression><text><![CDATA[{text}]]></text></literalExpression></decision>'
        "</definitions>"
    )


def wrong(found: DmnImport, *examples: tuple[str, str]) -> list[str]:
    """Return the examples that fail; each is a list of changes and of expectations, separated by semicolons."""
    lines = ["", "  Rule: Cases"]
    for number, (changes, expected) in enumerate(examples):
        lines += ["", f"    Scenario: case {number}"]
        for keyword, steps in (("Given", changes), ("Then", expected)):
            if keyword == "Then":
                lines.append("      When evaluated as of 2026-06-30")
            parts = [step.strip() for step in steps.split(";") if step.strip()]
            lines += [f"      {'And' if position else keyword} {step}" for position, step in enumerate(parts)]
    text = found.files["card.en.feature"] + "\n".join(lines) + "\n"
    report = check_folder({"card.en.feature": text})
    assert report.examples == len(examples)
    return [each.in_one_line() for each in report.diagnostics if each.severity == "error"]


def test_a_whole_file_has_the_results_of_dmn_on_both_evaluators() -> None:
    found = import_dmn((FILES / "tariff.dmn").read_bytes(), "tariff", DAY)
    assert [in_language(note, "en") for note in found.notes] == [
        "The input 'Unused' is not used by any decision, and was not imported. Check whether a decision lacks it."
    ]
    assert wrong(
        found,
        ("kind is glass; mass is 10.49", "the quantity rate is 1.25"),
        ("kind is paper; mass is 10.5", "the quantity rate is 2"),
        ("kind is paper; mass is 100", "the rules leave the quantity rate undetermined"),
        ("kind is choice_3; delivered is 2025-12-31", "the quantity rate is 3"),
        ("kind is choice_3; delivered is 2026-01-01", "the quantity rate is -4"),
        ("sorted is yes; mass is 500", "the quantity discount is 0.3"),
        ("sorted is no; mass is 0.99", "the quantity discount is 0.2"),
        ("sorted is no; mass is 1", "the rules leave the quantity discount undetermined"),
        ("kind is glass; mass is 9", "the quantity charge is -2.375"),
        ("kind is glass; mass is 7", "the rules leave the quantity charge undetermined"),
        ("mass is 50", "condition class_low holds; condition class_high does not hold"),
        ("mass is 50.01; sorted is no", "condition class_high holds; the quantity fee is 100"),
        ("mass is 50.01; sorted is yes", "the quantity fee is 10"),
        ("sorted is yes; mass is 4.99; kind is glass", "condition free holds"),
        ("sorted is yes; mass is 5; kind is glass", "condition free does not hold"),
        ("sorted is yes; mass is 1; kind is choice_3", "condition free does not hold"),
        ("sorted is missing; mass is 5", "condition free does not hold"),
        ("sorted is missing; mass is 1; kind is glass", "condition free is undetermined"),
        ("mass is 501", "condition reasons_rule_1 holds; condition reasons_rule_2 holds"),
    ) == []  # fmt: skip
    reasons = next(each for each in found.outcomes if each.decision == "Reasons")
    assert [item.values for item in reasons.items] == [("heavy",), ("any",)]


def test_every_refusal_names_its_table_row_and_cell_at_once() -> None:
    found = refusals((FILES / "refused.dmn").read_text(encoding="utf-8"))
    assert [field for field, _ in found] == [
        "Cells[1].Age", "Cells[2].Age", "Cells[3].Cells", "Overlap", "Power", "Order",
    ]  # fmt: skip
    assert "Table 'Cells', row 1, column 'Age': the cell 'abs(Age) > 3'" in found[0][1]
    assert "rows 1 and 2 can match the same input" in found[3][1]
    assert "** Age" in found[4][1]


@pytest.mark.parametrize(
    ("cell", "matches", "differs"),
    [
        ("5", "5", "5.1"), ("3, 5", "3", "4"), ("< -.5", "-0.6", "-0.5"), ("<= 5", "5", "5.01"), ("> 5", "5.1", "5"),
        ("[5..6]", "6", "6.1"), ("(5..6]", "5.1", "5"), ("]5..6[", "5.9", "6"), ("not(5)", "4", "5"),
        ("not([5..6])", "4.9", "5"), ("<1, >9", "10", "5"), ("!= 5", "6", "5"), ("= 5", "5", "6"),
        ("[1..3], [2..7]", "5", "8"), ("not(< 5)", "5", "4"),
    ],
)  # fmt: skip
def test_a_plain_cell_of_numbers_matches_as_in_dmn(cell: str, matches: str, differs: str) -> None:
    found = imported(table(f"{cell} | 1"))
    examples = (
        (f"age is {matches}", "the quantity result is 1"),
        (f"age is {differs}", "the rules leave the quantity result undetermined"),
    )
    assert wrong(found, *examples) == []


@pytest.mark.parametrize(
    ("cell", "matches", "differs"),
    [
        ('date("2026-02-28")', "2026-02-28", "2026-03-01"), ('> @"2026-02-28"', "2026-03-01", "2026-02-28"),
        ('[date("2026-01-01")..date("2026-12-31")]', "2026-12-31", "2027-01-01"),
        ('not(date("2026-02-28"))', "2026-02-27", "2026-02-28"),
    ],
)  # fmt: skip
def test_a_plain_cell_of_dates_matches_as_in_dmn(cell: str, matches: str, differs: str) -> None:
    found = imported(table(f"{cell} | 1", kind="date"))
    examples = (
        (f"age is {matches}", "the quantity result is 1"),
        (f"age is {differs}", "the rules leave the quantity result undetermined"),
    )
    assert wrong(found, *examples) == []


def test_an_input_without_a_declaration_is_a_fact_with_the_type_of_its_column() -> None:
    found = imported(
        table('"Winter", "Late autumn" | 1\nnot("Winter","Late autumn") | 2', kind="string", column="Season")
    )
    assert "| season | Season | text |" in found.files["card.en.feature"]
    assert wrong(
        found, ("season is Late autumn", "the quantity result is 1"), ("season is other", "the quantity result is 2")
    ) == []  # fmt: skip


@pytest.mark.parametrize("policy", ["MIN", "MAX", "COUNT", "SUM"])
def test_a_collected_number_is_computed_from_all_matching_rules(policy: str) -> None:
    found = imported(table("> 1 | 10\n> 2 | 5\n> 3 | 20", f"COLLECT {policy}"))
    wanted = {"MIN": (10, 5, 5), "MAX": (10, 10, 20), "COUNT": (1, 2, 3), "SUM": (10, 15, 35)}[policy]
    none = "the quantity result is 0" if policy == "COUNT" else "the rules leave the quantity result undetermined"
    examples = [
        (f"age is {age}", f"the quantity result is {number}") for age, number in zip((2, 3, 4), wanted, strict=True)
    ]
    assert wrong(found, *examples, ("age is 1", none)) == []


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ('<!DOCTYPE d [<!ENTITY a "b">]><d/>', "document type"),
        ('<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>', "document type"),
        ("<a" * 2, "not valid XML"), ("", "not valid XML"), ("<a>" * 80 + "</a>" * 80, "levels deep"),
        ("<d>" + "<e/>" * 200_001 + "</d>", "elements"), ("<definitions/>", "DMN 1.2 to 1.5"),
        (f'<definitions xmlns="{NAMESPACE}"/>', "no decision"),
    ],
)  # fmt: skip
def test_a_hostile_or_foreign_file_is_refused(content: str, part: str) -> None:
    ((_, description),) = refusals(content)
    assert part in description


def components(type: str) -> str:
    return "".join(f'<itemComponent name="c{number}"><typeRef>{type}</typeRef></itemComponent>' for number in range(20))


def definitions(content: str, name: str = "Small") -> str:
    return f'<definitions xmlns="{NAMESPACE}" name="{name}">{content}</definitions>'


TYPES = "".join(f'<itemDefinition name="t{n}">{components(f"t{n + 1}")}</itemDefinition>' for n in range(6))
TYPED = '<inputData name="a"><variable typeRef="{}"/></inputData>'


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (definitions('<inputData name="a"/>' * 150_000), "more than 1000 inputs"),
        (definitions(f'<itemDefinition name="t">{components("t")}</itemDefinition>{TYPED.format("t")}'), "1000 inputs"),
        (definitions(TYPES + TYPED.format("t0")), "more than 1000 inputs"),
        (definitions('<decision name="a"/>' * 50_000), "more than 200 decisions"),
        (definitions('<inputData name="a"><variable typeRef="list"/></inputData>' * 2_000), "has the type 'list'"),
        (definitions("", name="x" * 1_000_000), "at most 4000"),
        (expression('"' + "x" * 4_000 + '"'), "at most 4000"),
        (expression("c/" * 1_000 + "c"), "no equal formula"),
        (table('"\\uD800" | 1', kind="string"), "is not plain"),
        (table('1 | "\\uDC00"'), "is not plain"),
    ],
    ids=range(10),
)
def test_a_file_that_would_take_long_or_cannot_be_written_is_refused(content: str, part: str) -> None:
    assert part in refusals(content)[0][1]


def test_a_table_that_takes_long_to_compare_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.input.dmn.rule_order._MAX_STEPS", 100_000)
    columns = ",".join(f"c{number}" for number in range(40))
    rows = "\n".join(
        " | ".join([*(f"[{row}..{row + 5}]" if (column + row) % 3 else "-" for column in range(40)), str(row)])
        for row in range(200)
    )
    assert "too large to prove" in refusals(table(rows, "FIRST", columns))[0][1]


@pytest.mark.parametrize("encoding", ["gbk", "big5", "no-such-encoding"])
def test_an_encoding_that_cannot_be_read_is_refused(encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + expression("1").encode()
    with pytest.raises(InputError) as caught:
        import_dmn(content, "card", DAY)
    assert caught.value.violations[0].reason in {"ENCODING", "NOT_XML"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_other_encodings_of_xml_are_read(encoding: str) -> None:
    named = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = f'<?xml version="1.0" encoding="{named}"?>' + expression("1").replace("Result", "Résult")
    assert import_dmn(text.encode(encoding), "card", DAY).outcomes[0].decision == "Résult"


def test_escapes_that_form_one_character_are_joined() -> None:
    found = imported(table('1 | "\\uD83D\\uDE00"'))
    assert list(found.outcomes[0].conditions) == ["😀"]


@pytest.mark.parametrize("cell", ['> date("9999-12-31")', '< date("0001-01-01")'])
def test_a_cell_after_the_last_or_before_the_first_day_is_read(cell: str) -> None:
    assert imported(table(f"{cell} | 1", kind="date")).facts


def test_a_file_above_the_size_limit_is_refused() -> None:
    with pytest.raises(InputError, match="at most 4194304"):
        import_dmn(b" " * ((4 << 20) + 1), "card", DAY)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (table('> 1 | 1\n> 2 | 2', "ANY"), "hit policy is ANY"),
        (table('> 1 | "a"\n> 2 | "b"', "PRIORITY"), "lists none"),
        (table('> 1 | "a"\n> 2 | "c"', "PRIORITY", output=LISTED),
         "is not in the list of output values"),
        (table('> 1 | 1\n<= 1 | "b"'), "mixes numbers, texts"),
        (table("> 1 | 1", "COLLECT COUNT", output=DEFAULT), "without matching rows is 0"),
        (table("> 1 | 1", "COLLECT SUM", output=WORD), "needs a single number"),
        (table("> 1 | 1", "RULE ORDER", output=DEFAULT.replace("7", "a + 1")), "'a + 1'"),
        (table('> 1 | date("2026-01-01")'), "contains dates"),
        (table("- | 1", "COLLECT SUM"), "always matches"),
        (table("> 1 | 1", "RULES"), "hit policy 'RULES'"),
        (table("> 1 | 1", column="Age + 1"), "input expression"),
        (table('"a;b" | 1', kind="string"), "List the allowed values"),
        (table("[9..1] | 1"), "is not plain"),
        (table("> 1 | 1 / Age"), "is not plain"),
        (expression("a b ** 0.5"), "** 0.5"),
        (expression("99 ** 999 ** 999"), "**"),
        (expression("(" * 60 + "1" + ")" * 60), "has no equal formula"),
        (expression("a b + foo(c)"), "foo(c)"),
        (expression("if a b > 1 then 1 else 2"), "if a b"),
        (expression("a b < c < 3"), "< 3"),
    ],
)  # fmt: skip
def test_a_table_or_expression_without_an_equal_rule_is_refused(text: str, part: str) -> None:
    assert any(part in description for _, description in refusals(text))


@pytest.mark.parametrize(
    ("attribute", "part"),
    [
        ("id", "), on basis dmn-result&#10;| is |&#10;| 5 |&#10;And the quantity other (other"),
        ("id", " (other"),
        ("otherwise-reason", "x&#10;| 5 | otherwise"),
    ],
)
def test_attributes_of_our_own_cannot_add_rules_to_a_draft(attribute: str, part: str) -> None:
    own = f'<decision xmlns:t="urn:touchstone:dmn:1" t:{attribute}="result{part}" '
    found = imported(table("> 1 | 2").replace("<decision ", own))
    assert (
        wrong(
            found,
            ("age is 3", "the quantity result is 2"),
            ("age is 0", "the rules leave the quantity result undetermined"),
        )
        == []
    )


def test_an_output_without_a_priority_is_reported_once() -> None:
    rows = '> 1 | "a"\n> 2 | "c"\n> 3 | "b"'
    assert [field for field, _ in refusals(table(rows, "PRIORITY", output=LISTED))] == [
        "Result[2].Result",
        "Result[3].Result",
    ]


@pytest.mark.parametrize("policy", ["UNIQUE", "ANY"])
def test_the_conflicts_of_a_large_table_are_not_all_listed(policy: str) -> None:
    rows = "\n".join(f">= {number} | {number % 2}" for number in range(60))
    assert len(refusals(table(rows, policy))) == 64


def test_decisions_that_depend_on_each_other_are_refused() -> None:
    first = table("> 1 | 1", column="Other").replace('"Result"', '"First"').replace("</definitions>", "")
    second = table("> 1 | 1", column="First").replace('"Result"', '"Other"').partition(">")[2]
    assert "circle" in refusals(first + second)[0][1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a b + c * 2", "the quantity result is 7"), ("(a b + c) * 2", "the quantity result is 10"),
        ("-a b ** 2", "the quantity result is 9"), ("2 ** 3 ** 2", "the quantity result is 64"),
        ("a b / c", "the quantity result is 3/2"), ("a b - c - 1", "the quantity result is 0"),
        ("a b / (c - 2)", "the rules leave the quantity result undetermined"),
        ("c ** -2", "the quantity result is 1/4"), ("a b > c and not(c >= 3)", "condition result holds"),
        ("null * a b", "the rules leave the quantity result undetermined"),
        ("3 < a b", "condition result does not hold"),
    ],
)  # fmt: skip
def test_an_expression_is_computed_exactly(text: str, value: str) -> None:
    changes = [change for name, change in (("a b", "a_b is 3"), ("c", "c is 2")) if name in text]
    assert wrong(imported(expression(text)), ("; ".join(changes), value)) == []


def test_names_of_the_language_and_equal_names_get_ids_of_their_own() -> None:
    found = imported(table("> 1 | > 2 | > 3 | 1", column="stage,min,Stage"))
    assert [fact.fact for fact in found.facts] == ["input_stage", "input_min", "input_stage_2"]
    assert wrong(found, ("input_stage is 2; input_min is 3; input_stage_2 is 4", "the quantity result is 1")) == []


def _read(sample: str, _: Path) -> None:
    try:
        read_dmn(sample.encode())
    except InputError as error:
        if error.violations[0].reason != "REQUIRED":  # the samples have no decision
            raise


def test_the_reader_names_the_versions_that_it_reads(tmp_path: Path) -> None:
    check_reader(("dmn",), _read, tmp_path)


def test_an_alternative_of_a_rule_that_an_earlier_rule_hides_is_left_out() -> None:
    found = imported(table(">= 1 | 10\n0, 2 | 20\n2 | 30", "FIRST"))
    assert [in_language(note, "en")[:34] for note in found.notes] == ["Row 3 of the table 'Result' never "]
    assert wrong(found, ("age is 2", "the quantity result is 10"), ("age is 0", "the quantity result is 20")) == []
