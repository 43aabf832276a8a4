"""Mapping between protobuf messages and the contracts of the core."""
