"""Who issued a release."""

import pytest

from communique.extractors.issuer import find_issuer, home_of_agency, letterhead
from communique.extractors.mentions import MentionFinder


@pytest.mark.parametrize(
    ("source", "body", "state"),
    [
        ("NATO", "NATO", None),
        ("Ministry of Foreign Affairs of Latvia", "Ministry of Foreign Affairs of Latvia", "LVA"),
        ("Press Desk of the White House", "White House", "USA"),
        ("Peru", None, "PER"),
        ("harbour news", "harbour news", None),
        ("  ", None, None),
        ("Harbour Wire", None, None),
        ("Moldova News Agency", None, None),
        ("Press Office of the Heron Council", "Heron Council", None),
        ("NATO Press Service", "NATO", None),
        ("Royal Hashemite Court", "Royal Hashemite Court", "JOR"),
        ("GOV.UK", "GOV.UK", "GBR"),
        ("Ministère de l'Europe et des Affaires étrangères",
         "French Ministry for Europe and Foreign Affairs", "FRA"),
        ("NATO News", "NATO", None),
        ("NATO News Centre", "NATO", None),
        ("U.S. Attorney's Office, Middle District of Torsk",
         "U.S. Attorney’s Office for the Middle District of Torsk", "USA"),
        ("Prime Minister's Office of Latvia", "Prime Minister's Office of Latvia", "LVA"),
        ("US Attorneys Office for the District of Torsk",
         "U.S. Attorney’s Office for the District of Torsk", "USA"),
    ],
    ids=[
        "body", "ministry", "seat", "state", "unknown", "blank", "wire", "news agency",
        "press office of a body", "press service behind a body", "court", "government-page",
        "french", "news of a body",
        "news centre", "district", "chief-s-office", "district-without-apostrophe",
    ],
)  # fmt: skip
def test_the_source_tells_body_and_state(
    finder: MentionFinder, source: str, body: str | None, state: str | None
) -> None:
    issuer, territory = find_issuer(source, finder)

    assert (issuer.name if issuer else None) == body
    assert (territory.iso3 if territory else None) == state


@pytest.mark.parametrize(
    ("source", "body", "state"),
    [
        ("Public Information Division of the Heron Council", "Heron Council", None),
        ("Heron Council, Directorate of Communications", "Heron Council", None),
        ("Media Relations Unit, Ministry of Ports of Latvia", "Ministry of Ports of Latvia", "LVA"),
        ("Heron Council Office of Public Information and Communication", "Heron Council", None),
        ("Office of the Spokesperson, Heron Council", "Heron Council", None),
        ("Ministry of Ports Press Office, Latvia", "Ministry of Ports", "LVA"),
        ("Government Communication Unit, Latvia", "Government of Latvia", "LVA"),
        ("Prime Minister's Press Wing, Latvia", None, "LVA"),
        ("President's Media Division of Latvia", None, "LVA"),
        ("Press and Information Office, Republic of Latvia", None, "LVA"),
        ("Passenger Information Unit", "Passenger Information Unit", None),
        ("Heron Information Agency", "Heron Information Agency", None),
    ],
)  # fmt: skip
def test_a_unit_for_the_press_issues_for_what_it_speaks_for(
    finder: MentionFinder, source: str, body: str | None, state: str | None
) -> None:
    issuer, territory = find_issuer(source, finder)

    assert (issuer.name if issuer else None) == body
    assert (territory.iso3 if territory else None) == state


@pytest.mark.parametrize(
    ("source", "aliases"),
    [
        ("Ministry of Defence, Norway", {"Ministry of Defence, Norway"}),
        ("Ministry of Defence, Oslo", set()),
        ("Ministry of Defence", set()),
    ],
)
def test_a_state_behind_the_issuer_makes_a_further_name(
    finder: MentionFinder, source: str, aliases: set[str]
) -> None:
    issuer, _ = find_issuer(source, finder)

    assert issuer
    assert issuer.name == "Ministry of Defence"
    assert set(issuer.aliases) == aliases


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The EBRD met the Heron Bank. The Bank will lend more.", "EBRD"),
        ("The Heron Bank spoke. The Bank will lend more.", "Heron Bank"),
        ("They will speak. The Bank will lend more.", "EBRD"),
    ],
    ids=["named-beside-another", "another-alone", "nobody-else"],
)
def test_the_noun_alone_stands_for_the_issuer_if_it_is_named_or_nothing_else_is(
    finder: MentionFinder, text: str, called: str
) -> None:
    issuer, _ = find_issuer("EBRD", finder)
    knowledge = finder.begin(issuer)
    finder.learn(text, [], knowledge)

    bank = finder.find(text, [], knowledge)[-1]

    assert text[bank.start : bank.end] == "Bank"
    assert bank.span
    assert bank.span.name == called


def test_the_noun_alone_stands_for_a_partnership_named_before(finder: MentionFinder) -> None:
    text = "The Pacific Harbour Partnership met. The Partnership will go on."
    knowledge = finder.begin(None)
    finder.learn(text, [], knowledge)

    names = [mention.span.name for mention in finder.find(text, [], knowledge) if mention.span]

    assert names == ["Pacific Harbour Partnership"] * 2


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Minister in Riga\n\nMinistry of Foreign Affairs of Latvia\n4 March 2026\n\nShe came.",
         "Ministry of Foreign Affairs of Latvia"),
        ("Ministry of Foreign Affairs of Latvia, 4 March 2026\n\nMinister in Riga\n\nShe came.",
         "Ministry of Foreign Affairs of Latvia"),
        ("Funds for demining\n\nGovernment of the Netherlands\nNews | 17-06-2026\n\nIt pays.",
         "Government of the Netherlands"),
        ("Minister in Riga\n\nFrom: Ministry of Foreign Affairs of Latvia\n\nShe came.",
         "Ministry of Foreign Affairs of Latvia"),
        ("PRESS RELEASE\nEmbassy of Sweden in Nairobi\nNairobi, 4 March 2026\n\nShe came.",
         "Embassy of Sweden in Nairobi"),
        ("Minister meets the Ministry of Foreign Affairs of Latvia\n\nShe came.", ""),
        ("Government of the day\n\nShe came.", ""),
        ("Government of Peru announces talks\n\nMinistry of Foreign Affairs of Latvia\n\nShe came.",
         "Ministry of Foreign Affairs of Latvia"),
        ("Statement\n\nUnited Nations Security Council\nNew York, 4 March 2026\n\nShe came.", ""),
        ("Tags: NATO | European Union | Kyiv\n\nShe came.", ""),
        ("Ministry of Defence of Peru\nMinistry of Defence of Latvia\n\nThey came.", ""),
        ("Minister in Riga\n\n"
         "She came to speak of the harbour and of the new bridge with all who wished to hear it.\n"
         "Ministry of Foreign Affairs of Latvia", ""),
        ("Republic of Kenya\nMinistry of Foreign Affairs\n\nShe came.",
         "Ministry of Foreign Affairs, Republic of Kenya"),
        ("Harbour Bureau\nGovernment of India\n\nShe came.",
         "Harbour Bureau, Government of India"),
        ("Ministry of Defence, Government of India\n\nShe came.",
         "Ministry of Defence, Government of India"),
        ("Ministry of Defence, Norway\n\nShe came.", "Ministry of Defence, Norway"),
        ("NATO, Norway\n\nShe came.", ""),
        ("Embassy of Peru in Oslo\nMinistry of Defence of Norway\n\nShe came.", ""),
    ],
    ids=[
        "below-title", "above-title-with-day", "government", "labelled", "embassy",
        "within-a-title", "no-state", "headline", "where-others-speak", "tags", "two",
        "below-the-text", "state-above", "government-below", "government-behind", "state-behind",
        "alliance-and-state", "embassy-and-ministry",
    ],
)  # fmt: skip
def test_a_line_above_the_text_tells_whose_release_it_is(
    finder: MentionFinder, text: str, body: str
) -> None:
    assert letterhead(text, finder) == body


@pytest.mark.parametrize(
    ("source", "dateline", "state"),
    [
        ("Qatar News Agency", "Doha, March 12 (QNA) - The Minister of State spoke today.", "QAT"),
        ("Emirates News Agency (WAM)", "ABU DHABI, 3rd May (WAM) -- Talks began.", "ARE"),
        ("Anadolu", "ANKARA – The minister left today.", "TUR"),
        ("Anadolu", "PARIS – The minister left today.", None),
        ("Qatar News Agency", "The minister left today.", None),
        ("Harbour Wire", "Doha, March 12 - The minister left today.", None),
    ],
    ids=["by-state", "by-name", "by-one-word", "abroad", "without-dateline", "other-wire"],
)
def test_an_agency_of_a_state_writes_of_its_own_from_the_capital(
    source: str, dateline: str, state: str | None
) -> None:
    home = home_of_agency(source, f"Talks on ports\n\nSource: {source}\n\n{dateline}")

    assert (home.iso3 if home else None) == state
