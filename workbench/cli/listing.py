"""What was found in an article, for a machine (the stable JSON) and for a person at a terminal."""

from __future__ import annotations

import json
from typing import Any

from workbench.cli.saying import in_one_line
from workbench.domain.coverage import covering
from workbench.domain.findings import Attribution, Findings
from workbench.domain.imported import ImportedArticle
from workbench.domain.span import Span


def as_json(imported: ImportedArticle, findings: Findings) -> str:
    """One line. Offsets are code points into `article.text`, end exclusive."""
    return json.dumps(as_data(imported, findings), ensure_ascii=False)


def as_data(imported: ImportedArticle, findings: Findings) -> dict[str, Any]:
    article = imported.article
    return {
        "article": {
            "title": article.title,
            "language": article.metadata.language,
            "sha256": imported.sha256,
            "text": article.text,
            "blocks": [{"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in article.blocks],
        },
        "claims": _claims(article.text, findings),
        "attributions": [_attribution(found) for found in findings.attributions],
        "facts": _facts(findings),
        "warnings": [
            {"kind": w.kind, "start": w.span.start, "end": w.span.end, "message": w.message} for w in findings.warnings
        ],
    }


def _claims(text: str, findings: Findings) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "start": claim.span.start,
            "end": claim.span.end,
            "exact": claim.span.of(text),
            "claimant": claim.claimant or None,
            "kind": claim.kind,
            "check_worthiness": round(claim.check_worthiness, 4),
            "reasons": list(claim.reasons),
        }
        for number, claim in enumerate(findings.claims, 1)
    ]


def _facts(findings: Findings) -> list[dict[str, Any]]:
    places = [
        (place, number) for number, claim in enumerate(findings.claims, 1) for place in (claim.span, *claim.repeats)
    ]
    covered = covering([fact.span for fact in findings.facts], places)
    return [
        {"start": fact.span.start, "end": fact.span.end, "kind": fact.kind, "claims": list(numbers)}
        for fact, numbers in zip(findings.facts, covered, strict=True)
    ]


def _attribution(found: Attribution) -> dict[str, Any]:
    return {
        "content": [_pair(span) for span in found.content],
        "cue": _pair(found.cue),
        "source": _pair(found.source),
        "speaker": found.speaker or None,
        "direct": found.direct,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def as_text(imported: ImportedArticle, findings: Findings) -> str:
    text = imported.article.text
    lines = [in_one_line(imported.article.title), ""]
    for number, claim in enumerate(findings.claims, 1):
        words = in_one_line(claim.span.of(text))
        who = in_one_line(claim.claimant) or "the article"
        lines += [f"{number:3}  {words}", f"     {who} · {claim.kind} · check-worthiness {claim.check_worthiness:.2f}"]
    lines += ["", *(f"  !  {in_one_line(warning.message)}" for warning in findings.warnings)]
    return "\n".join(lines).rstrip() + "\n"
