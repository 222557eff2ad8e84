"""The language that a text is written in, among those that reports of crises come in."""

import re
from collections.abc import Iterable
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from onrecord.vocabulary.english import is_english

KNOWN = [
    "ENGLISH",
    "FRENCH",
    "GERMAN",
    "SPANISH",
    "PORTUGUESE",
    "ITALIAN",
    "DUTCH",
    "TURKISH",
    "RUSSIAN",
    "UKRAINIAN",
    "POLISH",
    "ROMANIAN",
    "ARABIC",
    "PERSIAN",
    "URDU",
    "HEBREW",
    "HINDI",
    "CHINESE",
    "INDONESIAN",
    "SWAHILI",
    "SOMALI",
]
_WORD = re.compile(r"[^\W\d_]+")
UNKNOWN = "und"
SAMPLE = 500
LETTERS = 20
SURE = 0.5
SHORT = 200  # letters; names sway the detector in what is shorter, and the other words tell
SURE_OF_ENGLISH = 0.2  # names of other tongues make short English uncertain, and no other language more certain


def language(words: Iterable[str]) -> str:
    """ISO 639-1 code of the language of the lines of a report's body; `und` where they do not tell."""
    sample = ""
    for line in words:
        sample += line[:SAMPLE] + " "
        if len(sample) > SAMPLE:
            break
    letters = sum(map(str.isalpha, sample))
    if letters < SHORT and _words_are_english(sample):
        return Language.ENGLISH.iso_code_639_1.name.lower()
    if letters < LETTERS:
        return UNKNOWN
    best = _detector().compute_language_confidence_values(sample.title() if sample.isupper() else sample)[0]
    enough = SURE_OF_ENGLISH if best.language is Language.ENGLISH else SURE
    return best.language.iso_code_639_1.name.lower() if best.value >= enough else UNKNOWN


def _words_are_english(text: str) -> bool:
    """Whether most of the words of a short text are English, names apart: those with a capital inside a sentence."""
    words = _WORD.findall(text.lower() if text.isupper() else text)
    ordinary = [word.lower() for at, word in enumerate(words) if at == 0 or word.islower()]
    known = sum(map(is_english, ordinary))
    return 2 * known > len(ordinary) or (known > 1 and 2 * known == len(ordinary))


@cache
def _detector() -> LanguageDetector:
    """With models of three letters only: the longer ones take 300 MB and tell a report's language no better."""
    chosen = (getattr(Language, name) for name in KNOWN)
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()
