"""Walks the accessibility tree of a program for a test, as a screen reader would. Run by the system's own Python.

`python3 walker.py NAME` waits until a program of that name is on the bus. Then each line of its input is one wish as
JSON, each line of its output the answer: {"do": "tree"}; and about a node of the last tree, by its number,
{"do": "read" | "write" | "act" | "focus", "node": N, "text": …}. Debian's gi lives in the system's Python, so this
file needs nothing but that.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = (
    "FOCUSABLE",
    "FOCUSED",
    "EDITABLE",
    "CHECKED",
    "CHECKABLE",
    "SHOWING",
    "ENABLED",
    "SELECTED",
    "EXPANDED",
)
PATIENCE = 30.0
DEEPEST = 60


class Walker:
    """One program, and the nodes of its tree as they were seen last."""

    def __init__(self, name):
        self.root = found(name)
        self.nodes = []

    def tree(self):
        """Every node that is shown, in order, each with its depth."""
        Atspi.Accessible.clear_cache(self.root)
        self.nodes = []
        told = []
        waiting = [(self.root, 0)]
        while waiting:
            node, depth = waiting.pop()
            about = told_of(node)
            if about is None:
                continue
            self.nodes.append(node)
            told.append({"node": len(told), "depth": depth, **about})
            if depth < DEEPEST:
                waiting += [(child, depth + 1) for child in reversed(children(node))]
        return told

    def read(self, node):
        return Atspi.Text.get_text(self.nodes[node], 0, -1)

    def write(self, node, text):
        return self.nodes[node].get_editable_text_iface().set_text_contents(text)

    def act(self, node, text=""):
        """Does the action of that name, or the first."""
        action = self.nodes[node].get_action_iface()
        names = [action.get_action_name(i) for i in range(action.get_n_actions())]
        return action.do_action(names.index(text) if text else 0)

    def focus(self, node):
        return self.nodes[node].get_component_iface().grab_focus()


def found(name):
    """The program with a window, as soon as it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for child in children(Atspi.get_desktop(0)):
            if name in (child.get_name() or "").lower() and child.get_child_count():
                return child
        time.sleep(0.1)
    sys.exit(f"no program {name!r} came to the accessibility bus")


def children(node):
    """The children that are still there; those of a table that manages a thousand cells are asked one by one."""
    try:
        count = node.get_child_count()
        return [child for i in range(min(count, 2000)) if (child := node.get_child_at_index(i))]
    except GLib.Error:
        return []


def told_of(node):
    """What a screen reader says of it; None if it has gone, or is not shown."""
    try:
        held = node.get_state_set()
        states = [name for name in STATES if held.contains(getattr(Atspi.StateType, name))]
        role = node.get_role_name()
        if "SHOWING" not in states and role not in ("application", "filler"):
            return None
        action = node.get_action_iface()
        return {
            "role": role,
            "name": node.get_name() or "",
            "description": node.get_description() or "",
            "labels": [
                relation.get_target(0).get_name()
                for relation in node.get_relation_set()
                if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            ],
            "states": states,
            "actions": [action.get_action_name(i) for i in range(action.get_n_actions())] if action else [],
        }
    except GLib.Error:
        return None


def main():
    Atspi.init()
    walker = Walker(sys.argv[1])
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        wish = json.loads(line)
        try:
            answer = getattr(walker, wish.pop("do"))(**wish)
        except (GLib.Error, IndexError, ValueError, AttributeError) as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
