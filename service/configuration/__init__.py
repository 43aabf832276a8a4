"""Settings, paths of installed data, cores of the machine, and plug-ins that are there."""
