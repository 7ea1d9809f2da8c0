"""What is shown once all questions were asked: the standing, how it went, what to look at again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bodymap.atlas.records import Ref
from bodymap.features.quiz.bank import Bank
from bodymap.features.quiz.model import Question
from bodymap.features.quiz.page import Chip, chips
from bodymap.features.quiz.self_test import SelfTest
from bodymap.features.quiz.setup import kind_words
from bodymap.features.quiz.sitting import Sitting
from bodymap.features.quiz.teams import Teams
from bodymap.i18n import _, counted
from bodymap.viewmodels.card_values import Source
from bodymap.viewmodels.citations import Citations


class Thing(NamedTuple):
    """Something to look at again: `organ:liver`, or `claim:10` for a claim of the article; and its name."""

    address: str
    words: str


class Placed(NamedTuple):
    """A team in the final standing; teams that are level share a place."""

    place: int
    chip: Chip


class Again(NamedTuple):
    """A question with its answer, why, where to look, and who says so (numbers of `Ending.sources`)."""

    ask: str
    right: str
    why: str
    things: tuple[Thing, ...]
    cited: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a round; what there is none of is empty."""

    title: str
    words: str
    standing: tuple[Placed, ...]
    kinds: tuple[tuple[str, int, int], ...]
    heading: str
    again: tuple[Again, ...]
    sources: tuple[Source, ...]


def ending_of(bank: Bank, sitting: Sitting) -> Ending:
    """The end of a round; of one that is not over, what it has come to so far."""
    play = sitting.play
    if isinstance(play, Teams):
        return _teams_ending(bank, sitting, play)
    if isinstance(play, SelfTest):
        return _self_ending(bank, play)
    count = counted("{n} question was asked", "{n} questions were asked", len(play.questions))
    return _with_again(bank, Ending(count, "", (), (), _("The answers"), (), ()), play.questions)


def things_of(bank: Bank, about: tuple[str, ...]) -> tuple[Thing, ...]:
    """What the records of a question lead to, each once; a record that is no longer there leads nowhere."""
    atlas = bank.atlas
    effects = {e.id: e for e in atlas.effects}
    findings = {f.id: f for f in atlas.findings}
    courses = {c.id: c for c in bank.courses}
    claims = {str(c.number) for c in atlas.claims}
    found: dict[Thing, None] = {}
    for name in about:
        kind, _colon, record = name.partition(":")
        refs: tuple[Ref, ...] = ()
        if kind == "signal":
            refs = (Ref("signal", record),)
        elif kind == "effect" and record in effects:
            refs = (Ref("organ", effects[record].organ), Ref("signal", effects[record].agent))
        elif kind == "finding" and record in findings:
            refs = (Ref("organ", findings[record].organ),)
        elif kind == "course" and record in courses:
            refs = (Ref("signal", courses[record].signal),)
        elif kind == "claim" and record in claims:
            found[Thing(name, _("Claim {n} of the article").format(n=record))] = None
        found |= {Thing(str(ref), atlas.name_of(ref)): None for ref in refs if atlas.holds(ref)}
    return tuple(found)


def _teams_ending(bank: Bank, sitting: Sitting, play: Teams) -> Ending:
    shown = chips(sitting)
    ranked = sorted(shown, key=lambda chip: -chip.score)
    standing = tuple(Placed(1 + sum(c.score > chip.score for c in shown), chip) for chip in ranked)
    names = [sitting.names[i] for i in play.leaders]
    if len(names) == 1:
        title = _("{team} win").format(team=names[0])
    else:
        title = _("Level: {teams}").format(teams=", ".join(names))
    words = counted("{n} question was asked", "{n} questions were asked", len(play.questions))
    ending = Ending(title, words, standing, (), _("The answers"), (), ())
    return _with_again(bank, ending, play.questions)


def _self_ending(bank: Bank, play: SelfTest) -> Ending:
    report = play.report()
    title = _("{right} of {asked} right").format(right=report.right, asked=report.asked)
    kinds = tuple((kind_words(kind), right, n) for kind, right, n in report.by_kind)
    if not report.revisit:
        return Ending(title, _("Nothing needs another look."), (), kinds, "", (), ())
    ending = Ending(title, "", (), kinds, _("To look at again"), (), ())
    return _with_again(bank, ending, report.revisit)


def _with_again(bank: Bank, ending: Ending, questions: tuple[Question, ...]) -> Ending:
    cited = Citations(bank.atlas)
    again = tuple(
        Again(q.ask, q.right_words, q.why, things_of(bank, q.about), cited.cite(q.references))
        for q in questions
    )
    return Ending(
        ending.title, ending.words, ending.standing, ending.kinds, ending.heading, again, cited.sources()
    )
