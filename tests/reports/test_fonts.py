"""The fonts that come along."""

from workbench.reports.fonts import EVERYDAY, FontBook, east_asian_face, text_faces


def test_the_everyday_characters_are_in_the_first_two_faces() -> None:
    serif, sans, *_ = text_faces()
    assert serif.characters() | sans.characters() >= EVERYDAY


def test_every_face_is_there_with_its_licence() -> None:
    for face in (*text_faces(), east_asian_face()):
        assert (face.folder / face.file).is_file()
    own = [face.folder for face in text_faces() if "resources" in face.folder.parts]
    assert own
    assert all((folder / "OFL.txt").is_file() for folder in own)


def test_the_large_face_is_given_only_to_those_who_need_it() -> None:
    fonts = FontBook()
    assert fonts.covers(ord("é"))
    assert fonts.covers(ord("Ж"))
    assert east_asian_face().folder not in fonts.folders()
    assert fonts.covers(ord("本"))
    assert east_asian_face().folder in fonts.folders()
    assert fonts.families()[-2:] == ["Noto Sans CJK SC", "Noto Emoji"]


def test_what_no_face_has_is_not_covered() -> None:
    fonts = FontBook()
    assert not fonts.covers(0x0E01)
    assert not fonts.covers(0xE000)
    assert not fonts.needs_east_asian
