"""Who says the words between quotation marks: "“…”, said X", "X told Y: “…”", "X: “…”", or the speaker before."""

from __future__ import annotations

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.labels import NOT_REPORTED, Cue, end_of_name, labelled, signature
from workbench.extraction.lexicon import lexicon, quoting_verbs, reporting_verbs
from workbench.extraction.quotations import Quotation
from workbench.extraction.reading import BlockReading
from workbench.extraction.syntax import own_subject, phrase, subject_of
from workbench.extraction.utterance import Utterance

WINDOW = 40
"""Tokens looked at beside a quotation."""
LEAST_SPOKEN = 3
"""Words of a quotation from which any verb behind it may tell how it was said."""
_LEADS_IN = (":", ";")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LIGHT = frozenset(
    {"ADV", "DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART", "PUNCT", "SPACE", "CCONJ", "X", "SYM"}
)


def cue_of(part: BlockReading, quotation: Quotation) -> Cue | None:
    """The words beside or inside a quotation that say whose it is; None when its sentence does not tell."""
    for interruption in quotation.interruptions:
        tokens = part.tokens(interruption)
        found = _cue_among(list(tokens), "words inside the marks")
        if found is not None:
            return found
    if _is_constituent(part, quotation):
        return _before(part, quotation) or _after(part, quotation, strong=True)
    return _after(part, quotation, strong=True) or _before(part, quotation) or _after(part, quotation, strong=False)


def _is_constituent(part: BlockReading, quotation: Quotation) -> bool:
    """Whether the sentence goes through the marks without a stop: "the plan “should be dropped” and said …"."""
    start, end = quotation.span.start - part.offset, quotation.span.end - part.offset
    lead = _leading(part, start)
    before, behind = part.text[:start].rstrip()[-1:], part.text[end : end + 2]
    inside = part.text[quotation.words.end - part.offset - 1]
    return bool(lead) and before.isalnum() and behind[:1] == " " and behind[1:].isalnum() and inside.isalnum()


def _after(part: BlockReading, quotation: Quotation, *, strong: bool) -> Cue | None:
    """`strong`: the quotation's end shows that the sentence goes on."""
    text = part.text
    end = quotation.span.end - part.offset
    rest = text[end : end + 3].lstrip()
    last = text[quotation.words.end - part.offset - 1]
    goes_on = rest[:1] in (",", "–", "—", "-") or last in (",", "–", "—") or (last not in ".…" and rest[:1].isalnum())
    if goes_on != strong or not quotation.closing or _is_over(rest, last):
        return None
    tokens = _following(part, end)
    label = signature(tokens)
    if label is not None:
        return label
    while tokens and (tokens[0].is_punct or tokens[0].is_space):
        if not tokens[0].is_space and tokens[0].text not in (",", "-", "–", "—", ".", "("):
            return None
        tokens = tokens[1:]
    if not tokens:
        return None
    if tokens[0].lower_ in ("according", "per"):
        return _according(tokens[0])
    if tokens[0].dep_ == "cc" and not _goes_on_saying(tokens[1:]):
        return None
    speech = (last in ",!?—–" or rest[:1] == ",") and _is_spoken(quotation.words.shifted(-part.offset).of(text))
    how = "words after the quotation"
    found = _noun_of_speech(tokens) or _cue_among(tokens, how, leading=True, speech=speech)
    if found is None or found.token is None:
        return found
    if _has_object(found.token, found.head, quotation.span.end - part.offset):
        return None
    return found if strong or _says_no_more(found.token, tokens) else None


def _noun_of_speech(tokens: list[Token]) -> Cue | None:
    """ "“…”, the reply of the unions", "“…” is the comment of Anna Kern": how translations close a quotation."""
    rest = tokens[1:] if tokens[0].lower_ in ("is", "was", "are", "were", "this", "these") else tokens
    rest = rest[1:] if rest and rest[0].lower_ in ("is", "was", "are", "were") else rest
    if len(rest) < 4 or rest[0].lower_ not in ("the", "a") or rest[2].lower_ not in ("of", "by", "from"):
        return None
    if rest[1].lemma_.lower() not in lexicon("reporting")["phrases"]["speech"]:
        return None
    source = _first_noun(rest[3:])
    return Cue(rest[1], phrase(source), source, f"“the {rest[1].text} of”") if source is not None else None


def _is_spoken(quoted: str) -> bool:
    """Whether the quoted words are some, and not a title, where most begin with a capital."""
    words = quoted.split()
    return len(words) >= LEAST_SPOKEN and sum(word[0].isupper() for word in words) < 0.6 * len(words)


def _is_over(rest: str, last: str) -> bool:
    """Whether a full stop outside the marks ends the sentence: what follows tells something else."""
    return rest[:1] == "." and last not in ".!?…,"


def _goes_on_saying(tokens: list[Token]) -> bool:
    """ "“…,” and added: “…”": behind an "and" the speaker goes on; "“…,” and they laughed" has a subject of its own."""
    first = next((token for token in tokens if token.pos_ != "ADV"), None)
    return first is not None and first.pos_ in ("VERB", "AUX")


def _has_object(verb: Token, source: Token | None, start: int) -> bool:
    """Whether the verb behind a quotation says something else than the quotation: "“…”, highlighting the need for
    water". Whoever is told, the speaker and a time are no such object."""
    if verb.lemma_.lower() in lexicon("reporting")["phrases"]["to_somebody"]:
        return False
    objects = (child for child in verb.rights if child.dep_ == "dobj" and child.idx >= start)
    return any(
        (child != source or verb.tag_ == "VBG")
        and child.ent_type_ not in ("DATE", "TIME")
        and not (child.left_edge.i == verb.i + 1 and verb.tag_ != "VBG" and own_subject(verb) is None)
        for child in objects
    )


def _following(part: BlockReading, start: int) -> list[Token]:
    """The tokens after a quotation up to the end of their sentence or the next quotation mark."""
    span = part.doc.char_span(start, len(part.text), alignment_mode="contract")
    found: list[Token] = []
    for token in span if span is not None else ():
        alone = token.is_sent_start and found and not all(other.is_punct for other in found)
        if len(found) >= WINDOW or alone or token.is_quote:
            break
        found.append(token)
    return found


def _says_no_more(verb: Token, tokens: list[Token]) -> bool:
    """Whether the clause only names the speaker: what it says is the quotation beside it."""
    later = [token for token in tokens if token.i > verb.i]
    return (
        not any(token.dep_ == "ccomp" or token.lower_ == "that" or token.text == ":" for token in later)
        and len(tokens) < 25
    )


def _cue_among(tokens: list[Token], how: str, *, leading: bool = False, speech: bool = False) -> Cue | None:
    """The first verb of saying. `leading`: only its subject, adverbs and asides may stand before it. `speech`: a verb
    of any other meaning says it too, when it has no object: "“…,” sobbed the widow"."""
    if not tokens:
        return None
    verbs = quoting_verbs()
    for place, token in enumerate(tokens):
        plain = token.tag_ not in ("VB", "VBN") or _is_perfect(token)
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in verbs and plain:
            return _with_source(token, tokens, how)
        if speech and _utters(token, tokens):
            return _with_source(token, tokens, how)
        if place == 0 and token.lemma_.lower() in verbs and token.tag_ in ("VBN", "NNS", "NN", "JJ"):
            return _with_source(token, tokens, how)
        if (
            leading
            and token.tag_ in ("VBD", "VBZ", "VBP", "MD")
            and token.dep_ not in ("relcl", "aux", "auxpass", "advcl")
        ):
            return None
        if leading and token.text in (";", ":"):
            return None
    return None


def _is_perfect(verb: Token) -> bool:
    """ "“…”, has added the premier"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return verb.tag_ == "VBN" and bool(helpers & {"has", "have", "had"})


def _utters(verb: Token, tokens: list[Token]) -> bool:
    """Whether a finite verb behind a quotation that is no sentence's end can only tell how it was said."""
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBZ") or verb.dep_ in ("relcl", "advcl", "acl"):
        return False
    inverted = verb == tokens[0]
    subject = own_subject(verb)
    if not inverted and (subject is None or subject.i < tokens[0].i or subject.i > verb.i):
        return False
    behind = [child for child in verb.rights if child.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp")]
    return inverted or not behind


def _with_source(verb: Token, tokens: list[Token], how: str) -> Cue | None:
    how = f"{how}: “{verb.text}”"
    after = [token for token in tokens if token.i > verb.i]
    before = [token for token in tokens if token.i < verb.i]
    subject = subject_of(verb)
    if subject is not None and tokens[0].i <= subject.i <= tokens[-1].i:
        return Cue(verb, phrase(subject), subject, how)
    behind = _first_noun(after) or _right_behind(verb)
    leads = all(token.pos_ in ("ADV", "PUNCT", "SPACE", "AUX") for token in before)
    head = behind if leads and behind is not None else _first_noun(before) or subject
    return Cue(verb, phrase(head) if head is not None else None, head, how)


def _first_noun(tokens: list[Token]) -> Token | None:
    """The head of the first noun phrase, unless a preposition stands before it."""
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in (
            "compound",
            "poss",
            "nmod",
            "amod",
            "npadvmod",
        ):
            return token
        if token.pos_ in ("ADP", "VERB", "SCONJ"):
            break
    return end_of_name(tokens)


def _right_behind(verb: Token) -> Token | None:
    """The head of the phrase right behind the verb, whatever the parser took it for: "sobbed the gran-of-five"."""
    phrases = (child for child in verb.rights if child.dep_ in ("dobj", "nsubj", "attr", "oprd"))
    return next((child for child in phrases if child.left_edge.i == verb.i + 1), None)


def _according(token: Token) -> Cue | None:
    following = [other for other in token.sent if other.i > token.i][:WINDOW]
    noun = _first_noun([other for other in following if other.lower_ != "to"])
    return Cue(token, phrase(noun), noun, "“according to”") if noun is not None else None


def _before(part: BlockReading, quotation: Quotation) -> Cue | None:
    start = quotation.span.start - part.offset
    lead = _leading(part, start)
    while lead and lead[-1].is_space:
        lead.pop()
    if not lead:
        return None
    colon = lead[-1].text == ":" or (len(lead) > 1 and lead[-1].text in "-–—" and lead[-2].text == ":")
    if colon:
        return labelled(lead)
    return _verb_before(lead)


def _leading(part: BlockReading, start: int) -> list[Token]:
    """The tokens of the sentence before a quotation, from the last quotation mark on."""
    span = part.doc.char_span(0, start, alignment_mode="contract")
    found: list[Token] = []
    for token in reversed(list(span[-WINDOW:])) if span is not None else ():
        if token.is_quote:
            break
        found.append(token)
        if token.is_sent_start:
            break
    return found[::-1]


def _verb_before(lead: list[Token]) -> Cue | None:
    """The verb of saying whose object the quotation is, or the clause it stands in: no stop stands between."""
    verbs = quoting_verbs() | reporting_verbs("show")
    passed = False
    for token in reversed(lead):
        if token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBD", "VBZ", "VBG"):
            lemma = token.lemma_.lower()
            if lemma == "call" and token.nbor().lower_ in ("for", "on"):
                return None
            if lemma not in verbs or (passed and lemma not in reporting_verbs("say")):
                passed = True
                continue
            subject = subject_of(token)
            if subject is None or subject.lower_ in NOT_REPORTED:
                return None
            return Cue(token, phrase(subject), subject, f"words before the quotation: “{token.text}”")
        noun = _misread(token)
        if noun is not None:
            return Cue(token, phrase(noun), noun, f"words before the quotation: “{token.text}”")
        if token.pos_ not in _LIGHT and token.lower_ not in ("that", "how"):
            return None
        if token.text in (";", ".", "…") or (passed and token.text == ","):
            return None
    return None


def _misread(token: Token) -> Token | None:
    """The subject of a verb right before a quotation that the parser took for a noun: "the department notes, “…”"."""
    if token.tag_ != "NNS" or token.dep_ != "ROOT" or token.lemma_.lower() not in reporting_verbs("say"):
        return None
    subject = own_subject(token)
    return subject if subject is not None and token.nbor().text in (",", ":") else None


def cue_in_block_before(part: BlockReading) -> Cue | None:
    """Who speaks in a block that is all quotation, from the end of the block before it: "X wrote:", or its last
    subject."""
    lead = [token for token in part.doc[-WINDOW:] if not token.is_space]
    starts = [place for place, token in enumerate(lead) if token.is_sent_start]
    lead = lead[starts[-1] :] if starts else lead
    if not lead:
        return None
    if lead[-1].text in _LEADS_IN:
        return labelled(lead)
    root = next((token for token in lead if token.dep_ == "ROOT"), None)
    subject = subject_of(root) if root is not None else None
    if subject is None or subject.ent_type_ != "PERSON":
        return None
    return Cue(None, phrase(subject), subject, "the person spoken of before")


def leads_in(part: BlockReading) -> bool:
    """Whether a block ends in a colon, for what the next one quotes."""
    return part.text.rstrip()[-1:] in _LEADS_IN


def utterance(part: BlockReading, quotation: Quotation, cue: Cue) -> Utterance:
    """What a quotation's cue makes of it; words of the clause that lead into it ("would be “madness”") are content
    too."""
    source = part.span(part.doc[cue.source[0] : cue.source[1]]) if cue.source else None
    content = list(quotation.pieces)
    lead = _lead_in(part, quotation, cue.token)
    if lead is not None:
        content[0] = Span(lead, content[0].end)
    return Utterance(part, content, cue.how, cue.token, source, cue.head, quoted=True)


def _lead_in(part: BlockReading, quotation: Quotation, verb: Token | None) -> int | None:
    """Where the content begins that stands between the verb and its quotation; None when only an addressee does."""
    start = quotation.span.start - part.offset
    if verb is None or verb.idx >= start:
        return None
    between = [token for token in part.doc[verb.i + 1 :][:WINDOW] if token.idx < start and not token.is_quote]
    names = verb.lemma_.lower() in reporting_verbs("name")
    if not between or between[-1].text in (",", ":") or not (names or any(token.tag_ in _FINITE for token in between)):
        return None
    that = next((token for token in between if token.lower_ == "that"), None)
    first = that or _behind_hearer(verb, between) or next((token for token in between if not token.is_punct), None)
    return first.idx + part.offset if first is not None else None


def _behind_hearer(verb: Token, between: list[Token]) -> Token | None:
    """ "told the House this week | *it was* “not the time”": the subject of the clause behind whoever is told."""
    if verb.lemma_.lower() not in lexicon("reporting")["phrases"]["to_somebody"]:
        return None
    finite = next((token for token in between if token.tag_ in _FINITE), None)
    subject = own_subject(finite) if finite is not None else None
    return subject.left_edge if subject is not None and subject.i > verb.i else None


def gap(text: str, start: int, end: int) -> str:
    """What stands between two places, without marks and white space."""
    return text[start:end].strip(" ,.;:–—-\n“”\"'‘’") if end > start else ""
