"""Read a scorecard with options, and print it or the error: python probe.py ADDRESS [OPTION=VALUE]..."""

import sys

from touchstone.client import Client, FieldsError, ServerError

address, *given = sys.argv[1:]
options = dict(option.split("=", 1) for option in given)
options |= {name: options[name] == "true" for name in ("tls", "waits") if name in options}
options |= {name: float(options[name]) for name in ("timeout",) if name in options}

try:
    with Client(address, **options) as client:
        print(client.call("GetScorecard", {"name": "scorecards/probed"})["name"])
except FieldsError as error:
    print(error)
except ServerError as error:
    delay = "none" if error.retry_seconds is None else round(error.retry_seconds * 1000)
    print(error.code.value[0], error.answered, delay, error.reason, sorted(error.details.metadata.items()), error)
