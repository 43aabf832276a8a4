"""Configuration: settings, data paths, cores and plug-ins."""
