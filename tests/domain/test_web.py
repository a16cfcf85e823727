from __future__ import annotations

import pytest

from workbench.domain.web import AddressFault, address_fault, is_web_address


@pytest.mark.parametrize(
    "text", ["https://example.org", " HTTP://example.org:8080/a?b#c ", "http://[2001:db8::1]/", "https://пример.рф/а"]
)
def test_an_address_of_the_web(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text", ["", "example.org", "http://", "http:///path", "http://[x", "http://:80", "ftp://a.org", "http://a.org b"]
)
def test_no_address_of_the_web(text: str) -> None:
    assert not is_web_address(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("https://example.org/@ann?to=a@b", None),
        ("https://x", None),
        ("example.org", AddressFault.NOT_OF_THE_WEB),
        ("https://ann:secret@example.org/a", AddressFault.HAS_PASSWORD),
        ("https://bank.example@evil.example/", AddressFault.HAS_PASSWORD),
        ("https://:@example.org", AddressFault.HAS_PASSWORD),
        ("https://example.org/\u202efdp.exe", AddressFault.REORDERS),
        ("https://example.org/\u200f", AddressFault.REORDERS),
    ],
)
def test_what_keeps_an_address_from_standing_with_a_source(text: str, fault: AddressFault | None) -> None:
    assert address_fault(text) is fault
