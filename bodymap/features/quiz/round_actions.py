"""The actions of a round, and what each makes of it; no start reads a question for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bodymap.i18n import _
from bodymap.ui.action_values import Action

if TYPE_CHECKING:
    from bodymap.features.quiz.sitting import Sitting

Way = Callable[["Sitting"], "Sitting"]
"""How a key leads from one sitting to the next."""
_LETTERS = "ABCDEFGH"
_TEAMS = 6


def round_actions(
    group: str, step: Callable[[Way], object], is_playing: Callable[[], bool]
) -> tuple[Action, ...]:
    """Going on and back, the answers and the teams; `step` does each, while a round is played."""

    def action(name: str, words: str, way: Way, *keys: str) -> Action:
        run, reason = partial(step, way), _("no question is asked")
        return Action(f"quiz-{name}", words, group, run, keys, enabled=is_playing, reason=reason)

    answers = (
        action(
            f"answer-{letter.lower()}",
            _("Answer {letter}").format(letter=letter),
            lettered(number),
            letter,
            f"Shift+{letter}",
        )
        for number, letter in enumerate(_LETTERS)
    )
    teams = (
        action(f"team-{team + 1}", _("Team {n} is first").format(n=team + 1), buzzed(team), str(team + 1))
        for team in range(_TEAMS)
    )
    return (
        action("next", _("Show the answer, next question"), forward, "PgDown", "Right", "Space", "N"),
        action("back", _("One step back"), back, "PgUp", "Left", "Backspace", "P"),
        action("take-back", _("Take back a letter"), lambda sitting: sitting.taken_back(), "Del"),
        *answers,
        *teams,
    )


def forward(sitting: Sitting) -> Sitting:
    """To the answer, then to the next question."""
    return sitting.forward()


def back(sitting: Sitting) -> Sitting:
    """One step back."""
    return sitting.back()


def lettered(choice: int) -> Way:
    """Give an answer by its number."""
    return lambda sitting: sitting.lettered(choice)


def buzzed(team: int) -> Way:
    """A team was first."""
    return lambda sitting: sitting.buzzed(team)
