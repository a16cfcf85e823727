"""What the project says of itself is so."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


def project() -> dict[str, object]:
    found: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_the_lock_file_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock


def test_every_dependency_is_in_the_lock() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8").lower()
    locked = {name.replace("_", "-") for name in re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE)}
    listed = project()["dependencies"]
    assert isinstance(listed, list)
    wanted = {re.split(r"[<>=;\[ ]", name)[0].lower() for name in listed}
    assert wanted <= locked


def test_every_dependency_has_its_licence_in_the_list() -> None:
    page = (ROOT / "docs" / "licences.md").read_text("utf-8")
    named = dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", page, re.MULTILINE))
    listed = project()["dependencies"]
    assert isinstance(listed, list)
    wanted = {re.split(r"[<>=;\[ ]", name)[0] for name in listed}
    assert set(named) - {"package", "---"} == wanted
    for name in wanted:
        stated = metadata(name)["License-Expression"]
        assert not stated or stated.split(" ")[0] in named[name], f"{name} is under {stated}"


def test_the_version_is_the_same_everywhere() -> None:
    from workbench import __version__

    assert project()["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_make_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"make ([a-z]+)", README.read_text("utf-8")))
    assert {"run", "test"} <= named <= targets()


def test_the_pictures_and_files_that_the_docs_link_to_exist() -> None:
    for page in ROOT.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (ROOT / target).exists(), f"{page.name} links to {target}"


def test_the_commands_of_the_readme_are_commands_of_the_program() -> None:
    from workbench.cli import COMMANDS

    named = set(re.findall(r"^fact-check ([a-z-]+)", README.read_text("utf-8"), re.MULTILINE))
    assert named == set(COMMANDS)


def test_every_module_stays_small() -> None:
    for folder in ("workbench", "ui", "resources"):
        for module in (ROOT / folder).rglob("*.py"):
            assert len(module.read_text("utf-8").splitlines()) <= 400, module
