"""Everything the program reads that is not code. Readable without Qt, from a folder or an installed package."""

from pathlib import Path

_HERE = Path(__file__).parent

EXAMPLE = "000_4186c03791c7da8f.txt"
"""The seed that the window opens as its example."""


def path(name: str) -> Path:
    """The file or folder `name` ("scales/editorial.toml") in this package. Raises FileNotFoundError."""
    found = _HERE / name
    if not found.exists():
        raise FileNotFoundError(f"no resource named {name}")
    return found


def seed(name: str) -> Path:
    """The article `name` among the seeds, which lie beside this package. Raises FileNotFoundError."""
    found = _HERE.parent / "seeds" / name
    if not found.exists():
        raise FileNotFoundError(f"no seed named {name}")
    return found
