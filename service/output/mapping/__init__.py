"""Mapping between protobuf messages and core contracts."""
