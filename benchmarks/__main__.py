"""All benchmarks, one after another, each in a process of its own: `python -m benchmarks [NAME…]`.

Those that need the data beside the project are left out, and said, where it is not there.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).parents[2] / "shared" / "data"

NEEDS_DATA = {
    "extraction": ["-m", "benchmarks.extraction"],
    "worthiness": ["-m", "benchmarks.worthiness", str(DATA)],
    "warnings": ["-m", "benchmarks.warnings"],
    "dates": ["-m", "benchmarks.dates"],
}
BY_THEMSELVES = {
    "start": ["-m", "benchmarks.start"],
    "desk": ["-m", "benchmarks.desk"],
    "storage": ["-m", "benchmarks.storage"],
    "notes": ["-m", "benchmarks.notes"],
    "search": ["-m", "benchmarks.search"],
}


def main(names: list[str]) -> int:
    known = {**BY_THEMSELVES, **NEEDS_DATA}
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}: choose from {', '.join(known)}.", file=sys.stderr)
        return 2
    failed = 0
    for name in names or known:
        print(f"\n{name}\n{'-' * len(name)}", flush=True)
        if name in NEEDS_DATA and not DATA.is_dir():
            print("left out: the data beside the project is not here")
            continue
        failed |= subprocess.run([sys.executable, *known[name]], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
