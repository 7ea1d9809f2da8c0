"""Rows 12 to 12g: search as one types, and every view of the window, with a pack of thousands of effects.

A search is compared with a plain scan of the same words, a view with the same view in a window that knows
only the shipped data. Nothing that a view derived is remembered from one time to the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from pathlib import Path

from clicks import ORGANS, settle
from packs import data_of_many
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from rounds import tenth_percentiles
from table import Row

from bodymap.app import Opened, Options, application
from bodymap.atlas.atlas import Atlas
from bodymap.atlas.records import Ref
from bodymap.viewmodels.search import SearchIndex

FRAMES = 60
TYPED = ("liver", "IL-6", "blood flow", "walks each half hour", "hipocampus", "skeletal muscle", "xylophone")
"""Typed letter by letter; one is misspelt and one finds nothing."""
SEARCH, WORST = 0.05, 1.0
MOST = 1.5
"""Times what a view takes with the shipped data."""
SIGNALS = (Ref("signal", "il6"), Ref("signal", "irisin"))
Deed = Callable[[Opened], object]


def view_rows(folder: Path, size: tuple[int, int], effects: int) -> Iterator[Row]:
    """The rows, on two windows of a size in px; needs a screen."""
    app = application()
    with data_of_many(effects, folder) as pack:
        windows = {"own": _opened(folder, size, (pack,)), "limit": _opened(folder, size, ())}
        settle(app)
        settle(app)
        yield from _search_rows(windows["own"].library.atlas, effects, _index(windows["own"]))
        for number, what, deed, undo in _views():
            found = tenth_percentiles({n: _timed(app, o, deed, undo) for n, o in windows.items()}, FRAMES)
            ratio = found["own"] / found["limit"]
            note = f"{1e3 * found['own']:.1f} ms against {1e3 * found['limit']:.1f} ms"
            yield Row(number, what, "the same with the shipped data", MOST, ratio, "×", note, dict(found))
        for opened in windows.values():
            opened.close()
        settle(app)


def _opened(folder: Path, size: tuple[int, int], packs: tuple[Path, ...]) -> Opened:
    settings = folder / f"settings-{len(packs)}.json"
    opened = Opened(Options(settings=settings, reset=True, packs=packs), lambda _moment: None)
    opened.window.resize(QSize(*size))
    opened.window.show()
    return opened


def _index(opened: Opened) -> SearchIndex:
    index = opened.wiring.reader.index
    index.prepare()
    return index


def _search_rows(atlas: Atlas, effects: int, index: SearchIndex) -> Iterator[Row]:
    """The mean keystroke against a scan, and the slowest one against the clock."""
    keystrokes = [words[:end] for words in TYPED for end in range(1, len(words) + 1)]
    found = {
        words: tenth_percentiles(
            {"own": _clocked(partial(index.find, words)), "limit": _clocked(partial(_scan, atlas, words))}, 20
        )
        for words in keystrokes
    }
    own, limit = (sum(times[name] for times in found.values()) / len(found) for name in ("own", "limit"))
    note = f"{1e3 * own:.3f} ms against {1e3 * limit:.2f} ms, mean of {len(keystrokes)} keystrokes"
    what = f"search as you type, {effects:,} effects"
    times = {"own": own, "limit": limit}
    yield Row("12", what, "a plain casefolded scan", SEARCH, own / limit, "×", note, times)
    worst, slow = max(((words, pair["own"]) for words, pair in found.items()), key=itemgetter(1))
    yield Row(
        "12a", "the slowest keystroke", "the clock", WORST, 1e3 * slow, "ms", f"'{worst}'", {"own": slow}
    )


def _scan(atlas: Atlas, words: str) -> list[str]:
    """The effects that hold all words, in the texts that the index holds too: the least code for that."""
    typed = words.casefold().split()
    found: list[str] = []
    for effect in atlas.effects:
        agent = atlas.signals.get(effect.agent)
        said = f"{effect.what} {effect.of} {agent.short if agent else ''} {effect.organ}".casefold()
        if all(word in said for word in typed):
            found.append(effect.id)
    return found


def _views() -> Iterator[tuple[str, str, Deed, Deed]]:
    """Number, words, what is timed, and what makes it new for the next time."""
    yield "12b", "choose an organ → body, lists, card", _chooser(ORGANS), _forget
    yield "12c", "choose a signal → body, lists, card", _chooser(SIGNALS), _forget
    yield "12d", "only what is shown in people", _set("human"), _set("all")
    names = {"matrix": "the matrix opens", "forest": "the forest plot opens", "references": "references open"}
    for letter, (action, what) in zip("efg", names.items(), strict=True):
        yield f"12{letter}", what, _toggle(action, to=True), _toggle(action, to=False)
    yield "12h", "a letter is typed → what is found", _type("mus"), _type("")


def _chooser(refs: tuple[Ref, Ref]) -> Deed:
    return lambda opened: opened.store.focus(refs[opened.store.state.focus == refs[0]])


def _set(shown: str) -> Deed:
    return lambda opened: opened.store.set(evidence=shown)


def _toggle(action: str, *, to: bool) -> Deed:
    def deed(opened: Opened) -> None:
        found = opened.wiring.actions[action]
        if found.isChecked() != to:
            found.trigger()

    return deed


def _type(words: str) -> Deed:
    def deed(opened: Opened) -> None:
        find = opened.wiring.find
        assert find is not None, "the search is there once everything is usable"
        find.show_results(words)

    return deed


def _forget(opened: Opened) -> None:
    """Derive everything anew at the next choice."""
    reader = opened.wiring.reader
    index = reader.index
    reader.learn(reader.atlas, reader.anatomy)
    reader.__dict__["index"] = index


def _timed(app: QApplication, opened: Opened, deed: Deed, undo: Deed) -> Callable[[], float]:
    """Seconds from a deed until what it changed is painted; what comes after that is not counted."""

    def measure() -> float:
        _forget(opened)
        undo(opened)
        app.processEvents()
        while not opened.wiring.is_settled:
            app.processEvents()
        started = time.perf_counter()
        deed(opened)
        app.processEvents()
        return time.perf_counter() - started

    return measure


def _clocked(act: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        started = time.perf_counter()
        act()
        return time.perf_counter() - started

    return measure
