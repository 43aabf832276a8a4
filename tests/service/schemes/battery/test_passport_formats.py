"""Formats of other publishers, read as battery passports."""

from __future__ import annotations

import json
from pathlib import Path

from service.schemes.battery.passport import read_passport
from tests.support.foreign_formats import check_reader


def test_the_reader_names_the_format_that_it_found_and_those_that_it_reads(tmp_path: Path) -> None:
    check_reader(
        ("catenax_battery_pass", "battery_pass"),
        lambda sample, _: read_passport([("passport.json", json.dumps(sample).encode())], {}),
        tmp_path,
    )
