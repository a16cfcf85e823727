"""Reads the window as a screen reader does, over AT-SPI, and writes what it met as JSON. Run by the system's Python,
which has `gi` and Atspi; knows nothing of the project.

`atspi_reader.py MENU_ITEM`: the tree of the first application, then the events that follow on choosing that item.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_DEEP = 40
_WAIT = 40
"""Seconds for the application to be there with its claims."""
_LISTEN = 4000
"""Milliseconds after the choice in which events are taken down."""
_EVENTS = (
    "object:state-changed:focused",
    "object:state-changed:selected",
    "object:selection-changed",
    "object:active-descendant-changed",
    "object:property-change:accessible-description",
    "object:announcement",
)


def described(one: Any, depth: int = 0) -> dict[str, Any]:
    """A node with all below it."""
    states = one.get_state_set()
    wanted = (Atspi.StateType.FOCUSABLE, Atspi.StateType.SHOWING, Atspi.StateType.SELECTED, Atspi.StateType.FOCUSED)
    told: dict[str, Any] = {
        "role": one.get_role_name(),
        "name": one.get_name(),
        "description": one.get_description(),
        "states": [state.value_nick for state in wanted if states.contains(state)],
        "children": [],
    }
    if "Text" in one.get_interfaces():
        told["text"] = Atspi.Text.get_text(one, 0, Atspi.Text.get_character_count(one))
    for place in range(one.get_child_count() if depth < _DEEP else 0):
        child = one.get_child_at_index(place)
        if child is not None:
            told["children"].append(described(child, depth + 1))
    return told


def found(one: Any, role: str, name: str, depth: int = 0) -> Any:
    """The first node of that role whose name begins so."""
    if one.get_role_name() == role and (one.get_name() or "").startswith(name):
        return one
    for place in range(one.get_child_count() if depth < _DEEP else 0):
        child = one.get_child_at_index(place)
        got = found(child, role, name, depth + 1) if child is not None else None
        if got is not None:
            return got
    return None


def application() -> Any:
    """The application, once its list has a claim."""
    until = time.monotonic() + _WAIT
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(place)
            if one is not None and found(one, "list item", "Claim 1,") is not None:
                return one
        time.sleep(0.3)
    raise SystemExit("no application with claims in time")


def main() -> None:
    app, events = application(), []
    tree = described(app)

    def heard(event: Any) -> None:
        source = event.source
        detail = event.any_data if isinstance(event.any_data, str) else ""
        events.append([event.type, source.get_name() or "", source.get_description() or "", detail, event.detail1])

    listener = Atspi.EventListener.new(heard)
    for kind in _EVENTS:
        listener.register(kind)
    chosen = found(app, "menu item", sys.argv[1])
    GLib.timeout_add(300, lambda: bool(Atspi.Action.do_action(chosen, 0)) and False)
    GLib.timeout_add(_LISTEN, Atspi.event_quit)
    Atspi.event_main()
    json.dump({"before": tree, "events": events, "after": described(app)}, sys.stdout)


main()
