"""The words of the command line, and the help that explains them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from workbench import __version__
from workbench.cli import articles, combining, commands, desktop, drafting, targets
from workbench.domain.evidence import Stance

FORMATS = tuple(targets.ENDINGS)

_DESCRIPTION = """\
A desk for fact-checkers: a news article beside the claims found in it, each linked to evidence notes
kept in one local file, an outcome for each, and verification notes as PDF. Works offline.

  fact-check [FILE]     open the window on an article (or the web address of one) or a .factcase
  fact-check COMMAND …  do one thing without the window; needs no screen
"""

_EPILOG = """\
examples:
  fact-check claims article.txt --json            what would be checked, for a script
  fact-check new article.txt -o budget.factcase   begin a case
  fact-check draft budget.factcase edited.txt     go on with the edited article
  fact-check evidence add budget.factcase --claim 3 --stance supports \\
             --title "Budget report, table 4" --url https://stats.example/4 --snapshot report.pdf
  fact-check export budget.factcase --to pdf -o notes.pdf
  fact-check verify budget.factcase               0 when sound, else says what is not

exit codes:
  0 done · 1 it can't be done, said in one line · 2 the command's words are off · 70 a bug · 130 stopped by Ctrl+C

files:
  An article may be plain text, Markdown, a saved HTML page, DOCX, ODT, EML or a PDF with text in it. It is never
  written to. In place of its name, the address of a page on the web (http:// or https://) fetches that page and
  nothing else. Settings are in one TOML file in the user's configuration folder; FACT_CHECK_HOME names another folder.
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other error here."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. See '{self.prog} --help'.\n")


def build_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="fact-check",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Fact-Check Workbench {__version__}")
    command = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_finding(command)
    _add_case(command)
    _add_evidence(command)
    _add_combining(command)
    _add_export(command)
    _add_keeping(command)
    _add_desktop(command)
    return parser


def _add_finding(command: argparse._SubParsersAction[_Parser]) -> None:
    claims = command.add_parser("claims", help="the claims found in articles", description=commands.claims.__doc__)
    claims.add_argument("articles", nargs="+", type=articles.named, metavar="ARTICLE", help="file or web address")
    claims.add_argument("--json", action="store_true", help="one JSON object an article, a line each")
    claims.set_defaults(run=commands.claims)

    rank = command.add_parser("rank", help="how check-worthy sentences are", description=commands.rank.__doc__)
    rank.add_argument("file", type=Path, metavar="FILE", help="one sentence a line, UTF-8")
    rank.add_argument("--json", action="store_true", help='{"text", "check_worthiness"} a line')
    rank.set_defaults(run=commands.rank)


def _add_case(command: argparse._SubParsersAction[_Parser]) -> None:
    new = command.add_parser("new", help="begin a case with the claims found", description=commands.new.__doc__)
    new.add_argument(
        "article", type=articles.named, metavar="ARTICLE", help="file or web address; or a record exported as JSON"
    )
    new.add_argument("-o", "--output", type=targets.output, required=True, metavar="CASE")
    new.add_argument(
        "--scale",
        type=articles.text,
        default="",
        help="rating scale of the case, e.g. editorial (default: from the settings)",
    )
    new.set_defaults(run=commands.new)

    draft = command.add_parser("draft", help="take a late edit into a case", description=drafting.draft.__doc__)
    draft.add_argument("case", type=Path, metavar="CASE")
    draft.add_argument("article", type=articles.named, metavar="ARTICLE", help="file or web address of the new draft")
    draft.add_argument("--json", action="store_true", help="numbers of the claims kept, changed, cut, back and new")
    draft.set_defaults(run=drafting.draft)


def _add_evidence(command: argparse._SubParsersAction[_Parser]) -> None:
    evidence = command.add_parser("evidence", help="evidence notes of a case")
    add = evidence.add_subparsers(metavar="add", required=True).add_parser(
        "add", help="file a note and link it to a claim", description=commands.add_evidence.__doc__
    )
    add.add_argument("case", type=Path, metavar="CASE")
    add.add_argument("--claim", type=int, required=True, metavar="N", help="the claim's number")
    add.add_argument("--stance", choices=[str(stance) for stance in Stance], required=True, metavar="|".join(Stance))
    add.add_argument("--title", type=articles.text, required=True, help="title of the source")
    add.add_argument("--url", type=articles.text, default="", help="http or https")
    add.add_argument("--note", type=articles.text, default="", help="the checker's own words")
    add.add_argument(
        "--tag",
        action="append",
        type=articles.text,
        default=[],
        help="by which the note is found again; may be repeated",
    )
    add.add_argument("--snapshot", type=Path, metavar="FILE", help="a copy of the source, kept in the case")
    add.set_defaults(run=commands.add_evidence)


def _add_combining(command: argparse._SubParsersAction[_Parser]) -> None:
    combine = command.add_parser(
        "combine", help="take in a colleague's copy of a case", description=combining.combine.__doc__
    )
    combine.add_argument("case", type=Path, metavar="CASE")
    combine.add_argument("copy", type=Path, metavar="COPY")
    combine.set_defaults(run=combining.combine)


def _add_export(command: argparse._SubParsersAction[_Parser]) -> None:
    export = command.add_parser("export", help="write the verification notes", description=commands.export.__doc__)
    export.add_argument("case", type=Path, metavar="CASE")
    export.add_argument("--to", choices=FORMATS, required=True)
    export.add_argument("-o", "--output", type=targets.output, required=True, metavar="OUT")
    export.add_argument(
        "--external", action="store_true", help="for outside: without confidential sources, contacts, notes and queries"
    )
    export.add_argument(
        "--review-url",
        type=articles.text,
        default="",
        metavar="URL",
        help="where the check is published, for claimreview",
    )
    export.set_defaults(run=commands.export)


def _add_keeping(command: argparse._SubParsersAction[_Parser]) -> None:
    verify = command.add_parser("verify", help="is the case file sound?", description=commands.verify.__doc__)
    verify.add_argument("case", type=Path, metavar="CASE")
    verify.set_defaults(run=commands.verify)

    rescue = command.add_parser("rescue", help="what a damaged case still holds", description=commands.rescue.__doc__)
    rescue.add_argument("case", type=Path, metavar="CASE")
    rescue.add_argument("-o", "--output", type=targets.output, required=True, metavar="NEW")
    rescue.set_defaults(run=commands.rescue)


def _add_desktop(command: argparse._SubParsersAction[_Parser]) -> None:
    install = command.add_parser(
        "install-desktop",
        help="put the program into the menu and its files into the file manager (Linux)",
        description=desktop.install.__doc__,
    )
    install.add_argument("--remove", action="store_true", help="take all of it away again")
    install.set_defaults(run=desktop.install)
