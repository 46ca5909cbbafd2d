"""What is typed into: text, days, names, people, addresses, and the form that sets them under one another."""
