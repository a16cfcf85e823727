"""The case file: the only home of SQL."""
