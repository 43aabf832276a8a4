"""What does the bundle of an earlier evaluation hand to whoever takes something from it?"""

from __future__ import annotations

import orjson

from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from rules.trail.verify_previous import PreviousRecord
from service.proofs.bundles import FORM, decoded, read_bundle
from service.proofs.recomputing import bundled_version

_say = speaker(__name__)


def is_bundle(content: bytes) -> bool:
    """Say whether a file says that it is a bundle."""
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError:
        return False
    return isinstance(document, dict) and document.get("form") == FORM


def bundled_record(content: bytes) -> PreviousRecord:
    """Give the record in a bundle, with the name and digest that its leaf notes, and the version that it brings.

    Whether the bundle proves itself is asked by checking it.

    Raises:
        TrailError: it is no bundle, or shows only some steps.
    """
    bundle = read_bundle(content)
    key = None if bundle.record_key is None else decoded(bundle.record_key)
    if bundle.record is None or key is None:
        raise TrailError(_say("BUNDLE_IN_PART"))
    leaf = orjson.loads(bundle.evaluation.leaf)
    version = bundled_version(bundle.version)
    return PreviousRecord(str(leaf["name"]), bundle.record.encode(), str(leaf["record_digest"]), key, version)
