"""Service: server, API, command line, storage and scheme-specific modules around the rules core."""
