"""Whether a deed told by a noun came about: what qualifies the noun, and what governs it."""

from spacy.tokens import Token

from onrecord.reading.deeds.forms import condition, is_question, negation
from onrecord.reading.deeds.governors import REAL, Told, Up, effect_of, governed, passed
from onrecord.reading.deeds.nonfinite import behind
from onrecord.vocabulary import deeds
from onrecord.vocabulary.deeds import BE

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "both"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVE = frozenset({"that", "which"})
NEVER = frozenset({"no", "neither", "zero"})
UNTRUE = frozenset({"planned", "hypothetical", "called off", "denied", "attempted"})
MODIFIERS = frozenset({"amod", "advmod", "compound", "nmod"})
MODAL = frozenset({"planned", "hypothetical"})
PARTICIPLES = frozenset({"acl", "relcl", "amod"})
CARRYING = frozenset({"in", "during", "by", "from", "at"})
LONGEST_CHAIN = 6
DAYS_TO_COME = frozenset({"next", "tomorrow", "tonight"})


def of_noun(noun: Token, up: Up) -> Told | None:
    """The status of a noun; `up` tells that of the words above it."""
    first = _first(noun)
    own = _qualified(noun) or (_qualified(first) if first is not noun else None)
    if own is not None and own.status == "vague":
        return None
    told = _governed(first, up) or _by_clause(noun, up)
    if own is None or (told is not None and told.status in ("denied", "called off")):
        return _doubted(noun, told)
    return own


def _by_clause(noun: Token, up: Up) -> Told | None:
    """ "an attack that killed six", "talks that will be held", "an attack carried out by rebels"."""
    for child in noun.children:
        if child.dep_ == "relcl" and any(each.dep_ in SUBJECTS and each.lower_ in RELATIVE for each in child.children):
            told = up(child)
            return Told("happened") if told is not None and told.status in REAL else told
        if child.dep_ == "acl" and child.tag_ == "VBN" and effect_of(child, "passive")[0] == "carried":
            return up(child)
    return None


def is_definite(noun: Token) -> bool:
    """Whether the noun is of a deed already spoken of: "the attack", "their attack", "Monday's attack"."""
    return any(
        child.lower_ in DEFINITE or child.dep_ == "poss" or child.ent_type_ == "DATE"
        for child in noun.children
        if child.dep_ in ("det", "poss", "predet")
    )


def _first(noun: Token) -> Token:
    for _ in range(LONGEST_CHAIN):
        if (
            noun.dep_ not in ("conj", "appos")
            or noun.head.i == noun.i
            or noun.head.pos_ not in ("NOUN", "PROPN", "VERB")
        ):
            break
        if noun.head.pos_ == "VERB" and noun.head.tag_ != "VBG":
            break
        noun = noun.head
    return noun


def _qualified(noun: Token) -> Told | None:
    """What the words around the noun itself say: "a planned attack", "no attack", "talks next week"."""
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if following.lower_ in DAYS_TO_COME:
        return Told("planned", (following.i,))
    return next((told for child in noun.children if (told := _of_child(noun, child)) is not None), None)


def _of_child(noun: Token, child: Token) -> Told | None:
    """What one word that hangs on the noun says of it."""
    word = child.lower_
    if child.i > noun.i:
        return _of_later(child)
    if word in NEVER and child.dep_ in ("det", "neg", "amod"):
        return Told("denied", (child.i,))
    if word == "yesterday":
        return Told("happened", (child.i,))
    if word == "any" and child.dep_ == "det":
        return Told("hypothetical", (child.i,))
    if child.dep_ not in MODIFIERS:
        return None
    status = deeds.qualifiers().get(word)
    if status is not None:
        return Told(status, (child.i,))
    if word.endswith("ing"):  # "accused of planning attacks"
        effect, signs = effect_of(child, "object")
        return passed(effect, signs, None) if effect in UNTRUE else None
    return None


def _of_later(child: Token) -> Told | None:
    """ "talks due on Monday", "talks later this week", "an attack planned by rebels"."""
    coming = [each.i for each in child.children if each.lower_ in deeds.words().to_come]
    if child.lower_ == "due":
        return Told("planned", (child.i,))
    if child.dep_ in ("npadvmod", "nmod", "appos") and coming:
        return Told("planned", tuple(coming[:1]))
    if child.dep_ in PARTICIPLES and child.tag_ == "VBN":
        effect, signs = effect_of(child, "passive")
        return passed(effect, signs, None) if effect in UNTRUE else None
    return Told(deeds.qualifiers()[child.lower_], (child.i,)) if _follows(child) else None


def _follows(child: Token) -> bool:
    return child.dep_ in ("amod", "advmod") and child.lower_ in deeds.qualifiers()


def _doubted(noun: Token, told: Told | None) -> Told | None:
    question = is_question(noun)
    if told is not None and told.status in REAL and question is not None and not is_definite(noun):
        return Told("hypothetical", (question.i,))
    return told


def _governed(noun: Token, up: Up) -> Told | None:
    head = noun.head
    if head.i == noun.i:
        return _alone(noun)
    match noun.dep_:
        case "nsubj" | "nsubjpass" | "csubj" | "csubjpass":
            return _subject(noun, head, up)
        case "dobj" | "dative":
            return _object(noun, head, up)
        case "attr" | "acomp" | "oprd":
            return _predicate(head, up)
        case "pobj" | "pcomp":
            return _behind(noun, head, up)
        case "compound" | "nmod" | "amod":
            return governed(head, "object", up) if head.pos_ in ("NOUN", "PROPN") else None
        case "poss":
            return Told("happened") if is_definite(noun) else None
        case "ROOT" | "dep" | "npadvmod" | "nummod" | "xcomp" | "ccomp":
            return _alone(noun) if noun.dep_ in ("ROOT", "dep") else governed(head, "object", up)
        case _:
            return None


def _alone(noun: Token) -> Told | None:
    """A heading: "Attack on convoy in Darfur"."""
    sentence = noun.sent
    if any(word.pos_ in ("VERB", "AUX") and word.tag_ not in ("VBN", "VBG") for word in sentence):
        return None
    if any(word.lower_ in deeds.words().negative or word.lower_ in ("why", "how", "what", "if") for word in sentence):
        return None
    return Told("happened") if is_question(noun) is None else None


def _subject(noun: Token, verb: Token, up: Up) -> Told | None:
    copular = verb.lower_ in BE
    if copular:
        return _of_be(noun, verb, up)
    passive = noun.dep_ in ("nsubjpass", "csubjpass")
    effect, signs = effect_of(verb, "passive") if passive else (None, ())
    if effect is None:
        effect, signs = effect_of(verb, "subject")
    transitive = not passive and any(child.dep_ == "dobj" for child in verb.children)
    if effect is not None and not (transitive and effect in ("ended", "continued")):
        return passed(effect, signs, up(verb))
    denied = negation(verb)
    if denied is not None:
        return Told("happened") if is_definite(noun) else None
    told = up(verb)
    if told is None or told.status in REAL:
        return None if told is None or _is_general(noun, verb) else Told("happened")
    if told.status in MODAL:
        return None if is_definite(noun) else Told("hypothetical", told.signs)
    return None


def _of_be(noun: Token, be: Token, up: Up) -> Told | None:
    """ "the attack is due on Monday", "talks are to be held", "the attack was a crime"."""
    for child in be.children:
        if child.dep_ in ("acomp", "prep", "oprd", "advmod") and child.i > be.i:
            for frame in ("object", "clause"):
                effect, signs = effect_of(child, frame)
                if effect in ("planned", "hypothetical", "called off"):
                    return passed(effect, signs, up(be))
            way = "".join(each.lower_ for each in child.children)
            status = deeds.qualifiers().get(child.lower_) or deeds.qualifiers().get(f"{child.lower_} {way}")
            if status is not None:
                return None if status == "vague" else Told(status, (child.i,))
        to_be = child.dep_ in ("xcomp", "ccomp", "advcl") and any(each.tag_ == "TO" for each in child.children)
        if to_be and "carried" in (effect_of(child, "subject")[0], effect_of(child, "passive")[0]):
            return up(child)
    told = up(be)
    if noun.tag_ == "VBG":
        return None
    if told is None or told.status in MODAL or told.status == "denied":
        return told if told is not None and told.status != "denied" and not is_definite(noun) else None
    return None if _is_general(noun, be) else Told("happened")


def _is_general(noun: Token, verb: Token) -> bool:
    """ "attacks on hospitals are war crimes", "an attack kills": said of all such deeds."""
    if verb.tag_ not in ("VBZ", "VBP", "VB") or is_definite(noun):
        return False
    return verb.lower_ in BE or (noun.tag_ != "VBG" and verb.sent[-1].text == ".")


def _object(noun: Token, verb: Token, up: Up) -> Told | None:
    known = governed(verb, "object", up)
    effect = effect_of(verb, "object")[0]
    if known is not None or effect is not None:
        return Told("happened") if known is None and effect == "witnessed" and is_definite(noun) else known
    told = up(verb)
    if told is None or told.status not in REAL:
        return (
            None if told is None or is_definite(noun) or told.status == "denied" else Told("hypothetical", told.signs)
        )
    return Told("happened") if is_definite(noun) else None


def _predicate(verb: Token, up: Up) -> Told | None:
    """ "there was an attack", "this was an attack"."""
    told = up(verb)
    if told is None or told.status not in REAL:
        return told
    there = any(child.dep_ == "expl" or child.lower_ == "there" for child in verb.children)
    past = verb.tag_ in ("VBD", "VBN")
    if verb.lower_ in BE and not past and not there:
        return None
    return Told("happened")


def _behind(noun: Token, preposition: Token, up: Up) -> Told | None:
    above = preposition.head
    if preposition.lower_ == "of" and above.lower_ in deeds.forms_of("partitive"):
        return up(above)
    told = behind(preposition, "object", up)
    if told is None:
        return _told_anyway(noun, preposition, up)
    if told.status == "denied" and is_definite(noun) and above.pos_ in ("VERB", "AUX"):
        return Told("happened") if preposition.lower_ in CARRYING else told  # "nobody was hurt in the attack"
    if told.status == "happened" and told.signs == (preposition.i,):
        outer = up(above)
        if outer is not None and outer.status in MODAL and condition(above) is None:  # "will decide after the talks"
            return None if is_definite(noun) else Told("hypothetical", outer.signs)
    return told


def _told_anyway(noun: Token, preposition: Token, up: Up) -> Told | None:
    """Behind a preposition that tells nothing, the deed spoken of already has come about if what hangs on it has."""
    above = preposition.head
    if (
        above.pos_ not in ("VERB", "AUX")
        or not is_definite(noun)
        or preposition.lower_ in ("to", "for", "before", "against")
    ):
        return None
    effect = effect_of(above, "object", preposition.lower_)[0]
    if effect is not None:
        return Told("happened") if effect == "witnessed" else None
    told = up(above)
    return Told("happened") if told is not None and told.status in REAL else None
