"""The phrases by which a sentence tells of control: "captured X", "X fell to", "drove them out of X", "X is under".

Each reading names the change, the tokens that tell it, the heads of those who do it and of the other side, and what it
is of. Whether it came about, when and by whose word is asked of its deed afterwards.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from onrecord.reading.control import standing
from onrecord.reading.control.doing import done
from onrecord.reading.control.falling import driven, fallen
from onrecord.reading.control.frames import Reading
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph

Frame = Callable[[Paragraph, Found, Token], Iterator[Reading]]
FRAMES: tuple[Frame, ...] = (
    fallen,
    driven,
    standing.under,
    standing.sieged,
    standing.hyphened,
    standing.changed_hands,
    standing.granted,
    standing.bastion,
    standing.quoted,
    done,
)


def readings(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """What the phrases that hang on a word of control tell, the surest first; those that name no ground tell none."""
    for frame in FRAMES:
        for reading in frame(paragraph, found, token):
            if reading.grounds:
                yield reading
