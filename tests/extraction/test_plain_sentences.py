"""Where sentences end in a language without a model."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.plain_sentences import plain_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in plain_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Bahn gab 2,8 Mio. Euro aus.| Das war am 3. Januar.| Dr. Kern kam mit.",
        "Das Gesetz, z. B. § 5, gilt.| „Wir bleiben.“| Mehr sagte er nicht.",
        "M. Dupont est venu.| « C’est bien ! » a déclaré Mme. Petit.| La dette monte.",
        "El Sr. López vino.| ¿Subirán los precios?| EE. UU. creció un 3,1 %.",
        "В 2019 г. Москва выросла.| А. С. Пушкин родился в Москве.",
        "收入39218元。|“经济回升向好。”|国家统计局局长说。",
        "人口は減った。|「待ったなしだ」と述べた。",
        "जनसंख्या 1.4 अरब हो गई।| यह सच है।",
        "هل ترتفع الأسعار؟| لا أحد يعرف.",
        "Է՞նչ է սա։| Այո։",
        "BERLIN (dpa) - |Die Zahl stieg.",
        "Madrid, 30 ene (EFE).- |La economía creció.",
        "МОСКВА, 12 янв — РИА Новости. |Инфляция выросла.",
        "新华社北京1月17日电 |国家统计局发布数据。",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    assert sentences(text.replace("|", "")) == [one.strip() for one in text.split("|")]


@given(st.text(st.sampled_from("aB3 .!?…。।؟“”»)\n\u00a0Ж中"), max_size=60))
def test_sentences_hold_all_words_once_and_in_order(text: str) -> None:
    spans = list(plain_sentences(text))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
