"""The register on disk: engine, tables, rows. The only room that knows which database it is."""
