"""Output: presenters and mappers of everything that leaves the service, for programs and for people."""
