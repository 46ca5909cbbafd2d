"""How a table of kept rows is drawn: its number and version, texts, days and links. The tables themselves are `store.tables`.

Dates are ISO text: it sorts right, reads the same on every database and costs nothing to convert.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def kept(name: str, *columns: Column[object] | Index) -> Table:
    """Draw a table whose rows the journal answers for."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("version", Integer, nullable=False),
        *columns,
    )


def text(name: str, **options: Any) -> Column[object]:
    """Draw a text, empty where there is nothing to say."""
    return Column(name, Text, nullable=False, **options)


def day(name: str, *, required: bool = False) -> Column[object]:
    """Draw a day, as ISO text."""
    return Column(name, String(10), nullable=not required)


def link(name: str, target: str, *, required: bool = True, index: bool = True) -> Column[object]:
    """Draw a reference to a row of another table."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=not required, index=index)
