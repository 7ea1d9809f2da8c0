from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from bodymap.atlas.reading import Library
from bodymap.features.references.model import Search, exported, format_of, listed, menus
from bodymap.features.references.row_list import ReferenceList
from bodymap.viewmodels.references import Wanted, reference_rows
from tests.pilot import Pilot


def rows_of(pilot: Pilot) -> ReferenceList:
    board = pilot.window.boards.current
    assert board is not None
    found = board.findChild(ReferenceList)
    assert isinstance(found, ReferenceList)
    return found


def saved_as(pilot: Pilot, path: Path) -> None:
    """Answer the dialog that asks for a file."""
    dialog = pilot.window.findChild(QFileDialog, "export-references")
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_every_word_must_be_found(library: Library) -> None:
    rows = reference_rows(library.atlas)
    found = listed(rows, Search(words="irisin bone"))
    assert 0 < len(found) < len(listed(rows, Search(words="irisin")))
    assert all("irisin" in row.citation.casefold() for row in found)
    assert listed(rows, Search(words="nobody wrote this")) == ()


def test_each_menu_marks_what_is_asked_for_and_offers_only_what_finds_something(library: Library) -> None:
    rows = reference_rows(library.atlas)
    search = Search(Wanted(kind="animal"))
    kind, years, species, signal, organ = menus(library.atlas, rows, search)
    assert (kind.words, kind.narrows, years.narrows) == ("animal", True, False)
    assert [option.words for option in species.options] == ["Seen in any", "people", "animals", "cells"]
    for menu in (signal, organ):
        for option in menu.options:
            assert listed(rows, replace(option.search, wanted=replace(option.search.wanted, kind="")))


def test_the_name_of_a_file_says_its_format() -> None:
    assert format_of("my.RIS", "BibTeX (*.bib)") == ("ris", "my.RIS")
    assert format_of("my", "CSL-JSON (*.json)") == ("csl-json", "my.json")
    assert format_of("my", "") == ("bibtex", "my.bib")


def test_what_is_chosen_is_exported_whole(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press("F12")
    assert pilot.board() == "References"
    pilot.type("irisin bone")
    rows = rows_of(pilot)
    assert 0 < len(rows.rows) < 25
    rows.setCurrentIndex(rows.model().index(0, 0))
    for ending in ("bib", "ris", "txt", "json"):
        pilot.press("Ctrl+Shift+E")
        saved_as(pilot, tmp_path / f"chosen.{ending}")
    kept = json.loads((tmp_path / "chosen.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in kept] == [rows.rows[0].reference.id]
    assert (tmp_path / "chosen.bib").read_bytes() == exported(rows.rows[:1], "bibtex")
    assert len(list(tmp_path.glob("chosen.*"))) == 4


def test_what_cannot_be_written_is_said(pilot: Pilot, tmp_path: Path) -> None:
    pilot.press("F12")
    pilot.press("Ctrl+Shift+E")
    saved_as(pilot, tmp_path / "nowhere" / "all.bib")
    assert "cannot be written" in pilot.window.footer.accessibleName()


def test_citations_are_copied_and_the_board_is_left_with_esc(pilot: Pilot) -> None:
    pilot.press("F12")
    pilot.type("wedell-neergaard")
    pilot.press_button("Copy as text")
    assert "doi:10.1016/j.cmet.2018.12.007" in pilot.copied()
    pilot.press("Esc")
    assert pilot.board() == ""
    assert not pilot.opened.wiring.actions["references-export"].isEnabled()
    pilot.press("F12")
    assert len(rows_of(pilot).rows) < 10, "the search is kept"
