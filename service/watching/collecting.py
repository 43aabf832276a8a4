"""What is measured only when somebody looks: how large the archive is, and what the gazette holds?"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.registry import Collector

from rules.contracts.errors import TouchstoneError
from service.base.software import software_versions
from service.gazette.tables import FOLDER, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client.core import Metric

    from service.gazette.versions import Gazette
    from service.store.evaluations import Store


class Holdings(Collector):
    """Tells what a server holds; what cannot be read just now is left out of one answer."""

    def __init__(self, *, store: Store, gazette: Gazette) -> None:
        """Look at these when asked."""
        self._store = store
        self._gazette = gazette
        self._shelf = Shelf(gazette.folder / FOLDER)

    def collect(self) -> Iterator[Metric]:
        """Look, and tell."""
        software = {name.replace("-", "_"): version for name, version in software_versions().items()}
        stated = {**software, "database": self._store.backend, "schema": self._store.schema}
        yield InfoMetricFamily("touchstone_software", "What runs here, in which versions.", value=stated)
        with suppress(TouchstoneError):
            yield GaugeMetricFamily(
                "touchstone_archive_bytes", "How large the database of evaluations is.", self._store.size()
            )
        with suppress(TouchstoneError):
            yield GaugeMetricFamily("touchstone_versions", "Published versions there.", self._gazette.check())
        with suppress(TouchstoneError):
            yield GaugeMetricFamily(
                "touchstone_table_editions", "Editions of reference tables there.", len(self._shelf.editions())
            )
