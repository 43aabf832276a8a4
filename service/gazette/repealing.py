"""How does the repeal of a version come into the gazette?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.approval.repeals import read_repeal, repeal_bytes
from service.base.durable_files import replace_file
from service.base.names import parse_card
from service.base.refusals import Reason, Refusal
from service.gazette.carried import refuse_carried
from service.gazette.publishing import alone
from service.gazette.sidecars import REPEAL, with_repeal
from service.gazette.versions import Gazette
from service.reading.given_files import read_stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.model.published import Published, Repeal
    from service.approval.statements import Statement

_say = speaker(__name__)


def write_repeal(
    folder: Path,
    version: Published,
    repeal: Repeal,
    statements: Sequence[Statement] = (),
    *,
    organization: str = "",
) -> Published:
    """Repeal a published version; a statement is added to those that are there, for the same day and reason.

    The answer is the version as it stands then: with its repeal once enough of the trusted signed. `organization` is
    the id of that whose own gazette the folder is.

    Raises:
        InputError: the gazette came with the installation.
        Refusal: it is repealed already, or its repeal was begun for another day or reason.
        TrailError: a file is damaged, or somebody signed who may not.
    """
    refuse_carried(folder)
    card = parse_card(version.name)
    path = folder / card.card / f"{card.version}{REPEAL}"
    with alone(folder):
        gazette = Gazette(folder, private=True, organization=organization)
        there = gazette.version_named(version.name)
        if there.repeal is not None:
            first, reason = there.repeal.first_day, there.repeal.reason
            raise Refusal(
                Reason.STEP_NOT_ALLOWED, _say("REPEALED_ALREADY", version=version.name, first=first, reason=reason)
            )
        if path.exists():
            begun, earlier = read_repeal(read_stored(path), version.content_digest)
            if (begun.first_day, begun.reason) != (repeal.first_day, repeal.reason):
                raise Refusal(Reason.STEP_NOT_ALLOWED, _say("REPEAL_BEGUN", first=begun.first_day, reason=begun.reason))
            signed = {one.predicate.person for one in earlier}
            for one in statements:
                if one.predicate.person in signed:
                    raise Refusal(Reason.STEP_NOT_ALLOWED, _say("REPEAL_SIGNED", person=one.predicate.person))
            statements = (*earlier, *statements)
        content = repeal_bytes(version.content_digest, repeal, statements)
        with_repeal(version, content, path, gazette.trust, organization)
        replace_file(path, content)
        return Gazette(folder, private=True, organization=organization).version_named(version.name)
