"""Claim screening: candidates for environmental claims in a text, their places and proposed facts."""
