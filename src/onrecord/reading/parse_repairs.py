"""What the parse gets wrong for certain, set right before anybody reads it.

Bare "-ing" nouns taken for verbs ("Shelling hit a school", "Looting near the port continued"), and verbs whose plain
form lost its "e" ("raged" is of "rage": "rag" would have doubled its last letter).
"""

import re

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "aux"})
HELPING = frozenset({"being", "having", "getting", "going"})
COMPLETING = frozenset({"dobj", "xcomp", "ccomp", "aux", "nsubj", "prt", "agent", "dative"})
PLAIN = {"bases": "base"}  # soldiers hold no "basis"
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
    return doc


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
