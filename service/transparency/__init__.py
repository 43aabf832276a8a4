"""Transparency log: Merkle tree, signed checkpoints, witnesses and time stamps."""
