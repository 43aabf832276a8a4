"""Transparency log: Merkle tree of results and publications, signed checkpoints, witnesses and time stamps."""
