"""Installed examples: the files of the fifteen-minutes page, and the factory of the page about plans."""

from __future__ import annotations

from service.configuration.folders import CHECKOUT

_PACKAGED_FOLDER = CHECKOUT / "service" / "examples"

WORKED_FACTORY = ("worked-factory.yaml", "clients/worked-factory.json")
PLANNED_FACTORY = (
    "plans/zero-carbon-factory.yaml",
    "plans/zero-carbon-factory.measures.yaml",
    "plans/zero-carbon-factory.measures.zh.yaml",
)


def examples() -> dict[str, str]:
    """Return the example texts by file name, from the wheel or checkout."""
    return {path.rpartition("/")[2]: _read(path) for path in WORKED_FACTORY}


def planned_factory(language: str) -> tuple[str, str]:
    """Return the dossier of a factory that prepares for a claim year, and its measures with names in a language."""
    dossier, measures, measures_zh = PLANNED_FACTORY
    return _read(dossier), _read(measures_zh if language == "zh" else measures)


def _read(path: str) -> str:
    packaged = _PACKAGED_FOLDER / path.rpartition("/")[2]
    source = packaged if packaged.is_file() else CHECKOUT / "examples" / path
    return source.read_text(encoding="utf-8")
