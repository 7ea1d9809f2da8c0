from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextDocument

from tests.pilot import Pilot


def test_a_page_seen_lately_is_not_laid_out_again(pilot: Pilot) -> None:
    card = pilot.window.card
    assert card is not None
    pilot.look_at("organ:liver")
    liver, words = card.text.document(), card.plain_text()
    pilot.look_at("organ:kidneys")
    assert card.text.document() is not liver
    pilot.look_at("organ:liver")
    assert card.text.document() is liver
    assert card.plain_text() == words


def test_only_a_few_pages_are_kept(pilot: Pilot) -> None:
    card = pilot.window.card
    assert card is not None
    for organ in list(pilot.opened.library.atlas.organs)[:12]:
        pilot.look_at(f"organ:{organ}")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(card.text.findChildren(QTextDocument, options=Qt.FindChildOption.FindDirectChildrenOnly)) <= 9
