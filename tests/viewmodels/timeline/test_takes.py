"""What would it take to any level that is asked for in words."""

from __future__ import annotations

import pytest

from bodymap.physiology.needed import LevelError
from bodymap.state import State
from bodymap.viewmodels.timeline.reader import TimeReader
from bodymap.viewmodels.timeline.takes import level_of


@pytest.mark.parametrize("words", ["3", "×3", "x 3", "3,0", " 3 × "])
def test_a_multiple_is_understood_as_people_write_it(times: TimeReader, words: str) -> None:
    assert level_of(times.physiology, "il6", words) == 3
    assert times.takes("il6", State(), words).levels == ("×3",)


def test_a_level_in_a_unit_is_one_against_rest(times: TimeReader) -> None:
    rest = times.physiology.curves["il6"].rest
    assert rest is not None
    assert level_of(times.physiology, "il6", "20 pg/ml") == pytest.approx(20 / rest.value)


@pytest.mark.parametrize("words", ["much", "0", "-3", "20 mg", "×", "3 4"])
def test_nonsense_is_refused_in_words(times: TimeReader, words: str) -> None:
    with pytest.raises(LevelError):
        times.takes("il6", State(), words)
