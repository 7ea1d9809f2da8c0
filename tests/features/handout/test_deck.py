"""The cards, opened by Anki's own library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from PySide6.QtGui import QImage

from bodymap.atlas.records import Ref
from bodymap.features.handout.deck import deck_bytes
from bodymap.features.handout.masks import Plate, plates
from bodymap.features.handout.model import Knowledge
from bodymap.features.handout.plate_picture import plate_picture
from bodymap.features.lessons.model import Lesson, Step
from bodymap.figure.figures import Figures
from bodymap.state import State
from bodymap.ui.theme import load_theme

pytestmark = pytest.mark.usefixtures("qapp")


@contextmanager
def opened(deck: bytes, folder: Path) -> Iterator[Collection]:
    """A fresh collection of Anki's, with the deck imported."""
    package = folder / "deck.apkg"
    package.write_bytes(deck)
    collection = Collection(str(folder / "collection.anki2"))
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
    yield collection
    collection.close()


@pytest.fixture(scope="module")
def found(fat: Lesson, known: Knowledge, figures: Figures) -> tuple[Plate, ...]:
    return plates(fat, known, figures)


@pytest.fixture(scope="module")
def deck(fat: Lesson, found: tuple[Plate, ...], figures: Figures) -> bytes:
    return deck_bytes(fat.title, found, partial(plate_picture, root=figures.root), load_theme("projector"))


def test_there_are_as_many_cards_as_hidden_regions(
    deck: bytes, found: tuple[Plate, ...], tmp_path: Path
) -> None:
    masks = [mask for plate in found for mask in plate.masks]
    assert len(masks) == len({(i, m.region) for i, plate in enumerate(found) for m in plate.masks}) > 5
    with opened(deck, tmp_path) as collection:
        cards = [collection.get_card(card) for card in collection.find_cards("")]
        assert len(cards) == len(masks)
        assert sorted(card.note()["Name"] for card in cards) == sorted(mask.name for mask in masks)
        assert "Bodymap::Fat, sugar and diabetes" in [d.name for d in collection.decks.all_names_and_ids()]


def test_a_card_hides_its_region_and_names_it_behind(deck: bytes, tmp_path: Path) -> None:
    with opened(deck, tmp_path) as collection:
        for number in collection.find_cards(""):
            card = collection.get_card(number)
            front, back, note = card.question(), card.answer(), card.note()
            assert note["Mask"] in front
            assert f">{note['Name']}<" not in front
            assert f">{note['Name']}<" in back
            assert "CC BY 4.0" in back
            (picture,) = re.findall(r'<img src="([^"]+)">', front)
            image = QImage(str(Path(collection.media.dir()) / picture))
            assert max(image.width(), image.height()) == 1200


def test_every_hidden_shape_lies_in_the_picture(found: tuple[Plate, ...], figures: Figures) -> None:
    for plate in found:
        scene, (x, y, width, height) = plate.scene, plate.box
        view = figures.closeup(scene.closeup) if scene.closeup else figures.view(scene.figure, scene.view)
        for mask in plate.masks:
            left, top, wide, tall = view.shapes[mask.region].box
            assert x <= left
            assert left + wide <= x + width
            assert y <= top
            assert top + tall <= y + height


def test_a_lesson_that_lights_no_organ_asks_them_all(known: Knowledge, figures: Figures) -> None:
    muscle = State(focus=Ref("organ", "skeletal-muscle"), lens="organ", mode="sedentary")
    sitting = Lesson(title="Sitting", steps=(Step(see=muscle),))
    (plate,) = plates(sitting, known, figures)
    assert {"heart", "liver", "lung-left"} <= {mask.region for mask in plate.masks}


def test_the_same_lesson_gives_the_same_deck_and_another_other_ids(
    fat: Lesson, found: tuple[Plate, ...], tmp_path: Path
) -> None:
    def draw(plate: Plate) -> bytes:
        return repr(plate.box).encode()

    theme = load_theme("projector")
    deck = deck_bytes(fat.title, found, draw, theme)
    assert deck == deck_bytes(fat.title, found, draw, theme)
    (tmp_path / "other.apkg").write_bytes(deck_bytes("Another lesson", found, draw, theme))
    with opened(deck, tmp_path) as collection:
        first = collection.card_count()
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(tmp_path / "other.apkg")))
        assert collection.card_count() == 2 * first
