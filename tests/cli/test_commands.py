"""The stable command line, run as a script would run it: in this process for speed, once as a program for the truth."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import SEED
from workbench import settings
from workbench.cli import main, parser, sentences
from workbench.domain.article import BlockKind
from workbench.domain.claim import ClaimKind
from workbench.storage import glance
from workbench.workflow import opening, publishing

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed's case; tests that change it copy it first."""
    path = tmp_path_factory.mktemp("case") / "seed.factcase"
    assert main(["new", str(SEED), "-o", str(path)]) == 0
    return path


def copy_of(case: Path, folder: Path) -> Path:
    copied = folder / "copy.factcase"
    copied.write_bytes(case.read_bytes())
    return copied


def complaint(capture: Capture) -> str:
    """What stands on standard error: exactly one line, without a traceback."""
    said = capture.readouterr().err
    assert said.count("\n") == 1, said
    assert "Traceback" not in said
    return said


def program(words: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The program as a shell runs it; `words` may send its streams elsewhere."""
    (tmp_path / "said.txt").write_text("Unemployment rose to 7.4 percent in March.\n", encoding="utf-8")
    command = f"'{sys.executable}' -m ui {words}"
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120, check=False)


def test_a_claim_has_the_same_number_in_the_listing_and_in_the_case(tmp_path: Path, capsys: Capture) -> None:
    article, case = tmp_path / "article.txt", tmp_path / "case.factcase"
    article.write_text(
        "Steelmaker to cut jobs\n\nThe union Solidarnosc, which represents 4,100 workers at the site, called the "
        "decision “a betrayal” and said it would strike on Monday.\n",
        "utf-8",
    )
    assert main(["claims", str(article), "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["claims"]
    assert any(one["start"] == other["start"] for one, other in pairwise(listed))
    assert main(["new", str(article), "-o", str(case)]) == 0
    with opening.open_case(case, who="Rosa", read_only=True) as file:
        kept = opening.read_case(file).claims
    assert [(one.number, one.span.start, one.exact) for one in kept] == [
        (one["number"], one["start"], one["exact"]) for one in listed
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("command", ["rank {}/said.txt --json", "claims {}/said.txt --json"])
def test_output_for_which_there_is_no_room_is_no_bug(command: str, tmp_path: Path) -> None:
    done = program(command.format(tmp_path) + " > /dev/full", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left on device" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes streams")
def test_streams_that_are_closed_are_no_bug_and_mix_nothing(tmp_path: Path) -> None:
    new = program(f"new {tmp_path}/said.txt -o {tmp_path}/said.factcase <&- >&- 2>&-", tmp_path)
    assert new.returncode == 0
    assert program(f"verify {tmp_path}/said.factcase >&-", tmp_path).returncode == 0
    missing = program(f"claims {tmp_path}/missing.txt --json 2>&-", tmp_path)
    assert (missing.returncode, missing.stdout) == (1, "")


def test_a_case_comes_back_from_its_record_whole(case: Path, tmp_path: Path, capsys: Capture) -> None:
    record, again, second = tmp_path / "case.json", tmp_path / "again.factcase", tmp_path / "second.json"
    assert main(["export", str(case), "--to", "json", "-o", str(record)]) == 0
    assert main(["new", str(record), "-o", str(again)]) == 0
    assert main(["export", str(again), "--to", "json", "-o", str(second)]) == 0
    assert second.read_bytes() == record.read_bytes()
    capsys.readouterr()
    assert main(["verify", str(again)]) == 0
    digest = capsys.readouterr().out.split()[-1]
    assert main(["verify", str(case)]) == 0
    assert capsys.readouterr().out.split()[-1] == digest


def test_a_record_without_the_copies_says_so(case: Path, tmp_path: Path, capsys: Capture) -> None:
    record = tmp_path / "case.json"
    assert main(["export", str(case), "--to", "json", "-o", str(record)]) == 0
    alone = {key: part for key, part in json.loads(record.read_bytes()).items() if key not in ("journal", "copies")}
    record.write_text(json.dumps(alone))
    capsys.readouterr()
    assert main(["new", str(record), "-o", str(tmp_path / "again.factcase")]) == 0
    assert "lacks the bytes of 1 kept copy" in complaint(capsys)


def test_the_claims_of_an_article_come_as_the_contract_says(capsys: Capture) -> None:
    assert main(["claims", str(SEED), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"article", "claims", "attributions", "facts", "warnings"}
    text = found["article"]["text"]
    assert text == SEED.read_text("utf-8")
    assert found["article"]["language"] == "en"
    assert found["article"]["sha256"] == "e02b481a337aad1e91ab25e7857d4409301bdc71d440edc4c91c3d218a0aa6f4"
    assert {block["kind"] for block in found["article"]["blocks"]} <= set(BlockKind)
    keys = {"number", "start", "end", "exact", "claimant", "kind", "check_worthiness", "reasons"}
    for number, claim in enumerate(found["claims"], 1):
        assert set(claim) == keys
        assert claim["number"] == number
        assert claim["exact"] == text[claim["start"] : claim["end"]]
        assert claim["kind"] in set(ClaimKind)
        assert 0 <= claim["check_worthiness"] <= 1
    numbers = {claim["number"] for claim in found["claims"]}
    for fact in found["facts"]:
        assert set(fact) == {"start", "end", "kind", "claims"}
        assert set(fact["claims"]) <= numbers
    for attribution in found["attributions"]:
        assert set(attribution) == {"content", "cue", "source", "speaker", "direct"}
    for warning in found["warnings"]:
        assert set(warning) == {"kind", "start", "end", "message"}
        assert 0 <= warning["start"] <= warning["end"] <= len(text)


def test_several_articles_give_a_line_each_and_a_bad_one_does_not_stop_the_others(
    tmp_path: Path, capsys: Capture
) -> None:
    short = tmp_path / "short.txt"
    short.write_text("Prices fell by 3% in May, the bank said.\n", "utf-8")
    assert main(["claims", str(short), str(tmp_path / "gone.txt"), str(short), "--json"]) == 1
    written = capsys.readouterr()
    assert [json.loads(line)["article"]["title"] for line in written.out.splitlines()]
    assert len(written.out.splitlines()) == 2
    assert "gone.txt" in written.err


def test_sentences_are_ranked_line_by_line_in_the_same_order(tmp_path: Path, capsys: Capture) -> None:
    sentences = ["Unemployment fell to 4.1% in June 2014.", "", "Thank you very much.", "A\u2028B  stays one line"]
    file = tmp_path / "sentences.txt"
    file.write_text("\n".join(sentences) + "\n", "utf-8", newline="")
    assert main(["rank", str(file), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]
    assert [row["text"] for row in rows] == sentences
    assert all(set(row) == {"text", "check_worthiness"} for row in rows)
    assert rows[0]["check_worthiness"] > rows[2]["check_worthiness"]


def test_a_case_takes_evidence_is_exported_and_verifies(case: Path, tmp_path: Path, capsys: Capture) -> None:
    copied = copy_of(case, tmp_path)
    snapshot = tmp_path / "transcript.txt"
    snapshot.write_text("We have never had any interest in absorbing anyone.", "utf-8")
    words = ["evidence", "add", str(copied), "--claim", "2", "--stance", "contradicts", "--title", "Transcript"]
    words += ["--url", "https://example.org/t", "--note", "Not in the transcript.", "--snapshot", str(snapshot)]
    words += ["--tag", "#wording", "--tag", "Minsk, Wording"]
    assert main(words) == 0
    for to, look in (("json", "{"), ("html", "<"), ("csv", ""), ("claimreview", "{"), ("pdf", "%PDF")):
        out = tmp_path / f"notes.{to}"
        assert main(["export", str(copied), "--to", to, "-o", str(out)]) == 0
        assert out.read_bytes().lstrip(b"\xef\xbb\xbf").startswith(look.encode())
    record = (tmp_path / "notes.json").read_text("utf-8")
    assert "Not in the transcript." in record
    assert json.loads(record)["case"]["evidence"].popitem()[1]["tags"] == ["wording", "Minsk"]
    rows = list(csv.reader((tmp_path / "notes.csv").open(encoding="utf-8-sig", newline="")))
    assert any("Transcript" in cell for row in rows for cell in row)
    capsys.readouterr()
    assert main(["verify", str(copied)]) == 0
    assert "sound" in capsys.readouterr().out


def test_a_changed_byte_is_found(case: Path, tmp_path: Path, capsys: Capture) -> None:
    copied = copy_of(case, tmp_path)
    content = copied.read_bytes()
    place = content.rindex(b"Lukashenko")
    copied.write_bytes(content[:place] + b"M" + content[place + 1 :])
    assert main(["verify", str(copied)]) == 1
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["claims", "gone.txt", "--json"],
        ["claims", ".", "--json"],
        ["rank", "gone.txt", "--json"],
        ["new", "gone.txt", "-o", "x.factcase"],
        ["verify", "gone.factcase"],
        ["export", "gone.factcase", "--to", "pdf", "-o", "x.pdf"],
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    words: list[str], capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    assert complaint(capsys).startswith("fact-check: ")


@pytest.mark.parametrize(
    "words",
    [[], ["sing"], ["export", "x", "--to", "doc", "-o", "y"], ["evidence"], ["claims"], ["rank"], ["--no-such"]],
)
def test_words_that_are_off_are_said_in_one_line_with_where_help_is(words: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "--help" in complaint(capsys)


def test_evidence_for_a_claim_that_is_not_there_is_refused(case: Path, tmp_path: Path, capsys: Capture) -> None:
    words = ["evidence", "add", str(copy_of(case, tmp_path)), "--claim", "999", "--stance", "supports", "--title", "x"]
    assert main(words) == 1
    assert "999" in complaint(capsys)


def test_a_case_is_never_written_over(case: Path, tmp_path: Path, capsys: Capture) -> None:
    copied = copy_of(case, tmp_path)
    before = copied.read_bytes()
    assert main(["new", str(SEED), "-o", str(copied)]) == 1
    assert "exists" in complaint(capsys)
    assert copied.read_bytes() == before


def test_what_is_exported_for_outside_keeps_the_desks_notes_in_the_house(case: Path, tmp_path: Path) -> None:
    copied, out = copy_of(case, tmp_path), tmp_path / "notes.json"
    words = ["evidence", "add", str(copied), "--claim", "2", "--stance", "context", "--title", "Transcript"]
    assert main([*words, "--note", "Asked for by a friend.", "--tag", "minsk"]) == 0
    for options, there in (([], True), (["--external"], False)):
        assert main(["export", str(copied), "--to", "json", "-o", str(out), *options]) == 0
        record = out.read_text("utf-8")
        assert "Transcript" in record
        assert ("Asked for by a friend." in record, "minsk" in record) == (there, there)


def test_the_houses_name_stands_on_what_is_exported(case: Path, tmp_path: Path) -> None:
    settings.save(replace(settings.load(), house_name="The Courier"))
    assert main(["export", str(case), "--to", "html", "-o", str(tmp_path / "notes.html")]) == 0
    assert "The Courier" in (tmp_path / "notes.html").read_text("utf-8")


def test_a_line_break_in_a_name_or_title_makes_no_second_line(case: Path, tmp_path: Path, capsys: Capture) -> None:
    lost = str(tmp_path / "lost\narticle.txt")
    assert main(["claims", lost, lost, "--json"]) == 1
    assert capsys.readouterr().err.count("\n") == 2
    words = ["evidence", "add", str(copy_of(case, tmp_path)), "--claim", "2", "--stance", "context"]
    assert main([*words, "--title", "Budget\nreport"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    broken = tmp_path / "seed\n\x1b[2J.factcase"
    broken.write_bytes(case.read_bytes())
    assert main(["verify", str(broken)]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "\x1b" not in said


def test_an_export_that_can_not_be_written_is_said_and_leaves_nothing(
    case: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["export", str(case), "--to", "json", "-o", str(tmp_path / "no" / "notes.json")]) == 1
    complaint(capsys)
    assert main(["export", str(case), "--to", "pdf", "-o", str(tmp_path)]) == 1
    complaint(capsys)
    assert not list(tmp_path.iterdir())


def test_the_program_itself_runs_without_a_screen() -> None:
    done = subprocess.run([sys.executable, "-m", "ui", "--help"], capture_output=True, text=True, check=True)
    for command in ("claims", "rank", "new", "evidence", "export", "verify"):
        assert command in done.stdout


def test_the_command_line_offers_every_format_that_can_be_written() -> None:
    assert parser.FORMATS == publishing.FORMATS


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_is_no_text_is_a_name_like_any_other(case: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"b\xfcdget %41?#.factcase")
    assert main(["new", str(SEED), "-o", str(odd)]) == 0
    assert main(["verify", str(odd)]) == 0
    assert main(["export", str(odd), "--to", "html", "-o", str(tmp_path / os.fsdecode(b"\xfc.html"))]) == 0
    assert main(["rescue", str(odd), "-o", str(tmp_path / os.fsdecode(b"\xfc.factcase"))]) == 0
    assert glance.read(odd) is not None
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    "command", ["new {long} -o a.factcase", "new {seed} -o {long}", "export {case} --to csv -o {long}"]
)
@pytest.mark.parametrize("long", ["n" * 300 + ".csv", "n" * 300 + "/a.csv", "."])
def test_a_name_that_no_file_can_have_is_said_in_one_line(
    command: str, long: str, case: Path, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command.format(case=case, seed=SEED, long=long).split()) == 1
    assert "“”" not in complaint(capsys)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("length", [248, 255, 256, 300])
def test_a_name_too_long_for_a_case_is_refused_and_leaves_nothing(
    length: int, case: Path, tmp_path: Path, capsys: Capture
) -> None:
    output = str(tmp_path / ".factcase".rjust(length, "a"))
    for words in (["new", str(SEED), "-o", output], ["rescue", str(case), "-o", output]):
        assert main(words) == 1
        assert "too long for a case file" in complaint(capsys)
    assert not list(tmp_path.iterdir())


def test_a_case_whose_name_leaves_no_room_for_its_lock_is_told_so(case: Path, tmp_path: Path, capsys: Capture) -> None:
    named = tmp_path / ".factcase".rjust(252, "a")
    named.write_bytes(case.read_bytes())
    assert main(["evidence", "add", str(named), "--claim", "2", "--stance", "context", "--title", "T"]) == 1
    assert "shorter" in complaint(capsys)
    assert list(tmp_path.iterdir()) == [named]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"scale = [broken", "can't be understood"),
        (b"\xff\xfe\x00", "can't be understood"),
        (b"scale = 7", "“scale”"),
    ],
)
def test_settings_that_can_not_be_used_are_told_and_the_defaults_taken(
    written: bytes, told: str, tmp_path: Path, capsys: Capture
) -> None:
    made, notes = tmp_path / "a.factcase", tmp_path / "a.html"
    settings.home().mkdir(parents=True, exist_ok=True)
    (settings.home() / "settings.toml").write_bytes(written)
    for words in (["new", str(SEED), "-o", str(made)], ["export", str(made), "--to", "html", "-o", str(notes)]):
        assert main(words) == 0
        assert told in complaint(capsys)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("command", ["verify {}", "rescue {} -o new.factcase", "export {} --to pdf -o a.pdf"])
def test_a_pipe_or_a_device_is_no_case_and_never_waited_for(command: str, tmp_path: Path, capsys: Capture) -> None:
    os.mkfifo(tmp_path / "pipe.factcase")
    for odd in (tmp_path / "pipe.factcase", Path(os.devnull)):
        assert main(command.format(odd).split()) == 1
        assert "no ordinary file" in complaint(capsys)


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no names for streams here")
def test_sentences_come_through_a_pipe_and_from_no_endless_device(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    for words, lines in ((f"rank /dev/stdin < '{said}'", 1), ("rank /dev/stdin < /dev/null", 0)):
        done = program(words, tmp_path)
        assert (done.returncode, done.stdout.count("\n")) == (0, lines), done.stderr
    piped = [sys.executable, "-m", "ui", "rank", "/dev/stdin"]
    done = subprocess.run(piped, input="One.\nTwo.\n", capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.count("\n")) == (0, 2), done.stderr
    done = program("rank /dev/zero --json", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is a device" in done.stderr


def test_more_sentences_than_there_is_room_for_are_refused(tmp_path: Path, capsys: Capture) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(sentences.LARGEST + 1)
    assert main(["rank", str(huge), "--json"]) == 1
    assert "over 256 MB" in complaint(capsys)


def test_nothing_in_a_text_commands_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    odd = tmp_path / "odd.txt"
    said = "Prices\x1b[2J \x1b]0;x\x07rose by\u202e 3% in May\u2028, the\x9b bank said."
    odd.write_text(
        f"Title \x1b[31mred\n\n{said}\n\n\N{LEFT DOUBLE QUOTATION MARK}No,\x1b[5m said Ann \x1b[1mLee.\n", "utf-8"
    )
    for words in (["claims", str(odd)], ["rank", str(odd)], ["claims", str(tmp_path / "\x1b[31mgone.txt")]):
        main(words)
        for stream in capsys.readouterr():
            assert not set("\x1b\x07\x9b\u202e\u2028").intersection(stream), words


def test_several_notes_at_once_wait_for_each_other(case: Path, tmp_path: Path) -> None:
    copied = copy_of(case, tmp_path)
    words = [
        sys.executable,
        "-m",
        "ui",
        "evidence",
        "add",
        str(copied),
        "--claim",
        "2",
        "--stance",
        "context",
        "--title",
    ]
    running = [subprocess.Popen([*words, f"Note {number}"], stderr=subprocess.PIPE, text=True) for number in range(5)]
    assert [(process.communicate(timeout=120)[1], process.returncode) for process in running] == [("", 0)] * 5
    assert main(["verify", str(copied)]) == 0


@pytest.mark.parametrize(("to", "name"), [("pdf", "article.txt"), ("csv", "article.html"), ("html", "article.PDF")])
def test_an_article_is_never_written_over_by_its_notes(
    to: str, name: str, case: Path, tmp_path: Path, capsys: Capture
) -> None:
    article = tmp_path / name
    article.write_text("The only copy.")
    assert main(["export", str(case), "--to", to, "-o", str(article)]) == 1
    assert "may be an article" in complaint(capsys)
    assert article.read_text() == "The only copy."


def test_the_article_of_the_case_is_known_by_its_bytes(tmp_path: Path, capsys: Capture) -> None:
    article, made = tmp_path / "article.html", tmp_path / "a.factcase"
    article.write_text("<p>Prices fell by 3% in May, the bank said.</p>")
    assert main(["new", str(article), "-o", str(made)]) == 0
    assert main(["export", str(made), "--to", "html", "-o", str(article)]) == 1
    assert "the article of this case" in complaint(capsys)
    assert "3%" in article.read_text()


def test_notes_take_the_place_of_earlier_ones(case: Path, tmp_path: Path) -> None:
    for name in ("notes.html", "notes", "new.txt"):
        assert main(["export", str(case), "--to", "html", "-o", str(tmp_path / name)]) == 0
    assert main(["export", str(case), "--to", "html", "-o", str(tmp_path / "notes.html")]) == 0


@pytest.mark.parametrize("command", ["export {} --to pdf -o -", "new {} -o -", "rescue {} -o -"])
def test_a_dash_is_no_name_for_what_is_written(
    command: str, case: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(command.format(case).split())
    assert "“-” is no file" in complaint(capsys)
    assert not list(tmp_path.iterdir())
