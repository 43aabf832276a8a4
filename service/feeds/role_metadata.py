"""Root and top-level targets metadata that correspond to a feed file."""

from __future__ import annotations

from datetime import datetime

from tuf.api.metadata import DelegatedRole, Delegations, Root, Targets

from service.feeds.feed_file import FeedFile
from service.feeds.layout import LOG_PATHS, LOG_ROLE, delegated_paths
from service.feeds.repository import ROOT, SNAPSHOT, TIMESTAMP, TOP_TARGETS
from service.feeds.tuf_keys import tuf_key


def root_of(feed: FeedFile, version: int, expires: datetime) -> Root:
    """Return the root metadata with the keys of a feed file."""
    root = Root(version=version, expires=expires, consistent_snapshot=True)
    for role in (SNAPSHOT, TIMESTAMP):
        for key in feed.online.keys:
            root.add_key(tuf_key(key), role)
    for role, signing in ((ROOT, feed.root), (TOP_TARGETS, feed.targets)):
        for key in signing.keys:
            root.add_key(tuf_key(key), role)
        root.roles[role].threshold = signing.threshold
    return root


def top_targets_of(feed: FeedFile, version: int, expires: datetime) -> Targets:
    """Return the top-level targets metadata, which contains only delegations."""
    keys, roles = {}, {}
    delegations = [
        (role, publisher, delegated_paths(channel, publisher.cards, publisher.tables))
        for role, channel, publisher in feed.roles()
    ]
    for role, publisher, paths in delegations:
        signers = [tuf_key(key) for key in publisher.keys]
        keys.update({key.keyid: key for key in signers})
        ids = [key.keyid for key in signers]
        roles[role] = DelegatedRole(role, ids, publisher.threshold, terminating=True, paths=paths)
    online = [tuf_key(key) for key in feed.online.keys]
    keys.update({key.keyid: key for key in online})
    ids = [key.keyid for key in online]
    roles[LOG_ROLE] = DelegatedRole(LOG_ROLE, ids, 1, terminating=True, paths=list(LOG_PATHS))
    return Targets(version=version, expires=expires, delegations=Delegations(keys, roles))
