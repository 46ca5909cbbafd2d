"""Qt's own buttons, menus and dialogs in Vietnamese: the wheel has no `qtbase_vi`, so the words are ours.

Here: installing them. The words: `resources/translations/qt_vi.ts`, compiled beside it by `pyside6-lrelease`.
Dates on screen are written by `govmail_desk.wording`, never by the locale, whose short date has two digits for the year.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from govmail_desk import paths


def speak_vietnamese(app: QCoreApplication) -> QTranslator:
    """Make Qt speak Vietnamese from now on; the application keeps the translator."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(app)
    if not translator.load(str(paths.resources() / "translations" / "qt_vi.qm")):
        raise RuntimeError("the shipped Vietnamese words for Qt could not be loaded")
    app.installTranslator(translator)
    return translator
