"""What this program is, which version, under which licences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from qcode import __version__
from qcode.ui.dialogs.form import FormDialog, note
from qcode.ui.shell.icons import app_icon


def show_about(parent: QWidget) -> None:
    """Show version and licence."""
    translate = QCoreApplication.translate
    dialog = FormDialog(
        parent,
        translate("about", "qcode {version}").format(version=__version__),
        translate("about", "Close"),
        translate(
            "about",
            "Grounded-theory coding of texts on your own computer. Nothing leaves it: qcode never"
            " connects to the network.",
        ),
    )
    dialog.cancel_button.hide()
    picture = QLabel()
    picture.setPixmap(app_icon().pixmap(72, 72))
    picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
    dialog.body.insertWidget(0, picture)
    dialog.body.addWidget(
        note(
            translate(
                "about",
                "Free software under the MIT licence. The window is made with Qt {qt} for Python,"
                " used under the LGPL.",
            ).format(qt=qVersion())
        )
    )
    dialog.asked()
