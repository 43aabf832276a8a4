"""Storage of evidence files, and the files admitted."""
