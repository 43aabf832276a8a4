"""The published scorecard of zero-carbon factories, and the example factory."""

from functools import cache
from pathlib import Path

from rules.contracts.inputs import Subject
from rules.model.scorecard import Scorecard
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier

_ROOT = Path(__file__).parents[2]


@cache
def factory_card() -> Scorecard:
    return Gazette(_ROOT / "scorecards").newest("zero-carbon-factory").scorecard


@cache
def factory() -> Subject:
    """Return the example factory under the cascade interpretation."""
    content = (_ROOT / "examples" / "worked-factory.yaml").read_bytes()
    dossier = read_dossier(content, factory_card(), as_of="2026-06-30", settings={"reading": "cascade"})
    return dossier.subject.model_copy(update={"known": "2026-07-01T00:00:00Z"})
