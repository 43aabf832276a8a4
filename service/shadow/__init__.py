"""Shadow evaluation: a sample of real requests is also evaluated with candidate versions, and compared."""
