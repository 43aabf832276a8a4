"""Approval of versions: signed statements, review status and repeals."""
