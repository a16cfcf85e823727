"""Only whole web addresses become links."""

import pytest

from workbench.reports.links import LONGEST, host, is_web, target


@pytest.mark.parametrize("address", ["https://example.org", "HTTP://example.org/a?b#c", " https://example.org/ü "])
def test_web_addresses_are_linked(address: str) -> None:
    assert is_web(address)
    assert target(address).isascii()


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "file:///etc/passwd", "ftp://x", "http://", "https://[", "//example.org", "mailto:a@b"],
)
def test_anything_else_is_printed_only(address: str) -> None:
    assert target(address) == ""


def test_spaces_and_letters_are_escaped_and_escapes_left_alone() -> None:
    assert target("https://example.org/é b?q=%20") == "https://example.org/%C3%A9%20b?q=%20"


def test_an_address_longer_than_a_page_can_link_is_printed_only() -> None:
    longest = "https://example.org/".ljust(LONGEST, "a")
    assert target(longest) == longest
    assert target(f"{longest}a") == target("https://example.org/" + "é" * (LONGEST // 5)) == ""


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert target("https://example.org/\ud83d") == "https://example.org/?"


def test_the_host_stands_for_a_web_address_only() -> None:
    assert host("https://Stats.example.org:8080/release?x=1") == "stats.example.org"
    assert host("file:///etc/passwd") == host("") == ""
