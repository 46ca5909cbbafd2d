"""The way from an earlier schema to the present one. The present schema itself is `store.tables`; copies are `store.backup`."""
