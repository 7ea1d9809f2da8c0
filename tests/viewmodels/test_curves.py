"""What a panel of curves shows: lines, gaps, dots, words, bouts."""

from __future__ import annotations

import numpy as np
import pytest

from bodymap.atlas.kinetic_records import Bout
from bodymap.atlas.reading import Library
from bodymap.loading.shipped import shipped
from bodymap.physiology.knowledge import Physiology, read_physiology
from bodymap.physiology.person import Person
from bodymap.viewmodels.curve_values import Asked, Curves, Line
from bodymap.viewmodels.curves import asked_by, curves

RUN = Bout("running", minutes=150, intensity=75)


@pytest.fixture(scope="module")
def physiology(library: Library) -> Physiology:
    return read_physiology([shipped("data")], library.atlas, cache=None)


def line(shown: Curves, signal: str) -> Line:
    return next(found for found in shown.lines if found.signal == signal)


def test_a_run_is_lines_with_a_band_and_a_shaded_bout(library: Library, physiology: Physiology) -> None:
    shown = curves(library.atlas, physiology, Asked((RUN,), signals=("il6", "tnfa", "metrnl", "cortisol")))
    assert [found.name for found in shown.lines] == ["IL-6", "TNF-α"]
    il6 = line(shown, "il6")
    assert len(shown.minutes) == len(il6.fold) == len(il6.low) == len(il6.high) == 4321
    assert (il6.low <= il6.fold).all()
    assert [(p.start, p.stop, p.status, p.words) for p in il6.parts] == [(0, 4320, "modelled", "modelled")]
    assert [(b.start, b.stop, b.words) for b in shown.bouts] == [(0, 150, "Running, 75 % of VO2max, 150 min")]
    assert [(t.name, t.status) for t in shown.told] == [("METRNL", "not measured"), ("Cortisol", "words")]
    assert shown.told[1].words
    assert shown.told[1].sources


def test_folds_and_concentrations_are_never_one_axis(library: Library, physiology: Physiology) -> None:
    shown = curves(library.atlas, physiology, Asked((RUN,), signals=("il6", "tnfa")))
    il6, tnfa = shown.lines
    assert il6.unit == "pg/ml"
    assert il6.level is not None
    assert il6.level_low is not None
    assert il6.fold[0] == 1
    assert (tnfa.unit, tnfa.level, tnfa.level_high) == ("", None, None)


def test_a_study_of_the_same_bout_stands_over_the_curve(library: Library, physiology: Physiology) -> None:
    late = Bout("running", start=60, minutes=150, intensity=75)
    studies = {s.id: s for s in line(curves(library.atlas, physiology, Asked((late,))), "il6").studies}
    alike = studies["il6-run150-ostrowski1998"]
    assert alike.alike
    assert alike.n == 10
    assert [(d.minute, d.fold, d.reported) for d in alike.dots][1] == (210, 25.0, "25 times rest")
    assert "Ostrowski" in alike.source
    assert "doi:" in alike.citation
    assert not studies["il6-marathon-ostrowski1999"].alike
    tabata = studies["il6-tabata-harnish2016"]
    assert tabata.spread == "CI"
    assert tabata.dots[0].low is not None
    assert tabata.dots[0].low < tabata.dots[0].fold
    assert tabata.dots[0].level is None
    assert tabata.dots[0].reported == "+0.7 pg/ml against rest"


@pytest.mark.parametrize("course", ["il6-24h-wallberg2011", "il6-cycle180-cho-keller2003", "il10-marathon"])
def test_every_course_can_be_asked_for_at_its_own_bout(
    library: Library, physiology: Physiology, course: str
) -> None:
    shown = curves(library.atlas, physiology, asked_by(physiology, course))
    assert [s.alike for s in shown.lines[0].studies if s.id == course] == [True]


def test_a_gap_has_words_and_no_values(library: Library, physiology: Physiology) -> None:
    shown = curves(library.atlas, physiology, Asked((Bout("yoga", start=60),), signals=("il6",)))
    first, gap, last = shown.lines[0].parts
    assert [first.drawn, gap.drawn, last.drawn] == [True, False, True]
    assert gap.words == "not measured"
    assert np.isnan(shown.lines[0].fold[gap.start + 1 : gap.stop + 1]).all()


def test_bouts_that_overlap_show_nothing_but_why(library: Library, physiology: Physiology) -> None:
    shown = curves(library.atlas, physiology, Asked((RUN, Bout("cycling", start=10))))
    assert (shown.lines, shown.told) == ((), ())
    assert "before another has ended" in shown.trouble


def test_people_who_sit_have_a_flat_floor(library: Library, physiology: Physiology) -> None:
    asked = Asked((), Person("sedentary"), ("il6", "crp"), until=1440)
    il6, crp = curves(library.atlas, physiology, asked).lines
    assert il6.floor == il6.fold[0] == il6.fold[-1] > 1
    assert crp.fold[0] == crp.floor > 1
    assert crp.level is None
