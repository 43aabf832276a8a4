"""Citations in both languages: references in Chinese, titles and descriptions as the card has them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.contracts.citations import format_citation

PUBLISHED = Path(__file__).parents[2] / "scorecards"


@pytest.mark.parametrize(
    ("clause", "chinese_clause"),
    [
        ("Article 5(1)", "第5条第1款"),
        ("Article 2(r)(iv)", "第2条第r项第iv目"),
        ("Article 22(2a)", "第22条第2a款"),
        ("Article 10(2) and (3)", "第10条第2款和第3款"),
        ("Article 26(1) to (3) and (4a)", "第26条第1款至第3款和第4a款"),
        ("Articles 18 to 20", "第18条至第20条"),
        ("Articles 4, 28, 55", "第4条、第28条、第55条"),
        ("Article 6 and Annex I", "第6条和附件一"),
        ("Annex XIII", "附件十三"),
        ("Annex III.B equations 59 to 62", "附件三.B 公式59至公式62"),
        ("Annex II A.1(6) to (8)", "附件二 A.1(6)至(8)"),
        ("Annex I point 4a, Article 2(p) and (s), recital 9", "附件一第4a点、第2条第p项和第s项、序言第9条"),
        ("Article 71 and Annex XII Part B", "第71条和附件十二第B部分"),
        ("Annex, equations 2, 4 and 6", "附件、公式2、公式4和公式6"),
        ("Article 8 of 2019", "第8条（2019 年）"),
        ("Articles VI.93 and VI.95", "第VI.93条和第VI.95条"),
        ("section 5a", "第5a条"),
        ("Article 12, burden of proof", "第12条，举证责任"),
        ("Article 12, some other words", "第12条，some other words"),
        ("Annex II G, Table 1", "附件二 G，表1"),
        ("Annex II D.2.4, criterion (a)", "附件二 D.2.4，准则(a)"),
    ],
)
def test_references_read_in_chinese(clause: str, chinese_clause: str) -> None:
    assert format_citation("IR (EU) 2025/2547", clause, "zh") == f"IR (EU) 2025/2547 {chinese_clause}"
    assert format_citation("IR (EU) 2025/2547", clause, "en") == f"IR (EU) 2025/2547, {clause}"


def test_a_descriptive_reference_is_unchanged_in_chinese() -> None:
    assert format_citation("ISO 14067:2018", "unheard words, 5.3", "zh") == "ISO 14067:2018，unheard words, 5.3"
    assert format_citation("ISO 14067:2018", "no scope of proof", "zh") == "ISO 14067:2018，no scope of proof"


def test_descriptions_read_in_chinese() -> None:
    assert format_citation("ISO 14067:2018", "comparative assertions, 5.3", "zh") == "ISO 14067:2018，对比论断，5.3"
    assert (
        format_citation("T/CECA-G 0171-2022", "replaces Table B.1, page 11", "zh")
        == "T/CECA-G 0171-2022，代替表 B.1，第11页"
    )
    assert format_citation("Code", "L541-9-1 and R541-223", "zh") == "Code，L541-9-1和R541-223"


def test_every_published_reference_reads_in_chinese() -> None:
    """Only names of laws, courts and rulings are left in their own language."""
    names = re.compile(
        r"Regulation|Directive|Reclame Code Commissie|Rb Amsterdam|LG Köln|OLG Frankfurt|LG Karlsruhe|FTC Act"
        r"|Competition Act|Australian Consumer Law|of 2024-03-20|gas\.be|Mega|Luminus"
    )
    bases = [
        basis for path in sorted(PUBLISHED.glob("*/*.json")) for basis in bases_in(json.loads(path.read_text("utf-8")))
    ]
    assert len(bases) > 300
    for instrument, clause in bases:
        citation = format_citation(instrument, clause, "zh").removeprefix(instrument)
        assert not re.search(r"[a-z]{3,}", names.sub("", citation)), (clause, citation)


def bases_in(part: object) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        if "instrument" in part and "clause" in part:
            yield part["instrument"], part["clause"]
        for inside in part.values():
            yield from bases_in(inside)
    elif isinstance(part, list):
        for inside in part:
            yield from bases_in(inside)


def test_chinese_titles_have_their_title_marks() -> None:
    assert format_citation("广告法", "Article 9(3)", "zh") == "《广告法》第9条第3款"
    assert format_citation("广告法", "scope", "zh") == "《广告法》，范围"
    assert format_citation("浙经信绿色〔2023〕257号", "scope", "zh") == "浙经信绿色〔2023〕257号，范围"


@given(st.integers(1, 999), st.sampled_from(["", "a", "(1)", "(1)(b)", "(2a)", "(c)"]))
def test_no_number_of_a_reference_is_lost(number: int, inside: str) -> None:
    citation = format_citation("Regulation (EU) 2023/956", f"Article {number}{inside}", "zh").removeprefix(
        "Regulation (EU) 2023/956 "
    )
    assert re.findall(r"[0-9]+|[a-z]", citation) == re.findall(r"[0-9]+|[a-z]", f"{number}{inside}")
    assert "Article" not in citation
