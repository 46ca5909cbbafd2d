"""What a clerk does: one keyword-only function each, one transaction each."""
