"""Reads a paper as it now is and compares it with the decree on layout and with what the register knows."""
