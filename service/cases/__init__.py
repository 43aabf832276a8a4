"""Cases of a certification body, from application to certificate and appeal."""
