"""Somebody and those he was in touch with as a small drawing: where each stands, how thick the lines are.

Places across are per cent of the drawing's width, places down are pixels, so that letters keep their size. The same
contacts always give the same drawing.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from math import cos, pi, sin

from msgspec import Struct

from onrecord.model.entries import ContactEntry

MOST = 12  # others that are drawn
HEIGHT, EDGE = 380, 46  # pixels
WIDE = 31.0  # per cent from the middle to the sides
ASIDE = 0.25  # of the way round from above: further on, a name stands beside its point
LONGEST = 30  # letters of a name
WEIGHTS = ((10, 4.5), (5, 3.5), (2, 2.4), (1, 1.4))  # contacts, and the pixels of their line


class Other(Struct, frozen=True, kw_only=True):
    """Somebody who was in touch: how often, in which ways, and when last as far as known."""

    id: str
    name: str
    number: int
    forms: tuple[str, ...]
    last: str | None


class Node(Struct, frozen=True, kw_only=True):
    """Where somebody stands, and his name beside it; `anchor` as in SVG."""

    id: str
    name: str
    x: float
    y: float
    label_y: float
    dx: int
    anchor: str


class Edge(Struct, frozen=True, kw_only=True):
    """A line between two; `number` of contacts, at a place upon it; `aside`: between two of the others."""

    x1: float
    y1: float
    x2: float
    y2: float
    number: int
    x: float
    y: float
    weight: float
    aside: bool = False


class Network(Struct, frozen=True, kw_only=True):
    """The drawing: the one in the middle stands first."""

    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def others(id_: str, contacts: Iterable[ContactEntry]) -> list[Other]:
    """Those with whom somebody is told to have been, or to want to be, in touch; most often first."""
    held: dict[str, list[tuple[ContactEntry, str]]] = {}
    for contact in contacts:
        if id_ in contact.between_ids and len(contact.between_ids) == len(contact.between):
            for other, name in zip(contact.between_ids, contact.between, strict=True):
                if other != id_:
                    held.setdefault(other, []).append((contact, name))
    found = [
        Other(
            id=other,
            name=told[0][1],
            number=len(told),
            forms=tuple(dict.fromkeys(contact.form for contact, _ in told)),
            last=max((contact.on for contact, _ in told if contact.on), default=None),
        )
        for other, told in held.items()
    ]
    return sorted(found, key=lambda each: (-each.number, each.name, each.id))


def network(id_: str, name: str, contacts: Iterable[ContactEntry]) -> Network | None:
    """The drawing of somebody's contacts with the MOST others that are most often named; None where there are none."""
    held = list(contacts)
    drawn = others(id_, held)[:MOST]
    if not drawn:
        return None
    middle = Node(id=id_, name=_short(name), x=50.0, y=HEIGHT / 2, label_y=HEIGHT / 2 + 22, dx=0, anchor="middle")
    nodes = [_node(each, place, len(drawn)) for place, each in enumerate(drawn)]
    at = {node.id: node for node in nodes}
    edges = [_edge(middle, node, each.number) for node, each in zip(nodes, drawn, strict=True)]
    between = Counter(
        pair
        for contact in held
        if id_ in contact.between_ids
        for pair in combinations(sorted(set(contact.between_ids) & at.keys()), 2)
    )
    aside = [_edge(at[one], at[other], number, aside=True) for (one, other), number in sorted(between.items())]
    return Network(height=HEIGHT, nodes=(middle, *nodes), edges=(*aside, *edges))


def _node(other: Other, place: int, number: int) -> Node:
    turn = 2 * pi * place / number - pi / 2
    x, y = 50 + WIDE * cos(turn), HEIGHT / 2 + (HEIGHT / 2 - EDGE) * sin(turn)
    side = 1 if cos(turn) > ASIDE else -1 if cos(turn) < -ASIDE else 0
    return Node(
        id=other.id,
        name=_short(other.name),
        x=round(x, 2),
        y=round(y, 1),
        label_y=round(y + (4 if side else 24 if sin(turn) > 0 else -16), 1),
        dx=14 * side,
        anchor={1: "start", -1: "end", 0: "middle"}[side],
    )


def _edge(one: Node, other: Node, number: int, *, aside: bool = False) -> Edge:
    return Edge(
        x1=one.x,
        y1=one.y,
        x2=other.x,
        y2=other.y,
        number=number,
        x=round((one.x + 1.4 * other.x) / 2.4, 2),
        y=round((one.y + 1.4 * other.y) / 2.4 + 4, 1),
        weight=next(pixels for least, pixels in WEIGHTS if number >= least),
        aside=aside,
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
