"""The page of a series: its values, whose they are, and why they are one."""

import re

import pytest
from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def address(client: TestClient) -> str:
    found = re.search(r'href="(/series/[^"]+)"', client.get("/figures").text)
    assert found is not None
    return found[1]


def test_values_stand_with_their_tellers_and_reasons(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert "Why these are one series" in page
    assert "counted since" in page
    rows = client.get(f"{address}.json").json()["rows"]
    assert len({row["series"] for row in rows}) == 1
    table = re.search(r"<tbody>.*?</tbody>", page, re.DOTALL)
    assert table is not None
    assert table[0].count("<tr>") == len(rows) >= 2
    assert 'class="at rival"' in page


def test_a_figure_of_it_leads_to_it(client: TestClient, address: str) -> None:
    value = client.get(f"{address}.json").json()["rows"][0]
    assert client.get(f"/series/{value['id']}").text == client.get(address).text


def test_no_series_is_no_page(client: TestClient) -> None:
    assert client.get("/series/nothing").status_code == 404
    assert client.get("/series/nothing.json").json()["error"]["status"] == 404
