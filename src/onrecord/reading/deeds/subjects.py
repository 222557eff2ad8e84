"""Whose subject a verb has, through the clauses around it: "who", "managed to", "and", "sending"."""

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, direct_objects, is_passive, own_subjects, word
from onrecord.vocabulary.deed_roles import role_words

RELATIVE = frozenset({"who", "which", "that", "whom"})
INSIDE = frozenset({"in", "at", "near", "outside", "around", "inside", "across"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HELPING = frozenset({"aux", "auxpass"})
TELLING = frozenset({"tell", "report"})
DEPTH = 8  # clauses up
Tokens = tuple[Token, ...]


def subjects(verb: Token, depth: int = DEPTH) -> Tokens:
    """The head of the noun phrase that is the verb's subject, in its own clause or one above; () where none is sure.

    For a passive that is whom it was done to."""
    own = own_subjects(verb)
    if own:
        return antecedent(own[0], verb) if own[0].lower_ in RELATIVE else tuple(own)
    above = ABOVE.get(verb.dep_)
    return above(verb, depth - 1) if above is not None and depth > 0 else ()


def antecedent(pronoun: Token, verb: Token) -> Tokens:
    """What "who", "which" or "that" stands for; "that" as a determiner alone stands for nothing."""
    if verb.dep_ == "relcl" and verb.head.i < verb.i:
        noun = verb.head
    elif verb.head.dep_ == "relcl" and verb.dep_ == "ccomp" and verb.head.head.i < pronoun.i:
        noun = verb.head.head  # "a step that they said would"
    elif pronoun.lower_ != "that" and pronoun.i > 0:
        before = pronoun.nbor(-1) if pronoun.nbor(-1).text != "," or pronoun.i < 2 else pronoun.nbor(-2)
        noun = before
        if noun.pos_ not in NOUNS:
            return ()
    else:
        return ()
    if noun.dep_ == "pobj" and noun.head.lower_ in INSIDE and noun.pos_ == "PROPN":
        if pronoun.lower_ != "who":
            return ()  # "an attack in Iraq, which killed": whether it is the place that is meant is unsure
        noun = noun.head.head  # "rebels in Idlib who"
    if pronoun.lower_ == "who" and _names_whose(noun, pronoun):
        noun = noun.head.head
    if noun.dep_ == "pobj" and noun.head.head.pos_ == "ADJ" and noun.head.head.head.pos_ in NOUNS:
        noun = noun.head.head.head  # "forces loyal to the general which"
    first = noun.head if noun.dep_ == "conj" else noun
    if first.dep_ == "pobj" and first.head.lower_ == "to" and first.head.head.dep_ == "acl" and pronoun.lower_ != "who":
        return ()  # "violence linked to the militia that has killed": which of the two is unsure
    return (noun,) if noun.pos_ in NOUNS or noun.pos_ in ("PRON", "NUM", "ADJ", "DET") else ()


def _names_whose(name: Token, pronoun: Token) -> bool:
    """Whether a name only tells whose the one is of whom a clause without a comma speaks: "an ally of Maduro who"."""
    owned = name.tag_ == "NNP" and name.dep_ == "pobj" and name.head.lower_ == "of" and pronoun.i == name.i + 1
    return owned and name.head.head.tag_ in ("NN", "NNS")


def _of_joined(verb: Token, depth: int) -> Tokens:
    if verb.head.dep_ == "ccomp" and word(verb) in role_words().voices and word(verb.head) not in role_words().voices:
        return ()  # "said the ports were safe and urged": whose word it is, is unsure
    if verb.head.pos_ not in VERBS:
        return ()
    return before_aside(verb) or subjects(verb.head, depth)


def before_aside(verb: Token) -> Tokens:
    """The subject that the parse leaves loose before words set off: "The army, witnesses told reporters, shelled"."""
    above = verb.head
    if word(above) not in role_words().voices | TELLING or verb.i == 0 or verb.nbor(-1).text != ",":
        return ()
    loose = (child for child in above.lefts if child.dep_ in ("dep", "npadvmod") and child.pos_ in NOUNS)
    return tuple(noun for noun in loose if noun.nbor().text == ",")[:1]


def _of_complement(verb: Token, depth: int) -> Tokens:
    """ "managed to repel", "began shelling", "ordered troops to attack", "were ready to attack"."""
    above = verb.head
    if above.dep_ == "relcl" and verb.dep_ == "ccomp" and not _is_infinitive(verb):
        return (above.head,)  # "a move that he said would kill thousands"
    if is_reduced(above) and verb.tag_ in FINITE:
        return tuple(own_subjects(above))
    if not (verb.tag_ == "VBG" or _is_infinitive(verb) or (verb.tag_ == "VB" and not _is_helped(verb))):
        return ()
    if above.pos_ == "ADJ":
        return subjects(above.head, depth) if above.dep_ in ("acomp", "oprd") else (above.head,)
    if above.pos_ not in VERBS:
        return ()
    return _directed(above, verb) or subjects(above, depth)


def is_reduced(verb: Token) -> bool:
    """Whether what the parse takes for the main verb only describes its subject: "The army backed by jets seized"."""
    bare = verb.tag_ in ("VBN", "VBD") and not any(child.dep_ in HELPING for child in verb.children)
    return bare and any(child.dep_ == "agent" for child in verb.children) and bool(own_subjects(verb))


def _directed(above: Token, verb: Token) -> Tokens:
    """Whom the verb above has do it: "sent troops to attack", "called on them to withdraw"."""
    if word(above) not in role_words().directs or is_passive(above):
        return ()
    told = [child for child in above.children if child.dep_ in ("dobj", "dative", "obj") and above.i < child.i < verb.i]
    told = [token for token in told if not token.lower_.endswith(("self", "selves")) and token.dep_ != "prep"]
    return tuple(told[:1] or [token for token in behind(above, ("on", "upon", "to", "for")) if token.i < verb.i][:1])


def _of_adverbial(verb: Token, depth: int) -> Tokens:
    """ "sending 500 troops", "backed by tanks", "after capturing the town", "to attack"."""
    main = verb.head
    if main.pos_ not in VERBS:
        return ()
    if _is_infinitive(verb):
        return _of_complement(verb, depth)
    if verb.tag_ not in ("VBG", "VBN") or any(child.tag_ in FINITE for child in verb.children if child.dep_ in HELPING):
        return ()
    if verb.tag_ == "VBG" and main.dep_ == "ccomp" and _after_comma(verb) and word(verb) in role_words().voices:
        return subjects(main.head, depth)
    marked = any(child.dep_ in ("mark", "advmod") and child.i < verb.i for child in verb.children)
    if is_passive(main) and verb.i > main.i and not marked:
        return tuple(behind(main, ("by",))) if _after_comma(verb) else subjects(main, depth)
    return subjects(main, depth)


def _of_modifier(verb: Token, depth: int) -> Tokens:
    """A participle or infinitive of a noun: "rebels fighting the army", "soldiers killed by", "an attempt to seize"."""
    noun = verb.head
    if _is_infinitive(verb):
        return _of_purpose(noun, depth)
    if verb.tag_ == "VBG" and _after_comma(verb) and noun.dep_ not in ("nsubj", "nsubjpass"):
        return _of_clause(noun, depth)
    if noun.pos_ in VERBS:
        return ()
    finite = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not is_passive(verb)
    return _without_verb(noun) if finite else (noun,)


def _without_verb(noun: Token) -> Tokens:
    """The subject of a verb that the parse hung on a noun behind it: "A strike on a village killed 100"."""
    for _ in range(DEPTH):
        if noun.dep_ != "pobj" or noun.head.head.pos_ not in NOUNS:
            break
        noun = noun.head.head
    return (noun,) if noun.dep_ == "ROOT" else ()


def _of_purpose(noun: Token, depth: int) -> Tokens:
    """Who is to do what a noun is for: its owner, who makes it, or those sent to do it."""
    owners = tuple(child for child in noun.children if child.dep_ == "poss")
    above = noun.head
    if owners or above.i == noun.i:
        return owners
    if noun.dep_ == "dobj" and word(above) in role_words().directs:
        return (noun,)
    if noun.dep_ == "dobj" and word(above) in role_words().light:
        return subjects(above, depth)
    return _of_clause(noun, depth) if above.lower_ == "in" else ()


def _of_clause(token: Token, depth: int) -> Tokens:
    """Who does what the clause around the token tells."""
    for _ in range(DEPTH):
        token = token.head
        if token.pos_ in VERBS:
            return tuple(behind(token, ("by",))) if is_passive(token) else subjects(token, depth)
    return ()


def _of_gerund(verb: Token, depth: int) -> Tokens:
    """ "accused Turkey of shelling", "after shelling", "responsible for killing", "its role in killing"."""
    above, link = verb.head.head, verb.head.lower_
    bare = word(verb) in role_words().transitive | {"shell"} and not direct_objects(verb) and not is_passive(verb)
    if bare and link in ("after", "before", "amid", "following"):
        return ()  # "closed its clinic after shelling"
    if above.pos_ in VERBS:
        if link in ("of", "for", "from", "over", "with") and word(above) in role_words().blames:
            return subjects(above, depth) if is_passive(above) else tuple(direct_objects(above)[:1])
        return subjects(above, depth) if not is_passive(above) or link in ("while", "when") else ()
    if above.pos_ == "ADJ":
        return subjects(above.head, depth) if above.dep_ == "acomp" else (above.head,) if above.dep_ == "amod" else ()
    owners = tuple(child for child in above.children if child.dep_ == "poss")
    if owners or word(above) not in role_words().stakes or above.dep_ != "dobj":
        return owners
    return subjects(above.head, depth)


def _of_noun(verb: Token, _: int) -> Tokens:
    """ "the attacking troops", "the captured town"."""
    return (verb.head,) if verb.head.pos_ in NOUNS else ()


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_helped(verb: Token) -> bool:
    return any(child.dep_ == "aux" for child in verb.children)


def _after_comma(verb: Token) -> bool:
    return verb.i > 0 and verb.nbor(-1).text == ","


ABOVE: dict[str, Callable[[Token, int], Tokens]] = {
    "conj": _of_joined,
    "xcomp": _of_complement,
    "ccomp": _of_complement,
    "advcl": _of_adverbial,
    "acl": _of_modifier,
    "relcl": _of_modifier,
    "pcomp": _of_gerund,
    "amod": _of_noun,
}
