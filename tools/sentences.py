"""`python -m tools.sentences`: the templates of all sentences that the workbench says, where lupdate finds them.

They are read from the sources: what is written out in each raise of a UserFacingError and in each Sentence. To be done
whenever one was changed; a test holds the two against each other.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.domain.findings import WarningKind

ROOT = Path(__file__).parents[1]
OUT = ROOT / "ui" / "look" / "templates.py"
_MAKING = {ROOT / "workbench" / "errors.py", ROOT / "ui" / "look" / "sentences.py"}
"""Where templates come from elsewhere."""
_HEAD = '''"""The templates of the workbench's sentences, for translators. Made by `python -m tools.sentences`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, words: str) -> str: ...

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

# fmt: off
'''


class Written(NamedTuple):
    """A place in the sources where a sentence is made."""

    where: str
    template: str
    """Empty where it is not written out."""
    values: frozenset[str | None]
    """Their keywords; None stands for a table of further ones."""
    kind: str
    """Of the warning that it belongs to; empty for all others."""


def written() -> list[Written]:
    """All of them, in the order of the sources."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in _sources()}
    makers = _makers([node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)])
    return [one for path, tree in trees.items() if path not in _MAKING for one in _written_in(path, tree, makers)]


def module(found: list[Written]) -> str:
    """The source of `ui.look.templates`; what has no words needs no translation."""
    told = [one for one in found if re.search(r"\w", re.sub(r"{\w+}", "", one.template))]
    warnings: dict[str, dict[str, None]] = {}
    others: dict[str, None] = {}
    for one in told:
        (warnings.setdefault(one.kind, {}) if one.kind else others)[one.template] = None
    lines = ["SENTENCES = (", *_marked(others, 1), ")", "", "WARNINGS: dict[str, tuple[str, ...]] = {"]
    for kind, templates in warnings.items():
        lines += [f"    {_quoted(kind)}: (", *_marked(templates, 2), "    ),"]
    return "\n".join([_HEAD, *lines, "}", '"""By the kind of warning."""', ""])


def _sources() -> list[Path]:
    return sorted(path for name in ("workbench", "ui") for path in (ROOT / name).rglob("*.py"))


def _makers(classes: list[ast.ClassDef]) -> dict[str, frozenset[str]]:
    """The classes whose first argument is a template, each with those keywords that are no values of it."""
    errors = {"UserFacingError"}
    while more := {one.name for one in classes if errors & {ast.unparse(base) for base in one.bases}} - errors:
        errors |= more
    makers = {name: frozenset[str]() for name in (*errors, "Sentence")}
    for one in classes:
        init = next((part for part in one.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"), None)
        if one.name in errors and init is not None:
            takes_template = any(argument.arg == "template" for argument in init.args.posonlyargs)
            makers[one.name] = frozenset(argument.arg for argument in init.args.kwonlyargs)
            if not takes_template:
                del makers[one.name]
    return makers


def _written_in(path: Path, tree: ast.Module, makers: dict[str, frozenset[str]]) -> Iterator[Written]:
    kind = _kind(tree) if path.parent.name == "consistency" else ""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = ast.unparse(call.func)
        if name in makers:
            first = call.args[0].value if len(call.args) == 1 and isinstance(call.args[0], ast.Constant) else ""
            values = frozenset(keyword.arg for keyword in call.keywords) - makers[name]
            yield Written(
                f"{path.relative_to(ROOT)}:{call.lineno}", first if isinstance(first, str) else "", values, kind
            )


def _kind(tree: ast.Module) -> str:
    """The one kind of warning that a module of them makes; empty when it makes none itself."""
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _is_kinds(node.value)}
    return WarningKind[named.pop()].value if len(named) == 1 else ""


def _is_kinds(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == WarningKind.__name__


def _marked(templates: Iterable[str], depth: int) -> list[str]:
    return [f'{"    " * depth}QT_TRANSLATE_NOOP("Sentence", {_quoted(template)}),' for template in templates]


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


if __name__ == "__main__":
    OUT.write_text(module(written()), "utf-8")
