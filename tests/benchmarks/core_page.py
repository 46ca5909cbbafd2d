"""The page Hộp thư asked by SQLAlchemy Core alone: the floor of `pages`. Nothing of the program is loaded here.

Run with a register's file, it opens the page, answers one key, and prints the CPU seconds since the process began.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, case, column, create_engine, event, func, select, table
from sqlalchemy.engine import Engine

FIRST_ROWS = 200


def core_engine(file: Path) -> Engine:
    """Open the register as plainly as Core allows, with the driver's own transactions left alone as ours leaves them."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


class CorePage:
    """The three questions of the page, made once."""

    mailbox = table(
        "mailbox",
        *map(
            column,
            ("id", "address", "kind", "holder_id", "unit_id", "state", "since", "note", "search_key", "sort_key"),
        ),
    )
    person = table("person", *map(column, ("id", "full_name", "post")))
    unit_name = table("unit_name", *map(column, ("unit_id", "name", "to_on")))
    custody = table("custody", *map(column, ("unit_id", "person_id", "role", "to_on")))

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.every, self.found, self.counts, self.rows = self._every(), self._found(), self._counts(), self._rows()

    def ask(self, text: str) -> tuple[list[int], list[Any], list[Any]]:
        """Ask for the numbers in order, the first lines, the counts."""
        with self.engine.connect() as connection:
            values = {"like": f"%{text}%"} if text else {}
            ids = list(connection.execute(self.found if text else self.every, values).scalars())
            rows = connection.execute(self.rows, {"ids": ids[:FIRST_ROWS]}).all()
            return ids, list(rows), list(connection.execute(self.counts).all())

    def _every(self) -> Any:
        mailbox = self.mailbox
        return select(mailbox.c.id).where(mailbox.c.state != "closed").order_by(mailbox.c.sort_key, mailbox.c.id)

    def _found(self) -> Any:
        return self._every().where(self.mailbox.c.search_key.like(bindparam("like"), escape="\\"))

    def _counts(self) -> Any:
        kind, state = self.mailbox.c.kind, self.mailbox.c.state
        return select(kind, state, func.count()).group_by(kind, state)

    def _rows(self) -> Any:
        mailbox, person, names = self.mailbox, self.person, self._present_names()
        return (
            select(
                *(
                    mailbox.c[name]
                    for name in ("id", "address", "kind", "holder_id", "unit_id", "state", "since", "note")
                ),
                person.c.full_name,
                person.c.post,
                names.c.name,
                case((mailbox.c.kind == "unit", self._custodians(names_them=True))),
                case((mailbox.c.kind == "unit", self._custodians(names_them=False))),
            )
            .outerjoin(person, person.c.id == mailbox.c.holder_id)
            .outerjoin(names, names.c.unit_id == mailbox.c.unit_id)
            .where(mailbox.c.id.in_(bindparam("ids", expanding=True)))
        )

    def _present_names(self) -> Any:
        names = self.unit_name
        borne = select(names.c.unit_id, func.max(names.c.name).label("name")).where(names.c.to_on.is_(None))
        return borne.group_by(names.c.unit_id).subquery()

    def _custodians(self, *, names_them: bool) -> Any:
        held, keeper = self.custody.alias(), self.person.alias()
        return (
            select(func.max(keeper.c.full_name) if names_them else func.count())
            .select_from(held.join(keeper, keeper.c.id == held.c.person_id))
            .where(held.c.unit_id == self.mailbox.c.unit_id, held.c.role == "custodian", held.c.to_on.is_(None))
            .correlate(self.mailbox)
            .scalar_subquery()
        )


if __name__ == "__main__":
    page = CorePage(core_engine(Path(sys.argv[1])))
    page.ask("")
    page.ask("n")
    sys.stdout.write(f"{time.process_time()}\n")
