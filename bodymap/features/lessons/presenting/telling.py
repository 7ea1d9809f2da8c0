"""In which beats a step is told, and what a slide shows and says at each: verdicts and answers wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from bodymap.atlas.records import Ref, Verdict
from bodymap.features.lessons.editing import state_at
from bodymap.features.lessons.model import Asked, Lesson, Step
from bodymap.features.lessons.presenting.show import Seen
from bodymap.features.lessons.presenting.spoken import spoken_of
from bodymap.i18n import _
from bodymap.state import State, agreed
from bodymap.viewmodels.claims import verdict_words
from bodymap.viewmodels.reader import Reader
from bodymap.viewmodels.scene_values import Label, Scene, Stage

if TYPE_CHECKING:
    from bodymap.viewmodels.timeline.values import Moment, Timeline

MOST_HIDDEN = 10
"""Labels that a step can hide and reveal: so many have room in any slide."""
_NAMES_OVER_WEEK = 4
"""Labels of each of two bodies that have room over the curves of a week."""
_OWN_TIME = ("minute", "intensity", "minutes", "day", "blocks", "week")
"""The fields that choose a time or a dose."""


class Beat(NamedTuple):
    """One thing told: the step itself, one label more, the verdict, a question, or its answer."""

    kind: Literal["step", "label", "verdict", "ask", "answer"]
    number: int = 0


class Choice(NamedTuple):
    """An answer with its letter; `right` is None before it is told."""

    letter: str
    words: str
    right: bool | None = None


class Curve(NamedTuple):
    """The curves that a slide shows, its minute, and whether measured points lie over them."""

    timeline: Timeline
    moment: Moment
    dots: bool = False


class Known(Protocol):
    """What slides are derived from; `Host` is one."""

    @property
    def reader(self) -> Reader:
        """What is known now."""
        ...

    def stage(self, state: State) -> Stage:
        """What the body shows in a state, lit as at its minute."""
        ...

    def in_time(self, state: State) -> tuple[Timeline, Moment] | None:
        """The curves of a state and its minute; None where there are none yet."""
        ...


@dataclass(frozen=True, slots=True)
class Slide:
    """What a slide shows and says. `verdict` and its words are there once told; `why` explains an answer.

    An open question's slide knows in `told` the one with the answer: body and words lie as there.
    """

    state: State
    stage: Stage
    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    verdict: Verdict | None = None
    verdict_words: str = ""
    why: str = ""
    notes: str = ""
    curve: Curve | None = None
    told: Slide | None = None


def beats_of(step: Step, labels: int = 0) -> tuple[Beat, ...]:
    """The beats of a step in which so many labels are hidden at first."""
    told = [Beat("step"), *(Beat("label", n + 1) for n in range(labels))]
    if step.claim is not None:
        told.append(Beat("verdict"))
    for number in range(len(step.questions)):
        told += [Beat("ask", number), Beat("answer", number)]
    return tuple(told)


class Teller:
    """Tells a lesson from what is known: beats, slides and hidden labels; `rests` as in Store."""

    def __init__(self, lesson: Lesson, known: Known, onlooker: State, rests: Sequence[str] = ()) -> None:
        self.lesson, self._known, self._onlooker, self._rests = lesson, known, onlooker, rests
        self._hidden = tuple(self._names(step) for step in lesson.steps)
        self.beats = tuple(
            beats_of(step, len(names)) for step, names in zip(lesson.steps, self._hidden, strict=True)
        )
        self.counts = tuple(map(len, self.beats))

    def onlooker_is(self, onlooker: State) -> None:
        """Tell it in somebody else's taste from now on."""
        self._onlooker = onlooker

    def state(self, at: int) -> State:
        """What a step shows, in the taste of whoever looks."""
        step = self.lesson.steps[at]
        shown = state_at(step, self._onlooker)
        if shown.level == State().level:
            shown = replace(shown, level=self.lesson.level)
        return agreed(shown, State(), self._rests)

    def slide(self, seen: Seen) -> Slide:
        """What is shown and said at a place."""
        step, beat = self.lesson.steps[seen.at], self.beats[seen.at][seen.beat]
        if seen.explored is not None:
            return self._explored(seen, step)
        state = self.state(seen.at)
        if seen.camera is not None:
            state = replace(state, camera=seen.camera)
        stage = self._masked(_brief(self._known.stage(state)), seen.at, beat)
        slide = Slide(state, stage, step.title, step.text, notes=step.notes)
        if beat.kind in ("ask", "answer"):
            return _asked(slide, step.questions[beat.number], beat.kind == "answer")
        curve = self._curve(state, spoken_of(step, state, self._known.reader.atlas))
        slide = replace(slide, curve=curve)
        if curve is not None and curve.timeline.extent.is_week and not self._hidden[seen.at]:
            slide = replace(slide, stage=_over_week(stage))
        return self._judged(slide, step) if beat.kind == "verdict" else slide

    def _explored(self, seen: Seen, step: Step) -> Slide:
        state = seen.explored or State()
        if seen.camera is not None:
            state = replace(state, camera=seen.camera)
        card, stage = self._known.reader.card(state), self._known.stage(state)
        return Slide(state, stage, card.title, card.sentence, notes=step.notes, curve=self._curve(state))

    def _curve(self, state: State, spoken: Sequence[str] = ()) -> Curve | None:
        """The curves of a state that looks at them, those spoken of first; None where there are none."""
        found = self._known.in_time(state) if shows_curve(state) else None
        if found is None or not found[0].drawn:
            return None
        from bodymap.viewmodels.timeline.leading import led_by  # it brings numpy
        from bodymap.viewmodels.timeline.readings import moment

        led = led_by(found[0], spoken)
        return Curve(led, found[1] if led is found[0] else moment(led, found[1].minute), state.measured)

    def _judged(self, slide: Slide, step: Step) -> Slide:
        claims = self._known.reader.atlas.claims
        claim = next((claim for claim in claims if claim.number == step.claim), None)
        if claim is None:
            return replace(slide, why=_("There is no claim {number} in the data").format(number=step.claim))
        words = verdict_words(claim.verdict)
        return replace(slide, verdict=claim.verdict, verdict_words=words, why=claim.nuance)

    def _names(self, step: Step) -> tuple[Ref, ...]:
        """What is revealed one by one at a step: what it names first, then by rank."""
        if step.labels != "hidden":
            return ()
        scenes = self._known.reader.stage(agreed(step.see, State(), self._rests)).scenes
        labels = sorted((label for scene in scenes for label in scene.labels), key=lambda label: label.rank)
        there = dict.fromkeys(label.ref for label in labels)
        named = [ref for word in step.reveal for ref in there if str(ref) == word]
        return tuple(dict.fromkeys((*named, *there)))[:MOST_HIDDEN]

    def _masked(self, stage: Stage, at: int, beat: Beat) -> Stage:
        names = self._hidden[at]
        if not names:
            return stage
        told = frozenset(names if beat.kind not in ("step", "label") else names[: beat.number])
        return Stage(tuple(_with_names(scene, names, told) for scene in stage.scenes))


def _untold(stage: Stage) -> Stage:
    """A stage while a question is open: the bodies alone, for what is lit or named may be the answer."""
    return Stage(tuple(map(_bare, stage.scenes)))


def _bare(scene: Scene) -> Scene:
    bare = Scene(scene.figure, scene.view, scene.closeup, scene.layers, scene.dimmed)
    return replace(bare, caption=scene.caption, caption_role=scene.caption_role)


def _brief(stage: Stage) -> Stage:
    """A stage for a slide: of two bodies, the legends are short, for the figures need the room."""
    if len(stage.scenes) < 2:
        return Stage(tuple(map(_with_legend_of_what_travels, stage.scenes)))
    return Stage(tuple(_with_short_legend(scene) for scene in stage.scenes))


def _with_legend_of_what_travels(scene: Scene) -> Scene:
    """A scene whose legend is short where signals travel, so that there is room to say what the dots are."""
    if not scene.routes:
        return scene
    entries = tuple(replace(entry, words=entry.brief or entry.words) for entry in scene.legend)
    return replace(scene, legend=entries, local_words=_("acts where made") if scene.local_words else "")


def _over_week(stage: Stage) -> Stage:
    """A stage over the curves of a week: of two bodies, which are small there, the names that matter most."""
    if len(stage.scenes) < 2:
        return stage
    return Stage(tuple(replace(s, labels=_first(s.labels, _NAMES_OVER_WEEK)) for s in stage.scenes))


def _first(labels: tuple[Label, ...], most: int) -> tuple[Label, ...]:
    kept = sorted(labels, key=lambda label: label.rank)[:most]
    return tuple(label for label in labels if label in kept)


def _with_short_legend(scene: Scene) -> Scene:
    """A scene of two, without the rings that its legend has no room to explain."""
    entries = (replace(e, words=e.brief or e.words) for e in scene.legend if e.shape != "molecule")
    return replace(scene, legend=tuple(entries), local=(), local_words="")


def _with_names(scene: Scene, names: Sequence[Ref], told: frozenset[Ref]) -> Scene:
    """A scene with these labels alone, those not told yet without their name."""
    labels: tuple[Label, ...] = tuple(
        replace(label, masked=label.ref not in told, rank=names.index(label.ref))
        for label in scene.labels
        if label.ref in names
    )
    return replace(scene, labels=labels)


def _asked(slide: Slide, question: Asked, is_told: bool) -> Slide:
    """The answer, with the names of what is lit alone, for the figure needs the room; or the question."""
    answers = [question.right, *question.wrong]
    Random(question.ask).shuffle(answers)  # the same order each time that it is asked
    choices = tuple(Choice(chr(ord("A") + n), words) for n, words in enumerate(answers))
    judged = tuple(choice._replace(right=choice.words == question.right) for choice in choices)
    stage = Stage(tuple(map(_with_what_is_lit, slide.stage.scenes)))
    told = replace(slide, stage=stage, text=question.ask, choices=judged, why=question.why)
    return told if is_told else replace(told, stage=_untold(stage), choices=choices, why="", told=told)


def _with_what_is_lit(scene: Scene) -> Scene:
    """Of a close-up, whose labels take much of the width, only those of what is lit."""
    if scene.closeup is None:
        return scene
    lit = {light.region for light in scene.lights}
    return replace(scene, labels=tuple(label for label in scene.labels if lit & set(label.regions)))


def shows_curve(state: State) -> bool:
    """Whether a slide of a state shows its curves: the panel is open in it, or it looks at a time of its own.

    Where nobody opened or closed the panel, only a chosen minute, dose or day speaks for it.
    """
    if state.time_open is not None:
        return state.time_open
    return any(getattr(state, name) is not None for name in _OWN_TIME)
