"""Measures factcheck on public data: false alarms, recall, number readings, speed. See README.md here."""
