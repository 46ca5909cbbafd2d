"""The page Hộp thư as the window asks for it: what `pages` measures against `core_page`.

Run with a register's file, it opens the page, answers one key, and prints the CPU seconds since the process began.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from govmail_desk.desk import Desk
from govmail_desk.listings.mailboxes import MailboxFilter, Opening, opening

FIRST_ROWS = 200


def ask(desk: Desk, text: str) -> Opening:
    """Ask for the numbers in order, the first lines, the counts."""
    return opening(desk, MailboxFilter(search=text), first_count=FIRST_ROWS)


if __name__ == "__main__":
    with Desk.open(Path(sys.argv[1]), person="x") as opened:
        ask(opened, "")
        ask(opened, "n")
    sys.stdout.write(f"{time.process_time()}\n")
