"""What every test stands on: a screen that needs no screen, a home folder of its own, no way out to the network."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.fonts=false"  # the offscreen platform complains of faces it will never draw

# The same examples at every run of CI: what a change broke is told apart from what chance found. At a desk they differ.
settings.register_profile("desk", max_examples=100, deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("desk")


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test can reach the register of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("GOVMAIL_DESK_HOME", str(home))
        yield home


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: a socket may reach this machine and no other, and no name is looked up."""
    if event == "socket.connect" and not _is_on_this_machine(arguments[1]):
        raise PermissionError(f"tests do not reach the network: {arguments[1]}")
    if event == "socket.getaddrinfo" and arguments[0] not in {None, "localhost", "127.0.0.1", "::1"}:
        raise PermissionError(f"tests look up no names: {arguments[0]!r}")


def _is_on_this_machine(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a file name or a path of the kernel's own, never another machine
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return address[0] == "localhost"


sys.addaudithook(_refuse_the_network)
