"""`regulations`: list those shipped, show one whole with its articles, check a file."""

from __future__ import annotations

import argparse
import sys

from govmail_desk.cli.output import print_columns, print_json, print_lines
from govmail_desk.regulations import in_words, loader, shipped


def regulations(chosen: argparse.Namespace) -> int:
    """Do one of list, show, check."""
    return {"list": _list, "show": _show, "check": _check}[chosen.act](chosen)


def _list(chosen: argparse.Namespace) -> int:
    found = shipped.every()
    if chosen.json:
        print_json([{"id": one.id, "title": one.title, "status": one.status} for one in found])
    else:
        print_columns([(one.id, one.short_name, one.title) for one in found])
    return 0


def _show(chosen: argparse.Namespace) -> int:
    regulation = shipped.named(chosen.id)
    if chosen.json:
        print_json(in_words.as_json(regulation))
    else:
        print_lines([in_words.as_text(regulation)])
    return 0


def _check(chosen: argparse.Namespace) -> int:
    problems = loader.check(chosen.file)
    if chosen.json:
        print_json({"ok": not problems, "problems": [problem.sentence for problem in problems]})
    for problem in problems:
        print(problem.sentence, file=sys.stderr)
    if not problems and not chosen.json:
        print_lines([f"Tệp {chosen.file.name} dùng được: mọi quy định đều có điều khoản và giá trị hợp lệ."])
    return 1 if problems else 0
