from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bodymap.atlas.records import Ref
from bodymap.settings import remember
from bodymap.state import Block, Camera, State
from bodymap.ui.session import Session, ref_of, state_of, state_values

LOOKED_AT = State(
    focus=Ref("organ", "liver"),
    movement="cycling",
    lens="organ",
    mode="both",
    evidence="human",
    least="moderate",
    figure="female",
    view="back",
    layers=("skin", "vessels"),
    level="university",
    theme="projector",
    text_size=200,
    camera=Camera(2.0, 300.0, 400.0),
    minute=77,
    intensity=80.0,
    minutes=45,
    fuel="fasted",
    person="sedentary",
    span="24h",
    day="desk-day-run",
    week=("plan", "sit", "plan", "sit", "marathon-day", "sit", "sit"),
    blocks=(Block("running", 1080, 45),),
    axis="level",
    measured=True,
    speed=120,
    time_open=False,
)


def test_a_state_survives_a_file() -> None:
    assert state_of(json.loads(json.dumps(state_values(LOOKED_AT)))) == LOOKED_AT


def test_what_lies_under_the_pointer_is_not_kept() -> None:
    assert "hover" not in state_values(State(hover=Ref("organ", "liver")))


@pytest.mark.parametrize(
    "values",
    [
        {"mode": "lying", "theme": "sepia", "view": 3, "closeup": "toe", "figure": None, "level": []},
        {"focus": "liver", "text_size": 4000, "camera": [1, 2], "layers": "skin"},
        {"focus": 12, "text_size": "large", "camera": ["a", "b", "c"], "calm": "yes", "movement": 4},
        {"camera": [99.0, 0.0, 0.0], "lens": "region", "part": ""},
        {"minute": -1, "intensity": "hard", "minutes": True, "fuel": "sugar", "person": "cat", "span": "9h"},
        {"minute": 10**9, "blocks": [["running", 3]], "axis": "both", "speed": 7, "time_open": "yes"},
        {"week": ["plan", "sit"]},
        {"week": ["plan", "sit", 3, "sit", "sit", "sit", "sit"], "span": "7d"},
    ],
)
def test_values_that_fit_no_more_are_left_at_their_defaults(values: dict[str, object]) -> None:
    assert state_of(values) == State()


def test_a_ref_is_read_only_where_it_is_one() -> None:
    assert ref_of("signal:il6") == Ref("signal", "il6")
    assert [ref_of(word) for word in ("il6", "thing:il6", "organ:", "", None)] == [None] * 5


def test_changes_are_written_soon_and_together(qtbot: QtBot, tmp_path: Path) -> None:
    owner, path, asked = QObject(), tmp_path / "settings.json", list[int]()

    def values() -> dict[str, int]:
        asked.append(1)
        return {"count": len(asked)}

    session = Session(path, values, owner)
    for _time in range(5):
        session.changed()
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    assert remember(path).values == {"count": 1}


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file is in the way", encoding="utf-8")
    owner = QObject()
    session = Session(tmp_path / "folder" / "settings.json", dict, owner)
    with qtbot.waitSignal(session.failed):
        session.keep_now()
