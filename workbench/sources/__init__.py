"""Working with what evidence is taken from: holding a quotation against a source's text."""
