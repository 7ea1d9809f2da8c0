"""Everything the program can do, as one table: toolbar, menus, key sheet and tests read it."""

from __future__ import annotations

from bodymap.atlas.records import Kind, Level
from bodymap.i18n import _
from bodymap.state import THEMES, Mode
from bodymap.store import Store
from bodymap.ui.action_values import Action, Deeds
from bodymap.ui.evidence_actions import evidence_actions
from bodymap.ui.figure_actions import closeup_actions, figure_actions, layer_actions
from bodymap.ui.time_actions import time_actions

TEXT_SIZES = (100, 125, 150, 175, 200, 250, 300)


def all_actions(store: Store, deeds: Deeds) -> tuple[Action, ...]:
    """The table, in the order of menus and key sheet."""
    return (
        *_mode_actions(store),
        *_lens_actions(store, deeds),
        *_history_actions(store),
        *figure_actions(store, deeds),
        *closeup_actions(store, deeds),
        *layer_actions(store, deeds),
        *evidence_actions(store),
        *time_actions(store, deeds.time),
        *_card_actions(store, deeds),
        *_taste_actions(store),
        *_window_actions(deeds),
    )


def _mode_actions(store: Store) -> tuple[Action, ...]:
    words: tuple[tuple[Mode, str], ...] = (
        ("exercise", _("Exercise")),
        ("sedentary", _("Sedentary")),
        ("both", _("Side by side")),
    )
    return tuple(
        Action(
            f"mode-{mode}",
            name,
            _("Compare"),
            lambda mode=mode: store.set(mode=mode),
            (str(number),),
            checked=lambda mode=mode: store.state.mode == mode,
        )
        for number, (mode, name) in enumerate(words, 1)
    )


def _lens_actions(store: Store, deeds: Deeds) -> tuple[Action, ...]:
    group = _("Look by")
    lenses: tuple[tuple[Kind, str, str], ...] = (
        ("organ", _("Organs"), "O"),
        ("movement", _("Movements"), "M"),
        ("signal", _("Signals"), "S"),
    )
    chosen = tuple(
        Action(
            f"lens-{kind}",
            name,
            group,
            lambda kind=kind: store.set(lens=kind),
            (key,),
            checked=lambda kind=kind: store.state.lens == kind,
        )
        for kind, name, key in lenses
    )
    return (*chosen, Action("find", _("Find …"), group, deeds.find, ("Ctrl+K", "Ctrl+F"), "search"))


def _history_actions(store: Store) -> tuple[Action, ...]:
    group = _("History")
    undo = Action("undo", _("Undo"), group, store.undo, ("Ctrl+Z",), "undo")
    redo = Action("redo", _("Redo"), group, store.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo")
    back = Action("back", _("Back"), group, store.back, ("Alt+Left",), "back")
    forward = Action("forward", _("Forward"), group, store.forward, ("Alt+Right",), "forward")
    return (
        undo._replace(enabled=lambda: store.can_undo, reason=_("nothing to undo")),
        redo._replace(enabled=lambda: store.can_redo, reason=_("nothing was undone")),
        back._replace(enabled=lambda: store.can_go_back, reason=_("no card before this one")),
        forward._replace(enabled=lambda: store.can_go_forward, reason=_("no card after this one")),
        Action("reset", _("Reset"), group, store.reset, ("Ctrl+R",), "reset"),
    )


def _card_actions(store: Store, deeds: Deeds) -> tuple[Action, ...]:
    group = _("Card")
    levels: tuple[tuple[Level, str], ...] = (("school", _("School")), ("university", _("University")))
    each = tuple(
        Action(
            f"level-{level}",
            name,
            group,
            lambda level=level: store.set(level=level),
            checked=lambda level=level: store.state.level == level,
        )
        for level, name in levels
    )

    def other_level() -> None:
        store.set(level="school" if store.state.level == "university" else "university")

    return (
        *each,
        Action("level", _("Other reading level"), group, other_level, ("U",)),
        Action("copy-citation", _("Copy citation"), group, deeds.copy_citation, ("Ctrl+Shift+C",), "copy"),
        Action("copy-sources", _("Copy all sources"), group, deeds.copy_sources, ("Ctrl+Shift+A",), "copy"),
    )


def _taste_actions(store: Store) -> tuple[Action, ...]:
    group = _("Appearance")

    def next_theme() -> None:
        now = THEMES.index(store.state.theme) if store.state.theme in THEMES else -1
        store.set(theme=THEMES[(now + 1) % len(THEMES)])

    def step(by: int) -> None:
        sizes = [*TEXT_SIZES]
        near = min(range(len(sizes)), key=lambda i: abs(sizes[i] - store.state.text_size))
        store.set(text_size=sizes[max(0, min(len(sizes) - 1, near + by))])

    def toggle_motion() -> None:
        store.set(calm=not store.state.calm)

    motion = Action("motion", _("Motion"), group, toggle_motion, ("A",))
    larger = Action("text-larger", _("Larger text"), group, lambda: step(1), ("Ctrl++", "Ctrl+="))
    smaller = Action("text-smaller", _("Smaller text"), group, lambda: step(-1), ("Ctrl+-",))
    return (
        Action(
            "theme", _("Next theme"), group, next_theme, ("T",), "theme", also=(_("projector, night, day"),)
        ),
        motion._replace(checked=lambda: not store.state.calm),
        larger._replace(enabled=lambda: store.state.text_size < 300, reason=_("the largest text is shown")),
        smaller._replace(enabled=lambda: store.state.text_size > 100, reason=_("the smallest text is shown")),
    )


def _window_actions(deeds: Deeds) -> tuple[Action, ...]:
    group = _("Window")
    return (
        Action("lists", _("Lists"), group, deeds.lists, ("F6",), "lists"),
        Action("card", _("Card"), group, deeds.card, ("F7",), "card"),
        Action("full-screen", _("Full screen"), group, deeds.full_screen, ("F11",)),
        Action("help", _("What is what"), group, deeds.help, ("F1",)),
        Action("keys", _("Keys"), group, deeds.keys, ("?",)),
        Action("leave", _("Close what is open"), group, deeds.leave, ("Esc",)),
        Action("close", _("Close Bodymap"), group, deeds.close, ("Ctrl+Q",)),
    )
