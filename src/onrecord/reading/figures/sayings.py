"""The saying that a number stands in, by syntax alone: where the statements' reader found none, or a wider one."""

from spacy.tokens import Doc, Token

from onrecord.reading.deeds.grammar import is_passive
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import says, standing_by
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.measures import Told
from onrecord.reading.figures.sayings_behind import saying_behind
from onrecord.reading.figures.sources import COMMAS, Saying, author_of, child_of, cited, may_tell, source_of
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, words
from onrecord.vocabulary.measures import forms

OBJECTS = frozenset({"dobj", "ccomp", "pobj"})
ADDING = frozenset({"with", "including", "down", "up"})
SAY = frozenset({"say", "says", "said"})
LONGEST_WAY = 14  # tokens up to a verb of saying
TO_JOINED = 5  # tokens between two numbers that one saying tells


def saying_of(doc: Doc, each: Chosen, is_said: bool) -> Saying | None:
    """The nearest saying whose content the number is; `is_said`: whether a statement is known to hold it."""
    saying = _before(doc, each) or _over(doc, each.number, each.told)
    if saying is None and not is_said:
        saying = saying_behind(doc, each.number)
    return (cited(doc, saying.verb) or saying) if saying is not None else None


def _over(doc: Doc, number: Counted, told: Told) -> Saying | None:
    """The nearest verb of saying, or "according to", that the number's clause is the content of."""
    token = doc[number.bearer]
    sentence = token.sent
    for _ in range(LONGEST_WAY):
        known = _according(token, number)
        if known is None and _puts_toll(token, told):
            subject = child_of(token, {"nsubj"})
            return Saying(token.i, subject) if subject >= 0 else None
        known = known or _interposed(token) or _aside(token, number) or _tallied(token) or _counted_by(token)
        if known is not None:
            return known
        head = token.head
        if head.i == token.i or head.sent != sentence or _is_apart(doc, number.start, head.i):
            return None
        if (shown := _shown(token, head)) is not None:
            return shown
        if (_hands_on(head) or _is_claimed(token, head)) and _is_told(token, head):
            if not _is_of_nobody(token, head):
                return Saying(head.i, source_of(head))
            if standing_by(head) is None:
                return Saying(head.i, -1)
        token = head
    return None


def _is_apart(doc: Doc, number: int, word: int) -> bool:
    """Whether a semicolon sets the word's clause apart from the number's: "killed 45; 73 died, by its figures"."""
    return any(token.text == ";" for token in doc[min(number, word) : max(number, word)])


def _is_of_nobody(token: Token, saying: Token) -> bool:
    """Whether it is told of the verb's subject, and nobody says it: "40,000 people are estimated to have fled"."""
    return token.dep_ == "xcomp" and is_passive(saying)


def _hands_on(verb: Token) -> bool:
    return says(verb) or verb.lower_ in reporting.verb_forms("quoting")


def _is_claimed(token: Token, verb: Token) -> bool:
    """Whether somebody holds what a clause of "that" says, by a verb that no list knows: "the group charged that"."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
    subject = child_of(verb, {"nsubj"})
    return that and token.dep_ == "ccomp" and verb.pos_ == "VERB" and subject >= 0 and may_tell(verb.doc[subject])


def _according(token: Token, number: Counted) -> Saying | None:
    """ "According to X", on the word or on the last of those joined to it."""
    joined = (token, *token.conjuncts[-1:]) if token.pos_ in ("VERB", "AUX") else (token,)
    according = next((child for each in joined for child in each.children if child.lower_ == "according"), None)
    if according is None or token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    source = next((noun for to in according.children for noun in to.children if noun.dep_ == "pobj"), None)
    if source is None or source.left_edge.i <= number.start <= source.right_edge.i:
        return None
    author = author_of(source)
    return Saying(according.i, author if author >= 0 else source.i)


def _before(doc: Doc, each: Chosen) -> Saying | None:
    """The saying over the number just before that this one is joined to: "reported four killed and 54 wounded"."""
    if each.before is None:
        return None
    between = doc[each.before.number.last : each.number.start]
    near = len(between) <= TO_JOINED and any(token.lower_ in ("and", ",") for token in between)
    if each.number.noun is not None or not near or any(says(token) or token.text in ";:" for token in between):
        return None
    return _over(doc, each.before.number, each.before.told)


def _interposed(verb: Token) -> Saying | None:
    """A verb of saying right before a finite verb: "a strike that officials say has killed 15"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.i < 2:
        return None
    start = verb.i
    while start > 1 and verb.doc[start - 1].dep_ in ("aux", "auxpass") and verb.doc[start - 1].head == verb:
        start -= 1
    said = verb.doc[start - 1]
    finite = said.tag_ in ("VBZ", "VBP", "VBD") and (verb.tag_ != "VBN" or start < verb.i)
    vouched = says(said) or standing_by(said) is not None
    source = source_of(said) if finite and vouched else -1
    return Saying(said.i, source) if source >= 0 else None


def _aside(token: Token, number: Counted) -> Saying | None:
    """A verb of saying set off inside the clause: "who, officials said, were among seven killed"."""
    for child in token.children:
        aside = child.dep_ in ("parataxis", "ccomp", "dep") and says(child) and child.left_edge.i
        set_off = aside and (child.left_edge.text in COMMAS or child.left_edge.nbor(-1).text in COMMAS)
        if set_off and not any(own.dep_ in OBJECTS for own in child.children):
            source = child_of(child, {"nsubj"})
            if source >= 0 and not child.left_edge.i <= number.start <= child.right_edge.i:
                return Saying(child.i, source)
    return None


def _tallied(token: Token) -> Saying | None:
    """Who counted what is the object of a verb of counting: "the office has recorded 300 deaths"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("of", "to") else token.head
    if token.dep_ not in OBJECTS or verb.pos_ != "VERB" or verb.lower_ not in forms_of("tallying"):
        return None
    source = source_of(verb)
    return Saying(verb.i, source) if source >= 0 and may_tell(verb.doc[source]) else None


def _counted_by(token: Token) -> Saying | None:
    """ "By the ministry's count, 300 people died", "by a count of the UN": whose count it is."""
    for by in token.children:
        for count in by.children if by.lower_ == "by" else ():
            if count.lower_ in words().totals or count.lower_ in forms_of("records"):
                source = child_of(count, {"poss"})
                source = _counter(count) if source < 0 else source
                if source >= 0:
                    return Saying(count.i, source)
    return None


def _counter(count: Token) -> int:
    """The one with a name whose count it is: "by a count of the UN", "the tally of the Syrian Observatory"."""
    named = (noun for of in count.rights if of.lower_ in ("of", "by") for noun in of.children if noun.dep_ == "pobj")
    return next((int(noun.i) for noun in named if noun.pos_ == "PROPN"), -1)


def _shown(token: Token, head: Token) -> Saying | None:
    """Whose figures show it: "UN data show that 300 people died"."""
    if token.dep_ != "ccomp" or head.lower_ not in forms_of("showing"):
        return None
    subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in forms_of("records") | reporting.noun_forms("documents"):
        return None
    return Saying(head.i, author_of(subject))


def _is_told(token: Token, saying: Token) -> bool:
    """Whether what hangs on a verb of saying is said: its clause, a second verb of that ("said it had killed three and
    captured four"), what is added to it ("said, with 60 wounded", "said, down from 90")."""
    if token.dep_ == "conj":
        before = (child for child in saying.children if child.dep_ == "ccomp" and child.i < token.i)
        return token.tag_ in ("VBD", "VBN") and not says(token) and any(child.i > saying.i for child in before)
    goes_on = (
        token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > saying.i and token.left_edge.nbor(-1).text == ","
    )
    if goes_on and any(child.dep_ == "ccomp" and child.i < saying.i for child in saying.children):
        return True
    added = token.dep_ in ("prep", "advmod") and token.lower_ in ADDING and token.i > saying.i
    added = added and token.left_edge.nbor(-1).text in COMMAS  # not "responded with the arrest of ten"
    have = any(child.lower_ == "have" and child.dep_ == "aux" for child in token.children)
    claimed = token.dep_ == "xcomp" and (have or token.tag_ == "VBD")  # "a strike that the army alleges killed 15"
    misread = token.dep_ == "dobj" and saying.lower_ in SAY  # "said a strike on the town killed 15"
    return token.dep_ in ("ccomp", "parataxis") or added or claimed or misread


def _puts_toll(verb: Token, told: Told) -> bool:
    """ "The ministry put the toll at 45"."""
    word = verb.doc[told.words[0]]
    put = verb.lower_ in forms("put")
    if told.clause == verb.i > word.i and (put or says(verb)):  # "the rebels claimed 40", of what the words before tell
        return True
    return put and word.left_edge.i > verb.i
