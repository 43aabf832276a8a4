"""Examples that are installed with the software: those of the fifteen-minutes page."""

from __future__ import annotations

from service.configuration.folders import CHECKOUT

_CARRIED = CHECKOUT / "service" / "examples"

WORKED_FACTORY = ("worked-factory.yaml", "clients/worked-factory.json")
"""One applicant, complete and invented: as a dossier, and as a request of the API. Paths below `examples/`."""


def examples() -> dict[str, str]:
    """Give the text of each example by its file name; a wheel carries them beside this module (`pyproject.toml`)."""
    texts = {}
    for path in WORKED_FACTORY:
        name = path.rpartition("/")[2]
        carried = _CARRIED / name
        place = carried if carried.is_file() else CHECKOUT / "examples" / path
        texts[name] = place.read_text(encoding="utf-8")
    return texts
