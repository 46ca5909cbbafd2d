"""Rows of the register on screen: the table, its columns, its rows in windows of ids, searching, and the pane beside it."""
