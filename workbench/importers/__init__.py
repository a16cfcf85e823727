"""One module a file format, found by `registry`."""
