"""The right letters whatever encoding a newsroom's old file is in; what can't be read shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ArticleError
from workbench.importers.decoding import decode, normalise_newlines

SENTENCES = [
    ("cp1252", "The minister said “no” – it’s “not true”, at the café."),
    ("cp1252", "Le président a déclaré que l’été dernier avait été très chaud à Genève."),
    ("cp1252", "Die Bundesregierung möchte größere Änderungen für die Bürger prüfen."),
    ("cp1252", "Él dijo que mañana será más difícil para los niños españoles."),
    ("latin-1", "O governo anunciou na terça-feira que não haverá mais eleições."),
    ("cp1250", "Rząd ogłosił we wtorek, że płaca minimalna wzrośnie o cztery procent, ale nie od razu."),
    ("iso8859_2", "Rząd ogłosił we wtorek, że płaca minimalna wzrośnie o cztery procent, ale nie od razu."),
    ("cp1250", "Vláda v úterý oznámila, že minimální mzda vzroste, ale podle odborů to nestačí."),
    ("cp1254", "Hükümet salı günü asgari ücretin artacağını ve bu artışın ocakta olacağını duyurdu."),
    ("cp1251", "Правительство во вторник сообщило, что минимальная зарплата вырастет на четыре процента."),
    ("koi8_r", "Правительство во вторник сообщило, что минимальная зарплата вырастет на четыре процента."),
    ("cp1253", "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι ο κατώτατος μισθός θα αυξηθεί."),
    ("cp1255", "הממשלה הודיעה ביום שלישי כי שכר המינימום יעלה בארבעה אחוזים."),
    ("cp1256", "قالت الحكومة يوم الثلاثاء إن الحد الأدنى للأجور سيرتفع بنسبة أربعة في المئة."),
    ("gb18030", "政府周二宣布，最低工资将提高百分之四。总理表示，这一决定将于一月生效。"),
    ("big5", "政府週二宣布，最低工資將提高百分之四。總理表示，這一決定將於一月生效。"),
    ("shift_jis", "政府は火曜日、最低賃金を4％引き上げると発表した。首相は、この決定は1月に発効すると述べた。"),
    ("euc_jp", "政府は火曜日、最低賃金を4％引き上げると発表した。首相は、この決定は1月に発効すると述べた。"),
    ("cp949", "정부는 화요일 최저임금을 4% 인상한다고 발표했다. 총리는 이 결정이 1월에 발효된다고 말했다."),
]


@pytest.mark.parametrize(("encoding", "sentence"), SENTENCES)
def test_older_encodings_are_told_by_one_sentence(encoding: str, sentence: str) -> None:
    assert decode(sentence.encode(encoding), "a") == sentence


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("sentence", [SENTENCES[0][1], SENTENCES[5][1], "🇧🇷 So it’s done."])
def test_unicode_with_and_without_a_mark(encoding: str, sentence: str) -> None:
    assert decode(sentence.encode(encoding), "a") == sentence


@pytest.mark.parametrize("sentence", [sentence for _, sentence in SENTENCES])
def test_unicode_in_all_languages_with_its_mark(sentence: str) -> None:
    assert decode(sentence.encode("utf-16"), "a") == sentence
    assert decode(sentence.encode("utf-8"), "a") == sentence


def test_a_few_broken_bytes_are_damage_not_another_encoding() -> None:
    data = "“Šťastný” – řekl – “nový rok”".encode()
    assert decode(data + b" \xff\xc3 end", "a") == "“Šťastný” – řekl – “nový rok” \ufffd\ufffd end"


def test_a_file_cut_in_the_middle_of_a_character_keeps_all_the_rest() -> None:
    assert decode("„größer“ – “ja”".encode()[:-1], "a") == "„größer“ – “ja\ufffd"


def test_one_accent_is_western() -> None:
    assert decode(b"caf\xe9", "a") == "café"


def test_bytes_without_meaning_show_as_damage() -> None:
    assert decode(b"the caf\xe9 was \x81 \x93closed\x94", "a") == "the café was \ufffd “closed”"


def test_what_a_page_declares_is_believed_where_it_fits() -> None:
    assert decode("Türkçe".encode("cp1254"), "a", "windows-1254") == "Türkçe"
    assert decode("größer".encode(), "a", "ascii") == "größer"
    assert decode("größer".encode(), "a", "no-such-encoding") == "größer"
    assert decode("größer".encode("utf-8-sig"), "a", "cp1252") == "größer"


def test_separators_other_than_newlines_stay() -> None:
    text = "a\x0bb\x0cc\u2028d\u2029e\x85f\u00a0g"
    assert decode(text.encode(), "a") == text
    assert normalise_newlines("a\r\nb\rc\n\rd") == "a\nb\nc\n\nd"


@pytest.mark.parametrize("data", [b"a\x00b\x00\x01\x00", b"\x00" * 50, bytes(range(256)), bytes(range(32)) * 3])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match="not text but binary"):
        decode(data, "a")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_zero_byte_among_thousands_of_characters_shows_as_damage(encoding: str) -> None:
    text = "Der Bürgermeister ließ die Brücke über den Fluss bauen. " * 60
    damaged = text.encode(encoding)
    damaged = damaged[:1000] + b"\x00" + damaged[1000:]
    found = decode(damaged, "a")
    assert found.replace("\ufffd", "") == text
    assert found.count("\ufffd") == 1


def test_one_zero_byte_shows_as_damage_in_a_short_text_too() -> None:
    assert decode(b"The bridge was closed in 2019,\x00 the council said on Monday.", "a").count("\ufffd") == 1
    with pytest.raises(ArticleError, match="not text but binary"):
        decode(b"GIF89a\x00\x01", "a")


def test_utf_16_without_a_mark_is_not_taken_for_text_with_zero_bytes() -> None:
    for text in ("Мэр сказал. " * 200, "The mayor said. " * 200):
        assert decode(text.encode("utf-16-le"), "a") == text
    with pytest.raises(ArticleError, match="not text but binary"):
        decode("市長は金曜日に橋の費用を述べた。\n".encode("utf-16-le") * 200, "a")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_is_always_read_as_written(text: str) -> None:
    assert decode(text.encode(), "a") == text.removeprefix("\ufeff")
