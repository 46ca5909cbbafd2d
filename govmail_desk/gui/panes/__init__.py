"""The panes at the right of a page: everything about the one thing chosen, and what can be done with it next."""
