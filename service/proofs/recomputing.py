"""Does a bundle's record follow from its inputs, under the version and the tables that the bundle itself holds?"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import orjson

from rules.contracts.canonical import digest
from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from rules.model.published import read_published
from rules.model.table_form import DIGEST_LENGTH
from rules.trail.verify import CheckResult
from rules.trail.verify_previous import PreviousRecord
from service.base.instants import is_instant
from service.evaluating.evaluators import Evaluators
from service.gazette.tables import Shelf
from service.proofs.bundles import FORM, decoded, read_bundle

if TYPE_CHECKING:
    from rules.contracts.written import WrittenRecord
    from rules.model.published import Published
    from service.proofs.bundles import Bundle, BundledVersion


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


_RECOMPUTATION = 7
"""The number of that check among those of a record."""


def bundled_version(bundled: BundledVersion) -> Published:
    """Read the version that a bundle holds.

    Raises:
        TrailError: it is no published form, or what stands beside it is about another.
    """
    try:
        beside = orjson.loads(bundled.sidecar)
        content_digest, time = beside["content_digest"], beside["publish_time"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise TrailError(_say("SIDECAR_UNREADABLE")) from None
    if not isinstance(time, str) or not is_instant(time):
        raise TrailError(_say("SIDECAR_UNREADABLE"))
    version = read_published(bundled.content.encode(), time)
    if version.content_digest != content_digest:
        raise TrailError(_say("SIDECAR_OTHER", version=version.name))
    return version


def recomputed(bundle: Bundle, record: WrittenRecord, record_key: bytes) -> str:
    """Evaluate the inputs of a record again, and say that the bytes are the same.

    Raises:
        TrailError: they are not; the first place that differs is named.
    """
    version = bundled_version(bundle.version)
    with TemporaryDirectory(prefix="touchstone-bundle-") as folder:
        evaluators = Evaluators(_shelf(bundle, Path(folder)))
        try:
            checks = evaluators.verify(
                content=record.content, stated_digest=record.digest, record_key=record_key, versions=(version,)
            )
        finally:
            evaluators.close()
    check = checks[_RECOMPUTATION - 1]
    if check.result is not CheckResult.PASSED:
        raise TrailError(check.message)
    return check.message


def _shelf(bundle: Bundle, folder: Path) -> Shelf:
    for table in bundle.tables:
        manifest, rows = table.manifest.encode(), table.rows.encode()
        name = str(orjson.loads(manifest)["name"])
        if not name.replace("-", "").isalnum():
            raise TrailError(_say("TABLE_NAME", name=name[:80]))
        (folder / f"{name}-{digest(manifest)[:DIGEST_LENGTH]}.json").write_bytes(manifest)
        (folder / f"{name}-{digest(rows)[:DIGEST_LENGTH]}.csv").write_bytes(rows)
    return Shelf(folder)
