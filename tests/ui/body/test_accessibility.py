"""Screen readers find every shown region with its name and state."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from bodymap.ui.body.accessibility import install
from bodymap.ui.body.widget import BodyView
from bodymap.viewmodels.scene_values import Stage
from tests.ui.body.conftest import scene_of


def test_each_region_has_a_name_and_a_state(body: BodyView) -> None:
    install()
    body.show_stage(Stage((scene_of("liver"),)))
    spoken = QAccessible.queryAccessibleInterface(body)
    assert spoken is not None
    shown = body.canvas.visible_regions(0)
    assert spoken.childCount() == len(shown)
    assert spoken.text(QAccessible.Text.Description) == "The thigh works, the liver answers."
    liver = spoken.child(shown.index("liver"))
    assert liver.text(QAccessible.Text.Name) == "Liver"
    assert liver.text(QAccessible.Text.Description) == "answers"
    assert liver.state().selected
    assert not spoken.child(shown.index("spleen")).state().selected
    at = body.mapToGlobal(body.spot_of("liver"))
    assert spoken.childAt(at.x(), at.y()) is liver
    assert liver.rect().contains(at)
