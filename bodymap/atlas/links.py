"""Whether the ids that records name lead anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bodymap.atlas.entries import Collection, Entry, Key, kind_word
from bodymap.atlas.merging import removal_field
from bodymap.atlas.records import EXERCISE, INACTIVITY, Claim, Organ, Reference, Signal
from bodymap.figure.figure import Region
from bodymap.loading.problems import Problem
from bodymap.loading.rules import Rule
from bodymap.loading.suggestions import closest
from bodymap.loading.yaml_places import Loc


class Links:
    """Every id by its kind of record, and the problems of those that lead nowhere.

    An id whose own record was broken leads nowhere either, but that problem is told already.
    """

    def __init__(self, found: Collection, regions: Mapping[str, Region], closeups: frozenset[str]) -> None:
        self.problems: list[Problem] = []
        self.regions = regions
        self.closeups = closeups
        self._found = found
        self._known: dict[type, dict[Any, Any]] = {Organ: {}, Signal: {}, Reference: {}, Claim: {}}
        for entry in found.entries:
            kind, name = entry.key
            self._known.setdefault(kind, {})[name] = entry.record
        self._agents = frozenset((*self._known[Signal], EXERCISE, INACTIVITY))

    def leads(self, entry: Entry, kind: type, name: Any, loc: Loc) -> bool:
        """Whether a record of this kind has this id; tells the problem where not."""
        known = self._known.get(kind, {})
        if name in known:
            return True
        if self._was_removed(entry, (kind, name), loc):
            return False
        if (kind, name) not in self._found.broken and kind not in self._found.broken_lists:
            self._tell_unknown(
                entry, kind_word(kind), (str(name), known if isinstance(name, str) else ()), loc
            )
        return False

    def leads_to_agent(self, entry: Entry, name: str, loc: Loc) -> bool:
        """Whether this is a signal, EXERCISE or INACTIVITY."""
        if name in self._agents:
            return True
        if self._was_removed(entry, (Signal, name), loc):
            return False
        if (Signal, name) not in self._found.broken:
            self._tell_unknown(entry, "signal", (name, self._agents), loc)
        return False

    def leads_to_region(self, entry: Entry, name: str, loc: Loc, or_sides: bool = False) -> bool:
        """Whether this is a region (or one without its side); True where no regions could be read."""
        names = (name, f"{name}-left", f"{name}-right") if or_sides else (name,)
        if not self.regions or any(n in self.regions for n in names):
            return True
        if any((Region, n) in self._found.broken for n in names):
            return False
        groups = (
            {n.removesuffix("-left").removesuffix("-right") for n in self.regions} if or_sides else set[str]()
        )
        self._tell_unknown(entry, "region", (name, {*self.regions, *groups}), loc)
        return False

    def leads_to_closeup(self, entry: Entry, name: str, loc: Loc) -> bool:
        """Whether this is a close-up; True where no figures could be read."""
        if not self.closeups or name in self.closeups:
            return True
        self._tell_unknown(entry, "close-up", (name, self.closeups), loc)
        return False

    def carrying(self, entry: Entry, names: tuple[str, ...], loc: Loc = ("references",)) -> tuple[str, ...]:
        """The references that exist and may carry a claim; tells the problems of the others."""
        known = self._known[Reference]
        if all(n in known and _may_carry(known[n]) for n in names):
            return names
        return tuple(n for i, n in enumerate(names) if self._carries(entry, n, (*loc, i)))

    def kinds(self, names: Iterable[str]) -> set[str]:
        """The kinds of study of references that exist."""
        return {self._known[Reference][name].kind for name in names}

    def existing(self, entry: Entry, kind: type, names: tuple[str, ...], loc: Loc) -> tuple[str, ...]:
        """The names that lead to a record of this kind."""
        return tuple(n for i, n in enumerate(names) if self.leads(entry, kind, n, (*loc, i)))

    def tell(
        self, entry: Entry, loc: Loc, what: str, rule: Rule = "impossible-number", suggestion: str = ""
    ) -> None:
        """Note a problem at a field of a record; most are numbers that cannot be."""
        self.problems.append(entry.problem(loc, what, suggestion).by(rule))

    def _carries(self, entry: Entry, name: str, loc: Loc) -> bool:
        if not self.leads(entry, Reference, name, loc):
            return False
        reference: Reference = self._known[Reference][name]
        if reference.retracted:
            self.tell(
                entry,
                loc,
                f"the reference '{name}' was retracted and carries no claim",
                "unverified-reference",
            )
        elif not reference.verified:
            self.tell(
                entry,
                loc,
                f"the reference '{name}' is not verified and carries no claim",
                "unverified-reference",
            )
        return _may_carry(reference)  # without DOI and PMID it does not, and that is told where it stands

    def _was_removed(self, entry: Entry, key: Key, loc: Loc) -> bool:
        """Whether a pack took away what is named; told where it did so, for its author can change that."""
        found = self._found.removed.get(key)
        if found is None:
            return False
        (head, at), (kind, name), (own, own_name) = found, key, entry.key
        there = entry.problem(loc, "")
        named = f"{kind_word(own)} '{own_name}'"
        what = f"the {kind_word(kind)} '{name}' is removed here, but the {named} still names it"
        where = f" ({entry.document.source.name}:{there.line})"
        also = removal_field(own)
        too = f"; remove that too, '{also}: [{own_name}]', or write it anew here"
        cure = too if also else "; write that anew here"
        other = there.as_related(f"the {named} names it here")
        self.problems.append(head.problem(at, what + where + cure).by("removed-id", other))
        return True

    def _tell_unknown(self, entry: Entry, kind: str, name: tuple[str, Iterable[Any]], loc: Loc) -> None:
        wanted, known = name
        hint = closest(wanted, (str(n) for n in known))
        self.problems.append(entry.problem(loc, f"there is no {kind} '{wanted}'", hint).by("unknown-id"))


def _may_carry(reference: Reference) -> bool:
    """Whether its DOI or PMID was seen, and it stands."""
    seen = reference.doi is not None or reference.pmid is not None
    return reference.verified and seen and not reference.retracted
