from __future__ import annotations

from bodymap.viewmodels.curve_values import BoutSpan
from bodymap.viewmodels.timeline.moments import clock_words, long_words, place_words

RUN = BoutSpan(60, 120, "running", "Running, 70 % of VO2max, 60 min")


def test_times_read_as_people_say_them() -> None:
    assert [long_words(n) for n in (0, 17, 60, 77, 1440, 3060)] == [
        "0 min",
        "17 min",
        "1 h",
        "1 h 17 min",
        "1 d",
        "2 d 3 h",
    ]
    assert [clock_words(n) for n in (0, 1065, 1500)] == ["00:00", "17:45", "day 2, 01:00"]


def test_a_minute_has_a_place_in_the_bouts() -> None:
    said = [place_words(n, (RUN,), {"running": "Running"}) for n in (10, 60, 90, 120, 137)]
    assert said == [
        "before Running",
        "Running, 1 h to go",
        "Running, 30 min to go",
        "end of Running",
        "17 min after Running",
    ]
    assert place_words(10, (), {}) == "at rest"
