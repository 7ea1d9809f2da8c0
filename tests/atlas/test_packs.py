"""Packs over packs: what the upper takes away, and whose claim a record is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bodymap.atlas.checking import check
from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.origins import Origin
from bodymap.atlas.reading import Library, read_library
from bodymap.atlas.records import Effect
from bodymap.loading.shipped import shipped

PACKS = Path(__file__).resolve().parent.parent / "packs"
FIGURES = PACKS / "figures"
HEAD = """id: {id}
title: A course
version: 1.2.0
licence: CC0-1.0
authors: [A teacher]
languages: [en]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))


def course(tmp_path: Path, more: str = "", **files: str) -> Path:
    folder = tmp_path / "course"
    (folder / "signals").mkdir(parents=True)
    (folder / "pack.yaml").write_text(HEAD.format(id="course") + more, "utf-8")
    for name, text in files.items():
        (folder / f"signals/{name}.yaml").write_text(text, "utf-8")
    return folder


def read(*packs: Path) -> Library:
    return read_library(packs, FIGURES, cache=None)


def told(library: Library, folder: Path) -> list[str]:
    return [str(p.seen_from(folder)) for p in library.problems]


def test_an_effect_is_taken_away_and_nothing_dangles(pack: Path, tmp_path: Path) -> None:
    library = read(pack, course(tmp_path, "remove: {effects: [e002], findings: [s001]}\n"))
    assert library.problems == ()
    assert [e.id for e in library.atlas.effects] == ["e003", "e001"]
    assert library.atlas.findings == ()


WEEKS = """habits:
  - {id: weeks, signal: il6, habit: sitting, weeks: 2, what: two weeks of rest, people: volunteers, n: 9,
     words: no change, references: [smith2001]}
"""
REPLACING = """agent: inactivity
effects:
  - id: e002
    organ: liver
    what: The liver answers.
    how: Seen in people.
    direction: increases
    of: sugar output
    evidence: human-trial
    confidence: low
    references: [smith2001]
"""


def replacing(tmp_path: Path, more: str = "", text: str = REPLACING) -> Path:
    upper = course(tmp_path, more)
    (upper / "effects").mkdir()
    (upper / "effects/mine.yaml").write_text(text, "utf-8")
    return upper


def test_an_effect_that_takes_the_id_of_another_thing_is_told(pack: Path, tmp_path: Path) -> None:
    upper = replacing(tmp_path)
    library = read(pack, upper)
    assert told(library, upper) == [
        "effects/mine.yaml:3:9: warning: this replaces the effect 'e002' of the pack below, which is about "
        "'il6' and 'heart'; take an id of your own, or name 'e002' under 'remove' in pack.yaml if you mean it"
    ]
    assert [(r.path.name, r.line) for r in library.problems[0].related] == [("il6.yaml", 27)]
    assert next(e for e in library.atlas.effects if e.id == "e002").organ == "liver"


def test_a_replacement_that_is_meant_is_not_told(pack: Path, tmp_path: Path) -> None:
    upper = replacing(tmp_path, "remove: {effects: [e002]}\n")
    assert told(read(pack, upper), upper) == []
    same = REPLACING.replace("inactivity", "il6").replace("liver", "heart")
    (upper / "pack.yaml").write_text(HEAD.format(id="course"), "utf-8")
    (upper / "effects/mine.yaml").write_text(same, "utf-8")
    assert told(read(pack, upper), upper) == []


def test_a_reference_that_takes_the_id_of_another_is_told(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path)
    (upper / "references").mkdir()
    text = (pack / "references/review.yaml").read_text("utf-8")
    (upper / "references/review.yaml").write_text(text, "utf-8")
    assert told(read(pack, upper), upper) == []
    (upper / "references/review.yaml").write_text(text.replace("10.1000/abc.1", "10.1000/abc.9"), "utf-8")
    (said,) = told(read(pack, upper), upper)
    assert said.startswith("references/review.yaml:3:9: warning: this replaces the reference 'smith2001'")
    assert "which is about 'A study'" in said


def test_what_nobody_has_cannot_be_removed(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path, "remove:\n  signals: [il66]\n  claims: [7]\n")
    assert told(read(pack, upper), upper) == [
        "pack.yaml:8:13: no pack below has the signal 'il66', so it cannot be removed; did you mean 'il6'?",
        "pack.yaml:9:12: no pack below has the claim '7', so it cannot be removed",
    ]


def test_an_unknown_kind_of_record_is_told_with_the_nearest(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path, "remove: {signal: [il6]}\n")
    assert told(read(pack, upper), upper) == ["pack.yaml:7:10: unknown key 'signal'; did you mean 'signals'?"]


def test_what_still_names_a_removed_thing_is_told_where_it_was_removed(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path, "remove: {signals: [il6]}\n")
    library = read(pack, upper)
    lines = [
        ("claim", "1", "claims.yaml:9", "claims"),
        ("effect", "e001", "signals/il6.yaml:2", "effects"),
        ("effect", "e002", "signals/il6.yaml:2", "effects"),
        ("movement", "running", "movements/running.yaml:15", "movements"),
    ]
    assert told(library, upper) == [
        f"pack.yaml:7:20: the signal 'il6' is removed here, but the {kind} '{name}' still names it"
        f" ({place}); "
        f"remove that too, '{key}: [{name}]', or write it anew here"
        for kind, name, place, key in lines
    ]
    ends = [(r.path.name, r.line) for p in library.problems for r in p.related]
    assert ends == [("claims.yaml", 9), ("il6.yaml", 2), ("il6.yaml", 2), ("running.yaml", 15)]
    assert [e.id for e in library.atlas.effects] == ["e003"]


def test_all_that_names_it_can_be_removed_with_it(pack: Path, tmp_path: Path) -> None:
    claims = "claims: [1], effects: [e001, e002], movements: [running]"
    upper = course(tmp_path, f"remove: {{signals: [il6], {claims}}}\n")
    assert told(read(pack, upper), upper) == []


def test_courses_curves_and_days_are_removed_too(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path, "remove: {courses: [run-smith], curves: [il6], days: [run-day]}\n")
    assert told(read(pack, upper), upper) == []  # no start reads what they are about
    kept = {(type(r).__name__, r.id) for r in read_kinetics([pack, upper], FIGURES, cache=None).records}
    gone = {("Course", "run-smith"), ("Curve", "il6"), ("Day", "run-day")}
    before = {(type(r).__name__, r.id) for r in read_kinetics([pack], FIGURES, cache=None).records}
    assert gone <= before
    assert not gone & kept
    assert ("Day", "desk-day") in kept


def test_a_course_that_nobody_has_cannot_be_removed(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path, "remove: {courses: [run-smit]}\n")
    assert [str(p.seen_from(upper)) for p in check([pack, upper], FIGURES)] == [
        "pack.yaml:7:20: no pack below has the course 'run-smit', so it cannot be removed; "
        "did you mean 'run-smith'?"
    ]


def test_resting_levels_tellings_and_all_that_holds_the_model_are_removed_too(
    pack: Path, tmp_path: Path
) -> None:
    gone = {
        ("Telling", "no"),
        ("Floor", "il6"),
        ("Expectation", "rises"),
        ("Freedom", "il6.gain"),
        ("LeftOut", "smith2001"),
        ("Habit", "weeks"),
    }
    (pack / "physiology/weeks.yaml").write_text(WEEKS, "utf-8")
    before = {(type(r).__name__, r.id) for r in read_kinetics([pack], FIGURES, cache=None).records}
    assert gone <= before
    words = "tellings: ['no'], floors: [il6], expectations: [rises], free: [il6.gain], studies: [smith2001]"
    upper = course(tmp_path, f"remove: {{{words}, habits: [weeks]}}\n")
    found = read_kinetics([pack, upper], FIGURES, cache=None)
    assert found.problems == ()
    assert {(type(r).__name__, r.id) for r in found.records} == before - gone
    assert told(read(pack, upper), upper) == []


@pytest.mark.parametrize(
    ("words", "what", "near"),
    [
        ("floors: [il66]", "resting level 'il66'", "il6"),
        ("tellings: [none]", "text 'none'", "no"),
        ("expectations: [rise]", "expectation 'rise'", "rises"),
        ("free: [il6.gian]", "free parameter 'il6.gian'", "il6.gain"),
        ("studies: [smith2002]", "study left out 'smith2002'", "smith2001"),
    ],
)
def test_what_no_physiology_has_cannot_be_removed(
    pack: Path, tmp_path: Path, words: str, what: str, near: str
) -> None:
    upper = course(tmp_path, f"remove: {{{words}}}\n")
    column = len("remove: {") + words.index("[") + 2
    assert [str(p.seen_from(upper)) for p in check([pack, upper], FIGURES)] == [
        f"pack.yaml:7:{column}: no pack below has the {what}, so it cannot be removed; did you mean '{near}'?"
    ]


def test_curves_that_follow_a_removed_one_are_told_with_what_removes_them(pack: Path, tmp_path: Path) -> None:
    curve = (pack / "physiology/il6.yaml").read_text("utf-8")
    follower = curve.replace("id: il6", "id: il10").replace("drive: work", "drive: follows-il6")
    (pack / "physiology/il10.yaml").write_text(follower, "utf-8")
    signal = (pack / "signals/il6.yaml").read_text("utf-8").split("\neffects:")[0]
    (pack / "signals/il10.yaml").write_text(signal.replace("id: il6", "id: il10"), "utf-8")
    upper = course(tmp_path, "remove: {curves: [il6]}\n")
    found = [str(p.seen_from(upper)) for p in check([pack, upper], FIGURES)]
    start = "pack.yaml:7:19: the curve 'il6' is removed here, but the "
    assert found == [
        f"{start}curve 'il10' still names it (physiology/il10.yaml:2); "
        "remove that too, 'curves: [il10]', or write it anew here",
        f"{start}file of the fit 'fit' still names it (physiology/fit.yaml:6); write that anew here",
        f"{start}free parameter 'il6.gain' still names it (physiology/fit.yaml:8); "
        "remove that too, 'free: [il6.gain]', or write it anew here",
    ]


def test_what_is_removed_and_written_anew_dangles_nowhere(pack: Path, tmp_path: Path) -> None:
    lower = (pack / "signals/il6.yaml").read_text("utf-8").split("\neffects:")[0]
    upper = course(tmp_path, "remove: {signals: [il6]}\n", il6=lower.replace("Interleukin-6", "Mine"))
    library = read(pack, upper)
    assert library.problems == ()
    assert library.atlas.signals["il6"].name == "Mine"


def test_two_packs_of_one_name_are_told_with_both_ends(pack: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(pack, tmp_path / "other"))
    problem = read(pack, other).problems[0]
    assert (problem.path, problem.line, problem.column) == (other / "pack.yaml", 1, 5)
    assert "is read already, from" in problem.what
    assert [(r.path, r.line) for r in problem.related] == [(pack / "pack.yaml", 1)]


def test_a_folder_named_twice_is_read_once(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack.parent)
    assert read(pack, Path("pack")).problems == ()


def test_a_pack_without_a_head_is_told_and_read(pack: Path) -> None:
    (pack / "pack.yaml").unlink()
    library = read(pack)
    said = "this pack has no pack.yaml, which says what it is and who answers for it"
    assert told(library, pack) == [f"pack.yaml:1:1: {said}"]
    origin = library.atlas.origins.of(library.atlas.organs["liver"])
    assert origin is not None
    assert origin.pack.title == "pack"


def origins(library: Library, *effects: str) -> list[Origin | None]:
    return [library.atlas.origins.of(e) for e in library.atlas.effects if e.id in effects]


def test_a_record_knows_pack_file_and_line(pack: Path, tmp_path: Path) -> None:
    lower = (pack / "signals/il6.yaml").read_text("utf-8").replace("id: e001", "id: mine-1")
    library = read(pack, course(tmp_path, il6=lower))
    found = [(o.pack.id, o.file, o.line, o.is_base) for o in origins(library, "e003", "e001", "mine-1") if o]
    assert found == [
        ("sound", "effects/inactivity.yaml", 3, True),
        ("sound", "signals/il6.yaml", 16, True),
        ("course", "signals/il6.yaml", 16, False),
    ]
    signal = library.atlas.origins.of(library.atlas.signals["il6"])
    assert signal is not None
    assert (signal.pack.version, signal.pack.authors, signal.line) == ("1.2.0", ("A teacher",), 2)


def test_a_record_that_nobody_read_has_no_origin(pack: Path) -> None:
    stranger = Effect("x", "il6", "liver", "", "", "increases", "", "animal", "low", ())
    assert read(pack).atlas.origins.of(stranger) is None


def test_origins_survive_the_cache(pack: Path, tmp_path: Path) -> None:
    upper = course(tmp_path)
    fresh = read_library([pack, upper], FIGURES, tmp_path / "cache").atlas
    kept = read_library([pack, upper], FIGURES, tmp_path / "cache").atlas
    everything = (*fresh.effects, *fresh.organs.values(), *fresh.claims, *fresh.references.values())
    assert all(fresh.origins.of(r) == kept.origins.of(r) for r in everything)
    assert all(fresh.origins.of(r) for r in everything)


def test_the_line_of_every_shipped_effect_is_the_one_that_a_search_finds() -> None:
    library = read_library([shipped("data")], cache=None)
    for effect in library.atlas.effects:
        origin = library.atlas.origins.of(effect)
        assert origin is not None
        line = (shipped("data") / origin.file).read_text("utf-8").splitlines()[origin.line - 1]
        assert re.fullmatch(rf"\s*- id: {effect.id}", line)
