"""Which layers of the drawing are shown: what the lens needs, or what a reader chose."""

from __future__ import annotations

from bodymap.state import LAYERS, State
from bodymap.viewmodels.places import MUSCLE
from bodymap.viewmodels.topic import Topic

ORGANS_SHOWN = ("skin", "organs", "vessels", "skeleton")
"""The layers, in a reader's words, of the picture that shows organs."""
MUSCLES_SHOWN = ("skin", "muscles")
"""The layers, in a reader's words, of the picture that shows muscles."""

_ORGANS = frozenset(
    (
        "aura",
        "skin",
        "skeleton",
        "organs-deep",
        "vessels",
        "organs",
        "vessels-upper",
        "organs-upper",
        "outlines",
        "rim",
    )
)
"""What the picture that shows organs draws."""
_MUSCLES = frozenset(("aura", "skin", "muscles", "rim"))
_ORDER_FRONT = (
    "aura",
    "skin",
    "fat-subcutaneous",
    "muscles-deep",
    "skeleton",
    "bone-marrow",
    "organs-deep",
    "vessels",
    "organs",
    "vessels-upper",
    "organs-upper",
    "outlines",
    "fat",
    "lymph",
    "muscles",
    "rim",
)
_ORDER_BACK = (
    "aura",
    "skin",
    "fat-subcutaneous",
    "muscles-deep",
    "skeleton",
    "bone-marrow",
    "organs",
    "organs-upper",
    "vessels-upper",
    "organs-deep",
    "vessels",
    "fat",
    "lymph",
    "muscles",
    "rim",
)


def shown_layers(state: State, topic: Topic) -> tuple[str, ...]:
    """The layers that are on, in a reader's words (`state.LAYERS`), chosen or as the lens needs."""
    if state.layers is not None:
        return tuple(name for name in LAYERS if name in state.layers)
    return MUSCLES_SHOWN if _is_about_muscle(topic) else ORGANS_SHOWN


def drawing_layers(state: State, topic: Topic) -> tuple[str, ...]:
    """The drawing's layers to show, bottom to top; aura and rim always."""
    shown = shown_layers(state, topic)
    if set(shown) == set(ORGANS_SHOWN):
        wanted = _ORGANS
    elif set(shown) == set(MUSCLES_SHOWN):
        wanted = _MUSCLES
    else:
        wanted = frozenset(("aura", "rim")).union(*(_drawn(name) for name in shown))
    return tuple(name for name in (_ORDER_BACK if state.view == "back" else _ORDER_FRONT) if name in wanted)


def _drawn(name: str) -> frozenset[str]:
    layers = {
        "skin": {"skin"},
        "fat": {"fat-subcutaneous", "fat"},
        "muscles": {"muscles-deep", "muscles"},
        "organs": {"organs-deep", "organs", "organs-upper", "outlines"},
        "vessels": {"vessels", "vessels-upper"},
        "lymph": {"lymph"},
        "skeleton": {"skeleton", "bone-marrow"},
    }
    return frozenset(layers.get(name, set[str]()))


def _is_about_muscle(topic: Topic) -> bool:
    return topic.ref.kind == "organ" and topic.ref.id == f"skeletal-{MUSCLE}"
