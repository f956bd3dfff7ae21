"""JSON-LD: which object is the article, what its fields may look like, what broken JSON still says.

The values are of the outside world: any type may stand anywhere.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.page.jsonld import Linked, read_linked, text_of
from pace import within

DEEP = 50_000


def article(**fields_: Any) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": "Ferry resumes", **fields_})


@pytest.mark.parametrize(
    ("thing", "is_article"),
    [
        ({"@type": "NewsArticle", "headline": "A"}, True),
        ({"@type": "BlogPosting", "headline": "A"}, True),
        ({"@type": ["Thing", "ReportageNewsArticle"], "headline": "A"}, True),
        ({"@type": "https://schema.org/NewsArticle", "headline": "A"}, True),
        ({"@type": "LiveBlogPosting", "headline": "A"}, True),
        ({"@type": "WebPage", "headline": "A"}, True),
        ({"@type": "VideoObject", "name": "A", "datePublished": "2031-05-04"}, True),
        ({"@type": "WebPage", "name": "A"}, False),
        ({"@type": "Organization", "headline": "A"}, False),
        ({"@type": "ArticleList", "headline": "A"}, False),
        ({"@type": "newsarticle", "headline": "A"}, False),
        ({"@type": {"name": "NewsArticle"}, "headline": "A"}, False),
        ({"@type": [7, None], "headline": "A"}, False),
        ({"headline": "A"}, False),
    ],
)
def test_what_is_an_article(thing: dict[str, Any], is_article: bool) -> None:
    assert (read_linked([json.dumps(thing)]).headline == "A") is is_article


@pytest.mark.parametrize(
    "place",
    [
        lambda thing: thing,
        lambda thing: [thing],
        lambda thing: {"@graph": [{"@type": "WebSite", "name": "Ledger"}, thing]},
        lambda thing: {"@type": "WebPage", "mainEntity": thing},
        lambda thing: {"@type": "WebPage", "hasPart": [thing]},
        lambda thing: [[[thing]]],
    ],
)
def test_where_an_article_is_found(place: Any) -> None:
    thing = {"@type": "NewsArticle", "headline": "Ferry resumes"}
    assert read_linked([json.dumps(place(thing))]).headline == "Ferry resumes"


def test_an_article_in_an_unknown_field_is_none_of_this_page() -> None:
    thing = {"@type": "NewsArticle", "headline": "Another"}
    page = {"@type": "WebSite", "about": thing, "itemListElement": [thing]}
    assert read_linked([json.dumps(page)]) == Linked()


def test_the_surest_article_of_several_is_taken() -> None:
    scripts = [
        '{"@type": "WebPage", "headline": "Page"}',
        '{"@type": "NewsArticle", "headline": "Bare"}',
        '{"@type": "NewsArticle", "headline": "Dated", "datePublished": "2031-05-04"}',
        '{"@type": "NewsArticle", "headline": "Later", "datePublished": "2031-05-04"}',
    ]
    assert read_linked(scripts).headline == "Dated"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Ferry  resumes\n", "Ferry resumes"),
        ("Ferry &amp; train", "Ferry & train"),
        (["渡轮复航", "second"], "渡轮复航"),
        ([[["عودة العبّارة"]]], "عودة العبّارة"),
        ({"@value": "Паром", "@language": "ru"}, "Паром"),
        ({"name": "Ferry"}, "Ferry"),
        (2031, "2031"),
        (7.0, "7"),
        ("", None),
        (" \u200b ", None),
        ([], None),
        ({}, None),
        ({"name": {"name": "too deep"}}, None),
        (True, None),
        (None, None),
        (float("inf"), None),
        (float("-inf"), None),
        (float("nan"), None),
    ],
)
def test_text_values(value: object, text: str | None) -> None:
    assert text_of(value) == text


def test_a_text_in_many_lists_is_found_without_recursion() -> None:
    value: Any = "Ferry"
    for _ in range(DEEP):
        value = [value]
    assert text_of(value) == "Ferry"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Anna Kern", ("Anna Kern",)),
        ({"@type": "Person", "name": "Anna Kern"}, ("Anna Kern",)),
        ([{"name": "Anna Kern"}, "李安"], ("Anna Kern", "李安")),
        ({"name": ["Anna Kern", "Bo Li"]}, ("Anna Kern", "Bo Li")),
        ({"@id": "#kern"}, ("Iris Kern",)),
        ({"@id": "#kern", "name": "Anna Kern"}, ("Anna Kern",)),
        ({"@id": "#nobody"}, ()),
        ({"@type": "Person", "url": "https://a.example/kern"}, ()),
        ([None, 7.5, [], {"name": {}}], ("7",)),
        (False, ()),
        ({"givenName": "Anna", "familyName": "Kern"}, ("Anna Kern",)),
        ({"familyName": "Kern"}, ("Kern",)),
        ({"@type": "Role", "author": {"name": "Anna Kern"}}, ("Anna Kern",)),
        ({"@type": "Role", "author": {"@type": "Role"}}, ()),
        ({"name": "<a href='/kern'>Anna Kern</a>"}, ("Anna Kern",)),
    ],
)
def test_authors(author: object, names: tuple[str, ...]) -> None:
    person = {"@id": "#kern", "@type": "Person", "name": "Iris Kern"}
    script = json.dumps({"@graph": [person, json.loads(article(author=author))]})
    assert read_linked([script]).authors == names


@pytest.mark.parametrize("field", ["author", "publisher"])
def test_names_that_refer_to_themselves_end(field: str) -> None:
    circle = {"@id": "#a", "@type": "Person", "name": [{"@id": "#a"}, {"@id": "#a"}]}
    script = json.dumps({"@graph": [circle, json.loads(article(**{field: {"@id": "#a"}}))]})
    assert read_linked([script]) == Linked(headline="Ferry resumes")


@pytest.mark.parametrize(
    ("field", "value", "name", "found"),
    [
        ("image", "https://a.example/p.jpg", "image", "https://a.example/p.jpg"),
        ("image", ["/p.jpg", "/q.jpg"], "image", "/p.jpg"),
        ("image", {"url": ["/p.jpg"]}, "image", "/p.jpg"),
        ("image", {"contentUrl": "/p.jpg"}, "image", "/p.jpg"),
        ("image", {"@id": "/p.jpg"}, "image", "/p.jpg"),
        ("image", {"url": {"@id": "/p.jpg"}}, "image", None),
        ("image", 7, "image", None),
        ("thumbnailUrl", "/t.jpg", "image", "/t.jpg"),
        ("keywords", "港口, 渡轮，码头、 ", "tags", ("港口", "渡轮", "码头")),
        ("keywords", ["port", "port", {"name": "ferry"}, None], "tags", ("port", "ferry")),
        ("keywords", ["x" * 80, "y" * 81], "tags", ("x" * 80,)),
        ("keywords", {"name": "port"}, "tags", ()),
        ("mainEntityOfPage", {"@id": "https://a.example/x"}, "url", "https://a.example/x"),
        ("mainEntityOfPage", ["https://a.example/x"], "url", None),
        ("publisher", {"name": "Harbour Ledger"}, "publisher", "Harbour Ledger"),
        ("publisher", [], "publisher", None),
        ("creator", "Bo Li", "authors", ("Bo Li",)),
        ("uploadDate", "2031-05-04", "published", "2031-05-04"),
        ("alternativeHeadline", "Every night", "subtitle", "Every night"),
        ("inLanguage", {"name": "fa"}, "language", "fa"),
        ("articleSection", ["Порт", "Море"], "section", "Порт"),
    ],
)
def test_fields(field: str, value: object, name: str, found: object) -> None:
    assert getattr(read_linked([article(**{field: value})]), name) == found


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Ferry"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry"}\n//]]>',
        '/* data */ {"@type": "NewsArticle", "headline": "Ferry"};',
        '{"@type": "NewsArticle", "headline": "Ferry",}',
        '[{"@type": "NewsArticle", "headline": "Ferry"},]',
        '{"@type": "NewsArticle", "headline": "Ferry", "description": "two\nlines\x00"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Ferry&quot;}",
        '{"@type": "NewsArticle", "headline": "Ferry", "description": "a "quoted" word"}',
        '{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "cut off',
    ],
)
def test_broken_json_is_read(script: str) -> None:
    assert read_linked([script]).headline == "Ferry"


def test_dates_without_quotes_are_read() -> None:
    script = """{
        "@type": "NewsArticle",
        "headline": "Ferry",
        "datePublished": 2031-05-04T06:18:10-03:00,
        "dateModified": 2031-05-06 07:00:00Z
        "publisher": {"logo": https://courier.example/logo.png}
    }"""
    found = read_linked([script])
    assert found.published == "2031-05-04T06:18:10-03:00"
    assert found.modified == "2031-05-06 07:00:00Z"


@pytest.mark.parametrize(
    "script",
    [
        "", "null", "[]", "7", '"NewsArticle"', "{", "{]", "\x00", "[" * DEEP, '{"@graph":' * DEEP,
        '{"@type": "Organization", "headline": "Ferry",, }',
        '{"headline": "Ferry",, }',
    ],
)  # fmt: skip
def test_scripts_without_an_article(script: str) -> None:
    assert read_linked([script]) == Linked()


def test_commas_that_stand_too_much_cost_no_field() -> None:
    script = '{"@type": "NewsArticle", "alternativeHeadline": "Every night", "keywords": ["a", ], }'
    assert read_linked([script]) == Linked(subtitle="Every night", tags=("a",))


def test_fields_of_unreadable_json() -> None:
    script = (
        '{"@type": "NewsArticle", "headline": "The \\"Gull\\" sails", "author": [{"@type":'
        ' "Person", "name": "Anna Kern"}], "datePublished": "2031-05-04T18:20Z", '
        '"inLanguage": "en",, '
    )
    found = read_linked([script])
    assert found.headline == 'The "Gull" sails'
    assert found.authors == ("Anna Kern",)
    assert (found.published, found.language) == ("2031-05-04T18:20Z", "en")


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    lone, pair = "\\ud83d!", "\\ud83d\\ude00!"
    template = '{"@type": "NewsArticle", "headline": "%s"}'
    assert read_linked([template % lone]).headline == "\ufffd!"
    assert read_linked([template % pair]).headline == "😀!"


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "9" * 400, "9" * 5000])
@pytest.mark.parametrize("field", ["headline", "name", "datePublished", "keywords", "author"])
def test_numbers_beyond_all_bounds(field: str, number: str) -> None:
    script = f'{{"@type": "NewsArticle", "{field}": [{number}], "alternativeHeadline": "Ferry"}}'
    assert isinstance(read_linked([script]), Linked)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":' + " " * 300_000,
        '{"@type": "' + "x" * 300_000,
        '{"@type": "NewsArticle" ' + '"headline": "' * 20_000,
        '{"@type": "NewsArticle" ' + '"author": {"' * 20_000,
        "//" * 150_000,
        ";" * 300_000,
        "," * 300_000,
        '{"@type": "NewsArticle", "author": [' + '"a",' * 200_000 + '"b"]}',
    ],
)
def test_floods_take_bounded_time(script: str) -> None:
    with within(3):
        found = read_linked([script])
    assert len(found.authors) <= 200


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "@id", "@value", "url"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["headline", "name", "author", "publisher", "keywords", "image", "mainEntityOfPage",
             "@id", "datePublished", "url", "inLanguage"]
        ),
        JSON,
    )
)  # fmt: skip
def test_any_type_in_any_field(values: dict[str, Any]) -> None:
    found = read_linked([json.dumps({**values, "@type": "NewsArticle"})])
    for field in fields(found):
        value = getattr(found, field.name)
        assert value is None or isinstance(value, (str, tuple, bool))
        assert not isinstance(value, tuple) or all(isinstance(item, str) for item in value)
