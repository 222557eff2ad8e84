"""The source of a cue: the head of the phrase for whoever says it, found by grammar alone, -1 where there is none."""

from spacy.tokens import Span, Token

from onrecord.vocabulary import reporting
from onrecord.vocabulary.dates import date_words
from onrecord.vocabulary.unnamed import kind_of

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
EXPLETIVES = frozenset(("it", "there"))
QUOTED = frozenset(("”", '"', "''", "’", "»", "'"))
INNER = 6  # steps from the last word of a name to its noun
BRACKET = 6  # tokens of a bracket behind a name
UPWARD = 8  # steps from a verb to the one whose subject it shares
LONGEST_PHRASE = 12  # tokens


def passive(token: Token) -> bool:
    """Whether a verb is in the passive."""
    if token.tag_ == "VBD" and {child.dep_ for child in token.lefts} & {"nsubj"}:
        return False  # "he welcomed a call by the envoy", where the parse hangs "by" on the verb
    return any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in token.children) or (
        token.tag_ == "VBN" and token.dep_ == "acl" and not _is_main(token)
    )


def _is_main(verb: Token) -> bool:
    """Whether a verb behind a comma that the parse has hung on the sentence's first noun is its main verb: "A junta
    spokesman, Zaw Min Tun, denied last week that …", "Otty Patiño, who leads the talks, called for calm"."""
    noun, start = verb.head, verb.left_edge.i
    if verb.dep_ != "acl" or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or start < 2:
        return False
    if verb.tag_ not in ("VBD", "VBN", "VBZ") or verb.doc[start - 1].text != ",":
        return False
    told = any(child.dep_ in ("appos", "relcl", "acl") and child.i < verb.i for child in noun.rights)
    return told and (verb.tag_ != "VBN" or any(child.dep_ in ("ccomp", "dobj") for child in verb.rights))


def agent(token: Token) -> int:
    """The head of the phrase behind "by" of a passive, -1 where there is none."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return int(noun.i)
    return -1


def subject(token: Token) -> tuple[int, int]:
    """The head of the phrase that does what the verb says, and the verb it is shared with (-1 where it is its own)."""
    verb, shared = token, -1
    described = _described(token)
    if described < 0 and token.dep_ == "conj" and not _doers(token):
        described = _before(token)  # "… by the rebels of Azawad, army spokesman Ali Osman told …"
    if described >= 0 or _goes_on_within(token):
        return described, -1
    for _ in range(UPWARD):
        for child in _doers(verb):
            if child.lower_ in RELATIVES and verb.dep_ in ("relcl", "acl", "ccomp") and verb.head.i < verb.i:
                return int(_meant(child, verb).i), shared
            if child.lower_ in EXPLETIVES and verb != token:
                break
            return _unfolded(verb, child), shared
        up = _main_verb(verb) if _apart(verb) else None
        if up is None and verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _holder(verb.head, verb), shared
        up = up or _governor(verb)
        if up is None:
            break
        verb = up
        shared = verb.i
    beside = max(_inverted(token), _before(token), _set_apart(token))
    return (beside, -1) if beside >= 0 else (-1, shared)


def speaks(source: Token) -> bool:
    """Whether the head of a phrase may be somebody who speaks: no common noun for a thing."""
    return source.pos_ != "NOUN" or source.lower_ in reporting.noun_forms("people") | reporting.noun_forms("documents")


def gapped(token: Token) -> bool:
    """Whether a saying describes a noun that is missing from its content: "the town which he said had fallen"."""
    if any(child.dep_ == "dobj" and child.tag_ == "WDT" for child in token.lefts):
        return True  # "fighters that analysts say the president has"
    if any(word.tag_ == "WDT" and word.dep_ == "dobj" and word.head.head == token for word in _before_doer(token)):
        return True  # "food and water, which the charity said it would bring"
    if token.dep_ != "relcl" or token.head.i >= token.i:
        return False
    doers = [child for child in token.lefts if child.dep_ in SUBJECTS]
    if not doers or doers[0].lower_ in RELATIVES or any(word.lower_ == "whose" for word in doers[0].subtree):
        return False
    between = list(token.doc[token.head.i + 1 : doers[0].left_edge.i])
    if any(word.lower_ in ("where", "when", "why") or word.pos_ == "ADP" for word in between):
        return False
    return all(word.text != "," for word in between) or any(word.lower_ in RELATIVES for word in between)


def _before_doer(token: Token) -> Span:
    first = min([child.left_edge.i for child in token.lefts if child.dep_ in SUBJECTS] + [token.i])
    return token.doc[max(first - 1, 0) : first]


def phrase_before(verb: Token) -> Token | None:
    """The head of the phrase between a comma and a verb of saying, which the parse has drawn into what is said: "... of
    the junta, witnesses and local media said"."""
    start = verb.i
    while start > verb.sent.start and verb.i - start < LONGEST_PHRASE and verb.doc[start - 1].text != ",":
        start -= 1
    return verb.doc[start : verb.i].root if start < verb.i and verb.doc[start - 1].text == "," else None


def _goes_on_within(participle: Token) -> bool:
    """Whether a participle behind a comma may go on with a clause that tells what a thing holds, whose doer is another:
    "aired a message in which he taunted the rebels, saying …"."""
    if participle.tag_ != "VBG" or participle.dep_ not in ("advcl", "acl") or participle.i == 0:
        return False
    clauses = (word for word in participle.doc[participle.head.i + 1 : participle.i] if word.dep_ == "relcl")
    return participle.nbor(-1).text == "," and any(
        any(child.dep_ in SUBJECTS and child.lower_ not in RELATIVES for child in clause.lefts)
        and clause.head.lower_ in reporting.words("documents") | reporting.words("occasions")
        for clause in clauses
    )


def _meant(relative: Token, verb: Token) -> Token:
    """Whom a relative pronoun goes on with: the person, not the body whose office stands behind the name ("Ali Osman,
    envoy to the United Nations, who urged"), and several where several act ("officials, including the envoy, who say").
    """
    noun = verb.head
    kind = kind_of(noun.lower_) if relative.lower_ == "which" else None
    if kind is not None and kind.type == "population group":
        return relative  # "reports from a doctor who treated detainees, which indicated …"
    above = [word for word in noun.ancestors if word.tag_ == "NNS"]
    among = next((word.i for word in noun.ancestors if word.lower_ == "including"), 0)
    above = above or [word for word in noun.doc[max(among - 3, 0) : among] if word.tag_ == "NNS"]
    if verb.tag_ == "VBP" and noun.tag_ in ("NN", "NNP", "NNPS") and above and not list(noun.conjuncts):
        return above[0]
    office = noun.head.head
    apart = relative.i > 0 and relative.nbor(-1).text == ","
    named = noun.dep_ == "pobj" and office.dep_ == "appos" and office.pos_ == "NOUN" and office.head.pos_ == "PROPN"
    return office.head if relative.lower_ == "who" and apart and named else noun


def _doers(verb: Token) -> list[Token]:
    """The subjects of a verb, the nearest before it first: "“Aircraft that bomb us will fall,” the minister warned"."""
    doers = [_behind_its_day(child) for child in verb.children if child.dep_ in SUBJECTS]
    doers = [child for child in doers if not any(_leads_to(other, child) for other in doers) and not _beside(child)]
    return sorted(doers, key=lambda child: (child.i > verb.i, abs(child.i - verb.i)))


def _behind_its_day(noun: Token) -> Token:
    """The doer itself; where the parse has made the day before the comma the doer ("Early Monday, rebels, who are
    many, claimed"), who stands beside it."""
    if noun.lower_ not in date_words().weekdays:
        return noun
    return next((child for child in noun.rights if child.dep_ == "appos"), noun)


def _beside(noun: Token) -> bool:
    """Whether what the parse has made a subject is a short form in brackets, or a day: "The army of the Union [UAR]
    has accused"."""
    bracketed = noun.i > 0 and noun.nbor(-1).text in ("(", "[")
    return bracketed or noun.lower_ in date_words().weekdays


def _leads_to(noun: Token, name: Token) -> bool:
    """Whether a name is whose man the noun before it tells of, which the parse has torn apart: "an adviser to rebel
    leader Ali Hassan said"."""
    before = name.left_edge.i - 1
    return noun.i < before and before == noun.right_edge.i and noun.doc[before].pos_ == "ADP"


def _unfolded(verb: Token, doer: Token) -> int:
    """The doer's head; where the parse has drawn a clause before the comma into it ("While the toll rose to nine
    people, the UN said"), that of the phrase right before the verb."""
    named = doer.left_edge.i - 2
    if named > 0 and doer.doc[named + 1].text == "," and doer.doc[named].pos_ == "PROPN":
        first = named
        while first > 0 and doer.doc[first - 1].pos_ == "PROPN":
            first -= 1
        if first > 0 and doer.doc[first - 1].text in QUOTED:
            return int(named)  # “…,” Ali Osman, head of the council, said
    for child in doer.rights:
        adjoins = child.dep_ == "appos" and child.right_edge.i + 1 == verb.i
        dateline = doer.nbor(1).text == ":"  # "Addis Ababa: A minister, Ali Osman, said"
        if adjoins and (child.pos_ == "PROPN" or (child.pos_ == "NOUN" and (dateline or doer.pos_ != "PROPN"))):
            return int(child.i)
    return int(doer.i)


def _governor(verb: Token) -> Token | None:
    """The verb that lends another its subject, None where none does."""
    head = verb.head
    if head == verb or verb.dep_ in ("ccomp", "csubj", "appos"):
        return None
    if verb.dep_ == "xcomp" and any(child.dep_ in ("dobj", "dative") for child in head.children):
        return None if head.lower_ not in reporting.verb_forms("carriers") else head
    if head.pos_ == "ADP" or head.dep_ == "prep":
        return head.head if head.head.pos_ in ("VERB", "AUX") else None
    return head if head.pos_ in ("VERB", "AUX") else None


def _apart(verb: Token) -> bool:
    """Whether a participle stands behind a comma, where its doer is that of the sentence: "met the king, saying …"."""
    start = verb.left_edge.i
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and start > 0 and verb.doc[start - 1].text == ","


def _main_verb(participle: Token) -> Token | None:
    """The verb of the clause whose noun a participle has been tied to; None where that noun is its subject."""
    token = participle.head
    for _ in range(UPWARD):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.dep_ in SUBJECTS or token.head == token:
            return None
        token = token.head
    return None


def _holder(noun: Token, verb: Token) -> int:
    """Who speaks in "issued a statement saying": the one who issued it; else the noun, where it may speak at all and is
    not only the last name before the verb ("rose against the king demanding …")."""
    if verb.tag_ == "VBG" and noun.dep_ == "pobj" and noun.head.dep_ == "agent":
        return -1  # "was fuelled by people decrying high prices"
    if _is_main(verb):
        return int(noun.i)
    document = noun.lower_ in reporting.words("documents")
    if document and noun.dep_ in ("dobj", "nsubjpass"):
        for child in noun.head.children:
            if child.dep_ == "nsubj":
                return int(child.i)
    speaks = document or noun.lower_ in reporting.noun_forms("people") or noun.dep_ in SUBJECTS
    return int(noun.i) if speaks or verb.dep_ == "relcl" else -1


def _before(token: Token) -> int:
    """The source right before the main verb, where the parse has joined it to what stands before the comma: "In talks
    with Kenya, Sudan's Burhan said …", "… in the north, the Office of Statistics (OS) said …"."""
    if token.dep_ not in ("ROOT", "conj") or token.tag_ not in ("VBD", "VBZ", "VBP") or not token.i:
        return -1
    name = _before_bracket(token.nbor(-1))
    for _ in range(INNER):
        if name.dep_ == "appos" or name.dep_ not in ("pobj", "prep") or name.head.i >= name.i:
            break
        name = name.head
    if not (name.dep_ == "appos" or _ends_list(name)) or name.left_edge.i == 0:
        return -1
    if not (name.pos_ == "PROPN" or speaks(name)):
        return -1
    return int(name.i) if token.doc[name.left_edge.i - 1].text == "," else -1


def _ends_list(name: Token) -> bool:
    """Whether a name is joined to a list whose last member stands before it: "... raids and arson, the UN said"."""
    joined = name.dep_ == "conj" and name.head.dep_ == "conj"
    return joined and any(child.dep_ == "cc" and child.i < name.head.i for child in name.head.head.rights)


def _set_apart(token: Token) -> int:
    """The doer of a main verb to which the parse has tied what stands between commas: "A fighter, reached by phone,
    said …"."""
    if token.dep_ != "ROOT" or token.i == 0 or token.nbor(-1).text != ",":
        return -1
    for clause in token.lefts:
        doer = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
        between = clause.dep_ == "ccomp" and clause.tag_ in ("VBN", "VBD") and clause.nbor(-1).text == ","
        if doer is not None and between and doer.right_edge.i + 2 == clause.i and speaks(doer):
            return int(doer.i)
    return -1


def _described(token: Token) -> int:
    """The name before a main verb that says who it is between commas, which the parse has hung on the word before it:
    "58,000 are displaced in Yemen, Valerie Amos, the UN's relief chief, told the council"."""
    if (
        token.dep_ not in ("ROOT", "conj")
        or token.tag_ not in ("VBD", "VBZ")
        or token.i < 2
        or token.nbor(-1).text != ","
    ):
        return -1
    last = token.nbor(-2)
    while last.dep_ in ("pobj", "prep") and last.head.i < last.i:
        last = last.head
    name = last.head.head if _is_seat(last.head) else last.head
    named = last.dep_ == "appos" and name.dep_ in ("appos", "conj") and name.pos_ == "PROPN" and name.left_edge.i > 0
    return int(name.i) if named and token.doc[name.left_edge.i - 1].text == "," else -1


def _is_seat(word: Token) -> bool:
    """Whether a word is the state behind the name of a lawmaker: "R-Maine"."""
    return word.i > 2 and word.nbor(-1).text == "-" and word.nbor(-2).text in ("R", "D", "I")


def _before_bracket(last: Token) -> Token:
    """The word before "(…)" where that ends at `last`, else `last`."""
    if last.text != ")":
        return last
    starts = (at for at in range(last.i - 1, max(0, last.i - BRACKET), -1) if last.doc[at].text == "(")
    return last.doc[next(starts, last.i + 1) - 1]


def _inverted(token: Token) -> int:
    """The head of a subject that follows its verb and was not recognised as one: "said Oktay"."""
    following = token.i + 1
    if following < len(token.doc) and token.doc[following].dep_ == "prt":
        following += 1  # "cried out one man"
    if following >= len(token.doc) or token.i == 0 or not token.nbor(-1).is_punct or token.tag_ == "VBG":
        return -1
    if token.lower_ in reporting.verb_forms("audiences") and token.nbor(-1).text not in QUOTED:
        return -1  # "a source who was there, told Reuters"
    first = token.doc[following]
    if first.pos_ not in ("PROPN", "DET", "NOUN", "PRON", "NUM") or not first.text[:1].isalpha():
        return -1
    for child in token.rights:
        if child.dep_ in ("dobj", "attr", "npadvmod", "oprd", "dep") and child.left_edge.i == following:
            return int(child.i) if child.pos_ in ("PROPN", "NOUN", "PRON") else -1
    told = next((word for word in token.rights if word.dep_ == "ccomp"), None)
    for child in told.lefts if told is not None and token.nbor(-1).text in QUOTED else ():
        if child.dep_ in SUBJECTS and child.left_edge.i == following and child.pos_ == "NOUN" and speaks(child):
            return int(child.i)  # "…,” said another resident, who is certain it was revenge", tied to "was"
    return -1
