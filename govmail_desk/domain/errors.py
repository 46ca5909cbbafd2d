"""The two ways work is refused. A programming fault is neither: it stays an ordinary exception and reaches the fault report."""


class RuleBroken(Exception):
    """Something the clerk can mend: a rule of the regulation, or input that cannot be taken.

    `sentence` is shown as it stands, in the window and on the command line; `cite` is the article where a regulation says so,
    `why` its reason in our words.
    """

    def __init__(self, sentence: str, *, cite: str | None = None, why: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.cite = cite
        self.why = why


class SecretTold(RuleBroken):
    """A free note that seems to hold a password; which note it is, is asked of the notes: the refusal never repeats it."""


class StoreUnavailable(Exception):
    """Disk, lock or network kept the register or a file from being read or written; nothing was changed."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class StoreDamaged(StoreUnavailable):
    """The register's file itself is broken: pages, or a table that is gone; only a backup helps."""
