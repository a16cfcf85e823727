"""The notes as a page."""

from __future__ import annotations

import importlib.resources
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from tests.reports.cases import case_on, cut_case, seed_article, seed_case
from tests.reports.odd_cases import HOSTILE, hostile_case, multilingual_case
from workbench.domain.case import Case
from workbench.reports.html import write_html
from workbench.reports.notes import House, NotesOptions, build_notes

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = importlib.resources.files("axe_playwright_python") / "axe.min.js"
"""axe-core itself; the package's own way to it, by Playwright's browsers, isn't gone."""
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489".replace(" ", ""))


def page(case: Case, options: NotesOptions | None = None) -> lxml.html.HtmlElement:
    raw = write_html(build_notes(case, options or NotesOptions()))
    return lxml.html.document_fromstring(raw.decode())


def said(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_article_reads_as_it_was_published() -> None:
    case = seed_case()
    shown = page(case)
    for extra in shown.xpath("//div[@class='article']//a | //div[@class='article']//ins | //span[@class='closing']"):
        extra.drop_tree()
    paragraphs = [paragraph.text_content() for paragraph in shown.xpath("//div[@class='article']/p")]
    assert paragraphs == [block.span.of(case.article.text) for block in case.article.blocks]


def test_claims_that_were_cut_have_a_part_of_their_own() -> None:
    shown = page(cut_case())
    (part,) = shown.xpath("//section[@aria-labelledby='cut']")
    assert [one.get("id") for one in part.xpath("./section")] == ["claim-4", "claim-10"]
    for words in ("Cut from the article", "Talk with a diplomat in Minsk", "the claim has been cut since"):
        assert words in said(part), words
    assert "claim cut since" in said(shown.xpath("//section[@aria-labelledby='sign-offs']")[0])
    assert "In an earlier draft only: claims 4, 10." in said(shown)
    assert "Cut from the article" not in said(page(cut_case(), NotesOptions(external=True)))


def test_a_source_without_a_claim_says_so() -> None:
    case = seed_case()
    listed = page(replace(case, links=case.links[:1])).xpath("//ol[@class='sources']/li")
    assert ["For no claim" in said(one) for one in listed] == [False, True, True, True]
    assert "For claim 1" in said(listed[0])


def test_of_an_article_without_claims_nothing_is_summed_up() -> None:
    shown = page(case_on(seed_article()))
    assert [heading.text for heading in shown.xpath("//h2")] == ["The article, annotated"]


@pytest.mark.parametrize("build", [seed_case, cut_case])
def test_links_lead_from_claim_to_article_to_source_and_back(build: Callable[[], Case]) -> None:
    shown = page(build())
    ids = {element.get("id") for element in shown.xpath("//*[@id]")}
    targets = {link.get("href")[1:] for link in shown.xpath("//a[starts-with(@href, '#')]")}
    assert targets <= ids
    assert {"claim-1", "mark-1", "source-1"} <= targets


def test_nothing_is_fetched_and_nothing_runs() -> None:
    raw = write_html(build_notes(hostile_case(), NotesOptions(house=House("X", PNG)))).decode()
    shown = lxml.html.document_fromstring(raw)
    assert shown.xpath("//script | //link | //iframe | //object | //*[@onerror or @onload or @onclick]") == []
    assert all(image.get("src").startswith("data:image/png;base64,") for image in shown.xpath("//img"))
    assert re.search(r"url\(|@import", raw.split("</style>")[0]) is None
    assert all(link.get("href").lower().startswith(("#", "http://", "https://")) for link in shown.xpath("//a"))


def test_hostile_words_are_only_words() -> None:
    text = said(page(hostile_case()))
    assert HOSTILE[3] in text
    assert "[U+0000]" in text


@pytest.mark.parametrize("words", ["Путин", "مينسك", "מינסק", "ミンスク", "普京", "푸틴", "मिंस्क"])
def test_words_of_other_languages_say_which(words: str) -> None:
    shown = page(multilingual_case())
    assert any(words in element.text_content() for element in shown.xpath("//*[@lang]"))


def test_the_external_version_says_so() -> None:
    text = said(page(seed_case(), NotesOptions(external=True)))
    assert "External version" in text
    assert "Harkavy" not in text
    assert "Internal version, not for publication" in said(page(seed_case()))


def dom_in_chromium(page: Path) -> lxml.html.HtmlElement:
    """The page's document after its scripts have run, in a browser that knows nothing and asks nobody."""
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    command += ["--no-first-run", "--disable-sync", "--disable-background-networking", "--disable-component-update"]
    command += [f"--user-data-dir={page.parent}/profile", "--virtual-time-budget=60000", "--dump-dom", page.as_uri()]
    dom = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    return lxml.html.document_fromstring(dom)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where there is none, or none that can show as much as an empty page here."""
    if not CHROMIUM:
        pytest.skip("Chromium is not here")
    blank = tmp_path_factory.mktemp("blank") / "blank.html"
    blank.write_text("<p>Blank", encoding="utf-8")
    try:
        assert "Blank" in dom_in_chromium(blank).text_content()
    except (subprocess.SubprocessError, OSError) as problem:
        pytest.skip(f"Chromium does not run here: {problem}")


SHOWN = [
    (seed_case, False), (seed_case, True), (hostile_case, False), (multilingual_case, True),
    (lambda: case_on(seed_article()), False),
]  # fmt: skip


@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize(("build", "dark"), SHOWN)
def test_axe_finds_no_violation(build: Callable[[], Case], dark: bool, tmp_path: Path) -> None:
    html = write_html(build_notes(build(), NotesOptions(house=House("The Example Courier")))).decode()
    html = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", html)
    html = html.replace("(prefers-color-scheme: dark)", "screen" if dark else "not all")
    check = "axe.run().then(r => { document.body.innerHTML = ''; document.body.append(JSON.stringify(r)) })"
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    path = tmp_path / "notes.html"
    path.write_text(f"{html}<script>{axe}</script><script>{check}</script>", encoding="utf-8")
    found = json.loads(dom_in_chromium(path).body.text_content())
    assert len(found["passes"]) > 20
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []
