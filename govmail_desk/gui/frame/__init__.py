"""The frame of the window and what moves behind it: rail, top bar, header, status line, search, taking back, faults."""
