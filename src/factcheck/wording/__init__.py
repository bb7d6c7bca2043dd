"""Words and signs of a text as they stand there: scripts, languages, look-alikes, loops, brackets."""
