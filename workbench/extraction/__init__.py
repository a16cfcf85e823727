"""Finding claims, quotations, facts and damage in an article: the only home of spaCy."""
