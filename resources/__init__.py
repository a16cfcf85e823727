"""Everything the program reads that is not code. Readable without Qt, from a folder or an installed package."""

from pathlib import Path

_HERE = Path(__file__).parent


def path(name: str) -> Path:
    """The file or folder `name` ("scales/editorial.toml") in this package. Raises FileNotFoundError."""
    found = _HERE / name
    if not found.exists():
        raise FileNotFoundError(f"no resource named {name}")
    return found
