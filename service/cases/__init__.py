"""Cases of a certification body: the workflow from application to certificate and appeal."""
