"""Check a proof bundle of Touchstone without Touchstone: one file, Python 3.11 and the package `cryptography`.

    python verify_bundle.py BUNDLE TRUST

BUNDLE is the operator's file. TRUST is your own: the keys of the log, of its witnesses and of the approvers of rules.
No network, no database. Not checked: whether the record follows from the rules (examples/recomputation), and time
stamps (verify_time_stamps.py). Written from docs/spec/ and docs/publication.md; change it, or write another. Exit code
0 if no check failed, 1 if a check failed, 2 if a file is missing or cannot be read.
"""

import base64
import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256

LARGEST = 32 * 1024 * 1024
LEAF = {"leaf", "kind", "name", "organization", "subject", "request_id", "request_digest", "create_time", "principal",
        "software", "archive_findings", "record_digest", "predecessor"}  # fmt: skip
STATEMENT = b"application/vnd.in-toto+json"
ROLES = {"submission": {"rule-author"}, "approval": {"rule-approver"}, "rejection": {"rule-approver"},
         "publication": {"rule-author", "rule-approver"}}  # fmt: skip


def need(holds, why):
    if not holds:
        raise ValueError(why)


def told(error):
    """Return the error message. Unexpected exceptions mean that the data does not conform to docs/spec."""
    return str(error) if isinstance(error, ValueError | OSError) else f"not in the form of docs/spec: {error!r}"[:300]


def sha256(content):
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).digest()


def canonical(document):
    """Write JSON as RFC 8785 does, for documents without fractions and with plain keys."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def parsed(text, what):
    """Read a text that has to be canonical JSON."""
    document = json.loads(text)
    need(canonical(document) == text, f"{what} is not canonical JSON")
    return document


def decoded(text, length=None):
    """Read base64 as it has to be written."""
    found = base64.b64decode(text, validate=True)
    need(base64.b64encode(found).decode() == text and length in (None, len(found)), "a base64 value is invalid")
    return found


def signed(key, content, signature):
    """Return whether an Ed25519 signature is valid."""
    try:
        Ed25519PublicKey.from_public_bytes(decoded(key["public"], 32)).verify(signature, content)
        return True
    except InvalidSignature:
        return False


def unpadded(text):
    """Read base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def cose(content):
    """Read a public key (RFC 9052): a CBOR map of small numbers to numbers and bytes."""
    values, place = [], 1
    while place < len(content):
        kind, small = content[place] >> 5, content[place] & 31
        size = {24: 1, 25: 2}.get(small, 0)
        value = int.from_bytes(content[place + 1 : place + 1 + size], "big") if size else small
        place += 1 + size
        values.append(content[place : place + value] if kind == 2 else -1 - value if kind == 1 else value)
        place += value if kind == 2 else 0
    return dict(zip(values[::2], values[1::2], strict=True))


def answered(passkey, digest, answer):
    """Return whether a passkey signed the challenge of a statement, with user presence and verification (WebAuthn)."""
    answer = {name: unpadded(text) for name, text in json.loads(answer).items()}
    client, data = json.loads(answer["client_data"]), answer["authenticator_data"]
    key = cose(unpadded(passkey["public"]))
    challenge = sha256(b"touchstone version statement 1\n" + digest)
    asked = client["type"] == "webauthn.get" and unpadded(client["challenge"]) == challenge
    here = client["origin"] in passkey["origins"] and not client.get("crossOrigin")
    if not (asked and here and data[:32] == sha256(passkey["rp_id"]) and data[32] & 5 == 5):
        return False
    content, numbers = data + sha256(answer["client_data"]), [int.from_bytes(key.get(one, b"")) for one in (-2, -3)]
    try:
        if key[3] == -7:
            public = ec.EllipticCurvePublicNumbers(*numbers, ec.SECP256R1()).public_key()
            public.verify(answer["signature"], content, ec.ECDSA(SHA256()))
        elif key[3] == -257:
            public = rsa.RSAPublicNumbers(numbers[0], int.from_bytes(key[-1])).public_key()
            public.verify(answer["signature"], content, padding.PKCS1v15(), SHA256())
        else:
            Ed25519PublicKey.from_public_bytes(key[-2]).verify(answer["signature"], content)
        return True
    except InvalidSignature:
        return False


def counts(keys, place, last="last_day"):
    """Return whether a key is valid on a day, or at a log size."""
    known = [key for key in keys if not key.get("compromised") and key.get("first_day", place) <= place]
    return any(key.get(last) is None or place <= key[last] for key in known)


def opened(envelope, keys):
    """Return the statement in a DSSE envelope, and the keys and passkeys that signed it."""
    (one,) = envelope["signatures"]
    formed = envelope.keys() == {"payload", "payloadType", "signatures"} and one.keys() == {"keyid", "sig"}
    need(formed and envelope["payloadType"].encode() == STATEMENT, "it is not a DSSE envelope of a statement")
    payload = decoded(envelope["payload"])
    content = b"DSSEv1 %d %s %d %s" % (len(STATEMENT), STATEMENT, len(payload), payload)
    if one["keyid"].startswith("passkey:"):
        named = [key for key in keys if one["keyid"] == f"passkey:{key.get('credential')}"]
        return payload.decode(), [key for key in named if answered(key, sha256(payload), decoded(one["sig"]))]
    keys = [key for key in keys if "credential" not in key]
    named = [key for key in keys if sha256(decoded(key["public"], 32)).hex()[:32] == one["keyid"]]
    return payload.decode(), [key for key in named if signed(key, content, decoded(one["sig"]))]


def root_over(leaf, place, size, beside):
    """Return the root computed from a leaf and its inclusion proof (RFC 9162, section 2.1.3.2)."""
    need(type(place) is type(size) is int and 0 <= place < size, "the position is outside the tree of the log")
    node, last, others = leaf, size - 1, iter([decoded(one, 32) for one in beside])
    while last:
        if place % 2 or place < last:
            other = next(others, None)
            need(other is not None, "the inclusion proof is too short")
            node = sha256(b"\1" + (other + node if place % 2 else node + other))
        place, last = place // 2, last // 2
    need(next(others, None) is None, "the inclusion proof is too long")
    return node


def tree_root(nodes):
    """Return the root over nodes (RFC 9162, section 2.1.1)."""
    while len(nodes) > 1:
        pairs = [nodes[at : at + 2] for at in range(0, len(nodes), 2)]
        nodes = [sha256(b"\1" + b"".join(pair)) if len(pair) == 2 else pair[0] for pair in pairs]
    return nodes[0] if nodes else sha256(b"")


def stands(noted, kind, note):
    """Return whether a leaf is included in the log under a checkpoint."""
    entry = canonical({"digest": sha256(noted["leaf"]).hex(), "kind": kind, "leaf": 1})
    return root_over(sha256("\0" + entry), noted["position"], note["size"], noted["beside"]) == note["root"]


def read_note(text):
    """Read a checkpoint (C2SP tlog-checkpoint) with its lines of signature."""
    body, empty, lines = text.partition("\n\n")
    origin, size, root = body.split("\n")
    signatures = [line.split(" ") for line in lines.split("\n")[:-1]]
    formed = empty and lines[-1:] in {"", "\n"} and all(dash == "—" for dash, _, _ in signatures)
    need(formed and size.isdecimal() and str(int(size)) == size, "the checkpoint is not a signed note")
    read = [(name, decoded(content)) for _, name, content in signatures]
    return {"origin": origin, "size": int(size), "root": decoded(root, 32), "body": f"{body}\n".encode(), "lines": read}


def lines_of(note, name, algorithm, keys):
    """Return the signatures of a signer, each with the key that its key hash identifies."""
    begins = [(key, sha256(name.encode() + b"\n" + algorithm + decoded(key["public"], 32))[:4]) for key in keys]
    lines = [content for signer, content in note["lines"] if signer == name]
    return [(key, line[4:]) for key, begin in begins for line in lines if line[:4] == begin]


class Bundle:
    """The checks, each a method that returns its finding, or why the check does not apply: `not checked: …`."""

    def __init__(self, content, trust):
        self.bundle, self.trust = parsed(content, "the bundle"), trust
        formed = self.bundle["form"] == "touchstone-bundle-1" and type(self.bundle["tables"]) is list
        need(formed, "the file is not a proof bundle of the form touchstone-bundle-1")
        self.note = read_note(self.bundle["checkpoint"])
        self.keys = trust.get("logs", {}).get(self.note["origin"], {"keys": []})["keys"]
        self.evaluation, self.shown, self.version = (self.bundle.get(one) for one in ("evaluation", "shown", "version"))
        self.leaf = parsed(self.evaluation["leaf"], "the leaf")
        parts = {"record", "record_key", "archive_findings"} & self.bundle.keys()
        need(len(parts) == (3 if self.shown is None else 0), "the parts of full and partial bundles are mixed")
        self.record = None if self.shown else parsed(self.bundle["record"], "the record")
        self.head = parsed(self.shown["head"], "the head") if self.shown else self.record["head"]
        self.rules, self.beside = (json.loads(self.version[part]) for part in ("content", "sidecar"))

    def check_01_leaf(self):
        subject, under = self.head["subject"], f"organizations/{self.leaf['organization']}/"
        formed = self.leaf.keys() == LEAF and self.leaf["leaf"] == 1
        need(formed and self.leaf["kind"] == "evaluation", "the leaf is not the log entry of an evaluation")
        need(self.leaf["record_digest"] == sha256(canonical(self.head)).hex(), "the leaf belongs to another record")
        its = self.leaf["subject"] == subject and self.leaf["name"].startswith(f"{under}evaluations/")
        need(its and subject.startswith(under), "the leaf belongs to another subject or organisation")
        return f"{self.leaf['name']}, stored {self.leaf['create_time']}, of {subject}"

    def check_02_findings(self):
        noted, given = self.leaf["archive_findings"], self.bundle.get("archive_findings")
        same = self.shown or sha256(canonical(given)).hex() in (noted["digest"], noted["shown"])
        need(same, "the findings differ from those in the log")
        return f"{noted['count']} of the archive, {noted['major']} of them double uses{', not shown' * (given is None)}"

    def check_03_inclusion(self):
        need(stands(self.evaluation, "evaluation", self.note), "the leaf is not included in the log")
        for one in self.bundle.get("erasures", ()):
            of_it = parsed(one["leaf"], "an erasure")["name"].startswith(f"{self.leaf['name']}/erasures/")
            need(of_it and stands(one, "erasure", self.note), "an erasure in the bundle is not included in the log")
        at, size = self.evaluation["position"], self.note["size"]
        return f"entry {at} (counted from 0) of the {size} entries in the log {self.note['origin']}"

    def check_04_checkpoint(self):
        origin, size, body = (self.note[one] for one in ("origin", "size", "body"))
        need(any(name == origin for name, _ in self.note["lines"]), f"the log {origin} did not sign the checkpoint")
        keys = [key for key, line in lines_of(self.note, origin, b"\1", self.keys) if signed(key, body, line)]
        need(keys, f"the checkpoint is not signed with a key of the log {origin} in the trust file")
        need(counts(keys, size, "last_size"), f"the key of the log is compromised, or was retired before entry {size}")
        return f"signed by the log {origin}"

    def check_05_witnesses(self):
        seen, needed = {}, self.trust.get("witnesses_needed", 0)
        for name, witness in self.trust.get("witnesses", {}).items():
            for key, line in lines_of(self.note, name, b"\4", witness["keys"]):
                second = int.from_bytes(line[:8])
                time = datetime.fromtimestamp(second, UTC).isoformat()
                body = b"cosignature/v1\ntime %d\n%s" % (second, self.note["body"])
                if counts([key], time[:10]) and signed(key, body, line[8:]):
                    seen[name] = min(time, seen.get(name, time))
        need(len(seen) >= needed, f"{len(seen)} trusted witnesses cosigned; {needed} are required")
        if not seen:
            return "not checked: no witness cosigned, and none is required"
        return f"{', '.join(sorted(seen))}; the first at {min(seen.values())}"

    def check_06_signature(self):
        leaf, position = sha256(self.evaluation["leaf"]).hex(), self.evaluation["position"]
        stated = {
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [{"name": self.leaf["name"], "digest": {"sha256": self.leaf["record_digest"]}}],
            "predicateType": "urn:touchstone:evaluation:1",
            "predicate": {"leaf": leaf, "log": self.note["origin"], "position": position},
        }
        need("signature" in self.bundle, "the bundle has no signature of the log")
        payload, keys = opened(self.bundle["signature"], self.keys)
        need(payload == canonical(stated), "the statement describes another log entry")
        need(counts(keys, position + 1, "last_size"), "the statement is not signed with a valid key of the log")
        return "signed by the log"

    def check_07_steps(self):
        count, wanted = self.head["step_count"], self.head["trail_digest"]
        if self.shown:
            given = self.shown["steps"]
            need(type(given) is list and len({one["place"] for one in given}) == len(given), "a step is shown twice")
            for one in given:
                leaf = sha256(b"\0" + decoded(one["salt"]) + one["step"].encode())
                found = root_over(leaf, one["place"], count, one["beside"]).hex()
                need(found == wanted, f"this step is not in the record: {one['step'][:80]}")
            return f"{len(given)} of {count} steps are shown, and all of them are in the record"
        steps = [canonical(step).encode() for step in self.record["steps"]]
        stream = hashlib.shake_256(decoded(self.bundle["record_key"], 32)).digest(32 * len(steps))
        opening = [sha256(b"\0" + stream[32 * at : 32 * at + 32] + step) for at, step in enumerate(steps)]
        given = decoded(self.record["commitments"], 32 * len(steps))
        wrong = [one[0] for at, one in enumerate(self.record["steps"]) if given[32 * at : 32 * at + 32] != opening[at]]
        need(not wrong, f"{len(wrong)} of {len(steps)} steps do not match their commitments, first {wrong[:1]}")
        need(len(steps) == count and tree_root(opening).hex() == wanted, "the steps do not match the trail digest")
        return f"{count} steps match their commitments and the trail digest of the record"

    def check_08_version(self):
        said = {
            "leaf": 1, "kind": "publication", "name": self.head["scorecard_version"],
            "publish_time": self.beside["publish_time"], "content_digest": sha256(self.version["content"]).hex(),
            "rule_digest": self.head["rule_digest"], "text_digest": self.rules["text_digest"],
            "sidecar_digest": sha256(self.version["sidecar"]).hex(),
        }  # fmt: skip
        need(self.version["leaf"] == canonical(said), "the version differs from the log or the record")
        need(self.rules["rule_digest"] == said["rule_digest"], "the version contains other rules")
        need(self.beside["content_digest"] == said["content_digest"], "the sidecar belongs to other content")
        need(stands(self.version, "publication", self.note), "the leaf of the version is not included in the log")
        as_of, position = self.head["as_of_date"], self.version["position"]
        return f"{said['name']}, published {said['publish_time']} (as-of date {as_of}), log entry {position}"

    def check_09_tables(self):
        tables, used = self.bundle["tables"], {use["digest"] for use in self.head.get("tables", ())}
        if self.shown and not tables:
            return "not checked: the bundle shows no tables"
        given = {sha256(one["manifest"]).hex() for one in tables}
        need(given == used and len(given) == len(tables), "the tables are not those that the record names")
        for one in tables:
            need(json.loads(one["manifest"])["content_digest"] == sha256(one["rows"]).hex(), "a table has other rows")
        return f"{len(tables)} tables match the digests in the record"

    def check_13_validity(self):
        last = {}
        for one in self.bundle.get("decisions", ()):
            said = parsed(one["leaf"], "a decision")
            its = said["evaluation"] == self.leaf["name"] and stands(one, "disposition", self.note)
            need(its, "a decision concerns another result, or is not included in the log")
            campaign, _, number = said["name"].rpartition("/dispositions/")
            last[campaign] = max(last.get(campaign, (0,)), (int(number), said["disposition"], said["time"], campaign))
        for one in self.bundle.get("cases", ()):
            concluded = parsed(one["concluded"]["leaf"], "a step")
            its = json.loads(one["content"])["evaluation"] == self.leaf["name"] and concluded["step"] == "conclude"
            noted = [one["concluded"], *one["steps"]]
            its = its and concluded["content"] == sha256(one["content"]).hex()
            its = its and all(stands(each, "case-step", self.note) for each in noted)
            need(its, "a case did not conclude on this result, or its steps are not included in the log")
            case = concluded["name"].rpartition("/steps/")[0]
            for step in (parsed(each["leaf"], "a step") for each in one["steps"]):
                of, _, number = step["name"].rpartition("/steps/")
                need(of == case, "a step belongs to another case")
                item = f"{case}/{step['item']}"
                last[item] = max(last.get(item, (0,)), (int(number), step["step"], step["time"], item))
        ends = {"changed", "withdrawn", "suspend", "withdraw", "cancel"}
        gone = [f"{one[1]} at {one[2]} by {one[3]}" for one in last.values() if one[1] in ends]
        need(not gone, f"the result is not valid: {', '.join(gone)}")
        return f"{len(last)} certificates and campaigns in the bundle concern it; ask the issuer about later decisions"

    def check_10_approvals(self):
        people, content = self.trust.get("people"), sha256(self.version["content"]).hex()
        if not people or content in self.trust.get("unsigned", ()):
            return f"not checked: the trust file {'accepts the version unsigned' if people else 'names no persons'}"
        name, wanted = self.head["scorecard_version"], (self.rules["rule_digest"], self.rules["text_digest"])
        own = {person: [*one["keys"], *one.get("passkeys", ())] for person, one in people.items()}
        known = [{**key, "person": person, **people[person]} for person, keys in own.items() for key in keys]
        stated, submission, authors, approved, published = [], None, set(), set(), None
        later = json.loads(self.version.get("approvals", "{}"))
        need(not later or later["content_digest"] == self.beside["content_digest"], "approvals of other content")
        for envelope in (*self.beside.get("statements", ()), *later.get("statements", ())):
            payload, keys = opened(envelope, known)
            said = json.loads(payload)
            act, one = said["predicateType"].split(":")[2], said["predicate"]
            its = [key for key in keys if key["person"] == one["person"] and ROLES[act] & {*key["roles"]}]
            here = said["subject"] == [{"name": name, "digest": {"sha256": content}}]
            if here and counts(its, one["time"][:10]):
                need((one["rule_digest"], one["text_digest"]) == wanted, f"{one['person']} signed other rules")
                stated.append((one["time"], [*ROLES].index(act), sha256(payload).hex(), act, one))
        card, asked, by = name.split("/")[1], [self.trust.get("approvals", {})], self.trust.get("organizations", {})
        asked += [one["approvals"] for one in by.values() if {card, "*"} & {*one.get("cards", ())}]
        needed = max(one.get(card, one.get("*", 1)) for one in asked)
        for time, _, its_digest, act, one in sorted(stated, key=lambda each: each[:3]):
            if act == "submission" and submission is None:
                submission, authors = its_digest, {one["person"], *one.get("authors", ())}
            elif act == "approval" and one["submission"] == submission:
                approved |= {one["person"]} - authors
            elif act == "rejection" and one["submission"] == submission:
                submission, approved, published = None, set(), None
            published = published or (act == "publication" and approved and time)
            if published and len(approved) >= needed:
                need(published == self.beside["publish_time"], "the signed publication time differs")
                return f"{', '.join(sorted(approved))} approved the rules, written by {', '.join(sorted(authors))}"
        raise ValueError(f"{len(approved)} of {needed} required approvals by persons other than the authors")


def main(bundle, trust, checks=Bundle):
    """Check a bundle and print the result of each check."""
    try:
        need(Path(bundle).stat().st_size <= LARGEST, f"{bundle} is larger than the limit of {LARGEST:,} bytes")
        found = checks(Path(bundle).read_bytes().decode(), json.loads(Path(trust).read_bytes()))
    except Exception as error:
        print(f"cannot be read: {told(error)}")
        return 2
    code = 0
    for name in sorted(one for one in dir(found) if one.startswith("check_")):
        try:
            said = getattr(found, name)()
            said = f"{'-' if said.startswith('not checked') else 'passed':8}{said}"
        except Exception as error:
            code, said = 1, f"FAILED  {told(error)}"
        print(f"{int(name[6:8])}. {name[9:]:11} {said}")
    stamps = "" if "check_12_time_stamps" in dir(found) else ", and time stamps (verify_time_stamps.py)"
    print(f"Not checked here: that the record follows from the rules (examples/recomputation){stamps}.")
    print("These checks do not prove who entered the facts, or if documents, judgements and earlier results are true.")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else sys.stderr.write(f"{__doc__}") and 2)
