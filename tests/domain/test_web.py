from __future__ import annotations

import pytest

from workbench.domain.web import is_web_address


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
