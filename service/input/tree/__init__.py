"""YAML and JSON trees: bounded parsing into nodes with source positions, and placed errors."""
