"""What a fact-checker does, each act one transaction. Window and command line stand on this."""
