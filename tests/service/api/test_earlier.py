"""What is taken from a stored evaluation that is whole, erased in part, or damaged?"""

import pytest

from rules.contracts.errors import TrailError
from rules.contracts.inputs import PreviousLack, Subject
from rules.contracts.written import WrittenSteps
from service.api.evaluating_process import Evaluating
from service.gazette.publishing import write_version
from service.gazette.versions import Gazette
from service.store.earlier import StoredRecord
from service.store.records import pack
from tests.support.surplus import KEY, evaluated, surplus, tonnes, year

BEFORE = evaluated(year(2023, stated=tonnes(3)))


@pytest.fixture(scope="module")
def evaluating(tmp_path_factory: pytest.TempPathFactory) -> Evaluating:
    folder, version = tmp_path_factory.mktemp("gazette"), surplus()
    write_version(folder, version.scorecard, version.sources, publish_time=version.publish_time)
    return Evaluating(Gazette(folder), maximum_answer_bytes=1_000_000)


def taken(evaluating: Evaluating, steps: tuple[bytes, ...], key: bytes) -> Subject:
    stored = StoredRecord("one", pack(WrittenSteps(BEFORE.written.head, steps)), key)
    return evaluating._with_previous(surplus(), year(2024), [stored])


def test_a_whole_record_gives_its_value(evaluating: Evaluating) -> None:
    found = {fact.id: fact.previous for fact in taken(evaluating, BEFORE.written.steps, KEY).facts}
    assert found["brought"] is not None
    assert (found["brought"].evaluation, found["brought"].value) == ("one", tonnes(13))


def test_one_whose_key_and_steps_were_erased_gives_nothing(evaluating: Evaluating) -> None:
    left = tuple(step for step in BEFORE.written.steps if not step.startswith(b'["quantities/'))
    found = {fact.id: fact.previous for fact in taken(evaluating, left, b"").facts}
    assert found["brought"] is not None
    assert found["brought"].lacks is PreviousLack.ERASED


def test_one_whose_steps_were_changed_is_refused(evaluating: Evaluating) -> None:
    changed = tuple(step.replace(b'"13"', b'"14"') for step in BEFORE.written.steps)
    with pytest.raises(TrailError, match="its steps do not give its trail digest"):
        taken(evaluating, changed, KEY)
