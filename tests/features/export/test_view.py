"""The picture as a file: its size, its words, and the same bytes each time."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from bodymap.atlas.reading import read_library
from bodymap.atlas.records import Ref
from bodymap.features.export.model import Format, sheet_of
from bodymap.features.export.view import DrawingError, Page, rendered
from bodymap.figure.figures import Figures
from bodymap.loading.shipped import shipped
from bodymap.state import State
from bodymap.ui.body.art import Gallery
from bodymap.ui.body.picture import Body
from bodymap.ui.look import Look
from bodymap.ui.theme import load_theme
from bodymap.viewmodels.card import card
from bodymap.viewmodels.scene import stage

LIVER = State(focus=Ref("organ", "liver"), lens="organ")


@pytest.fixture(scope="module")
def gallery() -> Gallery:
    return Gallery(shipped("assets", "figures"))


def page(state: State, size: tuple[int, int] = (1280, 720)) -> Page:
    library = read_library([shipped("data")])
    figures = Figures(shipped("assets", "figures"), library.anatomy)
    scenes = stage(library.atlas, figures.anatomy, state).scenes
    bodies = tuple(Body(scene, figures.view(scene.figure, scene.view)) for scene in scenes)
    sheet = sheet_of(card(library.atlas, figures.anatomy, state))
    return Page(sheet, bodies, size, Look(load_theme(state.theme)))


def image(content: bytes) -> QImage:
    found = QImage()
    assert found.loadFromData(content)
    return found


@pytest.mark.usefixtures("qapp")
def test_a_picture_has_the_size_that_was_asked_for(gallery: Gallery) -> None:
    found = image(rendered(page(LIVER, (1000, 640)), "png", gallery))
    assert (found.width(), found.height()) == (1000, 640)
    assert found.text("Title") == "Liver"


@pytest.mark.parametrize("form", ["png", "svg"])
@pytest.mark.usefixtures("qapp")
def test_the_same_sheet_gives_the_same_bytes(form: Format, gallery: Gallery) -> None:
    fresh = Gallery(gallery.root)
    assert rendered(page(LIVER), form, gallery) == rendered(page(LIVER), form, fresh)


@pytest.mark.usefixtures("qapp")
def test_every_choice_changes_the_picture(gallery: Gallery) -> None:
    states = [
        LIVER,
        State(),
        *(replace(LIVER, **c) for c in ({"mode": "both"}, {"theme": "day"}, {"view": "back"})),
    ]
    assert len({rendered(page(state), "png", gallery) for state in states}) == len(states)


@pytest.mark.usefixtures("qapp")
def test_an_svg_keeps_its_words_as_text(gallery: Gallery) -> None:
    root = ElementTree.fromstring(rendered(page(LIVER), "svg", gallery))
    words = {t for node in root.iter() if (t := (node.text or "").strip())}
    assert "Liver" in words
    assert any("not medical" in w for w in words)


@pytest.mark.usefixtures("qapp")
def test_a_pdf_has_one_page_and_no_date_of_its_own(gallery: Gallery) -> None:
    first = rendered(page(LIVER), "pdf", gallery)
    assert first.startswith(b"%PDF")
    assert b"/CreationDate (D:20000101000000" in first
    assert b"2000-01-01T00:00:00" in first
    assert first.count(b"/Type /Page\n") == 1


@pytest.mark.usefixtures("qapp")
def test_a_picture_that_does_not_fit_into_memory_is_refused(gallery: Gallery) -> None:
    with pytest.raises(DrawingError, match="does not fit"):
        rendered(page(LIVER, (400_000, 400_000)), "png", gallery)
