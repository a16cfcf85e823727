"""Markdown is read as it stands; what a site's program reads above it is kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.parts import parts
from workbench.errors import ArticleError
from workbench.importers.markdown import read_markdown
from workbench.importers.registry import read_article

PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."
FRONT = '---\ntitle: "Harbour: the plan"\nauthor: Ann Lee\ndate: 2023-05-04T08:15:00Z\ntags:\n  - port\n---\n'


def test_front_matter_tells_title_author_and_date(tmp_path: Path) -> None:
    text = f"{FRONT}\n# The harbour\n\n{PROSE}\n\n## Cost\n\n{PROSE}\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    article = read_article(tmp_path / "a.md").article
    assert article.text == text
    assert parts(article, 9) == ["boil ---\ntitle", "HEAD The harbo", "BODY The harbo", "SUBH Cost", "BODY The harbo"]
    metadata = article.metadata
    assert (metadata.title, metadata.author, metadata.published) == ("Harbour: the plan", "Ann Lee", "2023-05-04")


def test_what_is_mark_and_not_word_tells_nothing_of_a_block() -> None:
    text = f"""# **Harbour** plan

*By [Jane Doe](https://example.org/jane_(a))*

{PROSE} It was [Ann Ford](https://example.org/ford "her page").

```python
print("12% of code, said Smith")

# no heading
```

## [Cost](https://example.org/cost)

![A bus](bus.jpg) {PROSE}

~~~
open to the end"""
    article = read_markdown(text.encode(), "a.md").article
    assert article.text == text
    assert [(block.kind.value, block.span.of(text)) for block in article.blocks] == [
        ("headline", "**Harbour** plan"),
        ("byline", "*By [Jane Doe](https://example.org/jane_(a))*"),
        ("body", f'{PROSE} It was [Ann Ford](https://example.org/ford "her page").'),
        ("boilerplate", '```python\nprint("12% of code, said Smith")\n\n# no heading\n```'),
        ("subhead", "[Cost](https://example.org/cost)"),
        ("body", f"![A bus](bus.jpg) {PROSE}"),
        ("boilerplate", "~~~\nopen to the end"),
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    article = read_markdown(f"---\n\n{PROSE}\n\n---\n\n{PROSE}".encode(), "a.md").article
    assert parts(article, 3) == ["boil ---", "BODY The", "boil ---", "BODY The"]


def test_front_matter_alone_is_no_article() -> None:
    with pytest.raises(ArticleError, match="no words"):
        read_markdown(FRONT.encode(), "a.md")


@given(
    st.lists(
        st.sampled_from(
            ["---\n", "a: b\n", "date: 9\n", "\n", "- x\n", " y\n", "# z\n", PROSE, "```\n", "*a* ", "[b](c) ", "  "]
        ),
        max_size=30,
    )
)
def test_any_markdown_keeps_its_text(chosen: list[str]) -> None:
    text = "".join(chosen)
    try:
        article = read_markdown(text.encode(), "a.md").article
    except ArticleError:
        return
    assert article.text == text
