"""The workspaces of the method, one module each."""
