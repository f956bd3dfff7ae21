"""Blocks as systems for editing news write them, and the HTML that comes of them."""

from __future__ import annotations

import pytest

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.markup import MAX_CHARACTERS, markup_of
from mirrorpress.page_data.literals import Value

A = "The night ferry to Marin island returns to the harbour on Monday."
B = "The board of the harbour has found the money for a new bow door."


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        # strings
        (f"<p>{A}</p><p>{B}</p>", f"<p>{A}</p><p>{B}</p>"),
        (f"{A}\n\n{B}", f"<p>{A}</p><p>{B}</p>"),
        (f"{A}\n{B}\n{A}", f"<p>{A}</p><p>{B}</p><p>{A}</p>"),
        ("A line\nthat was broken\nby its length", "<p>A line\nthat was broken\nby its length</p>"),
        ([A, B], f"<p>{A}</p><p>{B}</p>"),
        ("a < b and so on", "<p>a &lt; b and so on</p>"),
        ([f"{A} <b>Now</b>"], f"<p>{A} <b>Now</b></p>"),
        # Arc
        (
            [{"type": "text", "content": A}, {"type": "header", "level": 2, "content": "Money"}],
            f"<p>{A}</p><h2>Money</h2>",
        ),
        (
            [
                {
                    "type": "list",
                    "list_type": "unordered",
                    "items": [
                        {"type": "text", "content": "One"},
                        {"type": "text", "content": "Two"},
                    ],
                }
            ],
            "<ul><li>One</li><li>Two</li></ul>",
        ),
        (
            [{"type": "image", "url": "https://a.example/b.jpg", "caption": "A ferry"}],
            '<figure><img src="https://a.example/b.jpg"><figcaption>A ferry</figcaption></figure>',
        ),
        # ProseMirror, Contentful
        (
            {
                "type": "doc",
                "content": [
                    {
                        "type": "paragraph",
                        "content": [
                            {"type": "text", "text": "The "},
                            {"type": "text", "text": "ferry", "marks": [{"type": "bold"}]},
                            {"type": "text", "text": " returns."},
                        ],
                    },
                    {
                        "type": "bulletList",
                        "content": [
                            {
                                "type": "listItem",
                                "content": [
                                    {
                                        "type": "paragraph",
                                        "content": [{"type": "text", "text": "One"}],
                                    }
                                ],
                            }
                        ],
                    },
                    {
                        "type": "blockquote",
                        "content": [
                            {"type": "paragraph", "content": [{"type": "text", "text": B}]}
                        ],
                    },
                ],
            },
            "<p>The ferry returns.</p><ul><li><p>One</p></li></ul>"
            f"<blockquote><p>{B}</p></blockquote>",
        ),
        (
            [
                {"nodeType": "heading-3", "content": [{"nodeType": "text", "value": "Money"}]},
                {
                    "nodeType": "paragraph",
                    "content": [
                        {"nodeType": "text", "value": "See "},
                        {
                            "nodeType": "hyperlink",
                            "data": {"uri": "https://a.example/"},
                            "content": [{"nodeType": "text", "value": "here"}],
                        },
                    ],
                },
            ],
            '<h2>Money</h2><p>See <a href="https://a.example/">here</a></p>',
        ),
        # Sanity, Draft.js, Editor.js
        (
            [
                {"_type": "block", "style": "h3", "children": [{"_type": "span", "text": "Money"}]},
                {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": A}]},
            ],
            f"<h3>Money</h3><p>{A}</p>",
        ),
        (
            {"blocks": [{"type": "header-two", "text": "Money"}, {"type": "unstyled", "text": A}]},
            f"<h2>Money</h2><p>{A}</p>",
        ),
        (
            [
                {"type": "header", "data": {"text": "Money", "level": 2}},
                {"type": "paragraph", "data": {"text": A}},
            ],
            f"<h2>Money</h2><p>{A}</p>",
        ),
        (
            [
                {
                    "type": "paragraph",
                    "content": ["One", {"type": "hardBreak"}, {"type": "br"}, "two"],
                }
            ],
            "<p>One<br><br>two</p>",
        ),
        # items of lists without a list around them
        (
            [
                {"type": "unordered-list-item", "text": "One"},
                {"type": "unordered-list-item", "text": "Two"},
                {"type": "unstyled", "text": A},
            ],
            f"<ul><li>One</li><li>Two</li></ul><p>{A}</p>",
        ),
        (
            [{"_type": "block", "style": "normal", "listItem": "bullet", "children": ["One"]}],
            "<ul><li><p>One</p></li></ul>",
        ),
        (
            [{"type": "ULI", "text": "One"}, {"type": "P", "text": A}],
            f"<ul><li>One</li></ul><p>{A}</p>",
        ),
        # tables
        (
            [
                {
                    "type": "table",
                    "rows": [[{"content": "Port"}, {"content": "Boats"}], ["Marin", "3"]],
                }
            ],
            "<table><tr><td>Port</td><td>Boats</td></tr><tr><td>Marin</td><td>3</td></tr></table>",
        ),
        (
            [{"type": "table", "data": {"withHeadings": True, "content": [["Port"], ["Marin"]]}}],
            "<table><tr><td>Port</td></tr><tr><td>Marin</td></tr></table>",
        ),
        (
            [
                {
                    "type": "table",
                    "content": [
                        {
                            "type": "tableRow",
                            "content": [
                                {"type": "tableCell", "content": [{"type": "text", "text": "Port"}]}
                            ],
                        }
                    ],
                }
            ],
            "<table><tr><td>Port</td></tr></table>",
        ),
        # HTML in short texts
        ([{"type": "heading", "text": "Tea &amp; bread"}], "<h2>Tea &amp; bread</h2>"),
        ([{"type": "heading", "text": "Tea & bread"}], "<h2>Tea &amp; bread</h2>"),
        # the same text as a string and in parts
        (
            [
                {
                    "type": "paragraph",
                    "model": {"text": A, "blocks": [{"type": "fragment", "model": {"text": A}}]},
                }
            ],
            f"<p>{A}</p>",
        ),
        # React, JsonML
        (
            [
                "$",
                "div",
                None,
                {
                    "children": [
                        ["$", "$L1", None, {"slot": "article-body"}],
                        [
                            "$",
                            "p",
                            None,
                            {
                                "className": "x",
                                "children": [
                                    "The ",
                                    ["$", "b", None, {"children": "ferry"}],
                                    " returns.",
                                ],
                            },
                        ],
                        ["$", "img", None, {"src": "/a.jpg", "alt": "A ferry", "onLoad": "x"}],
                    ]
                },
            ],
            '<div><p>The <b>ferry</b> returns.</p><img src="/a.jpg" alt="A ferry"></div>',
        ),
        (
            ["div", ["p", "The ", ["em", "ferry"], " returns."], ["p", {"class": "x"}, B]],
            f"<div><p>The <em>ferry</em> returns.</p><p>{B}</p></div>",
        ),
        # sections with titles, what is not of the text, code
        ([{"title": "Money", "text": A}], f"<h2>Money</h2><p>{A}</p>"),
        (
            [A, {"type": "newsletter", "text": B}, {"title": "Other", "url": "/x", "text": B}],
            f"<p>{A}</p>",
        ),
        (
            [{"top": f"<p>{A}</p>", "imageUrl": "/a.jpg", "bottom": f"<p>{B}</p>"}],
            f'<p>{A}</p><figure><img src="/a.jpg"></figure><p>{B}</p>',
        ),
        (
            [{"title": "Money", "image": {"url": "/a.jpg", "caption": "A ferry"}, "text": A}],
            '<h2>Money</h2><figure><img src="/a.jpg"><figcaption>A ferry</figcaption></figure>'
            f"<p>{A}</p>",
        ),
        ([{"excerpt": f"<p>{A}</p>", "body": f"<p>{A}</p><p>{B}</p>"}], f"<p>{A}</p><p>{B}</p>"),
        ({"intro": f"<p>{A}</p>", "body": f"<p>{B}</p>"}, f"<p>{A}</p><p>{B}</p>"),
        ([A, {"setting": "article-body"}], f"<p>{A}</p>"),
        (None, ""),
        ([], ""),
        ({"type": "image"}, ""),
    ],
)
def test_markup(value: Value, markup: str) -> None:
    assert markup_of(value, Weights()) == markup


@pytest.mark.parametrize(
    "parts",
    [
        [{"text": "The "}, {"text": "ferry"}, {"text": " returns."}],
        [{"htmlText": "The ferry "}, {"htmlText": '<a href="/a">returns</a>'}],
        ["The ferry", ", which was late, ", "returns"],
    ],
)
def test_parts_of_one_line(parts: Value) -> None:
    markup = markup_of(parts, Weights())
    assert markup.count("<p>") == 1


def test_paragraphs_with_a_space_behind_are_not_one_line() -> None:
    assert markup_of([f"{A} ", f"{B} ", A], Weights()).count("<p>") == 3


def test_marks_of_html_in_plain_text_are_escaped() -> None:
    value = [{"type": "image", "url": 'https://a.example/"><script>', "caption": "x"}]
    assert "<script>" not in markup_of(value, Weights())
    value = [{"type": "image", "url": "https://a.example/b.jpg?a=1&b=2", "caption": "1 < 2"}]
    assert "a=1&amp;b=2" in markup_of(value, Weights())
    assert "1 &lt; 2" in markup_of(value, Weights())


def test_length_is_bounded() -> None:
    assert len(markup_of([A * 100] * 1000, Weights())) <= MAX_CHARACTERS + 7 * 1000


def test_deep_values_end() -> None:
    value: Value = A
    for _ in range(400):
        value = [value]
    assert markup_of(value, Weights()) == ""
