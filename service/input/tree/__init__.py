"""YAML and JSON trees: bounded parsing into nodes with positions, and located errors."""
