"""What the parse gets wrong for certain, set right before anybody reads it.

Bare "-ing" nouns taken for verbs ("Shelling hit a school", "Looting near the port continued"), and verbs whose plain
form lost its "e" ("raged" is of "rage": "rag" would have doubled its last letter). What "said" has as its object before
a clause without a subject is that subject ("said a total of 11 people, including a girl, were killed"); "that" behind
"told him at the time" opens what was told. A verb with two subjects has one of two words, or one and who he is ("an
official, and residents told", "Aster Bekele, spokesman for the party, said"); a noun that "that" follows and no verb
is a verb ("The rebels claim that they were attacked").
"""

import re

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "aux"})
HELPING = frozenset({"being", "having", "getting", "going"})
COMPLETING = frozenset({"dobj", "xcomp", "ccomp", "aux", "nsubj", "prt", "agent", "dative"})
PLAIN = {"bases": "base"}  # soldiers hold no "basis"
SAYING = frozenset({"say", "report", "claim", "confirm", "announce", "believe", "allege", "state"})
TELLING = SAYING | {"tell", "warn", "insist", "admit"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAIMING = frozenset({"claim", "report", "charge", "state", "estimate", "demand"})
DOUBLING = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")  # a plain form whose last letter doubles: "rag", "stag"


def repaired(doc: Doc) -> Doc:
    """The parse itself, with the tags, roles and plain forms that it gets wrong for certain set right."""
    for token in doc:
        if token.tag_ == "VBG" and _is_subject(token):
            passive = any(child.dep_ == "auxpass" for child in token.head.children)
            token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
            token.dep_ = "nsubjpass" if passive else "nsubj"
        elif token.tag_ == "NNS" and token.lower_ in PLAIN:
            token.lemma_ = PLAIN[token.lower_]
        elif token.pos_ == "VERB" and _lost_an_e(token.lemma_, token.lower_):
            token.lemma_ += "e"
    for token in doc:
        if token.dep_ == "ccomp" and (subject := _taken_for_object(token)) is not None:
            subject.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in token.children) else "nsubj"
            subject.head = token
        elif token.dep_ == "relcl" and (verb := _told_at_the_time(token)) is not None:
            mark = token.left_edge
            mark.tag_, mark.pos_, mark.dep_ = "IN", "SCONJ", "mark"
            token.dep_, token.head = "ccomp", verb
        elif token.dep_ == "nsubj" and (first := _first_subject(token)) is not None:
            token.dep_, token.head = ("appos" if doc[token.left_edge.i - 1].text == "," else "conj"), first
        elif token.tag_ == "NN" and token.dep_ == "ROOT" and (doer := _claimant(token)) is not None:
            token.tag_, token.pos_ = "VBP", "VERB"
            doer.dep_ = "nsubj"
            next(child for child in token.rights if child.dep_ == "acl").dep_ = "ccomp"
    return doc


def _first_subject(second: Token) -> Token | None:
    """The subject to which another of the same verb belongs: joined by a word that hangs on the first, or a noun set
    off by commas behind a name."""
    doc, start, end = second.doc, second.left_edge.i, second.right_edge.i + 1
    before = doc[start - 1] if start > 0 else second
    first = before.head if before.dep_ == "cc" else second
    if before.text == "," and second.pos_ == "NOUN" and end + 1 == second.head.i and doc[end].text == ",":
        first = doc[start - 2]
        first = first if first.pos_ == "PROPN" else second
    return first if first != second and first.dep_ == "nsubj" and first.head == second.head else None


def _claimant(noun: Token) -> Token | None:
    """Who claims, where the parse has taken the verb for a noun."""
    if noun.lower_ not in CLAIMING or noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ != "that" or noun.i == 0:
        return None
    doer = noun.nbor(-1)
    many = doer.dep_ == "compound" and doer.head == noun and doer.text[-1] == "s" and noun.nbor().dep_ == "mark"
    return doer if many and noun.nbor().head.dep_ == "acl" and noun.nbor().head.head == noun else None


def _taken_for_object(clause: Token) -> Token | None:
    """What the parse has made the object of a verb of saying, where the clause behind it has no subject of its own."""
    finite = clause.tag_ in FINITE or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE for child in clause.lefts
    )
    verb = clause.head
    if not finite or verb.lemma_ not in SAYING or any(child.dep_ in SUBJECTS - {"aux"} for child in clause.children):
        return None
    things = [child for child in verb.rights if child.dep_ == "dobj" and child.i < clause.left_edge.i]
    between = clause.doc[things[-1].right_edge.i + 1 : clause.left_edge.i] if things else ()
    alone = things and all(token.text == "," for token in between) and things[-1].left_edge.i == verb.i + 1
    return things[-1] if alone else None


def _told_at_the_time(clause: Token) -> Token | None:
    """The verb of saying to whose "at the time" the parse has tied what was said."""
    time, opening = clause.head, clause.left_edge
    if time.lower_ != "time" or opening.lower_ != "that" or opening.i != time.i + 1 or time.head.lower_ != "at":
        return None
    verb = time.head.head
    own = any(child.dep_ == "nsubj" and child.i > opening.i for child in clause.lefts)
    return verb if own and verb.lemma_ in TELLING and verb.i < time.i else None


def _is_subject(token: Token) -> bool:
    """Whether an "-ing" form is what a verb behind it is said of, and has no object of its own."""
    verb = token.head
    if token.dep_ not in SUBJECTS or token.lower_ in HELPING or not token.i < verb.i:
        return False
    if token.dep_ == "aux" and any(child.dep_ in SUBJECTS and child.i != token.i for child in verb.children):
        return False
    return verb.pos_ in ("VERB", "AUX") and all(child.dep_ not in COMPLETING for child in token.children)


def _lost_an_e(plain: str, form: str) -> bool:
    return form in (f"{plain}ed", f"{plain}ing") and DOUBLING.fullmatch(plain) is not None
