"""The part of the action table that is about the figure: views, close-ups, layers."""

from __future__ import annotations

from bodymap.i18n import _
from bodymap.state import CLOSEUPS, LAYERS
from bodymap.store import Store
from bodymap.ui.action_values import Action, Deeds


def figure_actions(store: Store, deeds: Deeds) -> tuple[Action, ...]:
    """Turn, change and zoom the figure."""
    group = _("Body")

    def turn() -> None:
        store.set(view="front" if store.state.view == "back" else "back", closeup=None)

    def change_figure() -> None:
        names = deeds.figures()
        at = names.index(store.state.figure) if store.state.figure in names else -1
        store.set(figure=names[(at + 1) % len(names)])

    back = Action("turn", _("Back view"), group, turn, ("F",))
    female = Action("figure", _("Female figure"), group, change_figure, ("G",))
    return (
        back._replace(checked=lambda: store.state.view == "back", enabled=deeds.turns, reason=one_view()),
        female._replace(checked=lambda: store.state.figure == "female"),
        Action("figures", _("Figures …"), group, deeds.figures_menu),
        Action("zoom-in", _("Larger"), group, deeds.zoom_in, ("+", "="), "zoom-in"),
        Action("zoom-out", _("Smaller"), group, deeds.zoom_out, ("-",), "zoom-out"),
        Action("fit", _("Whole figure"), group, deeds.fit, ("0",), "fit"),
    )


def one_view() -> str:
    """Why a figure does not turn."""
    return _("this figure has one view")


def closeup_words(closeup: str | None) -> str:
    """The name of a close-up, or of the whole body."""
    words = {
        "brain": _("Brain"),
        "muscle": _("Muscle"),
        "vessel": _("Vessel wall"),
        "bone": _("Bone"),
        "fat": _("Fat"),
        "immune": _("Immune cells"),
    }
    return words.get(closeup or "", _("Whole body"))


def closeup_actions(store: Store, deeds: Deeds) -> tuple[Action, ...]:
    """The whole body and the close-ups, one key each."""
    group = _("Close-up")

    def next_closeup() -> None:
        order = (None, *CLOSEUPS)
        store.set(closeup=order[(order.index(store.state.closeup) + 1) % len(order)])

    each = tuple(
        Action(
            f"closeup-{closeup or 'none'}",
            closeup_words(closeup),
            group,
            lambda closeup=closeup: store.set(closeup=closeup),
            (f"Ctrl+{number}",),
            checked=lambda closeup=closeup: store.state.closeup == closeup,
        )
        for number, closeup in enumerate((None, *CLOSEUPS))
    )
    return (
        *each,
        Action("closeup-next", _("Next close-up"), group, next_closeup, ("C",), "closeup"),
        Action("closeups", _("Close-ups …"), group, deeds.closeups_menu),
    )


def layer_words(layer: str) -> str:
    """The name of a layer."""
    words = {
        "skin": _("Skin"),
        "fat": _("Fat"),
        "muscles": _("Muscles"),
        "organs": _("Organs"),
        "vessels": _("Vessels"),
        "lymph": _("Lymph"),
        "skeleton": _("Skeleton"),
    }
    return words[layer]


def layer_actions(store: Store, deeds: Deeds) -> tuple[Action, ...]:
    """Show and hide the layers of the drawing."""
    group = _("Layers")

    def toggle(layer: str) -> None:
        shown = deeds.layers_shown(store.state)
        store.set(layers=tuple(n for n in LAYERS if (n in shown) != (n == layer)))

    each = tuple(
        Action(
            f"layer-{layer}",
            layer_words(layer),
            group,
            lambda layer=layer: toggle(layer),
            (f"Alt+{number}",),
            checked=lambda layer=layer: layer in deeds.layers_shown(store.state),
        )
        for number, layer in enumerate(LAYERS, 1)
    )
    usual = Action("layers-usual", _("As the choice needs"), group, lambda: store.set(layers=None))
    return (
        *each,
        usual._replace(keys=("Alt+0",), checked=lambda: store.state.layers is None),
        Action("layers", _("Layers …"), group, deeds.layers_menu, ("L",), "layers"),
    )
