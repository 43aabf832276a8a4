"""Which signals does a process pay no heed to that works for a server, and ends with it alone?"""

import signal

SPARED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
"""Those that an orchestrator, a terminal or whoever rotates logs may send to all processes at once."""
