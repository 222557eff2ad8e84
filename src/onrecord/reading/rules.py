"""What a rule is. Each reader lists its own in RULES; `onrecord check` applies them again (`onrecord.checking_rules`).

A rule tells whether `value` follows from the words it cites. It sees nothing else: no report, no parse, no clock.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Rule = Callable[[Any, Sequence[str]], bool]


def verbatim(value: Any, words: Sequence[str]) -> bool:
    """The value is the words themselves, white space apart."""
    return " ".join(str(value).split()) == " ".join(" ".join(words).split())


def holds(rules: Mapping[str, Rule], rule: str, value: Any, words: Sequence[str]) -> bool:
    """Whether `value` follows from `words` by the rule named `rule`; an unknown rule never holds."""
    test = rules.get(rule)
    return test is not None and test(value, words)
