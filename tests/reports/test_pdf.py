"""The notes on paper, and for those who hear them."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from tests.reports import pdf_reading
from tests.reports.cases import SAVED, article, case_on, claim_on, cut_case, seed_article, seed_case
from tests.reports.long_cases import long_case
from tests.reports.odd_cases import LANGUAGES, hostile_case, multilingual_case
from workbench.domain.article import BlockKind
from workbench.domain.case import Case, SignOff
from workbench.errors import Cancelled, ExportError
from workbench.reports.handing_over import write_notes
from workbench.reports.notes import House, NotesOptions, Paper
from workbench.reports.record_reading import read_record
from workbench.workflow import publishing

VERAPDF = Path(__file__).parents[3] / "shared" / "tools" / "verapdf"
_CARRIED = re.compile(r"Claim\s+\d+\s+continued")
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>'


def export(case: Case, out: Path, options: NotesOptions | None = None) -> Path:
    (written,) = publishing.export(case, "pdf", out, options or NotesOptions(house=House("The Example Courier")))
    return written


@pytest.fixture(scope="module")
def seed_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(seed_case(), tmp_path_factory.mktemp("pdf") / "notes.pdf")


def test_every_quote_can_be_read_back(seed_pdf: Path) -> None:
    text = pdf_reading.words(seed_pdf)
    for claim in seed_case().claims:
        assert pdf_reading.plain(claim.exact) in text, claim.exact


def test_the_whole_check_is_on_the_pages(seed_pdf: Path) -> None:
    text = pdf_reading.words(seed_pdf)
    for words in (
        "VERIFICATION NOTES",
        "Fan Page IT",
        "R. Haddad, L. Sørensen",
        "20 November 2026, 16:42 UTC",
        seed_case().digest,
        "Putin said the words “We will not annex Minsk”.",
        "The words in the headline stand nowhere in the article",
        "Contradicts",
        "Russia has no interest in absorbing anyone. It makes no sense.",
        "paragraph 31",
        "accessed 18 November 2026",
        "Snapshot: transcript.html, kept 18 November 2026, 10:20 UTC",
        "Where do these words come from?",
        "Not without a second.",
        "changed since",
        "Primary source, confidential",
        "contact: +375 29 555 01 02",
        "The words quoted in the headline don’t stand in the body.",
    ):
        assert words in text, words


def test_a_snapshots_hash_is_unbroken(seed_pdf: Path) -> None:
    with_marks = [copy.sha256 for copy in seed_case().snapshots.values()]
    assert all(sha256 in pdf_reading.words(seed_pdf) for sha256 in with_marks)


def test_bookmarks_lead_to_parts_and_claims(seed_pdf: Path) -> None:
    titles = [" ".join(title.split()) for title in pdf_reading.outline(seed_pdf)]
    assert [title for title in titles if not title[0].isdigit()] == [
        "Summary", "Changed since the check", "What the text itself gives away", "All claims", "The article, annotated",
        "Claim by claim", "Sources", "Open queries", "Sign-offs",
    ]  # fmt: skip
    assert "2 “We will not annex Minsk”" in titles


def test_the_record_comes_along(seed_pdf: Path) -> None:
    name, content = pdf_reading.attachment(seed_pdf)
    assert name == "record.json"
    assert read_record(content).case == seed_case()


def test_the_document_has_its_title_and_language(seed_pdf: Path) -> None:
    known = pdf_reading.metadata(seed_pdf)
    assert known["Title"] == seed_case().title
    assert known["Author"] == "The Example Courier"
    assert b"/Lang" in pdf_reading.all_bytes(seed_pdf)


def test_the_same_case_gives_the_same_bytes(seed_pdf: Path, tmp_path: Path) -> None:
    assert export(seed_case(), tmp_path / "again.pdf").read_bytes() == seed_pdf.read_bytes()


@pytest.mark.parametrize(
    "saved",
    ["2026-11-20T16:42:10.123456+00:00", "2026-11-20T16:42:10.5Z", "2026-11-20T18:42:10+02:00", "2026-11-20", "", "?"],
)
def test_any_form_of_the_time_of_the_last_act_will_do(saved: str, tmp_path: Path) -> None:
    path = export(case_on(seed_article(), last_saved=saved), tmp_path / "notes.pdf")
    dated = pdf_reading.metadata(path)["CreationDate"]
    assert dated.startswith("D:20261120" if saved[:4] == "2026" else "D:19700101")


def picture(form: str) -> bytes:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(0xC02020)
    kept = QBuffer()
    assert image.save(kept, form)  # type: ignore[call-overload]
    return bytes(kept.data().data())


@pytest.mark.parametrize("form", ["PNG", "JPG"])
def test_a_logo_may_be_a_picture(form: str, tmp_path: Path) -> None:
    path = export(seed_case(), tmp_path / "notes.pdf", NotesOptions(house=House("X", picture(form))))
    assert b"/Image" in pdf_reading.all_bytes(path)


def test_claims_that_were_cut_have_a_part_of_their_own(tmp_path: Path) -> None:
    path = export(cut_case(), tmp_path / "cut.pdf")
    titles = [" ".join(title.split()) for title in pdf_reading.outline(path)]
    assert [title.split()[0] for title in titles[titles.index("Claim by claim") + 1 :]] == [
        "1", "2", "3", "5", "6", "7", "8", "9", "11", "Cut", "4", "10", "Sources", "Open", "Sign-offs",
    ]  # fmt: skip
    text = pdf_reading.words(path)
    for words in (
        "In an earlier draft only: claims 4, 10.",
        "Is there a recording?",
        "20 November 2026, 10:05 UTC; the claim has been cut since",
        "✗ claim cut since",
    ):
        assert words in text, words


def test_a_claim_that_goes_on_has_its_number_at_the_head_of_the_page(seed_pdf: Path, tmp_path: Path) -> None:
    def carried(path: Path) -> list[str]:
        return [" ".join(found.split()) for page in pdf_reading.pages(path) for found in _CARRIED.findall(page)]

    assert carried(seed_pdf)
    long = "The ministry has said so, and then it has said otherwise. " * 300
    claims = [replace(claim, reasoning=long if claim.number == 3 else "") for claim in seed_case().claims[:4]]
    path = export(replace(seed_case(), claims=tuple(claims)), tmp_path / "long.pdf")
    spread = [page for page in pdf_reading.pages(path) if "then it has said otherwise" in page]
    assert len(spread) > 2
    assert all(_CARRIED.findall(page) == ["Claim 3 continued"] for page in map(pdf_reading.plain, spread[1:]))
    assert not _CARRIED.findall(pdf_reading.plain(spread[0]))


@pytest.mark.parametrize("signed", [40, 44, 45, 46, 47, 48])
def test_no_row_of_the_sign_offs_stands_alone(signed: int, tmp_path: Path) -> None:
    case = long_case(signed, 1_000)
    signs = tuple(SignOff(f"s{n}", claim.id, "R. Haddad", SAVED, "", True) for n, claim in enumerate(case.claims))
    case = replace(case, links=(), evidence={}, sources={}, sign_offs=signs)
    rows = [page.count("yes") for page in pdf_reading.pages(export(case, tmp_path / "signed.pdf"))]
    assert sum(rows) == signed
    assert min(filter(None, rows)) >= 3


def test_letter_paper_logo_and_colour(tmp_path: Path) -> None:
    options = NotesOptions(paper=Paper.LETTER, house=House("Ex & <Co>", LOGO, "#FFD400"))
    path = export(seed_case(), tmp_path / "letter.pdf", options)
    assert b"/MediaBox[0 0 612 792]" in pdf_reading.all_bytes(path).replace(b"/MediaBox [", b"/MediaBox[")
    assert "Ex & <Co>" in pdf_reading.words(path)


@pytest.mark.parametrize("paper", Paper)
def test_nothing_runs_off_the_page(paper: Paper, tmp_path: Path) -> None:
    assert pdf_reading.strays(export(multilingual_case(), tmp_path / "notes.pdf", NotesOptions(paper=paper))) == []
    assert pdf_reading.strays(export(seed_case(), tmp_path / "notes.pdf", NotesOptions(paper=paper))) == []


def test_an_article_without_claims_is_still_a_document(tmp_path: Path) -> None:
    path = export(case_on(seed_article()), tmp_path / "bare.pdf")
    assert "Davide Falcioni" in pdf_reading.words(path)
    assert pdf_reading.outline(path) == ["The article, annotated"]


def test_words_of_any_kind_break_nothing_and_stay_on_the_page(tmp_path: Path) -> None:
    path = export(hostile_case(), tmp_path / "hostile.pdf")
    assert pdf_reading.strays(path) == []
    text = pdf_reading.words(path)
    for words in (
        "<script>alert(1)</script>",
        "#set page(width: 1pt)",
        "[U+0000]",
        "[U+D83D]",
        "Characters shown by number",
    ):
        assert words in text


def test_a_headline_that_is_one_endless_word_is_set_and_kept_whole(tmp_path: Path) -> None:
    endless = "w" * 40_000
    case = case_on(article(f"{endless}\n\nBody.", {0: BlockKind.HEADLINE}))
    path = export(case, tmp_path / "endless.pdf")
    assert pdf_reading.strays(path) == []
    assert pdf_reading.metadata(path)["Title"] == "w" * 999 + "…"
    assert pdf_reading.words(path).count("w") > len(endless)
    assert read_record(pdf_reading.attachment(path)[1]).case == case


@pytest.mark.parametrize("number", [1, 4, 5, 6, 8, 9])
def test_languages_can_be_read_back(number: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "languages"
    folder.mkdir(exist_ok=True)
    path = folder / "languages.pdf"
    if not path.exists():
        export(multilingual_case(), path)
    assert LANGUAGES[number - 1].replace(" ", "") in pdf_reading.words(path).replace(" ", "")


def test_nothing_confidential_is_in_the_bytes_of_the_external_version(tmp_path: Path) -> None:
    secrets = (
        b"Harkavy",
        b"diplomat",
        b"+375",
        b"Ivanova",
        b"harkavy-notes",
        b"absorption",
        b"Can we print",
        b"second source",
    )
    inside = export(seed_case(), tmp_path / "in.pdf")
    outside = export(seed_case(), tmp_path / "out.pdf", NotesOptions(external=True))
    raw, text = pdf_reading.all_bytes(outside), pdf_reading.words(outside)
    for secret in secrets:
        said = secret.decode()
        assert secret not in raw, said
        assert said not in text
        assert secret.decode("ascii").encode("utf-16-be") not in raw
    assert "Harkavy" in pdf_reading.words(inside)
    assert "1 piece of evidence from a confidential source left out of this version." in text
    assert "External version" in text


def test_a_long_case_comes_in_volumes(tmp_path: Path) -> None:
    case = long_case(45, 1_500)
    done: list[float] = []
    paths = write_notes(
        case, NotesOptions(), publishing.quote_check, "pdf", tmp_path / "long.pdf", done.append, claims_a_volume=20
    )
    assert [path.name for path in paths] == ["long.pdf", "long-volume-2-of-3.pdf", "long-volume-3-of-3.pdf"]
    assert done == sorted(done)
    assert done[-1] == 1.0
    assert read_record(pdf_reading.attachment(paths[0])[1]).case == case
    first, _, third = map(pdf_reading.words, paths)
    assert "Volume 1 of 3: claims 1 to 20. Files: long.pdf, long-volume-2-of-3.pdf, long-volume-3-of-3.pdf." in first
    assert pdf_reading.plain(case.claims[-1].exact) in third
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_the_first_volume_tells_what_changed_and_what_was_cut_in_all(tmp_path: Path) -> None:
    first, *_ = write_notes(
        cut_case(), NotesOptions(), publishing.quote_check, "pdf", tmp_path / "notes.pdf", claims_a_volume=4
    )
    text = pdf_reading.words(first)
    assert "Volume 1 of 3: claims 1 to 5." in text
    assert "To look at again: claim 7." in text
    assert "In an earlier draft only: claims 4, 10." in text
    assert "Volume 3 of 3: claim 11 and claims that were cut." in pdf_reading.words(
        tmp_path / "notes-volume-3-of-3.pdf"
    )


@pytest.mark.parametrize(
    ("to", "after"),
    [*((to, 0.0) for to in publishing.FORMATS), ("html", 0.3), ("docx", 0.9), ("pdf", 0.3), ("pdf", 1.5)],
)
def test_cancelling_a_long_case_ends_it_at_once_and_leaves_nothing(
    to: str, after: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`after` is in seconds."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    case = long_case(2_000, 51_000)
    began, asked = time.monotonic(), [0.0]

    def cancelled() -> bool:
        if not asked[0] and time.monotonic() - began >= after:
            asked[0] = time.monotonic()
        return bool(asked[0])

    with pytest.raises(Cancelled):
        publishing.export(case, to, tmp_path / "notes", cancelled=cancelled)
    assert time.monotonic() - asked[0] < 3  # the whole takes over ten
    assert list(tmp_path.iterdir()) == []


def test_what_typst_refuses_is_said_in_a_sentence(tmp_path: Path) -> None:
    broken = NotesOptions(house=House("X", logo=b"\x89PNG broken"))
    with pytest.raises(ExportError, match="could not be set"):
        export(seed_case(), tmp_path / "notes.pdf", broken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(not VERAPDF.exists() or not shutil.which("java"), reason="veraPDF is not here")
def test_verapdf_finds_both_standards_kept(tmp_path: Path) -> None:
    builders: tuple[Callable[[], Case], ...] = (seed_case, cut_case, hostile_case, multilingual_case)
    files = [str(export(build(), tmp_path / f"{number}.pdf")) for number, build in enumerate(builders)]
    files.append(str(export(case_on(seed_article()), tmp_path / "bare.pdf", NotesOptions(external=True))))
    ran = subprocess.run([VERAPDF, "ua1,3a", *files], capture_output=True, text=True, check=False)
    if ran.returncode == 2:
        pytest.skip("veraPDF could not be set up")
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.count("compliant=true") == 2 * len(files)


def test_a_quotation_and_its_source_are_held_side_by_side(tmp_path: Path) -> None:
    case = seed_case()
    quote = claim_on(case.article.text, "“will continue to hold constant military exercises”", 5)
    note = replace(
        case.evidence["e1"], excerpt="Moscow and Minsk will continue to hold regular military exercises, he said."
    )
    claims = tuple(
        replace(claim, correction="", reasoning="") if claim.id == quote.id else claim for claim in case.claims
    )
    export(replace(case, claims=claims, evidence={**case.evidence, "e1": note}), tmp_path / "n.pdf")
    assert "Quotation: words changed. will continue to hold constant ‸regular military exercises" in pdf_reading.words(
        tmp_path / "n.pdf"
    )


def test_a_disk_that_refuses_is_named_for_what_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def remove(_share: float) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(ExportError, match="could not be written: No such file"):
        publishing.export(long_case(100, 2_000), "pdf", folder / "notes.pdf", progress=remove)
