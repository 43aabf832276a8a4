"""Canonical JSON, rule digests, salted step commitments and their Merkle root, as docs/spec/ defines them."""

import json
from base64 import b64encode
from hashlib import sha256, shake_256
from typing import Any

from recompute.words import GivenError

WORDS = frozenset({"labels", "titles", "note", "meaning", "not_assessed", "descriptions", "remedy", "because"})
SORTED = ("facts", "settings", "bases", "records", "quantities", "gates", "findings", "results")


def canonical(document: Any) -> bytes:
    """Write a document as canonical JSON."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read_object(content: bytes, what: str) -> Any:
    """Read a JSON object with unique keys and whole numbers.

    Raises:
        GivenError: the content is not such an object.
    """
    try:
        found = json.loads(content, object_pairs_hook=_object, parse_float=_whole, parse_constant=_whole)
    except (ValueError, RecursionError) as error:
        raise GivenError("NO_JSON", what=what, problem=str(error)[:100]) from None
    if not isinstance(found, dict):
        raise GivenError("NO_JSON", what=what, problem=type(found).__name__)
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{max(names, key=names.count)!r} stands twice")
    return found


def _whole(text: str) -> None:
    raise ValueError(f"{text[:40]} is no whole number")


def digest(content: bytes) -> str:
    """Return the SHA-256 digest in hexadecimal."""
    return sha256(content).hexdigest()


def rule_digest(scorecard: dict[str, Any]) -> str:
    """Return the digest of all parts of a version that can change an outcome."""
    rules = _without_words(scorecard)
    for name in (*SORTED, *(one for one in ("tables", "record_results") if one in rules)):
        rules[name] = by_id(rules.get(name, []))
    return digest(canonical({**rules, "reference_case": []}))


def by_id(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort a list with no significant order by id."""
    return sorted(items, key=lambda item: str(item["id"]))


def _without_words(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _without_words(value) for name, value in part.items() if name not in WORDS}
    return [_without_words(item) for item in part] if isinstance(part, list) else part


def commitments(record_key: bytes, steps: list[bytes]) -> list[bytes]:
    """Commit to every step with its salt."""
    salts = shake_256(record_key).digest(32 * len(steps))
    return [sha256(b"\0" + salts[32 * place : 32 * place + 32] + step).digest() for place, step in enumerate(steps)]


def root(nodes: list[bytes]) -> bytes:
    """Return the root of the tree over the commitments; the digest of the empty string if there are none."""
    while len(nodes) > 1:
        pairs = [nodes[place : place + 2] for place in range(0, len(nodes), 2)]
        nodes = [sha256(b"\1" + pair[0] + pair[1]).digest() if len(pair) == 2 else pair[0] for pair in pairs]
    return nodes[0] if nodes else sha256().digest()


def record_bytes(head: dict[str, Any], steps: list[bytes], leaves: list[bytes]) -> bytes:
    """Write a whole record."""
    joined = b64encode(b"".join(leaves))
    return b'{"commitments":"%b","head":%b,"steps":[%b]}' % (joined, canonical(head), b",".join(steps))
