"""Files of 25 kinds in every command that reads a file: the error names the kind and the allowed kinds."""

import re
from pathlib import Path

import pytest

from tests.support.commands import touchstone
from tests.support.files_of_kinds import files_of_kinds

ROOT = Path(__file__).resolve().parents[3]
CARD = "zero-carbon-factory"
DOSSIER = "examples/worked-factory.yaml"
READERS = {
    "evaluate FILE.yaml": f"evaluate {CARD} FILE.yaml --as-of 2026-11-20",
    "evaluate FILE.json": f"evaluate {CARD} FILE.json --as-of 2026-11-20",
    "evaluate FILE.xlsx": f"evaluate {CARD} FILE.xlsx --as-of 2026-11-20",
    "evaluate --compare": f"evaluate {CARD} {DOSSIER} --as-of 2026-11-20 --compare FILE.json",
    "batch evaluate FILE.csv": f"batch evaluate {CARD} FILE.csv --as-of 2026-11-20",
    "batch evaluate FILE.jsonl": f"batch evaluate {CARD} FILE.jsonl --as-of 2026-11-20",
    "batch evaluate FILE.yaml": f"batch evaluate {CARD} FILE.yaml --as-of 2026-11-20",
    "batch screen FILE.csv": f"batch screen {CARD} FILE.csv --as-of 2026-11-20 --out OUT",
    "batch screen FILE.parquet": f"batch screen {CARD} FILE.parquet --as-of 2026-11-20 --out OUT",
    "batch screen FILE.arrow": f"batch screen {CARD} FILE.arrow --as-of 2026-11-20 --out OUT",
    "verify EVALUATION": "verify FILE.json",
    "verify --trust": "verify FILE.json --trust FILE.json",
    "explain": "explain FILE.json",
    "simulate --facts": f"simulate {DOSSIER} --as-of 2026-11-20 --draft features/{CARD} --facts FILE.yaml",
    "report": "report FILE.json",
    "check": "check FOLDER",
    "card import": "card import FILE.json --gazette OUT",
    "table import FILE": (
        "table import FILE.xlsx --kind cbam-defaults --edition 2026-08-06 --known-from 2026-07-31 --gazette OUT"
    ),
    "table import --manifest": "table import examples/worked-factory.yaml --manifest FILE.json --gazette OUT",
    "case verify": "case verify FILE.json --trust FILE.json",
    "case check-sample": "case check-sample FILE.json",
    "case credential": "case credential FILE.jwt --did pyproject.toml",
    "proof growth": "proof growth --since FILE.txt --server 127.0.0.1:9",
    "feed import": "feed import FILE.tar --feeds OUT/feeds.toml --gazette OUT",
    "--token-file": "evaluation list organizations/example --server localhost:9 --token-file FILE.txt",
    "--request": "call CaseService/GetCase --request FILE.json --server localhost:9",
    "dmn import": "dmn import FILE.dmn --card small",
    "dossier pact": "dossier pact FILE.json --subject organizations/example/subjects/a",
    "dossier passport": "dossier passport FILE.json --subject organizations/example/subjects/a",
    "dossier ratings FILE.yaml": "dossier ratings FILE.yaml FILE.yaml --card csr-three-stage",
    "draft weights FILE.csv": "draft weights FILE.csv",
    "draft weights FILE.xlsx": "draft weights FILE.xlsx",
    "draft tables-back": "draft tables-back features/zero-carbon-factory FILE.xlsx",
    "cbam compare": "cbam compare FILE.csv",
    "cbam quarterly-report": "cbam quarterly-report FILE.xml",
    "cbam compare --precursors": "cbam compare examples/cbam/goods-three-borders.csv --precursors FILE.csv",
    "batch group": f"batch group {CARD} FILE.xlsx --as-of 2026-11-20",
    "draft impact --results": f"draft impact features/{CARD} --results FILE.jsonl --out OUT/a.html",
    "inventory check": "inventory check FILE.xlsx",
    "claims check --facts": "claims check text --jurisdiction UK --facts FILE.yaml",
}
OWN_KIND = {"xlsx": "xlsx", "parquet": "parquet", "arrow": "arrow", "tar": "tar"}
BY_CONTENT = ("cbam compare", "cbam compare --precursors")
FEEDS = '[feeds.association]\naddress = "https://feeds.example/"\nroot = "1.root.json"\nchannel = "production"\n'
ALLOWED = re.compile(r"Allowed: |Use a text file in UTF-8 instead|Save (it|the file) as an Excel workbook")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kinds")
    (made / "out").mkdir()
    (made / "out" / "feeds.toml").write_text(FEEDS)
    (made / "out" / "1.root.json").write_text("{}")
    return made


def refusal_of(line: str, content: bytes, folder: Path) -> str:
    """Run a command line with a file of this content; return its error."""
    name = re.search(r"FILE\.\w+", line)
    file = folder / (name[0] if name else "FILE.feature")
    file.write_bytes(content)
    draft = folder / "draft"
    draft.mkdir(exist_ok=True)
    (draft / "a.en.feature").write_bytes(content)
    words = [
        str(file) if word == file.name else word.replace("OUT", str(folder / "out")).replace("FOLDER", str(draft))
        for word in line.split()
    ]
    result = touchstone(*words)
    assert result.exit_code == 2, (words, result.exit_code, result.stderr)
    return result.stderr


@pytest.mark.full(sample=4)
@pytest.mark.parametrize("reader", READERS)
def test_every_command_names_the_kind_of_a_file_and_the_allowed_kinds(
    reader: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    suffix = (re.findall(r"FILE\.(\w+)", READERS[reader]) or ["feature"])[-1]
    wrong = []
    for kind, (content, name) in files_of_kinds().items():
        if (
            kind == OWN_KIND.get(suffix)
            or (suffix == "xlsx" and kind == "xls")
            or (reader in BY_CONTENT and kind in ("xlsx", "xls"))
        ):
            continue
        refusal = refusal_of(READERS[reader], content, folder)
        if name not in refusal or ALLOWED.search(refusal) is None:
            wrong.append((kind, refusal[:300]))
    assert wrong == []
