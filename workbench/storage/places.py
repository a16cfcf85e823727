"""What kind of place a case file is in: whether SQLite's write-ahead log is safe there, and what to warn of.

The log needs memory shared between processes and locks that work, which network file systems don't give
(sqlite.org/wal.html, "all processes must be on the same host"). A synchronising client may copy the file and its log at
different moments, so there too everything is kept in the one file after each act.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Sentence

_CLOUDS = {
    "Dropbox": r"dropbox( \(.+\))?",
    "OneDrive": r"onedrive( ?- ?.+)?",
    "Google Drive": r"google ?drive|my drive|googledrive-.+",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud|owncloud",
    "Box": r"box( sync)?",
}
_NETWORKS = {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "lustre"}
_NETWORKS |= {
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.davfs",
    "davfs",
    "afpfs",
    "webdav",
    "fuse.glusterfs",
}
_MOUNTS = Path("/proc/mounts")


@dataclass(frozen=True, slots=True)
class Place:
    """`cloud` and `network` are names to tell a person, empty on an ordinary disk."""

    cloud: str = ""
    network: str = ""

    @property
    def is_safe(self) -> bool:
        """Whether a write-ahead log may be used."""
        return not (self.cloud or self.network)

    @property
    def warning(self) -> str:
        """One sentence for the person at the desk, empty when there is nothing to warn of."""
        if self.network:
            return Sentence(
                "This case is on a network share ({kind}): let only one person have it open at a time.",
                kind=self.network,
            )
        if self.cloud:
            return Sentence(
                "This case is in a folder that {service} copies: wait until it is done before opening it elsewhere.",
                service=self.cloud,
            )
        return ""


def place_of(path: Path, mounts: Path = _MOUNTS) -> Place:
    """Where `path`, which need not exist, lies. `mounts` is a table like Linux's /proc/mounts; none is no hint."""
    absolute = path.absolute()
    resolved = absolute.resolve()
    return Place(_cloud(absolute) or _cloud(resolved), _network(resolved, mounts))


def _cloud(path: Path) -> str:
    """The service by the names of the folders, as its client makes them."""
    for folder in path.parent.parts:
        for name, pattern in _CLOUDS.items():
            if re.fullmatch(pattern, folder, re.IGNORECASE):
                return name
    return ""


def _network(path: Path, mounts: Path) -> str:
    if sys.platform == "win32":
        return path.drive if path.drive.startswith("\\\\") else ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    around = [(folder, kind) for folder, kind in map(_mount, lines) if path.is_relative_to(folder)]
    _, kind = max(around, key=lambda mount: len(mount[0]), default=("", ""))
    return kind if kind in _NETWORKS else ""


def _mount(line: str) -> tuple[str, str]:
    """Folder and file system of a line; white space in the folder's name stands there as \\040 and the like."""
    _, folder, kind, *_ = [*line.split(), "", "", ""]
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), folder), kind
