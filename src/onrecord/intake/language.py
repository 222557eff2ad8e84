"""The language that a text is written in, among those that reports of crises come in."""

from collections.abc import Iterable
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

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
UNKNOWN = "und"
SAMPLE = 500
LETTERS = 20
SURE = 0.5
SURE_OF_ENGLISH = 0.2  # names of other tongues make short English uncertain, and no other language more certain


def language(words: Iterable[str]) -> str:
    """ISO 639-1 code of the language of the lines of a report's body; `und` where they do not tell."""
    sample = ""
    for line in words:
        sample += line[:SAMPLE] + " "
        if len(sample) > SAMPLE:
            break
    if sum(map(str.isalpha, sample)) < LETTERS:
        return UNKNOWN
    best = _detector().compute_language_confidence_values(sample.title() if sample.isupper() else sample)[0]
    enough = SURE_OF_ENGLISH if best.language is Language.ENGLISH else SURE
    return best.language.iso_code_639_1.name.lower() if best.value >= enough else UNKNOWN


@cache
def _detector() -> LanguageDetector:
    """With models of three letters only: the longer ones take 300 MB and tell a report's language no better."""
    chosen = (getattr(Language, name) for name in KNOWN)
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()
