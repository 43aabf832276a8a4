"""Facts from an earlier evaluation: whole, partly erased and altered stored records."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from rules.contracts.errors import TrailError
from rules.contracts.inputs import PreviousGapReason, Subject
from rules.contracts.record_bytes import WrittenSteps
from rules.trail.erasure import to_erasable_record
from service.api.earlier_evaluations import EarlierEvaluations, with_earlier_evaluations
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.store.store import Store
from service.store.stored_records import StoredRecord, pack
from tests.support.surplus import KEY, evaluated, surplus, tonnes, year

BEFORE = evaluated(year(2023, stated=tonnes(3)))


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Gazette:
    folder, version = tmp_path_factory.mktemp("gazette"), surplus()
    write_version(folder, version.scorecard, version.sources, publish_time=version.publish_time)
    return Gazette(folder)


def taken(gazette: Gazette, steps: tuple[bytes, ...], key: bytes) -> Subject:
    stored = StoredRecord("one", pack(WrittenSteps(BEFORE.written.head, steps)), key)
    return with_earlier_evaluations(surplus(), year(2024), [stored], gazette)


def test_a_complete_record_provides_its_value(gazette: Gazette) -> None:
    previous = {fact.id: fact.previous for fact in taken(gazette, BEFORE.written.steps, KEY).facts}
    assert previous["brought"] is not None
    assert (previous["brought"].evaluation, previous["brought"].value) == ("one", tonnes(13))


def test_a_record_without_its_key_and_steps_provides_no_value(gazette: Gazette) -> None:
    whole = to_erasable_record(BEFORE.written, KEY)
    gone = [
        place for place, step in zip(whole.positions, whole.steps, strict=True) if step.startswith(b'["quantities/')
    ]
    stored = StoredRecord("one", pack(whole.without(gone)), b"")
    subject = with_earlier_evaluations(surplus(), year(2024), [stored], gazette)
    previous = {fact.id: fact.previous for fact in subject.facts}
    assert previous["brought"] is not None
    assert previous["brought"].lacks is PreviousGapReason.ERASED


def test_a_record_with_changed_steps_is_refused(gazette: Gazette) -> None:
    changed = tuple(step.replace(b'"13"', b'"14"') for step in BEFORE.written.steps)
    with pytest.raises(TrailError, match="is corrupt: its steps do not match its digest"):
        taken(gazette, changed, KEY)


def test_a_version_that_is_published_meanwhile_is_seen(tmp_path: Path) -> None:
    version = surplus()
    plain = version.scorecard.card.model_copy(
        update={"version": "0.9.0", "first_date": date(2020, 1, 1), "last_date": date(2020, 12, 31)}
    )
    facts = tuple(fact.model_copy(update={"previous": None}) for fact in version.scorecard.facts)
    without = version.scorecard.model_copy(update={"card": plain, "facts": facts})
    write_version(tmp_path, without, {}, publish_time=version.publish_time)
    known = EarlierEvaluations(cast("Store", None), Gazette(tmp_path))
    assert known.cards("surplus-account") == frozenset()
    write_version(tmp_path, version.scorecard, version.sources, publish_time=version.publish_time)
    assert known.cards("surplus-account") == {"surplus-account", "carbon-audit"}
