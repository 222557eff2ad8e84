"""A report told again sentence by sentence in other words is found by its names and their order; one by another hand is
not."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.spans import Span
from onrecord.reconciling.copies.order import in_order
from onrecord.reconciling.copies.sentences import Sentence, quotations, sentence

REPORT = [
    "Rebels of the M23 seized the mining town of Rubaya on Tuesday, the governor of North Kivu said.",
    "General Peter Cirimwami told Radio Okapi that 120 soldiers had pulled back towards Masisi.",
    "“We are regrouping and we will return,” he added.",
    "The coltan mines around Rubaya supply some 15 percent of the world's tantalum, according to Global Witness.",
    "At least 34 people were killed in shelling of the Mugunga camp near Goma, a doctor at CBCA Ndosho hospital said.",
    "Kinshasa blamed the Rwandan army's artillery at Gisenyi for that attack.",
    "Rwanda's spokeswoman Yolande Makolo called the accusation ridiculous.",
    "Angola's President Joao Lourenco has invited Felix Tshisekedi and Paul Kagame to Luanda on 8 May.",
    "Qatar had offered Doha for such talks in January.",
]
REWORDED = [
    "The mining city of Rubaya was taken by insurgents of the M23 on Tuesday, according with North Kivu's governor.",
    "120 troopers have withdrawn in the direction of Masisi, Basic Peter Cirimwami advised Radio Okapi.",
    "“We regroup ourselves and shall come again,” he went on.",
    "World Witness says that 15 p.c of tantalum on this planet comes from pits for coltan close to Rubaya.",
    "No less than 34 individuals died when the Mugunga camp by Goma was bombarded, mentioned a medic of CBCA Ndosho.",
    "For this assault Kinshasa accused guns of the Rwandan military in Gisenyi.",
    "The accusation is laughable, mentioned Yolande Makolo who speaks for Rwanda.",
    "Joao Lourenco, the president of Angola, requested Paul Kagame and Felix Tshisekedi to come to Luanda on 8 May.",
    "In January Qatar had proposed Doha for conversations of this sort.",
]
BY_ANOTHER_HAND = [
    "Felix Tshisekedi and Paul Kagame may meet in Luanda on 8 May, Angolan officials said on Wednesday.",
    "The invitation by Joao Lourenco came a day after the M23 took Rubaya, a town whose mines yield coltan.",
    "A doctor in Goma spoke of 34 dead in the Mugunga camp.",
    "The army of Rwanda denies having fired from Gisenyi; Yolande Makolo spoke of propaganda.",
    "In Masisi residents saw soldiers on foot and in trucks.",
    "North Kivu's governor, Peter Cirimwami, visited the wounded at CBCA Ndosho in the evening.",
    "Global Witness has long asked buyers to look at where their tantalum comes from.",
    "Talks in Doha, offered by Qatar in January, came to nothing.",
]


def told(sentences: Sequence[str]) -> list[Sentence]:
    text, spans = " ".join(sentences), []
    for each in sentences:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(each)))
    return [sentence(text, span, quotations(text)) for span in spans]


def test_a_report_in_other_words_goes_on_as_the_other_does() -> None:
    steps = in_order(told(REPORT), told(REWORDED))
    assert [step.one for step in steps] == [step.other for step in steps]
    assert len(steps) >= 7


def test_reports_of_one_event_by_two_hands_do_not() -> None:
    assert in_order(told(REPORT), told(BY_ANOTHER_HAND)) == ()
    assert in_order(told(REPORT), told(list(reversed(REWORDED)))) == ()


def test_captions_with_the_same_names_do_not() -> None:
    one = [f"Image {n} of 12: Felix Tshisekedi greets Paul Kagame in Luanda on 8 May 2024." for n in range(12)]
    other = [f"Image {n} of 12: Paul Kagame leaves with Joao Lourenco in Luanda on 8 May 2024." for n in range(12)]
    assert in_order(told(one), told(other)) == ()


@given(st.lists(st.sampled_from([*REPORT, *REWORDED, *BY_ANOTHER_HAND, "He left.", ""]), max_size=14))
def test_it_is_the_same_from_either_side_and_steps_go_on(drawn: list[str]) -> None:
    one, other = told(REPORT), told([each for each in drawn if each])
    steps = in_order(one, other)
    assert bool(steps) == bool(in_order(other, one))
    assert all(a.one < b.one and a.other < b.other for a, b in pairwise(steps))
