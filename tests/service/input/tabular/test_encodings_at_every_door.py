"""CSV encodings at every entry point: batch, table, ratings, weights and goods against ten encodings."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.batch.sources import open_batch
from service.input.table_imports import import_file, manifest_of
from service.input.tree.placed_errors import PlacedError
from tests.support.commands import touchstone
from tests.support.small_card import small_card

PLANT = "工厂"
"""Word in the text of each entry point. The result contains the word if the text was read."""
GUESSED = "The text is not UTF-8 and was read as GB18030"


@dataclass(frozen=True)
class Saved:
    """Encoding of a saved text, and the expected message; the message is empty for most encodings."""

    name: str
    content: Callable[[str], bytes]
    is_read: bool
    said: str = ""


SAVED = (
    Saved("UTF-8", str.encode, is_read=True),
    Saved("UTF-8 with a mark", lambda text: text.encode("utf-8-sig"), is_read=True),
    Saved("UTF-16", lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"), is_read=True),
    Saved("UTF-16 of the other order", lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), is_read=True),
    Saved("GB18030", lambda text: text.encode("gb18030"), is_read=True, said=GUESSED),
    Saved(
        "broken UTF-16",
        lambda text: text.encode("utf-16")[:-1],
        is_read=False,
        said="The file begins like UTF-16, but is not valid UTF-16",
    ),
    Saved("UTF-16 without a mark", lambda text: text.encode("utf-16-be"), is_read=False, said="iconv -f UTF-16BE -t"),
    Saved("UTF-32", lambda text: text.encode("utf-32"), is_read=False, said="iconv -f UTF-32 -t UTF-8"),
    Saved(
        "an encoding of Europe",
        lambda text: text.replace(PLANT, "Zürich").encode("cp1252"),
        is_read=False,
        said="The text is not UTF-8",
    ),
    Saved(
        "no text",
        lambda text: text.replace(",", "\0,", 1).encode(),
        is_read=False,
        said="The file is not text, because it contains bytes with the value 0",
    ),
)


def batch(path: Path) -> str:
    try:
        with open_batch(path, small_card(), as_of="2026-03-01", settings={}) as opened_batch:
            (item,) = opened_batch.items()
            return "\n".join((str(item.read().subject), *(note.render(name) for name, note in opened_batch.notes)))
    except PlacedError as error:
        return "\n".join(problem.render(str(path)) for problem in error.problems)


def table(path: Path) -> str:
    """Return the refusal; a refusal is certain because cells of a table must be ASCII."""
    draft = {
        "name": "rates",
        "keys": [{"id": "plant", "type": "code"}],
        "values": [{"id": "rate"}],
        "title": {"en": "Rates"},
        "sources": [{"instrument": "an act"}],
        "coverage": {"en": "All"},
        "first_date": "2026-01-01",
        "known_from": "2025-12-31",
        "edition": "1",
        "certainty": "secondary",
        "complete": True,
    }
    with pytest.raises(InputError) as raised:
        import_file(path.read_bytes(), None, manifest_of(draft, {}))
    return "\n".join(violation.description for violation in raised.value.violations)


def moderation(path: Path) -> str:
    dossiers = []
    for person in ("li", "wang"):
        rating = {"person": f"users/{person}", "value": f"{len(person) * 10} %", "rationale": "so"}
        document = {"subject": "organizations/a/subjects/b", "facts": {"energy_use_trend": {"ratings": [rating]}}}
        dossiers.append(path.with_name(f"{person}.json"))
        dossiers[-1].write_text(json.dumps(document))
    card = ("--card", "csr-three-stage", "--out", path.with_name("merged.yaml"))
    answer = touchstone("dossier", "ratings", *dossiers, *card, "--moderate", path)
    return answer.stdout + answer.stderr


def weights(path: Path) -> str:
    answer = touchstone("draft", "weights", path)
    return answer.stdout + answer.stderr


def goods(path: Path) -> str:
    answer = touchstone("cbam", "declare", path)
    return answer.stdout + answer.stderr


DOORS: dict[Callable[[Path], str], str] = {
    batch: f"subject,remark\norganizations/a/subjects/b,{PLANT}\n",
    table: f"plant,rate\n{PLANT},1\n",
    moderation: f"fact,value,reason,person,date\nenergy_use_trend,30 %,{PLANT},users/chen,2026-07-01\n",
    weights: f"item,{PLANT},B\n{PLANT},0.5,1\nB,0,0.5\n",
    goods: "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination\n"
    f"{PLANT},72083900,BR,2026-05-10,1000,no,default\n",
}


@pytest.mark.parametrize("saved", SAVED, ids=lambda saved: saved.name)
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_every_door_reads_and_refuses_the_same(door: Callable[[Path], str], saved: Saved, tmp_path: Path) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(saved.content(DOORS[door]))
    answer = door(path)
    assert (PLANT in answer) == saved.is_read, answer
    if door is not table or not saved.is_read:
        assert saved.said in answer, answer
    assert (GUESSED in answer) == (saved.said == GUESSED and door is not table)
