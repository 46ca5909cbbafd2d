"""The regulation on screen: every rule with its article and reason, and what the unit may choose beside it."""
