"""Thousands of questions of each kind, checked against the YAML itself, not against the atlas."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from bodymap.atlas.kinetic_reading import read_kinetics
from bodymap.atlas.kinetic_records import Course
from bodymap.atlas.reading import Library
from bodymap.atlas.records import Ref
from bodymap.features.quiz.bank import Bank, clickable_organs
from bodymap.features.quiz.model import KINDS, Kind, Question
from bodymap.features.quiz.rounds import round_of
from bodymap.features.quiz.setup import lesson_questions
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped

MANY, ROUND = 10_000, 20
DATA = shipped("data")
TINY = {"organ:hippocampus", "organ:hypothalamus", "organ:adrenal", "organ:thymus"}

Row = dict[str, Any]


@pytest.fixture(scope="module")
def bank(library: Library) -> Bank:
    figures = Figures(shipped("assets", "figures"), library.anatomy)
    views = [figures.view(figure, view) for figure in figures.ids() for view in figures.views(figure)]
    courses = [r for r in read_kinetics([DATA]).records if isinstance(r, Course)]
    return Bank.of(library.atlas, courses, clickable_organs(library.atlas, figures.anatomy, views))


def plain(path: Path) -> Row:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def rows(folder: str, key: str, head: str) -> Iterator[Row]:
    for path in sorted((DATA / folder).glob("*.yaml")):
        held = plain(path)
        yield from ({**row, head: held.get(head) or held.get("id")} for row in held.get(key, []))


class Raw:
    """What the files say, indexed by hand."""

    def __init__(self) -> None:
        self.organs = {o["id"]: o for o in map(plain, (DATA / "organs").glob("*.yaml"))}
        self.signals = {s["id"]: s for s in map(plain, (DATA / "signals").glob("*.yaml"))}
        effects = [*rows("signals", "effects", "agent"), *rows("effects", "effects", "agent")]
        self.effects = {e["id"]: e for e in effects}
        self.findings = {f["id"]: f for f in rows("findings", "findings", "organ")}
        self.courses = {c["id"]: c for c in rows("kinetics", "courses", "signal")}
        self.claims = {c["number"]: c for c in plain(DATA / "claims.yaml")["claims"]}
        files = map(plain, (DATA / "references").glob("*.yaml"))
        self.verified = {r["id"] for f in files for r in f["references"] if r["verified"]}
        self.touched: dict[str, set[str]] = defaultdict(set)
        for effect in effects:
            self.touched[effect["agent"]].add(effect["organ"])

    def kin(self, organ: str) -> set[str]:
        closeup = self.organs[organ].get("closeup")
        return {organ} | {i for i, o in self.organs.items() if closeup and o.get("closeup") == closeup}

    def is_silent(self, signal: str, organ: str) -> bool:
        return not self.kin(organ) & (self.touched[signal] | set(self.signals[signal]["sources"]))


@pytest.fixture(scope="module")
def raw() -> Raw:
    return Raw()


def ids(question: Question) -> list[str]:
    return [choice.id.rpartition(":")[2] for choice in question.choices]


def about(question: Question, kind: str) -> list[str]:
    return [name.partition(":")[2] for name in question.about if name.startswith(f"{kind}:")]


def split(question: Question) -> tuple[str, list[str]]:
    """The one right choice, and the others."""
    found = ids(question)
    right = found.pop(question.right[0])
    return right, found


def check_action(effect: Row) -> None:
    """It does something, and more than a weak row or an association says so."""
    assert effect["direction"] != "no-change"
    assert effect["evidence"] != "human-observational"
    assert effect["confidence"] != "low"


def check_organ(question: Question, raw: Raw) -> None:
    (signal,), (right, others) = about(question, "signal"), split(question)
    (effect,) = (raw.effects[i] for i in about(question, "effect"))
    assert (effect["agent"], effect["organ"]) == (signal, right)
    check_action(effect)
    assert raw.signals[signal]["short"] in question.ask
    assert all(raw.is_silent(signal, other) for other in others)


def check_signal(question: Question, raw: Raw) -> None:
    (effect,) = (raw.effects[i] for i in about(question, "effect"))
    right, others = split(question)
    assert effect["agent"] == right
    check_action(effect)
    assert effect["of"] in question.ask
    assert raw.organs[effect["organ"]]["name"] in question.ask
    assert all(raw.is_silent(other, effect["organ"]) for other in others)
    assert raw.signals[right]["short"] not in question.ask.replace("“", " ").replace("”", " ").split()


def check_source(question: Question, raw: Raw) -> None:
    (signal,), (right, others) = about(question, "signal"), split(question)
    sources = set(raw.signals[signal]["sources"])
    assert right in sources
    assert not any(raw.kin(other) & sources for other in others)


def check_direction(question: Question, raw: Raw) -> None:
    (effect,) = (raw.effects[i] for i in about(question, "effect"))
    right, _others = split(question)
    assert right == effect["direction"]
    assert effect["confidence"] != "low"
    agent = raw.signals.get(effect["agent"])
    assert agent is None or agent["short"] not in effect["of"], "its own level is nothing that it does"
    same = (
        e["direction"]
        for e in raw.effects.values()
        if (e["agent"], e["organ"], e["of"]) == (effect["agent"], effect["organ"], effect["of"])
    )
    assert set(same) == {right}


def check_order(question: Question, raw: Raw) -> None:
    def after(name: str) -> int:
        course = raw.courses[name]
        (bout,) = course["bouts"]
        highest = max((p for p in course["points"] if "value" in p), key=lambda p: p["value"])
        return highest["minute"] - bout.get("start", 0) - bout["minutes"]

    times = [after(ids(question)[i]) for i in question.right]
    assert sorted(question.right) == [0, 1, 2]
    assert all(later - sooner >= 20 for sooner, later in pairwise(times))


def check_claim(question: Question, raw: Raw) -> None:
    (number,) = about(question, "claim")
    claim = raw.claims[int(number)]
    right, others = split(question)
    assert right == claim["verdict"]
    assert {right, *others} == {"supported", "nuanced", "overstated", "unverified"}
    assert claim["claim"].rstrip(".") in question.ask


def check_match(question: Question, raw: Raw) -> None:
    signals = [choice.id.partition(":")[2] for choice in question.left]
    organs = ids(question)
    assert sorted(question.right) == [0, 1, 2]
    assert [(e["agent"], e["organ"]) for e in (raw.effects[i] for i in about(question, "effect"))] == [
        (signal, organs[at]) for signal, at in zip(signals, question.right, strict=True)
    ]
    for i, signal in enumerate(signals):
        check_action(raw.effects[about(question, "effect")[i]])
        assert all(raw.is_silent(signal, organ) for at, organ in enumerate(organs) if at != question.right[i])


def check_moving(question: Question, raw: Raw) -> None:
    (finding,) = (raw.findings[i] for i in about(question, "finding"))
    right, _others = split(question)
    assert right == finding["kind"]
    assert finding["bearing"] != "unclear"
    assert not re.search(r"\b(HR|RR|OR)\b", question.ask), "a class takes HR for its pulse"
    seen = (finding["endpoint"], finding["measure"], finding.get("value"), finding.get("words"))
    same = (
        f["kind"]
        for f in raw.findings.values()
        if (f["endpoint"], f["measure"], f.get("value"), f.get("words")) == seen
    )
    assert set(same) == {right}


CHECKS: Mapping[Kind, Callable[[Question, Raw], None]] = {
    "organ": check_organ,
    "signal": check_signal,
    "source": check_source,
    "direction": check_direction,
    "order": check_order,
    "claim": check_claim,
    "match": check_match,
    "moving": check_moving,
}


@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand_questions_have_exactly_one_right_answer(kind: Kind, bank: Bank, raw: Raw) -> None:
    checked: set[Question] = set()
    made, seed = 0, 0
    while made < MANY:
        found = round_of(bank, [kind], ROUND, seed)
        assert len({q.key for q in found}) == len(found) >= ROUND, "no repeats in a round"
        made, seed = made + len(found), seed + 1
        checked.update(found)
    for question in checked:
        CHECKS[kind](question, raw)
        check_any(question, raw)


def check_any(question: Question, raw: Raw) -> None:
    words = [choice.words for choice in question.choices]
    assert len(set(words)) == len(words) >= 2
    assert question.why.strip()
    assert raw.verified.issuperset(question.references)
    assert question.references or unchecked(question, raw)
    if question.form == "click":
        assert not TINY & {choice.id for choice in question.choices}


def unchecked(question: Question, raw: Raw) -> bool:
    """Whether it is about a sentence that nobody checked, which has no source to name."""
    return (
        question.kind == "claim" and raw.claims[int(about(question, "claim")[0])]["verdict"] == "unverified"
    )


def test_the_same_seed_gives_the_same_questions_and_another_gives_others(bank: Bank) -> None:
    assert round_of(bank, n=40, seed=7) == round_of(bank, n=40, seed=7)
    assert round_of(bank, n=40, seed=7) != round_of(bank, n=40, seed=8)


def test_a_round_takes_the_kinds_in_turn(bank: Bank) -> None:
    assert [q.kind for q in round_of(bank, n=16, seed=1)] == [*KINDS, *KINDS]


def test_a_round_ends_where_there_are_no_more(bank: Bank, raw: Raw) -> None:
    assert len(round_of(bank, ["claim"], 500)) == len(raw.claims)


def test_tiny_organs_are_asked_by_name(bank: Bank) -> None:
    asked = [q for seed in range(50) for q in round_of(bank, ["organ"], 20, seed)]
    by_name = [q for q in asked if TINY & {q.choices[q.right[0]].id}]
    assert by_name
    assert {q.form for q in by_name} == {"choice"}
    assert any(q.form == "click" for q in asked)


def test_all_three_directions_and_both_ways_of_living_are_asked(bank: Bank) -> None:
    for kind, answers in (("direction", 3), ("moving", 2)):
        kinds: list[Kind] = [kind]
        assert len({q.right for q in round_of(bank, kinds, 80)}) == answers


def test_questions_can_be_about_some_things_only(bank: Bank, raw: Raw) -> None:
    liver = bank.about([Ref("organ", "liver"), Ref("signal", "bdnf")])
    for kind in ("organ", "signal", "direction", "match", "moving", "source", "claim"):
        found = round_of(liver, [kind], 50, 2)
        assert found, kind
        for question in found:
            CHECKS[kind](question, raw)
            check_any(question, raw)
    for question in round_of(liver, ["direction"], 50):
        effect = raw.effects[about(question, "effect")[0]]
        assert effect["organ"] == "liver" or effect["agent"] == "bdnf"


def test_no_amount_is_asked_for_where_none_was_compared(bank: Bank) -> None:
    asked = [question.ask for question in round_of(bank, ["direction"], 500)]
    assert len(asked) > 60
    for of in ("IL-6 removal", "IL-6 leaving the brain", "alarm blocking", "muscle release"):
        assert not any(f"“{of}”" in ask for ask in asked)


def test_reasons_are_sentences(bank: Bank) -> None:
    kinds: tuple[Kind, ...] = ("source", "claim", "direction", "moving")
    for kind in kinds:
        whys = [question.why for question in round_of(bank, [kind], 500)]
        assert whys
        assert all(len(why.split()) > 3 for why in whys), kind
    why = next(q.why for q in round_of(bank, ["source"], 500) if q.about == ("signal:angptl4",))
    assert why == "ANGPTL4 comes from: liver, resting muscle, fat."


def test_a_lesson_is_asked_about_no_signal_that_it_did_not_show(bank: Bank, raw: Raw) -> None:
    seen = [Ref("organ", "skeletal-muscle"), Ref("signal", "il6")]
    found = lesson_questions(bank, seen, 60, 2, [Own()])
    assert [q.kind for q in found].count("written") == 1
    assert found[0].kind == "written", "the teacher's own come first"
    assert {"direction", "signal", "claim", "moving"} <= {q.kind for q in found}
    for question in found[1:]:
        agents = {raw.effects[i]["agent"] for i in about(question, "effect")}
        assert agents <= {"il6", "exercise", "inactivity"}
        assert set(about(question, "signal")) <= {"il6"}
    assert not round_of(bank.shown(seen), ["match", "order"], 5), "they need three signals"
    assert lesson_questions(bank, seen, 0, 2, [Own()]) == ()
    assert lesson_questions(bank, [], 5, 2, [Own()]) == found[:1], "no strangers fill it up"


class Own:
    """A teacher's question, as any file may hold it."""

    ask, right, wrong = "Who is right?", "Ann", ("Bob", "Cem")
    why, references = "", ("wedell2019",)


def test_questions_of_the_teacher_join(bank: Bank) -> None:
    found = round_of(bank, ["claim"], 4, 3, [Own()])
    assert [q.kind for q in found] == ["written", "claim", "claim", "claim"]
    assert found[0].right_words == "Ann"
    assert {c.words for c in found[0].choices} == {"Ann", "Bob", "Cem"}
    assert {round_of(bank, [], 1, seed, [Own()])[0].right for seed in range(20)} == {(0,), (1,), (2,)}
