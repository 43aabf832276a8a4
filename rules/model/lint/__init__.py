"""What is doubtful in the meaning of a scorecard: one module for each kind of check."""
