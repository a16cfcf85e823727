"""What a fact-checker does: each act a short function on the case file that returns what changed."""
