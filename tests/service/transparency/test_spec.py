"""Transparency log format: test vectors of docs/spec/log.md, signed note parsing and digests of findings."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts.errors import TrailError
from service.approval.signing_keys import public_half
from service.transparency.checkpoints import Algorithm, Checkpoint, SignedNote, read_note, verifier_key
from service.transparency.leaves import TABLE, evaluation_leaf, leaf_without_subject, summarize_findings
from service.transparency.log_signatures import cosign, cosignature_time, is_signed_by, sign
from service.transparency.tree import node_hash

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "spec" / "log.md").read_text("utf-8")
LOG, WITNESS = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (0, 1))
SEEN = 1_764_000_000


def vectors() -> list[str]:
    return [part.split("```")[0].rstrip("\n") for part in PAGE.split("```text\n")[1:]]


def test_the_vectors_of_the_page_follow() -> None:
    leaf = evaluation_leaf(
        name="organizations/example/evaluations/01890000-0000-7000-8000-000000000001",
        organization="example",
        subject="organizations/example/subjects/plant",
        request_id="9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d",
        request_digest="11" * 32,
        create_time="2026-03-01T12:00:00Z",
        principal={"id": "local", "kind": "local", "organization": ""},
        software={"touchstone": "0.1.0"},
        archive_findings=[],
        record_digest="22" * 32,
        predecessor="",
    )
    table = leaf_without_subject(TABLE, "tables/emission-factors/editions/2026", {"digest": "33" * 32})
    root = node_hash(table.hash, leaf.hash)
    checkpoint = Checkpoint("example.org/log", 2, root)
    note = SignedNote(checkpoint, (sign(checkpoint, LOG), cosign(checkpoint, "witness.example", WITNESS, SEEN)))
    keys = (("example.org/log", Algorithm.ED25519, LOG), ("witness.example", Algorithm.COSIGNATURE, WITNESS))
    assert vectors() == [
        "\n".join((leaf.document.decode(), leaf.digest, leaf.hash.hex())),
        "\n".join((table.document.decode(), table.digest, table.hash.hex(), root.hex())),
        note.text.rstrip("\n"),
        "\n".join(verifier_key(name, kind, base64.b64decode(public_half(key))) for name, kind, key in keys),
    ]


def test_a_note_is_accepted_only_in_its_written_form() -> None:
    text = vectors()[2] + "\n"
    note = read_note(text)
    assert note.text == text
    assert is_signed_by(note, public_half(LOG))
    assert not is_signed_by(note, public_half(WITNESS))
    assert cosignature_time(note.checkpoint, note.signatures[1], public_half(WITNESS)) == SEEN
    assert cosignature_time(note.checkpoint, note.signatures[1], public_half(LOG)) is None
    for wrong, message in (
        (text.replace("\n2\n", "\n02\n"), "The text is not a checkpoint of a log"),
        (text.replace("\n2\n", "\n-2\n"), "The text is not a checkpoint of a log"),
        (text.replace("gw=", "gx="), "The text is not a checkpoint of a log"),
        (text.replace("\n\n", "\n"), "The text is not a signed checkpoint"),
        (text[:-1], "The text is not a signed checkpoint"),
        (text.replace("— w", "- w"), "A line after the empty line of the checkpoint is not a signature"),
        (text.replace("PENv", "P"), "A line after the empty line of the checkpoint is not a signature"),
    ):
        with pytest.raises(TrailError, match=message):
            read_note(wrong)


def test_findings_are_noted_with_and_without_those_of_others() -> None:
    findings = [
        {"id": "ARCHIVE.OTHER_SUBJECT", "severity": "observation", "place": "x", "evaluations": ["1"]},
        {
            "id": "ARCHIVE.OTHER_ORGANIZATION",
            "severity": "major",
            "place": "y",
            "evaluations": ["2"],
            "subjects": ["s"],
        },
    ]
    noted = summarize_findings(findings)
    assert (noted["count"], noted["major"]) == (2, 1)
    assert noted["digest"] != noted["shown"]
    hidden = [findings[0], {**findings[1], "evaluations": [], "subjects": []}]
    assert summarize_findings(hidden)["digest"] == noted["shown"] == summarize_findings(hidden)["shown"]
    assert summarize_findings(list(reversed(findings))) == noted
