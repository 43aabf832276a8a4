"""Deterministic rules engine with exact arithmetic, without clock, network, database or protobuf."""
