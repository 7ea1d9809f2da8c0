from __future__ import annotations

from itertools import combinations

from bodymap.state import MODES, State
from bodymap.ui.action_set import key_words, tip
from bodymap.ui.action_values import Action
from bodymap.ui.sheets import keys_html
from tests.pilot import Pilot

ENDS = {"close"}
"""What ends the program is tried in a test of its own."""


def test_no_two_actions_share_a_name_or_while_both_can_be_run_a_key(pilot: Pilot) -> None:
    actions = pilot.opened.wiring.actions
    for one, other in combinations(actions.table, 2):
        assert one.id != other.id
        shared = set(one.keys) & set(other.keys)
        assert not shared or not (one.enabled() and other.enabled()), (one.id, other.id)


def test_a_key_means_what_was_added_last_while_that_can_be_run(pilot: Pilot) -> None:
    actions, run, is_open = pilot.opened.wiring.actions, list[str](), [False]
    mine = Action("mine", "Mine", "Tests", lambda: run.append("mine"), ("2", "A"), enabled=lambda: is_open[0])
    actions.add(pilot.window, [mine])
    for is_open[0], mode, times in ((False, "sedentary", 0), (True, "exercise", 1), (False, "sedentary", 1)):
        pilot.opened.store.set(mode="exercise")
        actions.refresh()
        pilot.press("2")
        assert (pilot.state.mode, len(run)) == (mode, times)


def test_every_action_runs_in_every_mode(pilot: Pilot) -> None:
    for mode in MODES:
        for action in pilot.opened.wiring.actions.table:
            if action.id in ENDS:
                continue
            pilot.opened.store.set(mode=mode)
            if action.enabled():
                action.run()
            assert action.checked is None or isinstance(action.checked(), bool)
        pilot.window.leave()
    pilot.window.showNormal()


def test_every_action_can_be_found_in_the_menu_and_those_with_keys_on_the_sheet(pilot: Pilot) -> None:
    actions = pilot.opened.wiring.actions
    menu = actions.popup_all(pilot.window)
    offered = {a.objectName() for sub in menu.actions() for a in sub.menu().actions()}
    assert offered == {a.id for a in actions.table}
    sheet = keys_html(actions.table, pilot.window.look, 900)
    for action in actions.table:
        assert not action.keys or action.words.replace("&", "&amp;") in sheet
    menu.close()


ONE_KEY = (
    ("2", "mode", "sedentary"),
    ("3", "mode", "both"),
    ("1", "mode", "exercise"),
    ("F", "view", "back"),
    ("G", "figure", "female"),
    ("T", "theme", "day"),
    ("U", "level", "university"),
    ("O", "lens", "organ"),
    ("S", "lens", "signal"),
    ("C", "closeup", "brain"),
    ("E", "evidence", "human"),
    ("Ctrl+3", "closeup", "vessel"),
    ("Ctrl++", "text_size", 125),
)


def test_one_key_does_it(pilot: Pilot) -> None:
    """Each from another state, as the key of the first mode would do nothing in the first state."""
    for keys, name, value in ONE_KEY:
        pilot.opened.store.put(State(mode="sedentary" if keys == "1" else "exercise"))
        before = getattr(pilot.state, name)
        pilot.press(keys)
        assert (before != value, getattr(pilot.state, name)) == (True, value), keys


def test_what_cannot_be_done_is_greyed_with_the_reason(pilot: Pilot) -> None:
    actions = pilot.opened.wiring.actions
    undo = next(a for a in actions.table if a.id == "undo")
    assert not actions["undo"].isEnabled()
    assert tip(undo) == f"Undo ({key_words(undo)}): nothing to undo"
    pilot.press("2")
    assert actions["undo"].isEnabled()
    assert tip(undo) == f"Undo ({key_words(undo)})"


def test_layers_are_hidden_and_shown_again(pilot: Pilot) -> None:
    pilot.look_at("organ:liver")
    actions = pilot.opened.wiring.actions
    assert actions["layer-vessels"].isChecked()
    actions["layer-vessels"].trigger()
    assert not actions["layer-vessels"].isChecked()
    assert pilot.state.layers is not None
    assert "vessels" not in pilot.state.layers
    actions["layers-usual"].trigger()
    assert pilot.state.layers is None
    assert actions["layer-vessels"].isChecked()


def test_reset_goes_back_to_the_beginning_and_keeps_taste(pilot: Pilot) -> None:
    pilot.press("T")
    pilot.press("2")
    pilot.look_at("organ:liver")
    pilot.press("Ctrl+R")
    assert pilot.state == State(theme="day")
    pilot.press("Ctrl+Z")
    assert str(pilot.state.focus) == "organ:liver"
