"""Approval of versions: signed statements of author, reviewer, approver and publisher, and of repeal."""
