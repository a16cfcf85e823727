"""The workbench without its window: reading articles, finding claims, keeping the case, writing the notes. No Qt."""

__version__ = "0.1.0"
