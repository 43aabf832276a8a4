"""Schemes: optional products on top of the core, one package each, found by `service.configuration.products`."""
