"""Local accounts of the workbench: creation, roles, passwords and end."""
