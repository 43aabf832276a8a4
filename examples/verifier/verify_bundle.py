#!/usr/bin/env python3
"""Check a proof bundle of Touchstone without Touchstone: one file, Python 3.11 and the package `cryptography`.

    python verify_bundle.py BUNDLE TRUST

BUNDLE is the file that the operator gave you, TRUST the trust file, which you keep yourself: the keys of the log and of
its witnesses. No network, no database. Left out: whether the record follows from its inputs (examples/recomputation
asks that), who approved the rules, time stamps, and whether values taken from earlier evaluations are theirs. It was
written from docs/spec/log.md and docs/spec/record.md, and you may change it or write another.
Exit code 0 if every check passed, 1 if one failed, 2 if a file cannot be read or is not given.
"""

import base64
import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FINDING = {"id", "severity", "place", "evaluations", "subjects", "periods"}
LEAF = {"leaf", "kind", "name", "organization", "subject", "request_id", "request_digest", "create_time", "principal",
        "software", "archive_findings", "record_digest", "predecessor"}  # fmt: skip


class Failed(Exception):
    """A check failed; says why."""


UNREADABLE = (Failed, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, OSError)


def need(holds, why):
    if not holds:
        raise Failed(why)


def told(error):
    """Say what is wrong; what has another form than the page says, a check meets in many ways."""
    return str(error) if isinstance(error, Failed | OSError) else f"not in the form of docs/spec: {error!r}"[:300]


def sha256(content):
    return hashlib.sha256(content).digest()


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(document):
    """Write JSON as RFC 8785 does, for documents without fractions and with plain keys."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def parsed(text, what):
    """Read a text that has to be canonical JSON."""
    try:
        document = json.loads(text)
        need(canonical(document) == text, f"{what} is not canonical JSON")
    except (ValueError, RecursionError) as error:
        raise Failed(f"{what} is no JSON: {error}") from None
    return document


def decoded(text, length=None):
    """Read base64 as it has to be written."""
    found = base64.b64decode(text, validate=True)
    need(base64.b64encode(found).decode() == text, "base64 with a second spelling")
    need(length in (None, len(found)), f"{length} bytes are wanted, {len(found)} were found")
    return found


def signed(public, content, signature):
    """Say whether an Ed25519 signature holds."""
    try:
        Ed25519PublicKey.from_public_bytes(decoded(public, 32)).verify(signature, content)
        return True
    except InvalidSignature:
        return False


def key_id(public):
    return sha256(decoded(public, 32)).hex()[:32]


def root_over(leaf, place, size, beside):
    """RFC 9162, section 2.1.3.2: give the root that follows from a leaf and the nodes beside its way up."""
    need(type(place) is type(size) is int and 0 <= place < size, "the place lies outside the tree")
    node, last, others = leaf, size - 1, iter([decoded(one, 32) for one in beside])
    while last:
        if place % 2 or place < last:
            other = next(others, None)
            need(other is not None, "the proof is too short")
            node = sha256(b"\1" + (other + node if place % 2 else node + other))
        place, last = place // 2, last // 2
    need(next(others, None) is None, "the proof is too long")
    return node


def tree_root(nodes):
    """RFC 9162, section 2.1.1: give the root over nodes."""
    while len(nodes) > 1:
        pairs = [sha256(b"\1" + nodes[at] + nodes[at + 1]) for at in range(0, len(nodes) - 1, 2)]
        nodes = pairs + nodes[len(nodes) & ~1 :]
    return nodes[0] if nodes else sha256(b"")


def stands(noted, kind, note):
    """Say whether a leaf stands in the log under the checkpoint."""
    entry = canonical({"digest": digest(noted["leaf"]), "kind": kind, "leaf": 1}).encode()
    return root_over(sha256(b"\0" + entry), noted["position"], note["size"], noted["beside"]) == note["root"]


def read_note(text):
    """Read a checkpoint (C2SP tlog-checkpoint) with its lines of signature."""
    body, empty, lines = text.partition("\n\n")
    need(empty and lines.endswith("\n"), "the checkpoint is no signed note")
    origin, size, root = body.split("\n")
    need(size.isdecimal() and str(int(size)) == size, "the checkpoint has no size")
    signatures = [line.split(" ") for line in lines.split("\n")[:-1]]
    need(all(dash == "—" for dash, _, _ in signatures), "a line of the checkpoint is no signature")
    lines = [(name, decoded(content)) for _, name, content in signatures]
    return {"origin": origin, "size": int(size), "root": decoded(root, 32), "body": body + "\n", "signatures": lines}


def lines_of(note, name, algorithm, public):
    """Give what stands signed in the name of somebody with a key, behind the first bytes of the key's digest."""
    wanted = sha256(name.encode() + b"\n" + algorithm + decoded(public, 32))[:4]
    return [content[4:] for signer, content in note["signatures"] if signer == name and content[:4] == wanted]


def fault_of(key, size):
    last, compromised = key.get("last_size"), key.get("compromised") and "the key of the log is compromised"
    late = last is not None and size > last and f"the key of the log is retired after {last} entries, and signed {size}"
    return compromised or late


class Bundle:
    """The checks, each a method that says what it found."""

    def __init__(self, content, trust):
        self.bundle, self.trust = parsed(content, "the bundle"), trust
        for part, kind in {"form": str, "checkpoint": str, "evaluation": dict, "version": dict, "tables": list}.items():
            need(isinstance(self.bundle.get(part), kind), f"the bundle has no {part}, or one of another type")
        need(self.bundle["form"] == "touchstone-bundle-1", "the file is no proof bundle of form 1")
        self.note = read_note(self.bundle["checkpoint"])
        self.keys = trust.get("logs", {}).get(self.note["origin"], {"keys": []})["keys"]
        self.evaluation, self.shown = self.bundle["evaluation"], self.bundle.get("shown")
        self.leaf = parsed(self.evaluation["leaf"], "the leaf")
        whole = [part in self.bundle for part in ("record", "record_key", "archive_findings")]
        need(all(whole) if self.shown is None else not any(whole), "the bundle is half one")
        self.record = None if self.shown else parsed(self.bundle["record"], "the record")
        self.head = parsed(self.shown["head"], "the head") if self.shown else self.record["head"]

    def check_1_leaf(self):
        need(self.leaf.keys() - {"noted_later"} == LEAF and self.leaf["leaf"] == 1, "it is no leaf")
        need(self.leaf["kind"] == "evaluation", "it is no leaf of an evaluation")
        need(self.leaf["record_digest"] == digest(canonical(self.head)), "the leaf is of another record")
        need(self.leaf["subject"] == self.head["subject"], "the leaf is of another subject")
        under = f"organizations/{self.leaf['organization']}"
        need(self.head["subject"].startswith(f"{under}/"), "the leaf is of another organisation")
        need(self.leaf["name"].startswith(f"{under}/evaluations/"), "the name lies elsewhere")
        later = f", noted only at {self.leaf['noted_later']}" if "noted_later" in self.leaf else ""
        return f"{self.leaf['name']}, stored {self.leaf['create_time']}{later}, of {self.leaf['subject']}"

    def check_2_findings(self):
        noted = self.leaf["archive_findings"]
        told = f"{noted['count']} findings of the archive, {noted['major']} of them double uses"
        if self.shown:
            return f"not shown; noted are {told}"
        given = self.bundle["archive_findings"]
        formed = all(one.keys() == FINDING for one in given) and digest(canonical(given))
        need(formed in (noted["digest"], noted["shown"]), "the findings are not those noted")
        return told

    def check_3_inclusion(self):
        need(stands(self.evaluation, "evaluation", self.note), "the leaf does not stand in the log")
        for one in self.bundle.get("erasures", ()):
            of_it = parsed(one["leaf"], "an erasure")["name"].startswith(f"{self.leaf['name']}/erasures/")
            need(of_it and stands(one, "erasure", self.note), "an erasure that is told does not stand in the log")
        return f"entry {self.evaluation['position']} of {self.note['size']} of the log {self.note['origin']}"

    def check_4_checkpoint(self):
        origin, body = self.note["origin"], self.note["body"].encode()
        lines = [(key, one) for key in self.keys for one in lines_of(self.note, origin, b"\1", key["public"])]
        keys = [key for key, one in lines if signed(key["public"], body, one)]
        need(keys, f"not signed with a key that the trust file gives for the log {origin}")
        key = min(keys, key=lambda key: bool(fault_of(key, self.note["size"])))
        need(not fault_of(key, self.note["size"]), fault_of(key, self.note["size"]))
        return f"signed with key {key_id(key['public'])}"

    def check_5_witnesses(self):
        seen, needed = {}, self.trust.get("witnesses_needed", 0)
        for name, witness in self.trust.get("witnesses", {}).items():
            for key in witness["keys"]:
                for content in lines_of(self.note, name, b"\4", key["public"]):
                    time = int.from_bytes(content[:8], "big")
                    body = f"cosignature/v1\ntime {time}\n{self.note['body']}".encode()
                    if not key.get("compromised") and signed(key["public"], body, content[8:]):
                        day = datetime.fromtimestamp(time, UTC).date().isoformat()
                        if key["first_day"] <= day <= (key.get("last_day") or "9999-12-31"):
                            seen[name] = min(time, seen.get(name, time))
        need(len(seen) >= needed, f"{len(seen)} trusted witnesses cosigned, and {needed} are needed")
        if not seen:
            return "none, and none needed: that the log shows everybody the same is not proved"
        first = datetime.fromtimestamp(min(seen.values()), UTC).isoformat()
        return f"{', '.join(sorted(seen))}; the first at {first}"

    def check_6_signature(self):
        envelope = self.bundle.get("signature")
        need(envelope, "the log signed nothing of this evaluation")
        (one,) = envelope["signatures"]
        formed = envelope.keys() == {"payload", "payloadType", "signatures"} and one.keys() == {"keyid", "sig"}
        need(formed, "it is no DSSE envelope")
        payload, kind = decoded(envelope["payload"]), envelope["payloadType"].encode()
        need(kind == b"application/vnd.in-toto+json", "it is no in-toto statement")
        position = self.evaluation["position"]
        stated = {
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [{"name": self.leaf["name"], "digest": {"sha256": self.leaf["record_digest"]}}],
            "predicateType": "urn:touchstone:evaluation:1",
            "predicate": {"leaf": digest(self.evaluation["leaf"]), "log": self.note["origin"], "position": position},
        }
        need(payload.decode() == canonical(stated), "the statement is about something else")
        keys = [key for key in self.keys if key_id(key["public"]) == one["keyid"]]
        need(keys, f"key {one['keyid']} is none of this log")
        need(not fault_of(keys[0], position + 1), fault_of(keys[0], position + 1))
        signing = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
        need(signed(keys[0]["public"], signing, decoded(one["sig"])), "the signature is wrong")
        return f"signed with key {one['keyid']}"

    def check_7_steps(self):
        count, wanted = self.head["step_count"], self.head["trail_digest"]
        if self.shown:
            need(isinstance(self.shown["steps"], list), "the steps shown are no list")
            for one in self.shown["steps"]:
                leaf = sha256(b"\0" + decoded(one["salt"]) + one["step"].encode())
                found = root_over(leaf, one["place"], count, one["beside"]).hex()
                need(found == wanted, f"this step is none of the record: {one['step'][:80]}")
            return f"{len(self.shown['steps'])} of {count} steps are shown, and are those of the record"
        steps = [canonical(step).encode() for step in self.record["steps"]]
        stream = hashlib.shake_256(decoded(self.bundle["record_key"], 32)).digest(32 * len(steps))
        opened = [sha256(b"\0" + stream[32 * at : 32 * at + 32] + step) for at, step in enumerate(steps)]
        need(decoded(self.record["commitments"]) == b"".join(opened), "the key does not open the commitments")
        need(len(steps) == count and tree_root(opened).hex() == wanted, "the steps do not give the trail digest")
        return f"{count} steps open their commitments, which give the trail digest"

    def check_8_version(self):
        version = self.bundle["version"]
        leaf, beside = parsed(version["leaf"], "the leaf of the version"), json.loads(version["sidecar"])
        content = json.loads(version["content"])
        said = {
            "leaf": 1, "kind": "publication", "name": self.head["scorecard_version"],
            "publish_time": beside["publish_time"], "content_digest": digest(version["content"]),
            "rule_digest": self.head["rule_digest"], "text_digest": content["text_digest"],
            "sidecar_digest": digest(version["sidecar"]),
        }  # fmt: skip
        need(leaf == said, "the version is not the one that the log noted and the record names")
        need(content["rule_digest"] == said["rule_digest"], "the version states other rules")
        need(beside["content_digest"] == said["content_digest"], "what stood beside it is about another content")
        need(stands(version, "publication", self.note), "the leaf of the version does not stand in the log")
        return f"{said['name']}, published {said['publish_time']}, noted as entry {version['position']}"

    def check_9_tables(self):
        if self.shown and not self.bundle["tables"]:
            return "not shown"
        given = {digest(one["manifest"]): one for one in self.bundle["tables"]}
        used = {use["digest"] for use in self.head.get("tables", ())}
        need(set(given) == used and len(given) == len(self.bundle["tables"]), "other tables than the record names")
        for one in given.values():
            need(json.loads(one["manifest"])["content_digest"] == digest(one["rows"]), "a table has other rows")
        return f"{len(given)} tables have the digests of the record"


def main(bundle, trust):
    """Check a bundle, and say what each check found."""
    try:
        found = Bundle(Path(bundle).read_bytes().decode(), json.loads(Path(trust).read_bytes()))
    except UNREADABLE as error:
        print(f"cannot be read: {told(error)}")
        return 2
    code = 0
    for name in sorted(one for one in dir(Bundle) if one.startswith("check_")):
        _, number, what = name.split("_")
        try:
            print(f"{number}. {what:11} passed  {getattr(found, name)()}")
        except UNREADABLE as error:
            code = 1
            print(f"{number}. {what:11} FAILED  {told(error)}")
    print("Not checked here: that the record follows from its inputs, who approved the rules, and time stamps,")
    print("nor that values taken from earlier evaluations are theirs.")
    print("Not proved by any of this: who typed the facts, and whether documents and judgements are true.")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else sys.stderr.write(f"{__doc__}") and 2)
