"""Papers that go out and lists that come in: .docx, .xlsx, .eml, .csv. No register here."""
