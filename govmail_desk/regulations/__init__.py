"""Regulations from their TOML files to `domain.regulation`."""
