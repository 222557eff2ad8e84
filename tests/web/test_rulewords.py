"""Each rule by which a reader understands words has words of its own on the pages."""

from onrecord.checking_rules import all_rules
from onrecord.web.rulewords import RULES, by_rule


def test_every_rule_of_the_readers_is_said_in_plain_words() -> None:
    known = {rule for table in all_rules().values() for rule in table}
    assert len(known) > 50
    assert sorted(rule for rule in known if by_rule(rule) == rule) == []


def test_a_rule_that_rests_on_another_is_said_as_that_one() -> None:
    assert by_rule("commitment: ultimatum: act: quotation") == RULES["quotation"]
    assert by_rule("statement: coreference to in words") == "stands for a name given elsewhere in the report"
    assert by_rule("some: other rule") == "some: other rule"
