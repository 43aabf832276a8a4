"""Settings of scheduled pulls: all errors at once, without secrets."""

from __future__ import annotations

from pathlib import Path

import asyncssh
import pytest

from rules.contracts import InputError
from service.pull.pull_settings import MOST_BYTES, PullSource, read_pulls
from tests.support.file_sources import public_text

HOST_KEY = public_text(asyncssh.generate_private_key("ssh-ed25519"))
COMMON = 'organization = "example"\ninterval = "6 h"\n'


def read(folder: Path, *tables: str) -> tuple[PullSource, ...]:
    path = folder / "pulls.toml"
    path.write_text("\n".join(tables), encoding="utf-8")
    return read_pulls(path)


def errors(folder: Path, *tables: str) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        read(folder, *tables)
    assert "hunter2" not in str(caught.value)
    return {each.field.removeprefix("TOUCHSTONE_PULLS."): each.reason for each in caught.value.violations}


def table(name: str, text: str) -> str:
    return f"[pulls.{name}]\n{COMMON}{text}"


def test_each_kind_of_source_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hunter2\n")
    https, sftp, s3 = read(
        tmp_path,
        table(
            "web",
            'url = "https://data.example/a/meter.csv?sig=hunter2"\ncase = "one"\nitem = "surveillances/2"\n'
            'mapping = "meter"\nsecret_file = "secret"\nmaximum_bytes = 1000\nmaximum_seconds = 5\n',
        ),
        table(
            "drop",
            f'url = "sftp://reader@files.example:2222/a%20b.xlsx"\nbatch = "card"\nsubject = "works"\n'
            f'secret_file = "secret"\nhost_key = "{HOST_KEY}"\n',
        ),
        '[pulls.bucket]\norganization = "example"\nurl = "s3://bucket/a/b.csv"\nbatch = "card"\nmapping = "m"\n'
        'time_of_day = "06:30"\ntime_zone = "Asia/Shanghai"\n',
    )
    assert https.shown_url == "https://data.example/a/meter.csv"
    assert (https.target, https.mapping_name) == (
        "organizations/example/cases/one/surveillances/2",
        "organizations/example/mappings/meter",
    )
    assert (https.secret, https.maximum_bytes, https.maximum_seconds) == ("hunter2", 1000, 5)
    assert "hunter2" not in repr(https).replace(https.url, "")
    assert (sftp.shown_url, sftp.file_name) == ("sftp://files.example:2222/a%20b.xlsx", "a b.xlsx")
    assert (sftp.maximum_bytes, sftp.target) == (MOST_BYTES, "scorecards/card")
    assert s3.schedule.text == "06:30 Asia/Shanghai"
    assert len({https.selection, sftp.selection, s3.selection}) == 3


def test_all_errors_are_reported_at_once(tmp_path: Path) -> None:
    found = errors(
        tmp_path,
        "other = 1",
        "[pulls.Wrong]",
        table(
            "one",
            'url = "ftp://a/b"\ncase = "x"\nbatch = "y"\nmapping = "UP"\nurls = 1\nsecret_file = "hunter2"\n'
            'maximum_bytes = true\nmaximum_seconds = 601\nitem = "findings/1"\ntime_of_day = "25:00"\n',
        ),
        table("two", 'url = "sftp://reader@h/a"\ncase = "x"\nsubject = "s"\n'),
        table("three", 'url = "s3://b/a"\nbatch = "x"\nca_file = "a"\nsecret_file = "missing"\n'),
        '[pulls.four]\nurl = "https://h/a"\norganization = "e"\ncase = "c"\n'
        'time_zone = "Mars/Base"\ninterval = "5 s"\n',
    )
    assert found == {
        "other": "UNKNOWN",
        "pulls.Wrong": "MALFORMED",
        "pulls.Wrong.url": "REQUIRED",
        "pulls.Wrong.organization": "REQUIRED",
        "pulls.Wrong.case": "REQUIRED",
        "pulls.Wrong.interval": "REQUIRED",
        "pulls.one.urls": "UNKNOWN",
        "pulls.one.url": "WRONG_VALUE",
        "pulls.one.case": "REQUIRED",
        "pulls.one.mapping": "WRONG_VALUE",
        "pulls.one.interval": "REQUIRED",
        "pulls.one.time_of_day": "WRONG_VALUE",
        "pulls.one.secret_file": "NOT_FOUND",
        "pulls.one.maximum_bytes": "WRONG_VALUE",
        "pulls.one.maximum_seconds": "WRONG_VALUE",
        "pulls.one.item": "WRONG_VALUE",
        "pulls.two.host_key": "REQUIRED",
        "pulls.two.secret_file": "REQUIRED",
        "pulls.two.subject": "NOT_WANTED",
        "pulls.three.subject": "REQUIRED",
        "pulls.three.ca_file": "NOT_WANTED",
        "pulls.three.secret_file": "NOT_WANTED",
        "pulls.four.time_zone": "WRONG_VALUE",
        "pulls.four.interval": "WRONG_VALUE",
    }


@pytest.mark.parametrize(
    "url",
    [
        "http://data.example/a.csv",
        "https://user:hunter2@data.example/a.csv",
        "https://data.example/",
        "https://data.example/folder/",
        "https://data.example:0/a",
        "https://data.example/a#b",
        "https:///a",
        "file:///etc/passwd",
        "sftp://files.example/a",
        "sftp://u:hunter2@files.example/a",
        "s3://bucket",
        "s3://bucket/a?b",
        "https://data.example/a b",
        "https://dätä.example/a",
        "https://[::1/a",
    ],
)
def test_other_urls_are_refused(tmp_path: Path, url: str) -> None:
    assert errors(tmp_path, table("one", f'url = "{url}"\ncase = "x"\n'))["pulls.one.url"] == "WRONG_VALUE"


@pytest.mark.parametrize("content", ["", "[other]\n", "pulls = 1", "[pulls]\n", "[pulls.a\n", "[pulls]\na = 1\n"])
def test_a_file_without_tables_is_refused(tmp_path: Path, content: str) -> None:
    assert errors(tmp_path, content)


def test_a_missing_file_and_an_invalid_secret_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_pulls(tmp_path / "absent.toml")
    (tmp_path / "secret").write_bytes(b"two words\x00")
    one = table("one", 'url = "https://h/a"\ncase = "x"\nsecret_file = "secret"\nca_file = "secret"\n')
    assert errors(tmp_path, one) == {"pulls.one.secret_file": "MALFORMED", "pulls.one.ca_file": "MALFORMED"}
