"""The core: exact, deterministic, without clock, network, database or protobuf."""
