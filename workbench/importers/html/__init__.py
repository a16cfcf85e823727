"""Saved HTML pages: parsed, walked into pieces of text, of which the article's own are chosen and told apart."""
