"""Stories of a buyer, a regulator and an applicant who verify results without trusting the issuer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, scenario, then, when

from service.approval.signing_keys import public_half, read_signing_key, write_new_key
from service.gazette.versions import Gazette
from tests.examples.test_verifier import VERIFIER, library
from tests.support.commands import answered
from tests.support.recomputing import FOLDER
from tests.support.running import ROOT, RunningServer

__all__ = ["library"]

STORY = str(Path(__file__).with_name("results_shown_to_others.feature"))
CARD, ORIGIN, WITNESS = "zero-carbon-factory", "example.org/log", "witness.example"
WORKED = (ROOT / "examples" / "worked-factory.yaml").read_text(encoding="utf-8")
OWN = "organizations/example/subjects/worked-factory"
SERIAL = "CCER-2023-0001"
ALONE = """
import runpy, socket, sys, time
def refused(*given, **named):
    raise OSError("there is no network")
socket.socket = socket.create_connection = socket.getaddrinfo = refused
clock, later = time.time, {later}
time.time = lambda: clock() + later
sys.path[:0] = [{library!r}]
sys.argv = [{program!r}, *sys.argv[1:]]
runpy.run_path({program!r}, run_name="__main__")
"""
"""Program run without network and installed packages, except one folder, with the clock moved ahead by some seconds."""
FIVE_YEARS = 5 * 366 * 86_400


@dataclass
class Operated:
    """Server with a log, and the key of a witness."""

    server: RunningServer
    folder: Path
    trust: Path
    bundles: dict[str, Path] = field(default_factory=dict)

    def evaluate(self, subject: str) -> str:
        dossier = self.folder / "dossier.yaml"
        dossier.write_text(WORKED.replace(OWN, subject), encoding="utf-8")
        output = answered(
            "evaluate", CARD, dossier, "--as-of", "2026-03-01", "--set", "reading=cascade", *self.at, "--format", "json"
        )
        return str(json.loads(output)["name"])

    @property
    def at(self) -> tuple[str, str]:
        return "--server", self.server.address

    def bundle(self, name: str) -> Path:
        """Cosign the log as the witness and export a proof bundle, once for each name."""
        if name not in self.bundles:
            answered("proof", "inclusion", name, *self.at)
            answered(
                "proof", "witness", *self.at, "--name", WITNESS, "--key", self.folder / "witness.pem",
                "--trust", self.trust, "--folder", self.folder / "seen", "--once",
            )  # fmt: skip
            self.bundles[name] = self.folder / f"{len(self.bundles)}.json"
            answered("proof", "bundle", name, *self.at, "-o", self.bundles[name])
        return self.bundles[name]


@dataclass
class Desk:
    """Workplace of a reader who has a bundle, a trust file and two programs only."""

    folder: Path
    library: Path
    later: int = 0
    bundle: dict[str, Any] = field(default_factory=dict)

    def take(self, operated: Operated, bundle: Path) -> None:
        self.bundle = json.loads(bundle.read_bytes())
        shutil.copy(bundle, self.folder / "bundle.json")
        shutil.copy(operated.trust, self.folder / "trust.json")
        shutil.copy(VERIFIER, self.folder / "verify_bundle.py")

    def check(self, bundle: bytes | None = None) -> tuple[int, str]:
        """Check the bundle, or another, with the verifier of one file."""
        path = self.folder / ("bundle.json" if bundle is None else "other.json")
        if bundle is not None:
            path.write_bytes(bundle)
        return self._run("verify_bundle.py", str(path), "trust.json")

    def recompute(self, result: dict[str, str]) -> tuple[int, str]:
        """Recompute a record from the files of the bundle."""
        (self.folder / "result.json").write_text(json.dumps(result), encoding="utf-8")
        return self._run("recomputation", "result.json", "--version", "version.json", "--tables", "tables")

    def _run(self, program: str, *arguments: str) -> tuple[int, str]:
        text = ALONE.format(later=self.later, library=str(self.library), program=program)
        done = subprocess.run(  # noqa: S603 -- our own programs
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", text, *arguments],
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=120,
        )
        return done.returncode, done.stdout.decode() + done.stderr.decode()


@pytest.fixture(scope="module")
def operated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Operated]:
    folder = tmp_path_factory.mktemp("operated")
    for name in ("log", "witness"):
        write_new_key(folder / f"{name}.pem")
    public = {name: public_half(read_signing_key(folder / f"{name}.pem")) for name in ("log", "witness")}
    trust, gazette = folder / "trust.json", folder / "gazette"
    for part in (CARD, "tables"):
        shutil.copytree(ROOT / "scorecards" / part, gazette / part)
    plain = {
        "schema": 1,
        "people": {"anna": {"name": "Anna", "roles": ["rule-approver"], "keys": []}},
        "unsigned": [version.content_digest for version in Gazette(gazette).versions(CARD)],
        "logs": {ORIGIN: {"keys": [{"public": public["log"]}]}},
        "witnesses": {WITNESS: {"keys": [{"public": public["witness"], "first_day": "2025-01-01"}]}},
        "witnesses_needed": 1,
    }
    trust.write_text(json.dumps(plain), encoding="utf-8")
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_LOG_KEY=str(folder / "log.pem"),
        TOUCHSTONE_LOG_ORIGIN=ORIGIN,
        TOUCHSTONE_TRUST=str(trust),
    ) as server:
        yield Operated(server, folder, trust)


@pytest.fixture(scope="module")
def supplier(operated: Operated) -> str:
    return operated.evaluate("organizations/seller/subjects/supplier")


@pytest.fixture(scope="module")
def applicant(operated: Operated) -> str:
    operated.evaluate("organizations/rival/subjects/competitor")
    return operated.evaluate("organizations/example/subjects/applicant")


@pytest.fixture
def desk(tmp_path: Path, library: Path) -> Desk:
    return Desk(tmp_path, library)


@pytest.mark.full
@scenario(STORY, "A buyer checks a supplier's result without network and without our package")
def test_a_buyer_checks_a_suppliers_result() -> None:
    pass


@pytest.mark.full
@scenario(STORY, "A regulator checks it five years on, with server, store, gazette and repository gone")
def test_a_regulator_checks_the_result_five_years_later() -> None:
    pass


@pytest.mark.full
@scenario(STORY, "An applicant finds that a competitor used the same credit")
def test_an_applicant_finds_that_a_competitor_used_the_same_credit() -> None:
    pass


@given("a supplier was evaluated, a witness cosigned the log, and the supplier gave the bundle away")
def _(operated: Operated, supplier: str, desk: Desk) -> None:
    desk.take(operated, operated.bundle(supplier))


@when(
    "the buyer checks it with one file, the standard library and cryptography, cut off from every network",
    target_fixture="checked",
)
def _(desk: Desk) -> tuple[int, str]:
    return desk.check()


@then("all checks pass, and what is not proved is said")
def _(checked: tuple[int, str]) -> None:
    code, output = checked
    assert (code, output.count("passed")) == (0, 10), output
    assert "These checks do not prove who entered the facts, or" in output


@then("with one byte of the record changed it fails where steps and leaf are checked")
def _(desk: Desk) -> None:
    record = desk.bundle["record"]
    forged = {**desk.bundle, "record": record.replace('"met"', '"mes"', 1)}
    code, output = desk.check(written(forged))
    assert code == 1, output
    assert "FAILED" in output


@when("the regulator takes record, version and tables out of the bundle, five years later")
def _(desk: Desk) -> None:
    desk.later = FIVE_YEARS
    shutil.copytree(FOLDER, desk.folder / "recomputation", ignore=shutil.ignore_patterns("__pycache__"))
    (desk.folder / "version.json").write_text(desk.bundle["version"]["content"], encoding="utf-8")
    (desk.folder / "tables").mkdir()
    for place, table in enumerate(desk.bundle["tables"]):
        (desk.folder / "tables" / f"{place}.json").write_text(table["manifest"], encoding="utf-8")
        (desk.folder / "tables" / f"{place}.csv").write_text(table["rows"], encoding="utf-8")


@then("an evaluator that shares no code with ours gives the same record, to the last byte")
def _(desk: Desk) -> None:
    code, output = desk.recompute(result(desk))
    assert code == 0, output
    assert "to the last byte" in output


@then("the log, its witness and the version are checked by the one file as they were on the first day")
def _(desk: Desk) -> None:
    code, output = desk.check()
    assert (code, output.count("passed")) == (0, 10), output


@then("a record that grants another grade is told, with what follows")
def _(desk: Desk) -> None:
    record = desk.bundle["record"]
    concluded = json.loads(record)["steps"][-1][1]
    assert record.count(f'"grade":"{concluded["grade"]}"') >= 1
    place = record.rindex(f'"grade":"{concluded["grade"]}"')
    forged = record[:place] + record[place:].replace(f'"grade":"{concluded["grade"]}"', '"grade":"grade-5"', 1)
    code, output = desk.recompute({**result(desk), "recordJson": forged})
    assert code == 1, output
    assert "grade-5" in output


@given("a competitor of another body used credits, and an applicant claims the same")
def _(applicant: str) -> None:
    assert applicant.startswith("organizations/example/")


@then("whatever the applicant reads of the result begins with that")
def _(operated: Operated, applicant: str, tmp_path: Path) -> None:
    for language, title in (("en", "Double use found in the archive"), ("zh", "存档发现重复使用")):
        assert answered("explain", applicant, *operated.at, "--language", language).startswith(title)
    assert answered("evaluation", "list", "organizations/example", *operated.at).startswith(
        "DOUBLE USE FOUND IN THE ARCHIVE"
    )
    kept = tmp_path / "kept.json"
    kept.write_text(answered("verify", applicant, *operated.at, "--format", "json"), encoding="utf-8")
    assert "organizations/rival" in kept.read_text("utf-8")


@then("the regulator is told of both, by the serial")
def _(operated: Operated, applicant: str) -> None:
    for organization, name in (("example", applicant), ("rival", "organizations/rival/evaluations/")):
        assert name in answered(
            "correction", "find", f"organizations/{organization}", "identifier", SERIAL, *operated.at
        )


@then("the applicant's bundle proves that it was found, and when")
def _(operated: Operated, applicant: str, desk: Desk) -> None:
    desk.take(operated, operated.bundle(applicant))
    code, output = desk.check()
    assert code == 0, output
    assert SERIAL in json.dumps(desk.bundle["archive_findings"])


@then("a bundle from which it was taken out fails where findings are checked")
def _(desk: Desk) -> None:
    code, output = desk.check(written({**desk.bundle, "archive_findings": []}))
    assert code == 1, output
    assert any("findings" in line and "FAILED" in line for line in output.splitlines()), output


def written(bundle: dict[str, Any]) -> bytes:
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def result(desk: Desk) -> dict[str, str]:
    return {"recordJson": desk.bundle["record"], "recordKey": desk.bundle["record_key"]}
