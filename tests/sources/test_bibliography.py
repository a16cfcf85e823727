"""Sources from the files of reference managers."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.evidence import Source
from workbench.errors import EvidenceError
from workbench.sources.bibliography import LARGEST, read_bibliography
from workbench.sources.entries import iso_date

BIBTEX = r"""@string{acm = "ACM Press"}
@comment{made by hand}
@article{growth,
  author = {M{\"u}ller, J{\'e}r{\^o}me and {The World Bank, Inc.} and Jane van der Berg},
  title = {{GDP} growth in {Z\"urich} \& beyond, 50\% more},
  journal = acm, year = 2019, month = mar, doi = {10.1000/xyz_1}
}
@misc{open, title = {Open brace, year = 2020
}
@Online{after, title = "Good after", date = {2021-05-06}, url = {https://example.org/a\_b?c=1\%20}}
@report{after, title = {The key again}, institution = {OECD}}
@book{untitled, year = 1999}
"""
RIS = """TY  - RPRT
TI  - Jobs report
AU  - Müller, Jane
AU  - OECD
PY  - 2020/03/05/
UR  - https://example.org/x
PB  - OECD
ER  -

TY  - NEWS
T1  - Prices fell
JO  - The Paper
TY  - JOUR
T1  - A study
JO  - Nature
Y1  - 2019
DO  - 10.1/abc
ER  -
"""
CSL = [
    {
        "id": "a",
        "type": "article-newspaper",
        "title": "Prices fell",
        "author": [{"family": "Haddad", "given": "Rosa"}, {"literal": "dpa"}],
        "container-title": "The Paper",
        "issued": {"date-parts": [[2023, 4, 5]]},
        "URL": "https://paper.example/1",
    },
    {"id": "b", "type": "report", "publisher": "OECD"},
    "words",
    {"id": 4, "title": "No date", "issued": {"raw": "spring"}, "DOI": "https://doi.org/10.5/Q"},
]


def test_bibtex_is_read_with_its_accents_macros_and_names() -> None:
    growth = read_bibliography(BIBTEX.encode(), "refs.bib").sources[0]
    assert growth == Source(
        "",
        "GDP growth in Zürich & beyond, 50% more",
        "article-journal",
        "Müller, Jérôme; The World Bank Inc.; van der Berg, Jane",
        "ACM Press",
        "2019-03",
        "https://doi.org/10.1000/xyz_1",
        doi="10.1000/xyz_1",
    )


def test_a_broken_bibtex_entry_is_named_by_its_line_and_takes_no_other_with_it() -> None:
    found = read_bibliography(BIBTEX.encode(), "refs.bib")
    assert [source.title for source in found.sources[1:]] == ["Good after", "The key again"]
    assert found.sources[1].url == "https://example.org/a_b?c=1%20"
    assert (found.sources[1].kind, found.sources[1].published) == ("webpage", "2021-05-06")
    broken, untitled = found.problems
    assert "line 8" in broken
    assert "“untitled” at line 12" in untitled


def test_an_entry_keeps_its_doi_beside_its_address() -> None:
    entry = b"@article{a, title={T}, url={https://paper.example/1}, doi={https://doi.org/10.1000/182}}"
    (source,) = read_bibliography(entry, "refs.bib").sources
    assert (source.url, source.doi) == ("https://paper.example/1", "10.1000/182")
    ris = b"TY  - JOUR\nTI  - T\nUR  - https://paper.example/1\nDO  - 10.1000/182\nER  - \n"
    assert read_bibliography(ris, "refs.ris").sources[0].doi == "10.1000/182"


def test_ris_is_read_and_an_entry_without_an_end_is_named() -> None:
    found = read_bibliography(RIS.encode(), "refs.ris")
    jobs, study = found.sources
    assert jobs == Source(
        "", "Jobs report", "report", "Müller, Jane; OECD", "OECD", "2020-03-05", "https://example.org/x"
    )
    assert (study.kind, study.publisher, study.published) == ("article-journal", "Nature", "2019")
    assert study.url == "https://doi.org/10.1/abc"
    (problem,) = found.problems
    assert "line 10" in problem


def test_csl_json_is_read_and_items_that_are_no_source_are_numbered() -> None:
    found = read_bibliography(json.dumps(CSL).encode(), "refs.json")
    assert found.sources == (
        Source("", "Prices fell", "article-newspaper", "Haddad, Rosa; dpa", "The Paper", "2023-04-05",
               "https://paper.example/1"),
        Source("", "No date", "document", published="spring", url="https://doi.org/10.5/Q", doi="10.5/Q"),
    )  # fmt: skip
    assert [problem.split(" is ")[0].split(" has ")[0] for problem in found.problems] == ["Entry 2 (“b”)", "Entry 3"]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b'[{"title": "x",\n]', "refs.json", "line 2"),
        (b"[" * 100_000, "refs.json", "refs.json"),
        (b"7", "refs.json", "no list"),
        (b"", "refs.bib", "no source"),
        (b"\x00\x01\x02\xff", "refs.ris", "no source"),
        (b"@book{a, title={never closed", "refs.bib", "line 1"),
        (b"TY  - BOOK\nTI  - never ended", "refs.ris", "line 1"),
        (b"x" * (LARGEST + 1), "refs.bib", "MB"),
    ],
)
def test_a_file_without_sources_is_one_sentence(content: bytes, name: str, said: str) -> None:
    with pytest.raises(EvidenceError) as caught:
        read_bibliography(content, name)
    assert said in caught.value.message


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_an_address_that_is_not_of_the_web_is_left_out_and_said(address: str) -> None:
    items = [{"title": "Bad", "URL": address}, {"title": "Good"}]
    found = read_bibliography(json.dumps(items).encode(), "refs.json")
    assert [source.title for source in found.sources] == ["Good"]
    assert address[:10] in found.problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = "@book{a, title = {Über die Brücken der Stadt Zürich}, author = {Jérôme Müller}, publisher = {Größe}}\n" * 3
    found = read_bibliography(text.encode(encoding), "refs.bib")
    assert found.sources[0].title == "Über die Brücken der Stadt Zürich"
    assert found.sources[0].authors == "Müller, Jérôme"


@pytest.mark.parametrize("content", [b"TY  - BOOK\nTI  - A\nER  - \n", b'[{"title": "A"}]', b"@book{a, title={A}}"])
def test_without_an_ending_the_format_is_told_by_how_it_begins(content: bytes) -> None:
    assert read_bibliography(content, "refs.txt").sources[0].title == "A"


@pytest.mark.parametrize(
    ("given", "month", "day", "iso"),
    [
        ("2020/03/05/", "", "", "2020-03-05"),
        ("2020///", "", "", "2020"),
        ("2020", "March", "7", "2020-03-07"),
        ("2020", "13", "", "2020"),
        ("2020-02-40", "", "", "2020-02"),
        ("c. 1850", "", "", "c. 1850"),
        ("", "", "", ""),
    ],
)
def test_dates_become_iso_as_far_as_they_are_known(given: str, month: str, day: str, iso: str) -> None:
    assert iso_date(given, month, day) == iso


def test_nothing_reads_files_for_latex(tmp_path: Path) -> None:
    secret = tmp_path / "secret.tex"
    secret.write_text("TOP SECRET", "utf-8")
    entry = f"@book{{a, title = {{A \\input{{{secret.with_suffix('')}}} \\'e}}}}"
    assert "SECRET" not in read_bibliography(entry.encode(), "refs.bib").sources[0].title


@pytest.mark.parametrize(
    "title", ["{" * 5_000 + r"\'e" + "}" * 5_000, r"\sqrt[" * 3_000, r"\begin{a}" * 3_000, "$" * 9_001]
)
def test_latex_that_nobody_writes_keeps_no_other_entry_from_being_read(title: str) -> None:
    content = f"@book{{a, title = {{Word {title}}}}}\n@book{{b, title = {{Budget}}}}"
    assert read_bibliography(content.encode(), "refs.bib").sources[-1].title == "Budget"


def test_five_thousand_entries_are_read_in_seconds() -> None:
    entry = (
        r"@article{{k{0}, author={{M{{\"u}}ller, J and Smith, K}}, title={{Report {{G}}DP {0} \& more}}, year=2020}}"
    )
    content = "\n".join(entry.format(number) for number in range(5000)).encode()
    start = time.perf_counter()
    assert len(read_bibliography(content, "refs.bib").sources) == 5000
    assert time.perf_counter() - start < 15


@settings(max_examples=60, deadline=None)
@given(st.text("@{}book\\,=\"'#%aé\n TY-ER[]:$^~", max_size=80), st.sampled_from(["a.bib", "a.ris", "a.json"]))
def test_whatever_stands_in_a_file_gives_sources_or_a_sentence(text: str, name: str) -> None:
    try:
        assert read_bibliography(text.encode(), name).sources
    except EvidenceError:
        return
