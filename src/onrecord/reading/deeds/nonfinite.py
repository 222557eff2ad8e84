"""Whether a deed told by an infinitive, a participle or an "-ing" form came about: by what it depends on."""

from spacy.tokens import Token

from onrecord.reading.deeds.forms import (
    HAVE,
    condition,
    inverted,
    is_condition,
    is_headline,
    is_question,
    negation,
    qualified,
)
from onrecord.reading.deeds.governors import REAL, Told, Up, effect_of, governed, passed
from onrecord.vocabulary import deeds
from onrecord.vocabulary.deeds import BE

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ANY = frozenset({"any", "anyone", "anybody", "whoever", "anything", "those"})
NONE = frozenset({"no", "neither", "none", "nobody", "nothing"})
TOLD = frozenset({"claim", "claims", "claimed", "claiming", "reported", "known", "confirmed", "said"})
WISHED = frozenset({"have", "get", "see", "want", "wants", "need", "needs", "keep", "leave"})


def of_infinitive(verb: Token, helped: list[Token], up: Up) -> Told | None:
    """ "to attack", and the bare "attack" after "helped" or as an order."""
    head = verb.head
    to = next((word for word in helped if word.tag_ == "TO"), None)
    if verb.dep_ == "ROOT" or head.i == verb.i:
        subject = any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.children)
        return Told("planned" if subject and is_headline(verb) else "hypothetical", (to.i,)) if to is not None else None
    if to is not None and head.lower_ == "order" and head.i and head.nbor(-1).lower_ == "in":
        return Told("hypothetical", (to.i,))
    if to is not None and any(word.lower_ == "not" for word in verb.children):
        return Told("hypothetical", (to.i,))
    perfect = any(word.lower_ == "have" for word in helped)
    if head.lower_ in BE and verb.dep_ in ("xcomp", "ccomp", "attr") and to is not None:
        return Told("hypothetical", (to.i,)) if perfect else _to_be(head)
    if perfect and head.lower_ in TOLD:  # "claimed to have captured it"
        outer = up(head)
        return Told("happened") if outer is not None and outer.status in REAL else None
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "dep", "oprd"):
        told = governed(head, "infinitive", up) or (_bare(head, up) if to is None else None)
        if told is not None:
            return told
        if verb.dep_ in ("acl", "relcl") and head.lower_ in deeds.forms_of("happenings") and to is not None:
            return (
                Told("planned", (to.i,))
                if any(word.lower_ == "be" for word in helped)
                else Told("hypothetical", (to.i,))
            )
    return Told("hypothetical", (to.i,)) if to is not None else None


def of_gerund(verb: Token, up: Up) -> Told | None:
    head = verb.head
    if verb.dep_ == "pcomp" or (verb.dep_ in ("pobj",) and head.dep_ == "prep"):
        return behind(head, "gerund", up)
    if verb.dep_ in ("xcomp", "dobj", "ccomp"):
        effect, signs = effect_of(head, "gerund")
        if effect == "ended" and any(child.dep_ in SUBJECTS for child in verb.children):  # "to stop them advancing"
            return None
        return passed(effect, signs, up(head)) if effect else None
    if verb.dep_ == "advcl":
        for child in verb.children:
            if child.i < verb.i and child.dep_ in ("mark", "prep", "advmod"):
                effect = deeds.deeds().prepositions.get(child.lower_)
                if effect is not None:
                    return passed(effect, (child.i,), up(head))
                if child.lower_ in deeds.words().temporal or is_condition(child):
                    return None
        denied = negation(verb)
        if denied is not None:
            return Told("denied", (denied.i,))
        first = _first_of_list(verb)
        return up(first if first is not None else head)
    if verb.dep_ in ("acl", "relcl"):
        if any(child.dep_ in SUBJECTS for child in verb.children):  # "opposition to them taking the town"
            return governed(head, "gerund", up)
        return _described(verb, up)
    return None


def _first_of_list(verb: Token) -> Token | None:
    """The "-ing" form behind a preposition that the verb goes on from: "calls for freeing prisoners, opening roads and
    withdrawing"."""
    if verb.i == 0 or verb.nbor(-1).text not in (",", "and"):
        return None
    before = (child for child in verb.head.children if child.dep_ == "prep" and child.i < verb.i)
    return next(
        (word for prep in before for word in prep.children if word.dep_ == "pcomp" and word.tag_ == "VBG"), None
    )


def of_participle(verb: Token, up: Up) -> Told | None:
    """ "the town captured by rebels", "six killed", "wants them released"."""
    marked = next((child for child in verb.children if is_condition(child)), None)
    if marked is None and verb.dep_ in ("advcl", "prep"):
        marked = next(
            (child for child in verb.children if child.lower_ in deeds.words().temporal and child.i < verb.i), None
        )
        marked = marked if marked is not None and marked.lower_ not in ("as", "while", "after", "where") else None
    if marked is not None:
        return Told("hypothetical", (marked.i,))
    denied = negation(verb)
    if denied is not None:
        return Told("denied", (denied.i,))
    if verb.dep_ in ("xcomp", "ccomp", "oprd"):
        return governed(verb.head, "infinitive", up) or up(verb.head)
    if verb.dep_ == "amod" and verb.i and verb.nbor(-1).lower_ in HAVE:  # no adjective: "had captured soldiers"
        return None
    if verb.dep_ in ("amod", "acl", "relcl"):
        return _described(verb, up)
    vague = qualified(verb)
    if vague is not None:
        return None if vague.status == "vague" else vague
    question = is_question(verb)
    return Told("happened") if question is None else Told("hypothetical", (question.i,))


def behind(preposition: Token, frame: str, up: Up) -> Told | None:
    """The status of a noun or gerund behind a preposition, by what the preposition hangs on or else by itself."""
    above = preposition.head
    if above.i == preposition.i:
        return None
    link = preposition.lower_
    told = governed(above, frame, up, link)
    if told is not None:
        return told
    if above.dep_ in ("advmod", "prep") and above.lower_ in deeds.deeds().prepositions:  # "ahead of", "instead of"
        return passed(deeds.deeds().prepositions[above.lower_], (above.i,), up(above.head))
    effect = deeds.deeds().prepositions.get(link)
    if link == "under" and above.lower_ not in BE and above.pos_ in ("VERB", "AUX"):
        effect = "carried"
    if effect is None or (effect == "carried" and above.pos_ not in ("VERB", "AUX")):
        return None
    return passed(effect, (preposition.i,), up(above))


def _described(verb: Token, up: Up) -> Told | None:
    """What is told of a noun holds as that noun does, where the noun is itself a deed."""
    noun = verb.head
    for child in (noun, *noun.children):
        if (child.lower_ in ANY and child.lower_ != "those") or child.lower_ in NONE:
            return Told("hypothetical", (child.i,)) if child.lower_ in deeds.signs() else None
    vague = qualified(verb)
    if vague is not None:
        return None if vague.status == "vague" else vague
    of_deed = noun.lower_ in deeds.forms_of("happenings")
    if of_deed or (noun.dep_ == "dobj" and noun.head.lower_ in WISHED and verb.i > noun.i):  # "to have them released"
        told = up(noun if of_deed else noun.head)
        if told is not None and told.status not in REAL:
            return told
    return Told("ongoing" if verb.tag_ == "VBG" else "happened")


def _to_be(be: Token) -> Told | None:
    """ "is to meet", "were to withdraw"; a wish or a purpose is no plan ("the aim is to attack")."""
    turned = inverted(be) or condition(be)
    if turned is not None:
        return Told("hypothetical", (turned.i,))
    subject = next((child for child in be.children if child.dep_ in SUBJECTS), None)
    if subject is not None:
        told = effect_of(subject, "infinitive")
        if told[0] is not None:
            return Told("planned" if told[0] == "planned" else "hypothetical", told[1])
    denied = negation(be)
    return Told("hypothetical", (denied.i,)) if denied is not None else Told("planned", (be.i,))


def _bare(head: Token, up: Up) -> Told | None:
    """ "saw soldiers burn houses", "demanded that they leave"; in a title, "rebels say soldiers burn houses"."""
    for frame in ("clause", "gerund"):
        effect, signs = effect_of(head, frame)
        if effect in ("hypothetical", "witnessed", "denied"):
            return passed(effect, signs, up(head))
    return Told("happened") if is_headline(head) and head.tag_ in ("VBZ", "VBP") else None
