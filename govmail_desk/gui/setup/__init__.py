"""The first setup: from nothing to a register."""
