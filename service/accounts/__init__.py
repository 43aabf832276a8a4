"""Local accounts of the workbench: making, roles, passwords and end."""
