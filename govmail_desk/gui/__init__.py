"""The window: shows rows, asks operations, says sentences in Vietnamese."""
