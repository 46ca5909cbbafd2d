"""Which of these tests there are on this system."""

import sys

collect_ignore = ["test_disk_posix.py"] if sys.platform == "win32" else []
"""Windows knows no such limits, permissions and signals; its own troubles are for a real Windows to show."""
