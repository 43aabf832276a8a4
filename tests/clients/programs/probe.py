"""Read a scorecard with options, and print it or the error: probe.py ADDRESS [OPTION=VALUE]... [-- ADDRESS ...]."""

import sys
from typing import Any

from touchstone.client import Client, FieldsError, ServerError


def probe(address: str, *inputs: str) -> None:
    """Print the outcome of one connection."""
    options: dict[str, Any] = dict(option.split("=", 1) for option in inputs)
    options |= {name: options[name] == "true" for name in ("tls", "waits") if name in options}
    options |= {name: float(options[name]) for name in ("timeout",) if name in options}
    try:
        with Client(address, **options) as client:
            print(client.call("GetScorecard", {"name": "scorecards/probed"})["name"])
    except FieldsError as error:
        print(error)
    except ServerError as error:
        delay = "none" if error.retry_seconds is None else round(error.retry_seconds * 1000)
        metadata, text = sorted(error.details.metadata.items()), str(error).replace("\n", " ")
        print(error.code.value[0], error.answered, delay, error.reason, metadata, text)


if __name__ == "__main__":
    for case in "\n".join(sys.argv[1:]).split("\n--\n"):
        probe(*case.split("\n"))
