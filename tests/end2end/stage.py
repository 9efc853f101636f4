"""Hands for the mouse and the keys, and the real program under them."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20.0
PRESSES = 4
MOST_STOPS = 80
DESKTOP = ("QT_", "QML_", "XDG_CURRENT_DESKTOP", "XDG_SESSION", "WAYLAND_", "DBUS_", "DISPLAY")
Point = list[int]
State = dict[str, Any]


def surroundings(display: str) -> dict[str, str]:
    """The environment without anything of the desktop that the test happens to run on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(DESKTOP)}
    return kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


class Hands:
    """The mouse and the keys of a display. Points are [x, y] on the screen."""

    def __init__(self, display: str) -> None:
        self._display = display

    def _do(self, *words: str | int) -> None:
        subprocess.run(
            ["xdotool", *map(str, words)],
            env={**os.environ, "DISPLAY": self._display},
            check=True,
            timeout=PATIENCE_S,
        )

    def focus(self, window: int) -> None:
        """Give a window the keyboard, as a window manager does when it appears."""
        self._do("windowfocus", window)

    def move(self, spot: Point) -> None:
        """Put the pointer there."""
        self._do("mousemove", *spot)

    def click(self, spot: Point) -> None:
        """Move there and click."""
        self._do("mousemove", *spot, "sleep", "0.05", "click", 1)

    def double_click(self, spot: Point) -> None:
        """Move there and click twice."""
        self._do("mousemove", *spot, "sleep", "0.05", "click", "--repeat", 2, "--delay", 60, 1)

    def take(self, spot: Point) -> None:
        """Press there and pull a little, until a drag has begun."""
        x, y = spot
        self._do("mousemove", x, y, "sleep", "0.05", "mousedown", 1)
        for step in (4, 10, 18, 26):
            self._do("sleep", "0.03", "mousemove", x + step, y + 2)

    def carry(self, spot: Point) -> None:
        """Move there with the button held, the last bit slowly."""
        x, y = spot
        self._do("mousemove", x - 12, y - 5, "sleep", "0.05", "mousemove", x - 4, y)
        self._do("sleep", "0.05", "mousemove", x, y, "sleep", "0.05")

    def let_go(self) -> None:
        """Release the button."""
        self._do("mouseup", 1)

    def hold(self, key: str) -> None:
        """Press a key and keep it down."""
        self._do("keydown", key)

    def release(self, key: str) -> None:
        """Let that key go."""
        self._do("keyup", key)

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, as in `ctrl+z`; none, where there are none."""
        if keys:
            self._do("key", "--delay", 30, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", 15, text)


class Program:
    """One run of the program."""

    def __init__(self, display: str, *arguments: str | Path) -> None:
        self.display = display
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.end2end.pilot", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=surroundings(display),
        )
        self._rest = b""

    def ask(self, question: str, *arguments: object) -> Any:  # noqa: ANN401  # any JSON
        """Ask the program's side door."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([question, *arguments]).encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._line())

    def _line(self) -> bytes:
        out = self._process.stdout
        assert out is not None
        deadline = time.monotonic() + PATIENCE_S
        with selectors.DefaultSelector() as ready:
            ready.register(out, selectors.EVENT_READ)
            while b"\n" not in self._rest:
                if not ready.select(max(0.0, deadline - time.monotonic())):
                    raise AssertionError("the program does not answer")
                piece = os.read(out.fileno(), 65536)
                if not piece:
                    raise AssertionError(f"the program has ended: {self._said()}")
                self._rest += piece
        line, self._rest = self._rest.split(b"\n", 1)
        return line

    def _said(self) -> str:
        assert self._process.stderr is not None
        return self._process.stderr.read().decode(errors="replace")

    @property
    def state(self) -> State:
        """What the program says of itself now."""
        found: State = self.ask("state")
        return found

    def until(self, holds: Callable[[State], object], what: str = "") -> State:
        """Wait for a state."""
        state: State | None = None
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            state = self.ask("state")
            if state is not None and holds(state):
                return state
            time.sleep(0.02)
        raise AssertionError(f"never came about: {what}; {json.dumps(state, indent=1)}")

    def find(self, question: str, *arguments: object) -> Any:  # noqa: ANN401  # any JSON
        """Wait until a question has an answer; a place must stay the same for a moment."""
        deadline = time.monotonic() + PATIENCE_S
        before: object = None
        while time.monotonic() < deadline:
            answer = self.ask(question, *arguments)
            if answer is not None and (answer == before or not isinstance(answer, list)):
                return answer
            before = answer
            time.sleep(0.03)
        raise AssertionError(f"never answered: {question} {arguments}")

    def shown(self, hands: Hands) -> State:
        """Wait for the window and give it the keyboard, as this display has nobody who does."""
        hands.focus(self.find("window_id"))
        return self.until(lambda state: state["active"] == state["title"], "the window in front")

    def dialog(self, hands: Hands, kind: str = "dialog") -> State:
        """Wait for a dialog and give it the keyboard."""
        deadline = time.monotonic() + PATIENCE_S
        found: State | None = None
        while time.monotonic() < deadline:
            found = self.ask("dialog")
            if found is not None and found["kind"] == kind:
                if found["ready"]:
                    return found
                hands.focus(found["id"])
            time.sleep(0.03)
        raise AssertionError(f"no {kind}: {found}")

    def until_dialog(self, holds: Callable[[State], object], what: str) -> State:
        """Wait for something in the dialog in front."""
        found: State | None = None
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            found = self.ask("dialog")
            if found is not None and holds(found):
                return found
            time.sleep(0.02)
        raise AssertionError(f"never came about: {what}; {json.dumps(found, indent=1)}")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait(PATIENCE_S)

    def ended_by(self, hands: Hands, keys: str) -> tuple[int, str]:
        """End it by keys: the exit code, and what it complained of.

        A display without a window manager may lose a key that comes while a window opens or
        closes; a person would press it again, and so does this.
        """
        for _ in range(PRESSES):
            hands.keys(keys)
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(PATIENCE_S / PRESSES), self._said()
        raise AssertionError(f"{keys} does not end the program")

    def put_away(self) -> None:
        """Leave nothing running."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()


def tab_to(program: Program, hands: Hands, words: str) -> None:
    """Press Tab until the keyboard is on something of that kind, or whose text begins so."""
    for _ in range(MOST_STOPS):
        state = program.state
        begin = (state["focus_text"], state["focus_name"])
        if words == state["focus"] or any(each.startswith(words) for each in begin):
            return
        hands.keys("Tab")
    raise AssertionError(f"Tab never comes to {words}")
