"""The dialogs that open on top of the window, each imported by the act that opens it."""
