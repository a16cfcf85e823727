"""A whole case as plain data: what the window shows and the reports are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workbench.domain.article import Article
from workbench.domain.claim import Claim, Status
from workbench.domain.evidence import Evidence, Link, Snapshot, Source
from workbench.domain.findings import DateReading, Fact, TextWarning
from workbench.domain.rating import RatingScale


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of the article's text as imported. Never edited."""

    id: str
    number: int
    article: Article
    imported: str
    """ISO 8601 instant, UTC."""
    sha256: str
    """Of the original bytes, which are kept as a snapshot."""


@dataclass(frozen=True, slots=True)
class CaseFact:
    """A fact of the draft with its coverage. It is *left* when no claim covers it and nobody dismissed it."""

    id: str
    fact: Fact
    claims: tuple[str, ...] = ()
    """Identifiers of the claims that cover it."""
    dismissed: str = ""
    """The reason, when dismissed."""

    @property
    def is_left(self) -> bool:
        return not self.claims and not self.dismissed


@dataclass(frozen=True, slots=True)
class CaseWarning:
    id: str
    warning: TextWarning
    dismissed: bool = False


class QueryTo(StrEnum):
    AUTHOR = "author"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Query:
    """A question to author or editor about a claim. `answer` is empty until there is one."""

    id: str
    claim_id: str
    to: QueryTo
    question: str
    answer: str = ""
    asked: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """Somebody's name under the claim as it stood, by the hash of what was signed."""

    id: str
    claim_id: str
    who: str
    when: str
    signed_hash: str
    stands: bool
    """False when the claim has changed since, or has been cut."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything in a case file but the snapshots' bytes and the journal."""

    id: str
    draft: Draft
    scale: RatingScale
    claims: tuple[Claim, ...] = ()
    """In order of place."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    facts: tuple[CaseFact, ...] = ()
    warnings: tuple[CaseWarning, ...] = ()
    dates: tuple[DateReading, ...] = ()
    queries: tuple[Query, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    cut: tuple[Claim, ...] = ()
    """The claims that stand in an earlier draft only, by number, each where it stood last."""
    extracted: bool = False
    """Whether the claims have been looked for in this draft yet."""
    selected_claim: str = ""
    last_saved: str = ""
    """ISO 8601 instant of the last act, UTC."""
    digest: str = ""
    """Hash of the journal's last row: names this exact state and all that led to it."""

    @property
    def title(self) -> str:
        return self.draft.article.title

    @property
    def article(self) -> Article:
        return self.draft.article

    def claim(self, identifier: str) -> Claim | None:
        return next((claim for claim in self.claims if claim.id == identifier), None)

    def links_of(self, claim_id: str) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.claim_id == claim_id)

    def without_cut(self) -> Case:
        """The case without the claims that were cut, and what was asked and signed about them. All notes stay."""
        cut = {claim.id for claim in self.cut}
        return replace(
            self,
            cut=(),
            links=tuple(link for link in self.links if link.claim_id not in cut),
            queries=tuple(query for query in self.queries if query.claim_id not in cut),
            sign_offs=tuple(sign for sign in self.sign_offs if sign.claim_id not in cut),
        )

    @property
    def facts_left(self) -> int:
        return sum(fact.is_left for fact in self.facts)

    @property
    def checked(self) -> int:
        statuses = [claim.status for claim in self.claims]
        return sum(statuses.count(status) for status in Status if status.is_done)
