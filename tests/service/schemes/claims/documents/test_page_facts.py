"""Facts proposed from an HTML page: JSON-LD, microdata, Open Graph, purchase buttons and pictures."""

import pytest

from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.documents.page_facts import unambiguous_facts

SHOP = """<!doctype html><html><head><title>Bottle</title>
<meta property="og:type" content="product"><meta property="og:url" content="https://shop.example/bottle">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": ["Product"],
"name": "Bottle", "offers": {"@type": "Offer", "price": "9.95", "priceCurrency": "EUR"}}]}</script></head>
<body><h1>Our eco-friendly bottle</h1><button>Add to cart</button></body></html>"""


def shown(page: str) -> dict[str, tuple[str, ...]]:
    return unambiguous_facts(read_bytes(page.encode(), name="page.html").shown)


def body(text: str) -> str:
    return f"<!doctype html><html><body><p>{text}</p></body></html>"


def test_a_shop_page_shows_product_consumers_web_and_selling() -> None:
    document = read_bytes(SHOP.encode(), name="page.html")
    assert unambiguous_facts(document.shown) == {
        "subject.level": ("product",), "kind": ("commercial",), "medium": ("web",), "audience": ("b2c",),
    }  # fmt: skip
    (audience,) = (fact for fact in document.shown if fact.path == "audience")
    assert (audience.place, audience.confidence) == ("text", "medium")
    assert document.text[audience.start : audience.end] == audience.quote == "Add to cart"
    (kind,) = (fact for fact in document.shown if fact.path == "kind")
    assert (kind.place, kind.quote, kind.confidence) == ("JSON-LD", '"price": 9.95', "high")


@pytest.mark.parametrize("words", ["In den Warenkorb", "Ajouter au panier", "加入购物车", "立即购买", "Buy now"])
def test_buy_buttons_are_recognised_in_every_language(words: str) -> None:
    assert shown(body(words)) == {"kind": ("commercial",), "audience": ("b2c",)}


@pytest.mark.parametrize(
    "page",
    [
        body("Our eco-friendly bottle can be added to any cart in the park."),
        '<!doctype html><html><head><script type="application/ld+json">{"@type": "Product"</script></head></html>',
        body('<script type="application/ld+json">{"@type": "Organization"}</script>'),
        '<!doctype html><html><head><meta property="og:type" content="article"></head><body><p>x</p></body></html>',
        "<!doctype html><html><body><p hidden>Add to cart</p></body></html>",
    ],
)
def test_facts_not_clearly_shown_are_not_proposed(page: str) -> None:
    assert shown(page) == {}


def test_conflicting_audiences_are_not_resolved() -> None:
    page = SHOP.replace(
        '"price": "9.95"', '"price": "9.95", "eligibleCustomerType": "http://purl.org/goodrelations/v1#Business"'
    )
    document = read_bytes(page.encode(), name="page.html")
    assert {fact.value for fact in document.shown if fact.path == "audience"} == {"b2b", "b2c"}
    assert "audience" not in unambiguous_facts(document.shown)


def test_microdata_is_read() -> None:
    page = (
        '<!doctype html><html><body><div itemscope itemtype="https://schema.org/Product">'
        '<span itemprop="price" content="12.00">12 €</span></div></body></html>'
    )
    assert shown(page) == {"subject.level": ("product",), "kind": ("commercial",)}


@pytest.mark.timeout(60)  # against effort that grows with the square of the length; two seconds are enough
def test_long_lists_for_machines_are_read_through() -> None:
    script = f'<script type="application/ld+json">[{"1," * 240_000}{{"@type": "Offer"}}]</script>'
    assert shown(f"<!doctype html><html><head>{script * 4}</head><body><p>Soap</p></body></html>") == {
        "kind": ("commercial",)
    }


def test_visible_pictures_are_proposed_with_everything_they_show() -> None:
    page = """<!doctype html><html><body><nav><img src="whale.png" alt="whale"></nav><h1>Soap</h1>
    <img src="/img/rain-forest.jpg" alt="A bee on a leaf"><div style="display:none"><img alt="globe"></div>
    </body></html>"""
    document = read_bytes(page.encode(), name="page.html")
    assert unambiguous_facts(document.shown) == {"imagery": ("leaf", "animals", "trees")}
    assert {(fact.value, fact.place, fact.quote) for fact in document.shown} == {
        ("leaf", "img alt", "A bee on a leaf"),
        ("animals", "img alt", "A bee on a leaf"),
        ("trees", "img src", "rain-forest.jpg"),
    }


def test_labels_in_pictures_are_proposed_by_name() -> None:
    page = """<!doctype html><html><body><h1>Verf</h1><img src="logo.png" alt="EU Ecolabel, vergunning NL/044/000">
    <img src="energielabel.png" alt="Energielabel A"></body></html>"""
    assert shown(page)["label.name"] == ("EU Ecolabel",)
    assert "label.name" not in shown(page.replace("logo.png", "blauer-engel.png"))  # two labels: none is certain
