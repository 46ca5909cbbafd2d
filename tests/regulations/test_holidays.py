"""Tests of `govmail_desk.regulations.holidays`, and of the files it ships against an independent reading."""

from datetime import date
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.office_calendar import Calendar
from govmail_desk.regulations.holidays import MOST_BYTES, load_calendar, read_update, read_year

SHIPPED = Path(__file__).parents[2] / "resources" / "holidays"
YEARS = (2024, 2025, 2026, 2027)

# Every day on which our files and the `holidays` package (the reading they started from) differ, with the reason.
OFF_ONLY_HERE = {date(2026, 1, 2): "swapped for 10/01/2026 by 12729/VPCP-KGVX of 25/12/2025, which the package lacks"}
OFF_ONLY_THERE = {date(2025, 2, 1): "a Saturday it takes for the fifth day of Tết; notice 6150 gives 27 to 31/01"}
WORKED_ONLY_HERE = {date(2026, 1, 10): "the make-up Saturday of the same letter"}

HEAD = "year = 2026\nannounced = true\n"
HOLIDAY = '[[holiday]]\non = 2026-09-02\nwhy = "Quốc khánh"\ncite = "Đ112.1đ BLLĐ 2019"\n'
SUNDAY = '[[holiday]]\non = 2026-04-26\nwhy = "Giỗ Tổ"\ncite = "Đ112.1e BLLĐ 2019"\n'


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar(SHIPPED)


@pytest.fixture(scope="module")
def package() -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=YEARS)


def test_the_days_off_differ_from_the_holidays_package_exactly_where_known(
    calendar: Calendar, package: holidays.HolidayBase
) -> None:
    ours = {day.on for day in calendar.days.values() if day.is_off}

    assert ours - set(package) == set(OFF_ONLY_HERE)
    assert set(package) - ours == set(OFF_ONLY_THERE)


def test_the_make_up_days_differ_from_the_holidays_package_exactly_where_known(
    calendar: Calendar, package: holidays.HolidayBase
) -> None:
    ours = {day.on for day in calendar.days.values() if not day.is_off}
    theirs = {day for day in package.weekend_workdays if day.year in YEARS}

    assert ours - theirs == set(WORKED_ONLY_HERE)
    assert theirs <= ours


def test_a_day_off_only_in_the_package_is_off_here_as_a_weekend(calendar: Calendar) -> None:
    assert not any(calendar.is_working(day) for day in OFF_ONLY_THERE)


@pytest.mark.parametrize(("year", "paid_days"), [(2024, 11), (2025, 11), (2026, 12), (2027, 12)])
def test_each_year_has_the_paid_holidays_the_law_gives(year: int, paid_days: int) -> None:
    named = read_year(SHIPPED / f"{year}.toml").days

    assert sum(day.kind == "holiday" for day in named) == paid_days


@pytest.mark.parametrize("year", YEARS)
def test_each_holiday_on_a_weekend_has_its_day_in_lieu(year: int) -> None:
    named = read_year(SHIPPED / f"{year}.toml").days
    weekend = [day for day in named if day.kind == "holiday" and day.on.weekday() > 4]

    assert len(weekend) == sum(day.kind == "compensatory" for day in named)


def test_only_the_year_without_a_notice_holds_days_we_reckoned(calendar: Calendar) -> None:
    assert calendar.announced == {2024: True, 2025: True, 2026: True, 2027: False}
    assert {day.on.year for day in calendar.days.values() if day.source == "computed"} == {2027}
    assert {day.source for day in calendar.days.values()} == {"official", "computed"}


def test_the_proposed_swap_of_november_2026_is_noted_and_not_applied(calendar: Calendar) -> None:
    assert calendar.is_working(date(2026, 11, 23))
    assert not calendar.is_working(date(2026, 11, 28))
    assert [(swap.off, swap.worked) for swap in calendar.proposals] == [(date(2026, 11, 23), date(2026, 11, 28))]


def test_a_day_in_lieu_and_a_swap_say_what_they_stand_for(calendar: Calendar) -> None:
    assert calendar.days[date(2026, 4, 27)].why == "nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch) (Chủ nhật 26/04/2026)"
    assert calendar.days[date(2026, 8, 31)].why == "nghỉ hoán đổi, làm bù thứ Bảy 22/08/2026"
    assert calendar.days[date(2026, 8, 22)].why == "làm bù cho thứ Hai 31/08/2026"


def test_a_units_own_file_wins_and_is_marked_as_its_own(tmp_path: Path) -> None:
    text = '[[closed]]\non = 2026-10-07\nwhy = "nghỉ tránh bão"\ncite = "Công điện 10"\n'
    worked = '[[worked]]\non = 2026-11-24\nwhy = "trực giải quyết hồ sơ"\ncite = "Kế hoạch 5"\n'
    (tmp_path / "2026.toml").write_text(HEAD + text + worked, encoding="utf-8")

    own = load_calendar(SHIPPED, tmp_path)

    assert not own.is_working(date(2026, 10, 7))
    assert own.is_working(date(2026, 11, 24))
    assert own.days[date(2026, 10, 7)].source == own.days[date(2026, 11, 24)].source == "unit"
    assert own.days[date(2026, 10, 7)].kind == "own"


def test_a_unit_announces_a_year_by_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "2027.toml").write_text("year = 2027\nannounced = true\n", encoding="utf-8")

    assert load_calendar(SHIPPED, tmp_path).caveats(date(2027, 3, 1), date(2027, 3, 2)) == ()


def test_a_reckoned_day_in_a_units_file_is_the_units(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").write_text(HEAD + HOLIDAY + "computed = true\n", encoding="utf-8")

    assert {day.source for day in read_year(tmp_path / "2026.toml", source="unit").days} == {"unit"}
    assert {day.source for day in read_year(tmp_path / "2026.toml").days} == {"computed"}


def test_a_swap_may_be_made_up_in_the_next_year(tmp_path: Path) -> None:
    swap = '[[swap]]\noff = 2026-12-31\nworked = 2027-01-09\ncite = "TB"\n'
    (tmp_path / "2026.toml").write_text(HEAD + swap, encoding="utf-8")

    assert [day.on.year for day in read_year(tmp_path / "2026.toml").days] == [2026, 2027]


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").write_text((HEAD + HOLIDAY).replace("\n", "\r\n"), encoding="utf-8-sig", newline="")

    assert read_year(tmp_path / "2026.toml").days[0].why == "Quốc khánh"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("announced = true\n", "khóa year", "thiếu khóa này"),
        ("year = 2026\n", "khóa announced", "thiếu khóa này"),
        ('year = "2026"\nannounced = true\n', "khóa year", "số nguyên"),
        ("year = 2026\nannounced = 1\n", "khóa announced", "true hoặc false"),
        ("year = 10000\nannounced = true\n", "khóa year", "số nguyên"),
        ("year = 2027\nannounced = true\n", "khóa year", "phải tên là 2027.toml"),
        (HEAD + "holidays = 3\n", "khóa holidays", "không có khóa nào tên như vậy"),
        (HEAD + "holiday = 3\n", "khóa holiday", "danh sách"),
        (HEAD + '[[holiday]]\non = 2026-09-02\nwhy = "Quốc khánh"\n', "[[holiday]] thứ 1, khóa cite", "thiếu khóa"),
        (HEAD + HOLIDAY + 'cause = "x"\n', "[[holiday]] thứ 1, khóa cause", "không có khóa nào"),
        (HEAD + HOLIDAY.replace("2026-09-02", '"2026-09-02"'), "[[holiday]] thứ 1, khóa on", "2026-01-31"),
        (HEAD + HOLIDAY.replace("2026-09-02", "2026-09-02T00:00:00"), "[[holiday]] thứ 1, khóa on", "2026-01-31"),
        (HEAD + HOLIDAY.replace("Quốc khánh", "  "), "[[holiday]] thứ 1, khóa why", "không để trống"),
        (HEAD + HOLIDAY.replace("Đ112.1đ BLLĐ 2019", ""), "[[holiday]] thứ 1, khóa cite", "không để trống"),
        (HEAD + HOLIDAY.replace("2026-09-02", "2026-09-31"), "dòng 4", "ngày không có thật"),
        (HEAD + HOLIDAY.replace("2026-09-02", "2025-09-02"), "[[holiday]] thứ 1, khóa on", "không thuộc năm 2026"),
        (HEAD + HOLIDAY + HOLIDAY, "[[holiday]] thứ 2, khóa on", "đã ghi ở một mục khác"),
        (HEAD + "year = 2026\n", "dòng 3", "ghi hai lần"),
        (HEAD + "[[holiday", "cuối tệp", "cú pháp TOML"),
        (HEAD + "a = " + "[\n" * 5000, "nội dung", "lồng nhau quá sâu"),
        (HEAD + "a = " + "9" * 900, "khóa a", "không có khóa nào"),
        (HEAD + "a." * 500 + "a = 1\n", "dòng 3", "dài quá 1000 ký tự"),
        (
            HEAD + '[[compensation]]\non = 2026-04-27\ninstead_of = 2026-04-26\ncite = "Đ111.3"\n',
            "[[compensation]] thứ 1, khóa instead_of",
            "không có mục [[holiday]] ngày 26/04/2026",
        ),
        (
            HEAD + HOLIDAY + '[[compensation]]\non = 2026-09-03\ninstead_of = 2026-09-02\ncite = "Đ111.3"\n',
            "[[compensation]] thứ 1, khóa instead_of",
            "thứ Tư 02/09/2026 không phải ngày nghỉ hằng tuần",
        ),
        (
            HEAD + SUNDAY + '[[compensation]]\non = 2026-04-26\ninstead_of = 2026-04-26\ncite = "Đ111.3"\n',
            "[[compensation]] thứ 1, khóa on",
            "đã ghi ở một mục khác",
        ),
        (
            HEAD + '[[swap]]\noff = 2026-01-03\nworked = 2026-01-10\ncite = "TB"\n',
            "[[swap]] thứ 1, khóa off",
            "thứ Bảy 03/01/2026 vốn là ngày nghỉ",
        ),
        (
            HEAD + '[[swap]]\noff = 2026-01-02\nworked = 2026-01-09\ncite = "TB"\n',
            "[[swap]] thứ 1, khóa worked",
            "thứ Sáu 09/01/2026 vốn là ngày làm việc",
        ),
        (
            HEAD + '[[swap]]\noff = 2025-12-31\nworked = 2026-01-10\ncite = "TB"\n',
            "[[swap]] thứ 1, khóa off",
            "không thuộc năm 2026",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_file_key_and_reason(tmp_path: Path, text: str, place: str, reason: str) -> None:
    (tmp_path / "2026.toml").write_text(text, encoding="utf-8")

    with pytest.raises(RuleBroken) as refusal:
        read_year(tmp_path / "2026.toml")

    assert refusal.value.sentence.startswith("Tệp ngày nghỉ 2026.toml, ")
    assert place in refusal.value.sentence
    assert reason in refusal.value.sentence


def test_a_file_taken_in_may_be_called_anything_and_its_days_are_the_units(tmp_path: Path) -> None:
    file = tmp_path / "Lịch nghỉ 2026 (1).toml"
    file.write_text(HEAD + HOLIDAY, encoding="utf-8")

    year = read_update(file)

    assert (year.year, year.is_announced, [(day.on, day.source) for day in year.days]) == (
        2026,
        True,
        [(date(2026, 9, 2), "unit")],
    )


def test_a_wrong_item_is_refused_with_the_line_where_it_begins(tmp_path: Path) -> None:
    file = tmp_path / "2026.toml"
    file.write_text(HEAD + HOLIDAY + "\n# một dòng ghi chú\n" + HOLIDAY, encoding="utf-8")

    with pytest.raises(RuleBroken, match=r"mục \[\[holiday\]\] thứ 2, khóa on \(dòng 9\)"):
        read_update(file)


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").write_bytes((HEAD + HOLIDAY).encode("cp1258", errors="replace"))

    with pytest.raises(RuleBroken, match="UTF-8"):
        read_year(tmp_path / "2026.toml")


def test_a_file_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").write_bytes(b"#" * (MOST_BYTES + 1))

    with pytest.raises(RuleBroken, match="lớn hơn 64 KB"):
        read_year(tmp_path / "2026.toml")


def test_a_file_that_cannot_be_opened_is_a_fault_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").mkdir()

    with pytest.raises(StoreUnavailable, match=r"2026\.toml"):
        read_year(tmp_path / "2026.toml")


def test_a_folder_without_files_is_not_taken_for_a_calendar(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="Không thấy tệp ngày nghỉ"):
        load_calendar(tmp_path)


@settings(max_examples=100)
@given(cut=st.integers(0, 400), length=st.integers(0, 30), put=st.text(max_size=12))
def test_a_damaged_file_is_read_or_refused_but_never_a_fault(
    tmp_path_factory: pytest.TempPathFactory, cut: int, length: int, put: str
) -> None:
    whole = (SHIPPED / "2026.toml").read_text(encoding="utf-8").split("year =", 1)[1]
    text = "year =" + whole[:cut] + put + whole[cut + length :]
    path = tmp_path_factory.mktemp("damaged") / "2026.toml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")

    assert _outcome(path).startswith(("read", "Tệp ngày nghỉ 2026.toml, "))


def _outcome(path: Path) -> str:
    try:
        return f"read {read_year(path).year}"
    except RuleBroken as refusal:
        return refusal.sentence
