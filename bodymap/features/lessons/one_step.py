"""A view as a lesson of one step, with the words and the sources of its card."""

from __future__ import annotations

from dataclasses import replace

from bodymap.atlas.atlas import Atlas
from bodymap.features.lessons.editing import step_of
from bodymap.features.lessons.model import Lesson
from bodymap.state import State
from bodymap.viewmodels.card_values import Card
from bodymap.viewmodels.citations import citation


def lesson_of(card: Card, state: State, atlas: Atlas) -> Lesson:
    """What a card says of a state, as a lesson."""
    cited = {source.citation for source in card.sources}
    references = tuple(r.id for r in atlas.references.values() if citation(r) in cited)
    step = step_of(state, card.title, card.sentence)
    whole = replace(step, references=references, plain=not references)
    return Lesson(title=card.title, level=state.level, steps=(whole,))
