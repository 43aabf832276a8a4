"""Command line of the recomputation: arguments, input files, report text and exit codes."""

from __future__ import annotations

import argparse
import sys
from base64 import b64decode
from pathlib import Path

from recompute.canonical import canonical, digest, read_object
from recompute.known import Json
from recompute.proving import BOXES
from recompute.recomputing import Fault, Report, recompute
from recompute.shown import differences, not_compared
from recompute.words import LANGUAGES, GivenError, checking, say

FOLLOWS, DIFFERS, WRONG = 0, 1, 2
SHOWN = 5
WIDEST = 400
MOST_BYTES = 32 * 1024 * 1024


def main(given: list[str]) -> int:
    """Compute a record again; 0 if it follows, 1 if not, 2 if something given is wrong."""
    asked = _parser().parse_args(given)
    language = asked.language
    try:
        record, key, stated, shown = _record(_read(asked.record))
        version, tables = _version(asked, record)
        with checking("--key"):
            key = key or bytes.fromhex(asked.key)
        report = recompute(record, version, tables, key, boxes=asked.boxes)
        report.faults += [] if shown is None else _shown(shown, record, version)
    except GivenError as error:
        sys.stderr.write(f"{error.told(language)}\n")
        return WRONG
    found = digest(canonical(read_object(record, "RECORD")["head"]))
    if stated not in {"", found}:
        report.faults.insert(0, ("DIGEST", {"found": found, "stated": stated}))
    sys.stdout.write(_text(report, asked.boxes, shown, language) + "\n")
    return FOLLOWS if report.agrees else DIFFERS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recompute",
        description="Computes a record again from docs/spec/ alone, without the software that made it. "
        "仅依据 docs/spec/ 重算一份记录，不用制作它的软件。",
        epilog="Exit codes: 0 it follows, 1 it does not, 2 wrong input. 退出码：0 相符，1 不符，2 所给有误。",
    )
    parser.add_argument("record", type=Path, help="an exported evaluation, or a record alone 导出的评定，或单独的记录")
    parser.add_argument("--version", type=Path, help="the file of the published version 已发布版本的文件")
    parser.add_argument("--tables", type=Path, help="the folder of reference tables 参考表文件夹")
    parser.add_argument("--gazette", type=Path, help="a folder with both, such as scorecards/ 兼有二者的文件夹")
    parser.add_argument(
        "--key", default="", help="the record key in hexadecimal, of a record alone 记录密钥（十六进制）"
    )
    parser.add_argument(
        "--boxes", type=int, default=BOXES, help="how many parts disprove what is excluded 证否所用的部分数"
    )
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    return parser


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise GivenError("TOO_LARGE", path=path, size=path.stat().st_size, most=MOST_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise GivenError("NO_FILE", path=path, problem=error.strerror) from None


def _record(content: bytes) -> tuple[bytes, bytes, str, Json]:
    """Return the bytes, key and stated digest of a record, and the file if it contains more than the record."""
    found = read_object(content, "RECORD")
    if "recordJson" not in found:
        return content.strip(), b"", "", None
    with checking("RECORD"):
        key, stated = found.get("recordKey", ""), found.get("recordDigest", "")
        return (
            found["recordJson"].encode(),
            b64decode(key, validate=True),
            str(stated),
            found if "record" in found else None,
        )


def _shown(shown: Json, record: bytes, version: bytes) -> list[Fault]:
    """Return the differences between the displayed parts of the file and its record.

    Raises:
        GivenError: the displayed parts do not have the form of an exported evaluation.
    """
    with checking("RECORD: record"):
        scorecard = read_object(version, "version")["scorecard"]
        found = differences(shown["record"], read_object(record, "record"), scorecard)
        return [("SHOWN", {"place": place, "shown": one, "said": other}) for place, one, other in found]


def _version(asked: argparse.Namespace, record: bytes) -> tuple[bytes, Path | None]:
    path, tables = asked.version, asked.tables
    if path is None and asked.gazette is not None:
        with checking("record: head.scorecard_version"):
            _, card, _, number = read_object(record, "record")["head"]["scorecard_version"].split("/")
            path = asked.gazette / card / f"{number}.json"
    if tables is None and asked.gazette is not None:
        tables = asked.gazette / "tables"
    if path is None:
        raise GivenError("NO_FILE", path="--version", problem="?")
    return _read(path), tables


def _text(report: Report, boxes: int, shown: Json, language: str) -> str:
    if not report.agrees:
        told = [say("DIFFERS", language, version=report.version, count=len(report.faults))]
        told += [_short(report.told(fault, language)) for fault in report.faults[:SHOWN]]
        more = len(report.faults) - SHOWN
        return "\n".join([*told, *([say("MORE", language, count=more)] if more > 0 else [])])
    told = [say("FOLLOWS", language, version=report.version, steps=report.steps, size=report.size)]
    told += [] if report.opened else [say("NO_KEY", language)]
    told += [say("WITNESSES", language, count=report.witnesses)] if report.witnesses else []
    left = not_compared(shown) if shown is not None else []
    told += [say("NOT_COMPARED", language, names=", ".join(left))] if left else []
    names = ", ".join(dict.fromkeys(report.unproved))
    told += [say("UNPROVED", language, names=names, boxes=boxes)] if names else []
    return "\n".join([*told, say("NOT_PROVED", language)])


def _short(text: str) -> str:
    return "\n".join(line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in text.split("\n"))
