"""What the register keeps of people, counted."""

from __future__ import annotations

from govmail_desk.listings.privacy import standing
from govmail_desk.operations.exports import record_export
from govmail_desk.operations.minimisation import minimise, plan_minimisation
from govmail_desk.operations.privacy import choose_privacy
from tests.desks import added, founded, leave
from tests.operations.test_minimisation import LEFT


def test_people_and_what_is_known_of_them_are_counted(tmp_path):
    with founded(tmp_path) as desk:
        gone = added(desk, "Bùi Thị Yến")
        added(desk, "Lý Văn Tâm", birth_on="")
        found = standing(desk)
        assert (found.people_count, found.birth_count, found.phone_count, found.id_number_count) == (3, 1, 2, 0)
        leave(desk, gone, on=LEFT)
        minimise(desk, plan_minimisation(desk, on=desk.today()))
        record_export(desk, kind="list", subject="danh sách", row_count=1, name="ds.xlsx")
        choose_privacy(desk, is_id_number_kept=False, keep_month_count=12, from_on=desk.today())
        found = standing(desk)
        assert (found.birth_count, found.phone_count, found.minimised_count, found.export_count) == (0, 1, 1, 1)
        assert [choice.keep_month_count for choice in found.choices] == [12]
