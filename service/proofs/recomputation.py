"""Recomputation of the record in a proof bundle."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from rules.api import CheckResult
from rules.contracts import TrailError, WrittenRecord, digest, message_factory
from rules.model import DIGEST_LENGTH
from service.evaluating.evaluators import Evaluators
from service.gazette.tables import TableStore
from service.output.bundles import Bundle, read_bundled_version

_message = message_factory(__name__)


_RECOMPUTATION_CHECK_NUMBER = 7


def check_recomputation(bundle: Bundle, record: WrittenRecord, record_key: bytes) -> str:
    """Return the recomputation message. Raise TrailError if the check fails."""
    version = read_bundled_version(bundle.version)
    with TemporaryDirectory(prefix="touchstone-bundle-") as folder:
        evaluators = Evaluators(_table_store(bundle, Path(folder)))
        try:
            checks = evaluators.verify(
                content=record.content, stated_digest=record.digest, record_key=record_key, versions=(version,)
            )
        finally:
            evaluators.close()
    check = checks[_RECOMPUTATION_CHECK_NUMBER - 1]
    if check.result is not CheckResult.PASSED:
        raise TrailError(check.message)
    return check.message


def _table_store(bundle: Bundle, folder: Path) -> TableStore:
    for table in bundle.tables:
        manifest, rows = table.manifest.encode(), table.rows.encode()
        name = str(orjson.loads(manifest)["name"])
        if not name.replace("-", "").isalnum():
            raise TrailError(_message("TABLE_NAME", name=name[:80]))
        (folder / f"{name}-{digest(manifest)[:DIGEST_LENGTH]}.json").write_bytes(manifest)
        (folder / f"{name}-{digest(rows)[:DIGEST_LENGTH]}.csv").write_bytes(rows)
    return TableStore(folder)
