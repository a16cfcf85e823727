"""What each command does. Heavy parts are imported where they are needed: `--help` answers at once."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from workbench.cli.saying import complain, in_one_line, tell
from workbench.domain.case import Case
from workbench.domain.evidence import Stance
from workbench.errors import CaseFileError, UserFacingError


def claims(words: argparse.Namespace) -> int:
    """List the claims, attributions, facts and warnings found in articles. Offsets are code points, end exclusive."""
    from workbench.cli import articles, listing
    from workbench.extraction import pipeline

    code = 0
    for named in words.articles:
        try:
            imported = articles.read(named)
            findings = pipeline.find(imported.article)
        except UserFacingError as problem:
            if len(words.articles) == 1:
                raise
            complain(problem.message)
            code = 1
            continue
        show = listing.as_json if words.json else listing.as_text
        print(show(imported, findings), flush=True)
    return code


def rank(words: argparse.Namespace) -> int:
    """Score sentences by how check-worthy they are, 0 to 1, in the order given. A score ranks; it rates nothing."""
    from workbench.cli.sentences import read as read_sentences
    from workbench.extraction.worthiness import model_problem
    from workbench.extraction.worthiness import rank as rank_sentences

    sentences = read_sentences(words.file)
    scores = rank_sentences(sentences)
    if problem := model_problem():
        complain(problem)
    for sentence, worth in zip(sentences, scores, strict=True):
        score = round(worth.score, 4)
        if words.json:
            print(json.dumps({"text": sentence, "check_worthiness": score}, ensure_ascii=False))
        else:
            print(f"{score:.2f}  {in_one_line(sentence)}")
    return 0


def new(words: argparse.Namespace) -> int:
    """Begin a case: the article as it is, with the claims found in it, or a record exported as JSON.

    An existing file is never overwritten.
    """
    from workbench import settings
    from workbench.cli import articles, choices
    from workbench.extraction import pipeline
    from workbench.workflow import opening, records

    if isinstance(words.article, Path) and records.is_record(words.article):
        return _from_record(words.article, words.output)
    chosen = choices.chosen()
    scale = settings.scale(words.scale or chosen.scale, chosen.house_scales)
    opening.require_new_name(words.output)
    imported = articles.read(words.article, chosen)
    findings = pipeline.find(imported.article)  # before there is a file: stopped meanwhile, nothing is left behind
    with opening.new_case(imported, words.output, who=chosen.signature, scale=scale) as file:
        opening.add_findings(file, findings)
        case = opening.read_case(file)
    tell(f"{words.output}: {len(case.claims)} claims, {case.facts_left} of {len(case.facts)} facts left")
    return 0


def _from_record(record: Path, output: Path) -> int:
    from workbench.cli import choices
    from workbench.workflow import copy_texts, opening, records

    read = records.read(record)
    with records.new_from_record(read, output, who=choices.chosen().signature) as file:
        case = opening.read_case(file)
        for problem in copy_texts.read_all(file):
            complain(problem)
    if lost := len(read.record.case.cut) - len(case.cut):
        cut = "claim that was cut" if lost == 1 else "claims that were cut"
        complain(f"the record lacks the earlier drafts, and with them {lost} {cut}")
    missing = case.snapshots.keys() - read.record.copies.keys()
    if missing:
        copies = "copy" if len(missing) == 1 else "copies"
        complain(f"the record lacks the bytes of {len(missing)} kept {copies}")
    tell(f"{output}: {len(case.claims)} claims, {case.facts_left} of {len(case.facts)} facts left")
    return 0


def add_evidence(words: argparse.Namespace) -> int:
    """File an evidence note and link it to a claim by its number."""
    from workbench.cli import choices
    from workbench.workflow import copy_texts, noting, opening

    with choices.open_to_write(words.case, choices.chosen()) as file:
        case = opening.read_case(file)
        claim = next((claim for claim in case.claims if claim.number == words.claim), None)
        if claim is None:
            raise CaseFileError(
                "There is no claim {number} in “{case}”. Its claims are {numbers}.",
                number=words.claim,
                case=words.case,
                numbers=_numbers(case),
            )
        snapshot = noting.SnapshotFile.read(words.snapshot) if words.snapshot else None
        fields = noting.NoteFields(title=words.title, url=words.url, note=words.note, tags=tuple(words.tag))
        noting.add_note(file, fields, {claim.id: Stance(words.stance)}, snapshot)
        for problem in copy_texts.read_all(file):
            complain(problem)
    bears = "gives context to" if words.stance == Stance.CONTEXT else words.stance
    tell(f"{words.case}: note “{words.title}” {bears} claim {words.claim}")
    return 0


def _numbers(case: Case) -> str:
    numbers = sorted(claim.number for claim in case.claims)
    return f"{numbers[0]} to {numbers[-1]}" if numbers else "none yet"


def export(words: argparse.Namespace) -> int:
    """Write the verification notes of a case, in the house's ways. The same case and settings give the same bytes."""
    from workbench.cli import choices, targets
    from workbench.workflow import history, house, opening, publishing

    with opening.open_case(words.case, who="", read_only=True) as file:
        case = opening.read_case(file)
        checkers = ", ".join(history.checkers(file))
    targets.require_no_article(words.output, words.to, case.snapshots.keys() | {case.draft.sha256})
    ways = house.options_of(choices.chosen())
    options = replace(ways, external=words.external, checked_by=checkers, review_url=words.review_url)
    for written in publishing.export(case, words.to, words.output, options, file=words.case):
        print(written)
    if gaps := publishing.gaps(case, words.to, options):
        complain(gaps)
    return 0


def verify(words: argparse.Namespace) -> int:
    """Check the journal's chain, every snapshot's hash, the anchors and the file itself; print the digest."""
    from workbench.workflow.verifying import verify as verify_case

    result = verify_case(words.case)
    for finding in result.findings:
        complain(finding)
    if result.findings:
        return 1
    tell(f"{words.case}: sound, digest {result.digest}")
    return 0


def rescue(words: argparse.Namespace) -> int:
    """Write what can still be read of a damaged case to a new file; the damaged one is only read."""
    from workbench.cli import choices
    from workbench.workflow.backing_up import rescue as rescue_case

    rescued = rescue_case(words.case, words.output, who=choices.chosen().signature)
    for sha256 in rescued.copies_lost:
        complain(f"the kept copy {sha256} is lost")
    whole = "the whole journal was read" if rescued.whole else "look through them before you go on"
    tell(f"{words.output}: {rescued.claims} claims, {rescued.notes} notes; {whole}")
    return 0
