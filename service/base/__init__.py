"""Service foundations: resource names, errors, paging, workers, metrics and logs."""
