"""Reporting verbs and nouns: which words say that somebody said something, in which grammar, as which act."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

FRAMES = ("clause", "quote", "infinitive", "gerund", "order", "object", "charge", "topic", "predicate")
VOWELS = "aeiou"


class VerbGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that report a saying with `act` in any of `frames`; `links` are the prepositions of charge and topic;
    `objects` and `besides` name the lists of nouns that alone, or that never, make the object what is said."""

    act: str
    frames: tuple[str, ...]
    lemmas: tuple[str, ...]
    links: tuple[str, ...] = ()
    objects: str = ""
    besides: str = ""


class Idiom(Struct, frozen=True, forbid_unknown_fields=True):
    """A light verb with a noun for its object: "expressed concern"; with `ordering` only before an infinitive: "gave
    them a week to leave"."""

    act: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    ordering: bool = False


class NounGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that hold a saying: "claim", "allegation"."""

    act: str
    lemmas: tuple[str, ...]


class Content(Struct, frozen=True, forbid_unknown_fields=True):
    """What words of the content make of a plain saying: any of `patterns`, each a sequence of groups, where one of
    `doer` acts in it (own: the speaker's side; other: another actor; "": nobody known; none given: whoever). With
    `tied` the second word hangs on what the first one qualifies, with `close` it follows at once; `unless` is a group
    of verbs whose auxiliary the first word must not be."""

    act: str
    patterns: tuple[tuple[str, ...], ...]
    doer: tuple[str, ...] = ()
    tied: bool = False
    close: bool = False
    unless: str = ""


class Reporting(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file, as its head describes it."""

    verbs: tuple[VerbGroup, ...]
    idioms: tuple[Idiom, ...]
    nouns: tuple[NounGroup, ...]
    contents: tuple[Content, ...]
    irregular: Mapping[str, tuple[str, str]]
    lists: Mapping[str, tuple[str, ...]]
    media: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]


class Frame(Struct, frozen=True):
    """A grammar in which a verb reports, and the act it then performs."""

    name: str
    act: str
    links: tuple[str, ...] = ()
    objects: str = ""
    besides: str = ""

    def takes(self, noun: str) -> bool:
        """Whether the object `noun` (of an infinitive its verb), in lower case, is something said rather than done."""
        return (not self.objects or noun in noun_forms(self.objects)) and (
            not self.besides or noun not in noun_forms(self.besides)
        )


class ReportingVerb(Struct, frozen=True):
    """A verb that reports. `particle` is the word it needs beside it ("point out"), or "". `saying` is false for verbs
    of thinking and wanting."""

    lemma: str
    particle: str
    frames: tuple[Frame, ...]
    saying: bool = True

    def frame(self, name: str, link: str = "", word: str = "") -> Frame | None:
        """Its frame `name`, for `charge` and `topic` the one with the preposition `link`; the first that takes
        `word` as its object, where one is given."""
        for frame in self.frames:
            fits = frame.takes(word) if word else not frame.objects
            if frame.name == name and fits and (not frame.links or link in frame.links):
                return frame
        return None


@cache
def reporting() -> Reporting:
    """The file as it stands."""
    return load("reporting", Reporting)


@cache
def words(name: str) -> frozenset[str]:
    """The list `name`. Raises KeyError where the file has none."""
    return frozenset(reporting().lists[name])


@cache
def verb_forms(name: str) -> frozenset[str]:
    """Every form of the verbs in the list `name`."""
    return frozenset(form for lemma in reporting().lists[name] for form in forms(lemma))


@cache
def noun_forms(name: str) -> frozenset[str]:
    """The nouns of the list `name`, singular and plural."""
    return frozenset(form for lemma in reporting().lists[name] for form in (lemma, plural(lemma)))


@cache
def media() -> Mapping[str, str]:
    """Forms of the verbs that name their medium ("tweeted"), and the medium."""
    return {form: medium for verb, medium in reporting().media.items() for form in forms(verb)}


@cache
def nouns() -> Mapping[str, str]:
    """Nouns that hold a saying, singular and plural, with their acts."""
    return {form: group.act for group in reporting().nouns for lemma in group.lemmas for form in (lemma, plural(lemma))}


@cache
def verbs() -> Mapping[str, tuple[ReportingVerb, ...]]:
    """Each form of each verb ("said", "pointed"), without its particle, and the verbs it may be a form of."""
    frames: dict[str, list[Frame]] = defaultdict(list)
    for group in reporting().verbs:
        for lemma in group.lemmas:
            frames[lemma] += [
                Frame(name, group.act, group.links, group.objects, group.besides) for name in group.frames
            ]
    known = [ReportingVerb(*parted(lemma), tuple(each)) for lemma, each in frames.items()]
    thoughts = [
        ReportingVerb(lemma, "", (Frame("clause", "assert"), Frame("infinitive", "assert")), saying=False)
        for lemma in reporting().lists["thoughts"]
        if lemma not in frames
    ]
    table: dict[str, list[ReportingVerb]] = defaultdict(list)
    for verb in known + thoughts:
        for form in forms(verb.lemma):
            table[form].append(verb)
    # A verb with a particle is tried before the same verb without one.
    return {form: tuple(sorted(each, key=lambda verb: not verb.particle)) for form, each in table.items()}


@cache
def ordering() -> frozenset[str]:
    """The nouns of the idioms that need an infinitive."""
    return frozenset(
        form for idiom in reporting().idioms if idiom.ordering for noun in idiom.nouns for form in (noun, plural(noun))
    )


@cache
def idioms() -> Mapping[str, Mapping[str, str]]:
    """For each form of a light verb, the nouns (singular and plural) that make it a saying, and its act."""
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for idiom in reporting().idioms:
        objects = {form: idiom.act for noun in idiom.nouns for form in (noun, plural(noun))}
        for verb in idiom.verbs:
            for form in forms(verb):
                table[form] |= objects
    return table


def acts_of(form: str) -> frozenset[str]:
    """Every act that a word of reporting can perform, in whatever grammar; the word in lower case."""
    acts = {frame.act for verb in verbs().get(form, ()) if verb.saying for frame in verb.frames}
    return frozenset(acts | set(idioms().get(form, {}).values()) | ({nouns()[form]} if form in nouns() else set()))


def parted(lemma: str) -> tuple[str, str]:
    """The verb and its particle: "point out" is "point", "out"."""
    verb, _, particle = lemma.partition(" ")
    return verb, particle


def forms(lemma: str) -> tuple[str, ...]:
    """The forms of an English verb, without its particle: base, third person, -ing, past, participle."""
    base = parted(lemma)[0]
    past, participle = (parted(form)[0] for form in irregular().get(lemma, irregular().get(base, ("", ""))))
    stem = base + base[-1] if base in words("doubling") else base
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        ing, ed = base[:-1] + "ing", base + "d"
    elif base.endswith("y") and base[-2] not in VOWELS:
        ing, ed = base + "ing", base[:-1] + "ied"
    else:
        ing, ed = stem + "ing", stem + ("d" if base.endswith("e") else "ed")
    return tuple(dict.fromkeys((base, plural(base), ing, past or ed, participle or ed)))


def irregular() -> Mapping[str, tuple[str, str]]:
    """Past and participle of the verbs that have their own."""
    return reporting().irregular


def plural(word: str) -> str:
    """The -s form of a noun or verb."""
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith("man"):
        return word[:-2] + "en"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
