"""Cloud folders and network shares: a warning, and everything kept in the one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import ROSA, begin, claim
from workbench.storage.places import place_of
from workbench.workflow.checking import edit_claim
from workbench.workflow.opening import open_case
from workbench.workflow.verifying import verify

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/cases /srv/cases nfs4 rw 0 0
//server/desk /media/news\\040desk cifs rw 0 0
/dev/sdb1 /srv/cases/local ext4 rw 0 0
rosa@host: /home/rosa/far fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "cloud", "network"),
    [
        ("/home/rosa/cases/a.factcase", "", ""),
        ("/home/rosa/Dropbox/a.factcase", "Dropbox", ""),
        ("/home/rosa/Dropbox (News)/cases/a.factcase", "Dropbox", ""),
        ("/home/rosa/OneDrive - The Paper/a.factcase", "OneDrive", ""),
        ("/home/rosa/Google Drive/a.factcase", "Google Drive", ""),
        ("/Users/rosa/Library/Mobile Documents/com~apple~CloudDocs/a.factcase", "iCloud", ""),
        ("/home/rosa/Nextcloud/a.factcase", "Nextcloud", ""),
        ("/home/rosa/about dropbox/dropbox.factcase", "", ""),
        ("/srv/cases/a.factcase", "", "nfs4"),
        ("/srv/cases/local/a.factcase", "", ""),
        ("/srv/cases-old/a.factcase", "", ""),
        ("/media/news desk/a.factcase", "", "cifs"),
        ("/home/rosa/far/a.factcase", "", "fuse.sshfs"),
    ],
)
def test_the_place_is_told_by_folders_and_mounts(tmp_path: Path, path: str, cloud: str, network: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    place = place_of(Path(path), mounts)
    assert (place.cloud, place.network) == (cloud, network)
    assert place.is_safe == (not place.warning) == (not cloud and not network)
    assert (cloud or network) in place.warning


def test_without_a_table_of_mounts_there_is_no_hint(tmp_path: Path) -> None:
    assert place_of(tmp_path / "a.factcase", tmp_path / "missing").is_safe


def test_in_a_cloud_folder_everything_is_in_the_one_file_after_each_act(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with begin(folder) as file:
        assert "Dropbox" in file.place.warning
        with file.reading() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            assert connection.execute("PRAGMA synchronous").fetchone() == (3,)  # EXTRA
        edit_claim(file, claim(file, 1).id, reasoning="saved")
        assert sorted(path.suffix for path in folder.iterdir()) == [".factcase", ".lock"]
        (tmp_path / "copied.factcase").write_bytes(file.path.read_bytes())
    assert verify(tmp_path / "copied.factcase").is_sound
    with open_case(tmp_path / "copied.factcase", who=ROSA) as copied:
        assert not copied.place.warning
        assert claim(copied, 1).reasoning == "saved"
