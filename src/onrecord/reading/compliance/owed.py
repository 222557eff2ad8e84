"""Claims that name no accord but what is owed under the one spoken of beside: "We have met our obligations," he said
of the deal.

Only an accord that stands alone in the paragraph can be meant, with a quotation in which the claim stands.
"""

from collections.abc import Iterable, Iterator

from onrecord.reading.agreements.group import Group
from onrecord.reading.agreements.mentions import Mention
from onrecord.reading.compliance.claims import KEPT, Claim, of_verb
from onrecord.reading.deeds.grammar import VERBS
from onrecord.reading.report import Paragraph, Report
from onrecord.vocabulary import compliance


def claims(report: Report, groups: Iterable[Group]) -> Iterator[tuple[Group, Mention, Claim]]:
    """Each claim with the accord that it is about and the words for that."""
    there: dict[int, list[tuple[Group, Mention]]] = {}
    for group in groups:
        for mention in group.mentions:
            there.setdefault(mention.words.paragraph.index, []).append((group, mention))
    for index, named in there.items():
        if len({id(group) for group, _ in named}) == 1 and not any(mention.words.told for _, mention in named):
            group, mention = named[0]
            yield from ((group, mention, claim) for claim in _of(report.paragraphs[index]))


def _of(paragraph: Paragraph) -> Iterator[Claim]:
    """The claims of what the paragraph quotes."""
    for noun in paragraph.doc:
        verb = noun.head
        if noun.dep_ != "dobj" or verb.pos_ not in VERBS or noun.lower_ not in compliance.words("owed"):
            continue
        owner = any(child.dep_ == "poss" for child in noun.children)
        behind = paragraph.doc[noun.i + 1 : noun.i + 2].text.lower()
        under = behind in ("under", "to") or any(child.dep_ in ("acl", "relcl") for child in noun.children)
        stance = compliance.verbs().get((verb.lower_, ""))
        claim = of_verb(verb, stance, (verb.i,)) if stance == KEPT else None
        if claim is not None and owner and not under and _is_quoted(noun.i, paragraph):
            yield claim._replace(apart=True)


def _is_quoted(at: int, paragraph: Paragraph) -> bool:
    """Whether quotation marks stand before and behind the word."""
    doc = paragraph.doc
    return any(token.is_quote for token in doc[:at]) and any(token.is_quote for token in doc[at:])
