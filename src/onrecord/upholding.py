"""Has a ruling take hold, or lets go of it: what it changes is made anew, and nothing else."""

import msgspec

from onrecord.errors import RulingError
from onrecord.filing import attach, bound_to, refile
from onrecord.model.rulings import CONFIRM, COPY, DOCUMENT, KEYED, REJECT, SPLIT, Ruling, refuse_malformed
from onrecord.model.settable import refuse_value
from onrecord.reconciling import beside
from onrecord.reconciling.blocks import document_block
from onrecord.reconciling.copies.entries import block_key
from onrecord.settling import SAYING, remake, settle
from onrecord.store import Reader, Writer, ruling


def take_hold(writer: Writer, made: Ruling) -> None:
    """Keeps the ruling, if it is not kept yet, and makes anew the entries that it changes. RulingError where its parts
    do not fit one another."""
    refuse_malformed(made)
    if made.id != made.seal:
        raise RulingError(f"the ruling {made.id!r} is not as it was made: its id says otherwise")
    refuse_value(made)
    if any(ruling.kept(writer, [made.id])):
        return
    turned = _turned(writer, made)
    before = _before(writer, turned)
    ruling.keep(writer, made)
    touched = attach(writer, {each.document for each in (*made.anchors, *made.apart)})
    held = _held(writer, made.id)
    own = set(ruling.blocks_of(writer, held).values()) | _of_copies(made)
    _make_anew(writer, turned, before | touched | _denials(writer, made, held), own)


def let_go(writer: Writer, id_: str, who: str, at: str) -> Ruling:
    """Takes a ruling back, and makes anew the entries that it changed; as it was. RulingError where there is none, or
    it was taken back already."""
    found = next(iter(ruling.kept(writer, [id_])), None)
    if found is None:
        raise RulingError(f"there is no ruling {id_!r}: 'onrecord rulings' lists them")
    if found.withdrawn is not None:
        raise RulingError(
            f"the ruling {id_!r} was withdrawn already, by {found.withdrawn_by} on {found.withdrawn[:10]}"
        )
    refuse_malformed(msgspec.structs.replace(found, who=who))
    turned = _turned(writer, found)
    before = _before(writer, turned)
    held = bound_to(writer, _held(writer, id_))
    own = set(ruling.blocks_of(writer, held).values()) | _of_copies(found)
    ruling.withdraw(writer, id_, who.strip(), at)
    touched = attach(writer, {each.document for each in (*found.anchors, *found.apart)})
    touched |= refile(writer, held) | _denials(writer, found, held)
    _make_anew(writer, turned, before | touched, own)
    return found


def _turned(view: Reader, made: Ruling) -> set[str]:
    """The reports of the record of which all that is read goes otherwise by the ruling: those that it is on, and those
    that name by another key whom it tells apart."""
    if made.kind == DOCUMENT:
        return view.known(each.document for each in made.anchors)
    apart = made.apart if made.what == SPLIT and made.kind in KEYED else ()
    return view.known(each.document for each in apart)


def _before(writer: Writer, turned: set[str]) -> set[str]:
    """The blocks that what is read in the reports has before."""
    return writer.blocks_in(turned) | {document_block(frame.name) for frame in writer.frames(turned)}


def _make_anew(writer: Writer, turned: set[str], touched: set[str], own: set[str]) -> None:
    """Brings the record up to date with a ruling: the blocks `touched`, and its `own`, to which nothing came."""
    if turned:
        settle(writer, turned, touched | own)
    else:
        remake(writer, touched | own, own - touched)


def _denials(view: Reader, made: Ruling, held: set[str]) -> set[str]:
    """The blocks of what denies the sayings that are ruled on, which are `held`."""
    documents = {each.document for each in made.anchors if each.kind == SAYING}
    noted = view.noted_in(documents, SAYING) if made.what in (CONFIRM, REJECT) else ()
    denying = [each.observation.id for each in noted if not held.isdisjoint(beside(each.observation))]
    return set(ruling.blocks_of(view, denying).values())


def _of_copies(made: Ruling) -> set[str]:
    return {block_key(each.document) for each in made.anchors if each.kind == COPY}


def _held(view: Reader, id_: str) -> set[str]:
    return {held for each in ruling.active(view, [id_]) for held in (*each.held, *each.apart)}
