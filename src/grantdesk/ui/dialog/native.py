"""Qt's own words, in its file dialogs and on its menus, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from grantdesk.session.speech import Speech


class Native(QObject):
    """Keeps Qt's own words in the language that the window speaks."""

    def __init__(self, app: QCoreApplication, speech: Speech) -> None:
        super().__init__(app)
        self._app, self._speech = app, speech
        self._translator: QTranslator | None = None
        speech.changed.connect(self.use)
        self.use()

    def use(self) -> None:
        """Takes the words of the language of the moment; English is what Qt speaks by itself."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{self._speech.language.code}", folder):
            self._app.installTranslator(translator)
        self._translator = translator
