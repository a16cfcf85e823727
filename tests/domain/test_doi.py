"""DOIs as they are written down."""

import pytest

from workbench.domain.doi import bare_doi, doi_address, is_doi


@pytest.mark.parametrize(
    "given",
    [
        "10.1000/182",
        " doi:10.1000/182 ",
        "DOI: 10.1000/182",
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "https://www.doi.org/10.1000/182",
    ],
)
def test_a_doi_is_kept_without_its_resolver(given: str) -> None:
    assert bare_doi(given) == "10.1000/182"
    assert doi_address(bare_doi(given)) == "https://doi.org/10.1000/182"


@pytest.mark.parametrize("given", ["", "10.1000", "11.1000/182", "10.1000/1 82", "https://example.org/10.1000/182"])
def test_what_is_no_doi_leads_nowhere(given: str) -> None:
    assert not is_doi(bare_doi(given))
    assert doi_address(bare_doi(given)) == ""
