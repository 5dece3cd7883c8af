"""What the search makes of a query, on a small collection made for it."""

import pytest

from conftest import serving

SEARCH = "([text, options]) => sohieu.search(text, options)"
LAW_NAME = "Bộ luật Dân sự 2015"
COMMON_PHRASE = "cơm no áo ấm"


@pytest.fixture(scope="module")
def collection(build_site):
    pages = {
        "mot.md": "---\ntitle: Hoa trái\n---\n\nHoa lợi là sản vật tự nhiên mà tài sản mang lại cho người có nó.\n",
        "hai.md": f"---\ntitle: Thi hành\n---\n\nTheo {LAW_NAME} thì thời hạn đã khác trước.\n",
    }
    # Every one of these pages has all the pairs of the phrase; only in every second one do they stand in a row.
    for number in range(120):
        said = COMMON_PHRASE if number % 2 else "cơm no và no áo rồi áo ấm"
        pages[f"ba/{number:03}.md"] = f"---\ntitle: Trang {number}\n---\n\nXã viên được {said} quanh năm.\n"
    return build_site(pages)


@pytest.fixture(scope="module")
def address(collection):
    with serving(collection.folder) as address:
        yield address + "tim-kiem.html"


@pytest.fixture
def ask(open_page, address):
    page = open_page(address)
    return lambda text, **options: page.evaluate(SEARCH, [text, options])


def test_the_name_of_a_law_says_where_to_look_and_not_for_what(ask):
    found = ask(f"Hoa lợi trong {LAW_NAME} là gì?")
    assert found["results"][0]["title"] == "Hoa trái"
    assert ask(LAW_NAME)["results"][0]["title"] == "Thi hành"


def test_a_common_phrase_is_certain_as_far_as_it_is_shown(ask):
    holds = [f"Trang {number}" for number in range(120) if number % 2]
    few = ask(f'"{COMMON_PHRASE}"', limit=5)
    assert few["atMost"] and few["total"] >= len(holds)
    assert len(few["results"]) == 5 and all(result["title"] in holds for result in few["results"])
    every = ask(f'"{COMMON_PHRASE}"', limit=1000)
    assert not every["atMost"] and every["total"] == len(holds)
    assert sorted(result["title"] for result in every["results"]) == sorted(holds)


def test_a_common_phrase_says_that_its_count_is_a_bound(open_page, address):
    page = open_page(address + f'?q="{COMMON_PHRASE}"')
    assert page.locator(".search-page .search-status").text_content().startswith("Tìm thấy nhiều nhất")
