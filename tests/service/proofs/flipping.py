"""Bit-flip fault injection on store, file, gazette and tables: one flipped byte, and an audit that must locate it.

python -m tests.service.proofs.flipping --places 5000

flips 5000 bytes, drawn from all bytes with a fixed seed. The tests flip fewer bytes: one in each column.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import zlib
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from rfc3161_client import decode_timestamp_response
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from rules.contracts.errors import TrailError
from rules.contracts.inputs import DeclaredValue
from rules.model.expressions import NameReference
from rules.model.published_version import Repeal
from rules.model.scorecard import FormulaQuantity, FormulaRow
from rules.trail.erasure import ErasureExtent
from service.accounts.local_accounts import new_account
from service.cli.keys import issue_key
from service.gazette.publication import write_repeal, write_version
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.proofs.log_service import append_publications
from service.proofs.store_audit import Fault, audit
from service.proofs.time_stamp_client import TimeStampAuthority as Asking
from service.store.accounts import open_accounts, open_api_keys
from service.store.record_dictionaries import find_dictionary, split_record
from service.store.stored_leaves import expand_document
from service.store.tables import CampaignItemRow, CampaignRow, CaseDocumentRow, CaseRow, CaseStepRow, DispositionRow
from service.store.use_index import index_uses
from service.store.write_access import with_write_access
from service.transparency.log_trust import read_log_trust
from tests.service.store.test_evaluation_eraser import order
from tests.support.authority import AUTHORITY, SEQUENCE, Authority, Stamping, der, number
from tests.support.logged import Logged
from tests.support.small_card import small_card
from tests.support.small_table import small_table

_OF_EACH = FormulaQuantity(
    id="of_one", unit="tCO2e", list="credits", rows=(FormulaRow(formula=NameReference(id="amount"), basis=("law",)),)
)
"""So that records of a list have figures."""
CAMPAIGN = "organizations/a/campaigns/one"
UNBOUND = {
    ("log_checkpoint", "time"): "read by nobody: witnesses and time stamps say when",
    ("campaign_item", "state"): "what a campaign computed; running it again tells",
    ("campaign_item", "after"): "likewise",
    ("campaign_item", "after_version"): "likewise",
    ("campaign_item", "criteria"): "likewise",
    ("campaign_item", "problem"): "likewise",
    ("api_key", "last_use_time"): "says when a key was used, and lets nobody in",
    ("certificate_serial", "organization"): "where the search for a free number begins; one that was given is passed",
    ("certificate_serial", "pattern"): "likewise",
    ("certificate_serial", "serial"): "likewise",
}
"""Columns that nothing binds, and why."""
_WORKING = {"event", "endpoint", "dead_letter", "unprojected", "unreadable", "sqlite_sequence"} | {
    "session", "sign_in_miss", "known_browser", "draft", "draft_content", "draft_revision", "draft_comment",
    "draft_statement", "case_reminder", "goods_ledger", "goods_content", "goods_revision", "goods_pricing",
    "supplier_request", "supplier_answer", "claim_in_use", "claim_place", "claim_word", "claim_file",
    "claim_judgement", "proof_figures", "shadow_result", "expected_change", "outlook_check", "outlook_run",
    "pull_state", "pull_run", "column_mapping", "mail_address", "mail_key", "mail_message", "mail_notice",
    "archived_month", "archived_finding",
}  # fmt: skip
"""Tables that contain no result and prove no result; they are empty here."""
_PACKED = {
    ("evaluation", "record"), ("evaluation_uses", "places"), ("log_leaf", "document"), ("record_dictionary", "content"),
    ("log_time_stamp", "token"),
}  # fmt: skip
_LONGEST = 300


@patch("service.store.hash_blocks.MAX_NUMBERS", 2)  # so that some supports and uses have rows of their own
def make(folder: Path) -> Logged:
    logged = Logged(folder)
    TableStore(folder / "gazette" / FOLDER).add(small_table())
    later = small_card(version="1.1.0", first="2026-06-01", supersedes="1.0.0").model_copy(
        update={"quantities": (*small_card().quantities, _OF_EACH)}
    )
    version = write_version(folder / "gazette", later, {"a.en.feature": "# later"}, publish_time="2025-02-01T00:00:00Z")
    write_repeal(
        folder / "gazette", version, Repeal(first_day=date(2027, 1, 1), time="2026-02-01T00:00:00Z", reason="an error")
    )
    append_publications(logged.store, Gazette(folder / "gazette"), logged.keeper)
    rows = [logged.evaluate(subject=f"s{number % 2}") for number in range(6)]
    logged.evaluate(subject="s2", serious_violations=DeclaredValue(number="1", unit="time"))
    for row, extent in zip(rows, (ErasureExtent.FACTS, ErasureExtent.EVALUATION), strict=False):
        logged.store.erasing.erase([row.name], order(extent, "credits"), lambda _: small_card())
    items = [
        CampaignItemRow(
            campaign=CAMPAIGN,
            evaluation=row.name,
            subject=row.subject,
            scorecard_version=row.scorecard_version,
            as_of_date=row.as_of_date,
            before=json.dumps({"kind": row.conclusion_kind, "grade": row.grade, "stage": "", "verdict": ""}),
            double_uses=sum(one["severity"] == "major" for one in json.loads(row.archive_findings)),
        )
        for row in rows[2:4]
    ]
    asked = {"kind": "issuer", "value": "Grid company", "at_least": "", "at_most": "", "unit": ""}
    by = {"principal": '{"id": "local"}'}
    begun = CampaignRow(
        name=CAMPAIGN, organization="a", **asked, reason="wrong", **by, create_time="2026-03-01T00:00:00Z", affected=2
    )
    logged.store.campaigns.begin(begun)
    logged.store.campaigns.collect(items)
    logged.store.campaigns.collected(begun)
    for disposition in ("to_be_asked", "stands"):
        decided = DispositionRow(
            campaign=CAMPAIGN, number=0, evaluation=rows[2].name, disposition=disposition, reason="seen",
            person="Li Wei", **by, time="2026-03-02T00:00:00Z",
        )  # fmt: skip
        logged.store.campaigns.dispose(decided)
    stamped, authority = logged.cosigned().checkpoint, Authority()
    logged.write_trust(time_stamp_authorities={AUTHORITY: authority.trusted})
    with Stamping(authority.answer) as answering:
        asking = Asking(answering.url, field="url")
        logged.store.time_stamps.add(asking.stamp(stamped, read_log_trust(logged.trust)))
    _certify(logged)
    _let_in(logged)
    logged.store.standings("a", version.name)  # so that all is projected
    index_uses(with_write_access(logged.store._engine))
    logged.store.erasing.clear()
    return logged


def _let_in(logged: Logged) -> None:
    with open_api_keys(logged.url) as keys, open_accounts(logged.url) as accounts:
        row = issue_key(keys, organization="organizations/a", roles=["assessor"], expires=None, note="meters").row
        keys.change(row.id, revoke_time="2026-03-04T00:00:00Z")
        new_account(accounts, "ada", "a", ["assessor"], is_invited=True)
        accounts.end("ada", "2026-03-04T00:00:00Z")


def _certify(logged: Logged) -> None:
    """Store a person, a client, and a case with a finding and a certificate."""
    name, time = "organizations/a/cases/one", "2026-03-03T00:00:00Z"
    person = {"display_name": "Ada", "accounts": ["api_key/1"]}
    client = {"display_name": "Works Ltd", "registered_id": "9111"}
    for kind, id, document in (("persons", "ada", person), ("persons", "ada", person), ("clients", "works", client)):
        with logged.store.cases.write_transaction() as writing:
            stored_document = writing.document("a", kind, id)
            revision = 0 if stored_document is None else stored_document.revision
            row = CaseDocumentRow(
                organization="a", kind=kind, id=id, revision=revision, newest=True,
                label="ada", document=json.dumps(document), principal='{"id": "1"}', time=time,
            )  # fmt: skip
            writing.save(row)
    case = CaseRow(
        name=name, organization="a", state="submitted", revision=1, client="organizations/a/clients/works",
        subject="organizations/a/subjects/s0", profile="small", profile_revision=1, content='{"scope": "parts"}',
        create_time=time,
    )  # fmt: skip
    with logged.store.cases.write_transaction() as writing:
        writing.add_case(case)
        writing.add_item(name, "findings", "open", {"severity": "minor"})
        writing.set_due("a", name, "findings/1", {"finding": "2026-05-01"})
        made = writing.add_item(name, "certificates", "valid", {"holder": "Works Ltd"})
        number = writing.assign_number("a", "N-{}", "N-{}".format, name, "certificates/1")
        certified = {"holder": "Works Ltd", "number": number, "result": "gold", "region_code": "CN"}
        certified |= {"first_date": "2026-03-03", "last_date": "2029-03-02"}
        writing.change_item(made, "valid", certified)
        step_row = CaseStepRow(
            case_name=name, number=1, item="certificates/1", step="issue", from_state="granted", to_state="certified",
            function="decision", person="ada", account="api_key/1", principal='{"id": "1"}', time=time,
            reason="all is shown", content='{"conditions": ["seal"]}', case_digest="",
        )  # fmt: skip
        writing.add_step("a", step_row, "certified")


@dataclass
class Flipped:
    """Number of flipped bytes, and the flips that the audit missed or did not locate."""

    places: int = 0
    immaterial: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, place: str, faults: list[Fault], *named: str, immaterial: bool = False) -> None:
        """Count a flip; one of the faults must name one of these."""
        self.places += 1
        if immaterial and not faults:
            self.immaterial += 1
        elif not any(name in fault.place for fault in faults for name in named):
            self.missed.append(f"{place}: {faults[:3]}")


class Flips:
    """Bit flips in a store folder: each flip changes a fresh copy in memory and audits it."""

    memory: sqlite3.Connection

    def __init__(self, folder: Path, seed: int = 18) -> None:
        self.gazette, self.trust = Gazette(folder / "gazette"), read_log_trust(folder / "trust.json")
        self.engine = create_engine("sqlite://", creator=lambda: self.memory, poolclass=StaticPool)
        self.chance = random.Random(seed)
        with closing(sqlite3.connect(folder / "store.sqlite3")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA page_size=512")  # small pages leave fewer unused bytes in the file
            connection.execute("VACUUM")
            self.content = connection.serialize()
        self._load(self.content)
        self.dump, self.tables = _dump(self.memory), _tables(self.memory)
        self.guards = dict(self.memory.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))

    def close(self) -> None:
        """Forget the copy."""
        self.engine.dispose()
        self.memory.close()

    def _load(self, content: bytes) -> None:
        """Open a store in memory. SQLite may crash if a connection that has read a JSON list is given another store."""
        self.engine.dispose()
        self.memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.memory.deserialize(content)

    def whole(self) -> list[Fault]:
        self._load(self.content)
        return self._faults()

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        (number,) = self.memory.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 -- ours
        return int(number)

    def rows(self, each: int) -> Flipped:
        """Flip bytes in every column of every table, the same number in each."""
        tally = Flipped()
        for table, columns in self.tables.items():
            for column in columns:
                for _ in range(0 if (table, column) in UNBOUND else each):
                    self._load(self.content)
                    self._row(table, column, tally)
        return tally

    def file(self, many: int) -> Flipped:
        """Flip bytes of the file of the store; where nothing is noticed, all that is read must be as before."""
        tally = Flipped()
        for place in self.chance.sample(range(len(self.content)), many):
            flipped = _flipped(self.content, place, self.chance)
            try:
                self._load(flipped)
                faults = self._faults()
                same = not faults and _dump(self.memory) == self.dump
            except (sqlite3.DatabaseError, DBAPIError, UnicodeDecodeError):
                tally.places += 1  # the store is not opened, and the refusal names the file
                continue
            tally.add(f"byte {place} of the file", faults, "", immaterial=same)
        return tally

    def published(self, many: int) -> Flipped:
        """Flip bytes of the files of the gazette and its tables, drawn over all of their bytes."""
        tally = Flipped()
        self._load(self.content)
        files = sorted(path for path in self.gazette.folder.rglob("*") if path.suffix in {".json", ".csv"})
        sizes = [path.stat().st_size for path in files]
        for path in self.chance.choices(files, sizes, k=many):
            content = path.read_bytes()
            place, mode = self.chance.randrange(len(content)), path.stat().st_mode
            path.chmod(0o600)
            path.write_bytes(_flipped(content, place, self.chance))
            try:
                faults = self._faults(Gazette(self.gazette.folder))
            finally:
                path.write_bytes(content)
                path.chmod(mode)
            tally.add(f"byte {place} of {path.name}", faults, "gazette", "tables", "scorecards")
            if not any(path.name.partition(".")[0] in fault.problem + fault.place for fault in faults):
                tally.missed.append(f"byte {place} of {path.name} is not named: {faults}")
        return tally

    def _row(self, table: str, column: str, tally: Flipped) -> None:
        place, connection = self.tables[table].index(column), self.memory
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 -- ours
        filled = [row for row in rows if row[place] not in (None, "", b"")]
        if not filled:
            return
        row = self.chance.choice(filled)
        flipped = _changed(row[place], self.chance)
        for name in self.guards:
            connection.execute(f"DROP TRIGGER {name}")  # as only who owns the database can
        its = " AND ".join(f"{name} IS ?" for name in self.tables[table])
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {its}", (flipped, *row))  # noqa: S608 -- ours
        except sqlite3.IntegrityError:
            return  # no two rows may have this name
        for statement in self.guards.values():
            connection.execute(statement)
        says_the_same = (table, column) in _PACKED and _unpacked(flipped) == _unpacked(row[place])
        known = {str(part) for part in (*row, flipped) if isinstance(part, str | int) and len(str(part)) < _LONGEST}
        tally.add(f"{table}.{column}", self._faults(), table, *known, immaterial=says_the_same)

    def _faults(self, gazette: Gazette | None = None) -> list[Fault]:
        with self.engine.connect() as opened:
            return audit(opened, gazette or self.gazette, trust=self.trust).faults


def _flipped(content: bytes, place: int, chance: random.Random) -> bytes:
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def _changed(value: Any, chance: random.Random) -> Any:
    """Flip a bit of one byte of a cell; a text stays one."""
    if isinstance(value, int):
        return value ^ 1 << chance.randrange(7)
    if isinstance(value, bytes):
        return _flipped(value, chance.randrange(len(value)), chance)
    content = bytearray(value.encode())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(6)
    return content.decode("utf-8", "replace")


def _unpacked(record: Any) -> bytes | None:
    """Return the content of a compressed record, without bits between its blocks, or the stamped part of a token.

    Its other parts are signed and checked by the audit, or prove nothing (docs/spec/log.md).
    """
    try:
        if record[:1] == bytes([SEQUENCE]):
            response = der(SEQUENCE, der(SEQUENCE, number(0)), record)
            info = decode_timestamp_response(response).tst_info
            return repr((info.policy, info.message_imprint.message, info.serial_number, info.gen_time)).encode()
        if (name := split_record(record)[0]) is not None:
            return zlib.decompressobj(zdict=find_dictionary(name)).decompress(split_record(record)[1])
        document = expand_document(record)
        return zlib.decompress(record) if document == record else document
    except (zlib.error, ValueError, TypeError, AttributeError, TrailError):  # it may be a number or nothing now
        return None


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        for table in names
        if table not in _WORKING and not table.startswith("alembic")
    }


def _dump(connection: sqlite3.Connection) -> list[Any]:
    """Read everything that can be read by a name and is bound: the schema, and every cell with its kind, unpacked."""
    schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
    read: list[Any] = [schema]
    for table in (name for kind, name, *_ in schema if kind == "table"):
        columns = [
            one for _, one, *_ in connection.execute(f"PRAGMA table_info({table})") if (table, one) not in UNBOUND
        ]
        if not columns:
            continue
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED").fetchall()  # noqa: S608 -- ours
        if packed := [columns.index(column) for of, column in _PACKED if of == table]:
            (place,) = packed
            rows = [(*row[:place], _unpacked(row[place]), *row[place + 1 :]) for row in rows]
        read.append(sorted(map(repr, rows)))
    return read


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=18)
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        make(Path(folder)).close()
        flips = Flips(Path(folder), asked.seed)
        columns = sum(map(len, flips.tables.values()))
        third, missed = asked.places // 3, 0
        for kind, tally in (
            ("rows", flips.rows(-(-third // columns))),
            ("file", flips.file(min(third, len(flips.content)))),
            ("gazette and tables", flips.published(third)),
        ):
            missed += len(tally.missed)
            sys.stdout.write(
                f"{kind}: {tally.places} bytes flipped, {tally.immaterial} of them changed nothing that is read, "
                f"{len(tally.missed)} not noticed or not named\n"
            )
            sys.stdout.writelines(f"  {one[:400]}\n" for one in tally.missed[:10])
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
