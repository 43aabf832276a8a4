"""Is it proved that an evaluation was there at a time, by an authority that a trust file names?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import TrailError
from rules.contracts.messages import clauses, speaker
from rules.trail.commitments import Inclusion
from service.log.leaves import EVALUATION
from service.log.notes import read_note
from service.proofs.bundles import decoded, decoded_hashes

if TYPE_CHECKING:
    from service.log.notes import Checkpoint
    from service.log.trusted import LogTrust
    from service.proofs.bundles import Bundle, BundledTimeStamp

_say = speaker(__name__)


def time_stamped(bundle: Bundle, trust: LogTrust) -> str:
    """Say which authorities stamped what a bundle proves, and when; without any stamp, that there is none.

    A stamp of an authority that the trust file does not name counts for nothing, as a witness that it does not name.

    Raises:
        TrailError: a stamp of a trusted authority does not hold, or there are fewer than the trust file asks for.
    """
    stamps = bundle.time_stamps or ()
    times = {
        one.authority: trust.stamped_time(one.authority, _token(one), _checkpoint(bundle, one))
        for one in stamps
        if one.authority in trust.authorities
    }
    if len(times) < trust.stamps_needed:
        raise TrailError(_say("TIME_STAMPS_LACKING", count=len(times), needed=trust.stamps_needed))
    if times:
        told = (_say("TIME_STAMPED", authority=name, time=time) for name, time in sorted(times.items()))
        return clauses(told)
    if stamps:
        return _say("TIME_STAMPS_UNKNOWN", names=[one.authority for one in stamps])
    return _say("NO_TIME_STAMP")


def _checkpoint(bundle: Bundle, stamp: BundledTimeStamp) -> Checkpoint:
    """Give the checkpoint that was stamped, under which the evaluation has to stand."""
    checkpoint, beside = read_note(f"{stamp.checkpoint}\n").checkpoint, decoded_hashes(stamp.beside)
    leaf, signed = bundle.evaluation, read_note(bundle.checkpoint).checkpoint
    proof = Inclusion(leaf.position, checkpoint.size, beside or ())
    holds = beside is not None and proof.root(leaf.as_leaf(EVALUATION).hash) == checkpoint.root
    if not holds or checkpoint.origin != signed.origin:
        raise TrailError(_say("STAMPED_OTHERWISE", authority=stamp.authority))
    return checkpoint


def _token(stamp: BundledTimeStamp) -> bytes:
    found = decoded(stamp.token)
    if found is None:
        raise TrailError(_say("STAMPED_OTHERWISE", authority=stamp.authority))
    return found
