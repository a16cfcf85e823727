"""A short article about schools, and the same after a late edit."""

from __future__ import annotations

FIRST = """Northport council to close two schools

The council will close two schools in June, said Mayor Ann Ford. About 1,200 pupils have to move.

The decision saves 4 million euros a year, according to the council. Helen Marsh said: “This is a disgrace.”
"""
SECOND = """Northport council to close two schools

The council said on Monday that it had listened to parents for a year.

The council will close three schools in June, said Mayor Ann Ford. About 1,200 pupils have to move.

Helen Marsh said: “This is a disgrace.” Turnout at the last election was 41 per cent.
"""
