"""Is a far cell of a file of goods refused by name?"""

from pathlib import Path

from tests.support.commands import touchstone


def test_columns_beyond_those_of_spreadsheet_programs_have_names(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    for header, found in (
        (",".join(f"c{number}" for number in range(18_300)), "IW1: lies too far out"),
        ("line" + "," * 18_300 + "x", "AAAW1: lies too far out"),
        ("line" + "," * 1_000_000, "is missing"),
    ):
        path.write_text(f"{header}\n")
        answer = touchstone("cbam", "declare", path)
        assert (answer.exit_code, found in answer.stderr) == (2, True), answer.stderr[:400]
