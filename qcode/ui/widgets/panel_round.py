"""F6 from panel to panel, Tab from control to control as one reads, and a frame around the panel
that has the focus.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from qcode.ui.shell import theme

_FRAMED = ("panel", "paper")


class PanelRound(QObject):
    """Knows the panels of a workspace in the order in which F6 goes through them.

    ``firsts`` names for each panel what takes the focus in it at first (a list, a text), or the
    panel itself where the topmost control does. They are no focus proxies: from a panel with a
    proxy Tab would go on behind the proxy and never reach what stands before it. Each panel comes
    back to what had the focus in it last. A panel that is hidden is passed over.
    """

    def __init__(self, firsts: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._firsts = list(firsts)
        self._frames = [_frame_of(widget) for widget in firsts]
        self._last: dict[QWidget, QWidget] = {}
        self._lit: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def add(self, first: QWidget) -> None:
        """Take one more panel into the round, the last one; it may come long after the others."""
        self._firsts.append(first)
        self._frames.append(_frame_of(first))

    def begin_at(self, frame: QWidget, first: QWidget) -> None:
        """Let a panel of the round that was empty until now take the focus at ``first``."""
        self._firsts[self._frames.index(frame)] = first

    def go(self, step: int) -> None:
        """Give the focus to the next (1) or the previous (-1) panel that is shown, round and round.

        From outside of all panels it goes to the first one, or the last.
        """
        shown = [frame for frame in self._frames if frame.isVisible()]
        if not shown:
            return
        here = self._frame_around(QApplication.focusWidget())
        if here in shown:
            order = shown[shown.index(here) + 1 :] + shown[: shown.index(here)]
            order = order if step > 0 else order[::-1]
        else:
            order = shown if step > 0 else shown[::-1]
        for frame in order:
            target = self._target(frame)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def tab(self, step: int, outside: Sequence[QWidget] = ()) -> bool:
        """Give the focus to the next (1) or previous (-1) control; False from a stranger to them.

        Panel after panel, in each as one reads: rows from the top, a row from the left. Qt's own
        chain is the order in which widgets were made, wrong for all that come and go. ``outside``
        are controls of the window behind the last panel.
        """
        order = [one for frame in self._frames if frame.isVisible() for one in _as_read(frame)]
        order += [one for one in outside if _takes_focus(one)]
        here = QApplication.focusWidget()
        if here not in order:
            return False
        target = order[(order.index(here) + step) % len(order)]
        target.setFocus(
            Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        )
        above = target.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(target)
            above = above.parentWidget()
        return True

    def _target(self, frame: QWidget) -> QWidget | None:
        """What takes the focus in a panel: what had it last, what the panel says, the first."""
        for candidate in (self._last.get(frame), self._firsts[self._frames.index(frame)]):
            if candidate is not None and _takes_focus(candidate) and frame.isAncestorOf(candidate):
                return candidate
        return next(iter(_as_read(frame)), None)

    def _frame_around(self, widget: QWidget | None) -> QWidget | None:
        while widget is not None and widget not in self._frames:
            widget = widget.parentWidget()
        return widget

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        frame = self._frame_around(now)
        if frame is None:
            return  # a menu, a dialog, another program: one comes back to where one was
        assert now is not None
        self._last[frame] = now
        now.destroyed.connect(lambda _=None, frame=frame: self._last.pop(frame, None))
        if frame is not self._lit:
            for changed, active in ((self._lit, False), (frame, True)):
                if changed is not None:
                    changed.setProperty("active", active)
                    changed.update()
            if self._lit is not None:
                self._lit.removeEventFilter(self)
            frame.installEventFilter(self)
            self._lit = frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the frame of the panel with the focus in the accent.

        A rule of the style sheet would do it too, and style everything in the panel again: 100 ms.
        """
        if event.type() != QEvent.Type.Paint or watched is not self._lit:
            return False
        QFrame.paintEvent(watched, event)
        painter = QPainter(watched)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent"), 1))
        painter.drawRoundedRect(QRectF(watched.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        painter.end()
        return True


def _frame_of(widget: QWidget) -> QWidget:
    """The frame in which a widget lies."""
    frame: QWidget | None = widget
    while frame is not None:
        if isinstance(frame, QFrame) and frame.property("role") in _FRAMED:
            return frame
        frame = frame.parentWidget()
    return widget


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    usable = bool(tab) and widget.isVisible() and widget.isEnabled()
    return usable and widget.focusProxy() is None and not widget.size().isEmpty()


def _as_read(frame: QWidget) -> list[QWidget]:
    """What takes the focus in a panel, row by row, each from the left."""
    places = [
        (QRect(child.mapTo(frame, QPoint(0, 0)), child.size()), child)
        for child in frame.findChildren(QWidget)
        if _takes_focus(child)
    ]
    places.sort(key=lambda place: place[0].top())
    result: list[QWidget] = []
    while places:
        # Whatever begins above the middle of the topmost stands in one row with it.
        first = places[0][0]
        middle = max(first.top(), first.center().y())  # of no height: its middle is above its top
        row = [place for place in places if place[0].top() <= middle]
        result += [child for _, child in sorted(row, key=lambda place: place[0].left())]
        places = places[len(row) :]
    return result
