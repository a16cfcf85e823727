"""The guess is right on one ordinary news sentence of each language, and silent where nothing can be told."""

import time

import pytest

from workbench.domain.language import guess_language

SENTENCES = {
    "en": "The government said on Tuesday that it would raise the minimum wage by four percent.",
    "de": "Die Regierung teilte am Dienstag mit, dass der Mindestlohn um vier Prozent steigen soll.",
    "fr": "Le gouvernement a annoncé mardi que le salaire minimum augmenterait de quatre pour cent.",
    "es": "El Gobierno anunció el martes que el salario mínimo subirá un cuatro por ciento en enero.",
    "it": "Il governo ha annunciato martedì che il salario minimo aumenterà del quattro per cento.",
    "pt": "O governo anunciou na terça-feira que o salário mínimo vai aumentar em janeiro, segundo o ministro.",
    "nl": "De regering zei dinsdag dat het minimumloon met vier procent wordt verhoogd.",
    "pl": "Rząd ogłosił we wtorek, że płaca minimalna wzrośnie o cztery procent, ale nie od razu.",
    "tr": "Hükümet salı günü asgari ücretin yüzde dört artacağını ve bu artışın ocakta olacağını duyurdu.",
    "sv": "Regeringen meddelade på tisdagen att minimilönen ska höjas med fyra procent och att det inte blir mer.",
    "da": "Regeringen sagde tirsdag, at mindstelønnen bliver hævet med fire procent, og at der ikke er mere.",
    "nb": "Regjeringen sa tirsdag at minstelønnen skal økes med fire prosent, og at det ikke blir mer etter dette.",
    "fi": "Hallitus kertoi tiistaina, että vähimmäispalkka nousee neljä prosenttia, mutta se ei ole varmaa.",
    "cs": "Vláda v úterý oznámila, že minimální mzda vzroste o čtyři procenta, ale podle odborů to nestačí.",
    "ro": "Guvernul a anunțat marți că salariul minim va crește cu patru la sută și că nu este suficient.",
    "hu": "A kormány kedden közölte, hogy a minimálbér négy százalékkal emelkedik, de ez nem elég.",
    "ru": "Правительство во вторник сообщило, что минимальная зарплата вырастет на четыре процента.",
    "uk": "Уряд у вівторок повідомив, що мінімальна зарплата зросте на чотири відсотки.",
    "bg": "Правителството съобщи във вторник, че минималната заплата ще се увеличи с четири процента.",
    "ar": "قالت الحكومة يوم الثلاثاء إن الحد الأدنى للأجور سيرتفع بنسبة أربعة في المئة.",
    "fa": "دولت روز سه‌شنبه اعلام کرد که حداقل دستمزد چهار درصد افزایش می‌یابد و این برای همه است.",
    "ur": "حکومت نے منگل کو کہا کہ کم از کم اجرت میں چار فیصد اضافہ کیا جائے گا۔",
    "he": "הממשלה הודיעה ביום שלישי כי שכר המינימום יעלה בארבעה אחוזים.",
    "zh": "政府周二宣布，最低工资将提高百分之四。",
    "ja": "政府は火曜日、最低賃金を4％引き上げると発表した。",
    "ko": "정부는 화요일 최저임금을 4% 인상한다고 발표했다.",
    "hi": "सरकार ने मंगलवार को कहा कि न्यूनतम मजदूरी में चार प्रतिशत की वृद्धि होगी।",
    "el": "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι ο κατώτατος μισθός θα αυξηθεί.",
}


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items(), ids=SENTENCES.keys())
def test_one_sentence_is_enough(tag: str, sentence: str) -> None:
    assert guess_language(sentence) == tag


@pytest.mark.parametrize("text", ["", "   ", "12 345 !!!", "Xyz qwv Zrgh Plimk Drost Wefgh", "NATO", "Ünïcødé 🇧🇷🇧🇷"])
def test_says_nothing_where_nothing_can_be_told(text: str) -> None:
    assert guess_language(text) == ""


def test_foreign_names_and_one_foreign_quotation_do_not_change_the_language() -> None:
    text = (
        SENTENCES["en"]
        + " “Всё будет хорошо”, he wrote, and later: “La vie est belle et le monde est à nous.” "
        + SENTENCES["en"]
    )
    assert guess_language(text) == "en"


def test_a_megabyte_takes_no_longer_than_a_page() -> None:
    text = (SENTENCES["en"] + " ") * 12_000
    start = time.perf_counter()
    assert guess_language(text) == "en"
    assert time.perf_counter() - start < 5
