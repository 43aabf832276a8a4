"""Benchmark of feeds: first build of 1,000 versions, rebuilds without and with a change, compared with 100 versions.

The versions are copies of a small published scorecard with other numbers. The first build is compared with reading,
checking and hashing the same files; the feed is read back by the client of The Update Framework before it counts.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.timing import in_turn
from rules.contracts import digest
from rules.model import PublishedVersion, published_bytes
from service.approval.signing_keys import public_half
from service.configuration.folders import PUBLISHED
from service.feeds.feed_file import FeedFile, OnlineRole, Publisher, SigningRole
from service.feeds.feed_log import read_entries
from service.feeds.layout import ENTRIES, LOG_ROLE
from service.feeds.publishing import build_feed, create_feed
from service.feeds.repository import Repository
from service.feeds.staging import Built
from service.gazette.sidecars import sidecar_bytes
from service.gazette.versions import Gazette

_CARD = "re100"
_CHANNEL = "production"
_VERSIONS_EACH = 10
_SETTLED_SECONDS = 3_600


class _Feed:
    """A gazette with many versions, and its feed."""

    def __init__(self, folder: Path, count: int) -> None:
        self.gazette, self.folder = folder / "gazette", folder / "feed"
        self._original = Gazette(PUBLISHED, private=True).newest(_CARD)
        self._made = 0
        offline, online = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self._keys = [offline, online]
        for _ in range(count):
            self.publish()
        role = SigningRole(keys=[public_half(offline)])
        publisher = Publisher(keys=role.keys, channels=[_CHANNEL], cards=["*"], tables=["*"])
        feed = FeedFile(
            name="example.org/benchmark",
            channels=[_CHANNEL],
            root=role,
            targets=role,
            online=OnlineRole(keys=[public_half(online)]),
            publishers={"association": publisher},
        )
        create_feed(self.folder, feed, self._keys)

    def publish(self) -> None:
        number, card = self._made % _VERSIONS_EACH, self._made // _VERSIONS_EACH
        self._made += 1
        folder = self.gazette / f"card-{card:03}"
        folder.mkdir(parents=True, exist_ok=True)
        content = _renumbered(self._original, folder.name, number)
        sidecar = sidecar_bytes(digest(content), f"{2019 + number}-12-01T00:00:00Z", ())
        settled = time.time() - _SETTLED_SECONDS
        for name, each in ((f"1.{number}.0.json", content), (f"1.{number}.0.sig.json", sidecar)):
            (folder / name).write_bytes(each)
            os.utime(folder / name, (settled, settled))
        os.utime(folder, (settled, settled))

    def build(self) -> Built:
        return build_feed(self.gazette, self.folder, _CHANNEL, self._keys)

    def rebuild(self) -> None:
        if self.build().added:
            raise SystemExit("The rebuild published files, although nothing changed.")

    def read(self) -> int:
        gazette = Gazette(self.gazette, private=True)
        return gazette.check() + sum(len(digest(path.read_bytes())) > 0 for path in self.gazette.rglob("*.json"))

    def check(self, count: int) -> None:
        repository = Repository(self.folder)
        entries = repository.target_at(LOG_ROLE, ENTRIES)
        if entries is None or len(read_entries(repository.target(entries))) != count:
            raise SystemExit("The publication log does not contain every version.")


def _renumbered(original: PublishedVersion, card: str, number: int) -> bytes:
    changes = {
        "id": card,
        "version": f"1.{number}.0",
        "supersedes": f"1.{number - 1}.0" if number else None,
        "first_date": date(2020 + number, 1, 1),
        "last_date": None,
    }
    scorecard = original.scorecard
    return published_bytes(scorecard.model_copy(update={"card": scorecard.card.model_copy(update=changes)}), {})


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--versions", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        many, few = _Feed(Path(folder, "many"), options.versions), _Feed(Path(folder, "few"), options.versions // 10)
        begun = time.process_time()
        many.build()
        first = time.process_time() - begun
        few.build()
        many.check(options.versions)
        begun = time.process_time()
        many.read()
        reading = time.process_time() - begun
        for each in (many, few):
            each.rebuild()
        unchanged = in_turn(lambda _: many.rebuild(), lambda _: few.rebuild(), rounds=options.rounds)
        rebuilding = sorted(unchanged.ours)[len(unchanged.ours) // 2]
        print(f"first build of {options.versions:,} versions: {first:.1f} s; {first / reading:.1f} times reading them")
        print(
            f"rebuild without a change: {rebuilding * 1e3:.0f} ms, {rebuilding / first:.4f} of the first build, "
            f"{1 / unchanged.ratio:.1f} times that of a tenth of the versions"
        )
        many.publish()
        begun = time.process_time()
        added = many.build().added
        print(f"rebuild with one new version ({len(added)} files): {(time.process_time() - begun) * 1e3:.0f} ms")
        many.check(options.versions + 1)


if __name__ == "__main__":
    main()
