"""Who wrote, reviewed, approved, published and repealed a version, and what proves it."""
