"""What proves an evaluation: its record, recorded steps, commitments, and their verification."""
