"""What a clerk sees: frozen rows straight from SQL, never stored objects."""
