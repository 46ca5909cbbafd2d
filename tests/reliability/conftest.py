"""Which of these tests there are on this system."""

import sys

collect_ignore_glob = ["*_posix.py"] if sys.platform == "win32" else []
"""Windows knows no such limits, permissions, signals and screens; its own troubles are for a real Windows to show."""
