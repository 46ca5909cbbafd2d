"""What the office knows, in plain Python: no Qt, no SQLAlchemy, no files, no clock."""
