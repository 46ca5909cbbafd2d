"""GovMail Desk: the paper-work desk for a state unit's official mailboxes."""

__version__ = "0.1.0"
