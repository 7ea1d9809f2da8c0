"""What a pack.yaml says of its pack, checked."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from bodymap.atlas.entries import Collection, Entry
from bodymap.atlas.packs import Pack
from bodymap.loading.languages import CODE
from bodymap.loading.problems import Problem
from bodymap.loading.suggestions import plain_id
from bodymap.loading.yaml_places import Loc

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_VERSION = re.compile(r"[0-9]+\.[0-9]+(?:\.[0-9]+)?(?:[-+.][0-9A-Za-z.-]+)?\Z")


def check_pack(found: Collection, folder: Path) -> None:
    """Tell what is wrong in a pack's own words; and that it has none, where only the pack.yaml is missing."""
    if found.head is None:
        if not found.has_head_file and not any(p.path == folder for p in found.problems):
            what = "this pack has no pack.yaml, which says what it is and who answers for it"
            found.problems.append(Problem(folder / "pack.yaml", 1, 1, what, rule="unreadable-file"))
        return
    used = found.languages if found.entries else frozenset(found.head.record.languages)  # lessons alone
    found.problems += [*_names(found.head), *_languages(found.head, used)]


def _names(entry: Entry) -> list[Problem]:
    pack: Pack = entry.record
    problems: list[Problem] = []
    if not _ID.match(pack.id):
        what = f"the id '{pack.id[:40]}' should be lower case letters, digits and hyphens"
        problems.append(entry.problem(("id",), what, plain_id(pack.id[:100])).by("bad-identifier"))
    if not _VERSION.match(pack.version):
        what = f"'{pack.version[:40]}' is not a version, such as 1.0.0"
        problems.append(entry.problem(("version",), what).by("bad-identifier"))
    for key in ("title", "licence"):
        if not getattr(pack, key).strip():
            problems.append(_silent(entry, (key,)))
    problems += [_silent(entry, ("authors", i)) for i, who in enumerate(pack.authors) if not who.strip()]
    if not pack.authors:
        problems.append(
            entry.problem(("authors",), "somebody answers for a pack; 'authors' is empty").by("blank-text")
        )
    return problems


def _silent(entry: Entry, loc: Loc) -> Problem:
    return entry.problem(loc, f"'{loc[0]}' says nothing").by("blank-text")


def _languages(entry: Entry, used: AbstractSet[str]) -> list[Problem]:
    """Each language is a code, and where there are several, there is a text in each."""
    languages = entry.record.languages
    if not languages:
        return [
            entry.problem(("languages",), "'languages' is empty; name the one of the texts, such as en").by(
                "blank-text"
            )
        ]
    problems = [
        entry.problem(("languages", i), f"'{code[:20]}' is not the code of a language, such as en").by(
            "bad-identifier"
        )
        for i, code in enumerate(languages)
        if not CODE.match(code)
    ]
    for i, code in enumerate(languages[1:], start=1):
        if code not in used:
            what = f"the translation into '{code}' is missing: no text of this pack is in it"
            cure = f"; write one as {{{languages[0]}: …, {code}: …}}"
            problems.append(entry.problem(("languages", i), what + cure).by("missing-translation"))
    return problems
