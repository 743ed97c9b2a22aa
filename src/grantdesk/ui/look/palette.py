"""The palette of a look: what Fusion draws with where the style sheet says nothing."""

from PySide6.QtGui import QColor, QPalette

from grantdesk.ui.look.tokens import tokens

Role = QPalette.ColorRole
ROLES = {
    Role.Window: "panel",
    Role.WindowText: "text",
    Role.Base: "field",
    Role.AlternateBase: "nav",
    Role.Text: "text",
    Role.PlaceholderText: "mute",
    Role.Button: "panel",
    Role.ButtonText: "text",
    Role.BrightText: "error",
    Role.Highlight: "accent",
    Role.HighlightedText: "accent_text",
    Role.Accent: "accent",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
    Role.ToolTipBase: "panel",
    Role.ToolTipText: "text",
    Role.Light: "panel",
    Role.Midlight: "chip",
    Role.Mid: "line",
    Role.Dark: "field_line",
    Role.Shadow: "field_line",
}
FAINT = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText)


def palette(look: str) -> QPalette:
    """The colours of a look as Qt has them."""
    colors, made = tokens(look), QPalette()
    for role, name in ROLES.items():
        made.setColor(role, QColor(colors[name]))
    for role in FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["faint"]))
    made.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(colors["chip"]))
    return made
