"""What Qt draws itself (menus, scroll bars, tooltips, the text field) in the colours of a theme."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPalette

from bodymap.ui.look import Look

_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Highlight: "text",
    QPalette.ColorRole.HighlightedText: "inverse",
    QPalette.ColorRole.Accent: "text",
    QPalette.ColorRole.Light: "outline",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "hairline",
    QPalette.ColorRole.Shadow: "ground2",
}
_SHEET = """
QMenu {{ background: {raised}; color: {text}; border: 1px solid {outline}; padding: {p4}px;
  font-size: {body}px; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p8}px; border-radius: {p4}px; }}
QMenu::item:selected {{ background: {text}; color: {inverse}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: {p4}px {p8}px; }}
QMenu::indicator {{ width: {p16}px; height: {p16}px; margin-left: {p8}px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {outline}; padding: {p6}px;
  font-size: {meta}px; }}
QLineEdit, QListView, QTextBrowser, QPlainTextEdit, QScrollArea {{ background: transparent;
  border: none; color: {text};
  selection-background-color: {text}; selection-color: {inverse}; }}
QLineEdit {{ placeholder-text-color: {muted}; }}
QScrollBar:vertical {{ background: transparent; width: {p8}px; margin: 0 {p2}px 0 0; }}
QScrollBar::handle:vertical {{ background: {outline}; border-radius: {p2}px; min-height: {p24}px; }}
QScrollBar:horizontal {{ background: transparent; height: {p8}px; margin: 0 0 {p2}px 0; }}
QScrollBar::handle:horizontal {{ background: {outline}; border-radius: {p2}px; min-width: {p24}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def palette(look: Look) -> QPalette:
    """The palette of a theme; what is disabled is muted."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, look.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.color("muted"))
    return made


def sheet(look: Look) -> str:
    """The style sheet of what Qt draws, for the window."""
    lengths = {f"p{n}": look.px(n) for n in (2, 4, 6, 8, 12, 16, 24)}
    theme = look.theme
    return _SHEET.format(
        raised=theme.raised,
        text=theme.text,
        inverse=theme.inverse,
        muted=theme.muted,
        outline=theme.outline,
        hairline=theme.hairline,
        body=look.grown(16),
        meta=look.grown(14),
        **lengths,
    )
