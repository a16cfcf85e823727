"""Everything a person can do, as one table: `catalogue.ACTIONS`. Menus, keys, palette and sheet are made of it.

How to add an action: write its function in the module of its menu, add a row to that module's list. A test holds that
identifiers are unique, that no key is given twice, and that every row stands in a menu.
"""
