"""What the teacher is told beside the slides: notes with sources, the step, the time, what is in force."""

from __future__ import annotations

from time import strftime

from bodymap.atlas.atlas import Atlas
from bodymap.features.lessons.model import Step
from bodymap.features.lessons.presenting.control import Presentation
from bodymap.features.lessons.presenting.keys import Deed
from bodymap.features.lessons.presenting.show import Show
from bodymap.features.lessons.presenting.teacher_window import Told
from bodymap.i18n import _
from bodymap.viewmodels.citations import Citations
from bodymap.viewmodels.reader import Reader


def told_of(presentation: Presentation, reader: Reader) -> Told:
    """What is said of a presentation that is under way."""
    assert presentation.teller is not None
    show, steps = presentation.show, presentation.teller.lesson.steps
    at, explored = show.now.at, show.now.explored
    following = steps[at + 1].title if at + 1 < len(steps) else _("End of the lesson")
    return Told(
        notes=_notes(steps[at], reader.atlas),
        step=_("{n} of {all}").format(n=at + 1, all=len(steps)),
        pace=presentation.pace().words,
        clock=strftime("%H:%M"),
        following=_("Next: {title}").format(title=following),
        active=_active(show),
        card=reader.card(explored) if explored is not None else None,
    )


def _notes(step: Step, atlas: Atlas) -> str:
    """The notes of a step with the sources it rests on."""
    cites = Citations(atlas)
    cites.cite(tuple(name for name in step.references if name in atlas.references))
    names = "; ".join(source.short for source in cites.sources())
    sources = _("Sources: {names}").format(names=names) if names else ""
    return "\n\n".join(part for part in (step.notes.strip(), sources) if part)


def _active(show: Show) -> frozenset[Deed]:
    facts: dict[Deed, bool] = {
        "black": show.blank == "black",
        "white": show.blank == "white",
        "freeze": show.frozen is not None,
        "explore": show.now.explored is not None,
        "pen": show.tool == "pen",
        "far": show.far,
    }
    return frozenset(deed for deed, is_so in facts.items() if is_so)
