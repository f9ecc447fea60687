"""What is done about the disagreement that is talked about: settled, opened again, amended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from qcode.model.agreement_enums import Verdict
from qcode.model.records import Passage
from qcode.model.review import Disagreement, Stretch, fitting
from qcode.services.review import amending, decisions, quoting
from qcode.ui.shell.operation import Operation, background, sliced
from qcode.ui.workspaces.review.verdict_bar import VERDICTS

if TYPE_CHECKING:
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.workspaces.review.talk import Talk


class Deciding(QObject):
    """Handlers of the verdicts and of what leads from a row into the codebook."""

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._talk = talk

    def join(self) -> None:
        """Hear of the buttons, once they are there."""
        talk, form = self._talk, self._talk.detail.amending
        talk.verdicts.chosen.connect(self._press)
        talk.reason.kept.connect(self._keep_and_return)
        talk.reason.left.connect(talk.take_focus)
        talk.detail.cards.edgesKept.connect(self._keep_edges)
        talk.detail.cards.edgesLeft.connect(self._leave_edges)
        form.left.connect(talk.take_focus)
        form.amendWanted.connect(self.amend)
        form.mergeWanted.connect(self.merge)
        form.splitWanted.connect(self.split)
        form.memoWanted.connect(self.write_memo)

    def bind(self, actions: ActionSet) -> None:
        """Bind the actions."""
        for verdict in VERDICTS:
            actions.bind(
                f"review.verdict.{verdict.value}", lambda verdict=verdict: self.decide(verdict)
            )
        actions.bind("review.reopen", lambda: self.decide(Verdict.OPEN))
        actions.bind("review.reason", self._go_to_reason)
        actions.bind("review.amend", self.amend)
        actions.bind("review.memo", self.write_memo)

    # ------------------------------------------------------------------ verdicts

    def _press(self, verdict: Verdict) -> None:
        """Do what a button says; who clicked goes on with keys in the list."""
        talk = self._talk
        if not any(button.hasFocus() for button in talk.verdicts.buttons.values()):
            talk.take_focus()
        self.decide(verdict)

    def decide(self, verdict: Verdict) -> None:
        """Settle the current disagreement and go on; OPEN takes the verdict back."""
        one = self._talk.current.disagreement
        if one is None or not self._talk.session.writable:
            return
        if verdict is Verdict.OPEN:
            self._reopen()
        elif verdict not in fitting(one.kind):
            return
        elif verdict is Verdict.EDIT:
            self._edit()
        elif verdict is Verdict.OTHER_CODE:
            self._choose_code()
        else:
            self._settle(verdict)

    def _settle(self, verdict: Verdict, **more: Any) -> bool:
        talk, one = self._talk, self._talk.current.disagreement
        assert one is not None
        number, row = talk.current.number, talk.view.current_row()
        reason, also = talk.reason.reason(), talk.reason.also.isChecked()
        stored = talk.reason.settle()
        done = self._run(
            self.tr("Settle the disagreement"),
            decisions.decide,
            one,
            verdict,
            reason=reason,
            into_use=also,
            **more,
        )
        if not done:
            talk.reason.unsettle(stored)
            return False
        talk.go_on(number, row)
        return True

    def _edit(self) -> None:
        """Show more of the text than to read, and let the edges be moved there."""
        talk, one = self._talk, self._talk.current.disagreement
        quoted = talk.current.quote(one, quoting.WIDTH)
        if one is not None and quoted is not None:
            talk.detail.edit(quoted, one)

    def _reopen(self) -> None:
        one = self._talk.current.disagreement
        if self._talk.current.verdict() is not Verdict.OPEN:
            self.keep_reason()
            self._run(self.tr("Open the disagreement again"), decisions.reopen, one)

    def _choose_code(self) -> None:
        from qcode.ui.dialogs.choose_code import choose_any_code

        talk = self._talk
        spans = self._edited()
        code_id = choose_any_code(
            talk, talk.session, self.tr("Another code for the consensus"), self.tr("Take this code")
        )
        if code_id is not None and talk.current.disagreement is not None:
            self._settle(Verdict.OTHER_CODE, code_id=code_id, spans=spans)
        talk.take_focus()

    def _edited(self) -> list[Stretch] | None:
        cards = self._talk.detail.cards
        if not cards.is_editing:
            return None
        return [self._talk.detail.in_document(*cards.editing.sheet.stretch())]

    def _keep_edges(self, start: int, end: int) -> None:
        talk = self._talk
        talk.take_focus()
        if self._settle(Verdict.EDIT, spans=[talk.detail.in_document(start, end)]):
            talk.detail.cards.stop_editing()
        else:
            talk.detail.cards.editing.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_edges(self) -> None:
        self._talk.take_focus()
        self._talk.detail.cards.stop_editing()

    # ------------------------------------------------------------------ reasons

    def _go_to_reason(self) -> None:
        field = self._talk.reason.field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _keep_and_return(self) -> None:
        """Go on in the list; what is to go into the codebook as well waits for the verdict."""
        talk, one = self._talk, self._talk.current.disagreement
        also = talk.reason.also.isChecked() and bool(talk.reason.reason())
        if not also:
            self.keep_reason()
        elif one is not None and talk.current.verdict() is not Verdict.OPEN:
            self._note(one, into_use=True)
        talk.take_focus()

    def keep_reason(self) -> None:
        """Save a reason that was written and not saved yet."""
        talk, one = self._talk, self._talk.current.disagreement
        if one is not None and talk.reason.changed and talk.session.writable:
            self._note(one)

    def _note(self, one: Disagreement, *, into_use: bool = False) -> None:
        talk = self._talk
        reason = talk.reason.reason()
        talk.reason.settle()  # also where it is refused: it would be refused for ever
        stored = self._run(self.tr("Reason"), decisions.note, one, reason, into_use=into_use)
        if stored and into_use:
            talk.reason.also.setChecked(False)

    # ------------------------------------------------------------------ the codebook

    def amend(self) -> None:
        """Let the entries of the codes be written into."""
        if self._talk.current.disagreement is not None and self._talk.session.writable:
            self._talk.detail.amend()

    def save_field(self, code_id: int, field: str, text: str) -> bool:
        """Store a text of a code, and that this disagreement led to it."""
        one = self._talk.current.disagreement
        if one is None:
            return False
        return self._run(self.tr("Amend the code"), amending.amend, one, code_id, field, text)

    def merge(self) -> None:
        """Ask into which code the one or two go, and merge them."""
        from qcode.ui.dialogs.choose_code import choose_code

        talk, one = self._talk, self._talk.current.disagreement
        if one is None:
            return
        talk.flush()
        project = talk.session.project
        into = choose_code(talk, talk.session, self.tr("Merge into"), one.code_ids)
        if into is None:
            return
        others = [code_id for code_id in one.code_ids if code_id != into.code_id]
        talk.detail.amending.drop()

        sliced(
            talk,
            self.tr("Merge codes"),
            lambda progress: amending.merge(
                project, one, others, into.code_id, reason=into.reason, progress=progress
            ),
        )

    def split(self, code_id: int) -> None:
        """Show the passages of a code on two sides, and give some to another code."""
        from qcode.services import passages

        talk = self._talk
        talk.flush()
        project = talk.session.project
        background(
            talk,
            lambda _progress: passages.of_codes(project, [code_id]),
            lambda found: self._ask_split(code_id, found),
            title=self.tr("Reading the passages"),
        )

    def _ask_split(self, code_id: int, found: Sequence[Passage]) -> None:
        from qcode.ui.dialogs.split_code import ask_split

        talk, one = self._talk, self._talk.current.disagreement
        wanted = ask_split(talk, talk.session, code_id, found) if one is not None else None
        if wanted is None or one is None:
            return
        project = talk.session.project

        sliced(
            talk,
            self.tr("Split the code"),
            lambda progress: amending.split(
                project,
                one,
                code_id,
                wanted.coding_ids,
                wanted.draft,
                wanted.parent_id,
                into=wanted.into,
                reason=wanted.reason,
                progress=progress,
            ),
        )

    def write_memo(self) -> None:
        """Ask for a memo on the words and codes of the disagreement."""
        from qcode.ui.dialogs.memo import ask_memo

        talk, one, quoted = self._talk, self._talk.current.disagreement, self._talk.detail.quotation
        if one is None or quoted is None:
            return
        start = one.start - quoted.start
        words = quoted.text[start : start + one.end - one.start]
        body = ask_memo(talk, self.tr("Memo on the disagreement"), words)
        if not body:
            return
        self._run(self.tr("Memo"), amending.write_memo, one, body)
        talk.take_focus()

    # ------------------------------------------------------------------ running

    def _run(self, label: str, function: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Change the project; a refusal is shown. Return whether it went well."""
        operation = Operation(self._talk.session.project, label, function, *args, **kwargs)
        operation.run(self._talk)
        return operation.error is None
