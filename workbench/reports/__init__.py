"""Verification notes: plain data (`notes`) and one module a format that writes them."""
