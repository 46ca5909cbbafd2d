"""A signer written and corrected: the block as the paper prints it, what each authority needs, errors where they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.dialogs.signer import SignerDialog
from govmail_desk.listings import settings
from govmail_desk.operations.settings import set_letterhead
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def holder(qtbot):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    return holder


def choose(dialog, authority):
    dialog.authority_field.choose(authority)
    dialog.authority_field.picked.emit(authority)


def test_a_deputy_is_written_with_the_post_signed_for(desk, holder):
    dialog = holder.opened(SignerDialog(holder, desk))
    dialog.name_field.setText("Phạm Đức Đạt")
    dialog.post_field.setText("Phó Giám đốc")
    choose(dialog, "deputy")
    dialog.head_post_field.setText("Giám đốc")
    assert dialog.block.words == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nPhạm Đức Đạt"
    dialog.main_button.click()
    found = settings.signers(desk)[-1]
    assert (found.full_name, found.authority, found.head_post) == ("Phạm Đức Đạt", "deputy", "Giám đốc")
    assert not dialog.isVisible()


def test_a_collective_body_is_signed_for_with_tm(desk, holder):
    head = desk.valid(Letterhead, desk.today())
    set_letterhead(desk, letterhead=replace(head, body="Ủy ban nhân dân phường 9", is_collective=True))
    dialog = holder.opened(SignerDialog(holder, desk))
    dialog.name_field.setText("Võ Ngọc Ánh")
    dialog.post_field.setText("Chủ tịch")
    assert dialog.block.words == "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVõ Ngọc Ánh"


def test_the_post_signed_for_is_asked_only_of_those_who_sign_for_another(desk, holder):
    dialog = holder.opened(SignerDialog(holder, desk))
    assert not dialog.form.rows["head_post"].isVisible()
    choose(dialog, "by-authorisation")
    assert dialog.form.rows["head_post"].isVisible()
    assert dialog.block.words == ""


def test_what_is_missing_is_said_under_its_field_and_nothing_is_written(desk, holder):
    dialog = holder.opened(SignerDialog(holder, desk))
    choose(dialog, "deputy")
    dialog.begins_field.line.setText("31/02/2026")
    dialog.main_button.click()
    assert dialog.form.rows["name"].error
    assert dialog.form.rows["post"].error
    assert dialog.form.rows["head_post"].error
    assert "Chưa đọc được ngày" in dialog.form.rows["begins"].error
    assert holder.kept == []


def test_the_operation_says_that_the_days_are_the_wrong_way_round(desk, holder):
    dialog = holder.opened(SignerDialog(holder, desk))
    dialog.name_field.setText("Phạm Đức Đạt")
    dialog.post_field.setText("Giám đốc")
    dialog.begins_field.show_day(date(2026, 11, 2))
    dialog.ends_field.show_day(date(2026, 11, 1))
    dialog.main_button.click()
    assert "Ngày hết thẩm quyền ký phải từ ngày bắt đầu trở đi" in dialog.notices.sentence
    assert dialog.name_field.text() == "Phạm Đức Đạt"


def test_an_authority_is_ended_by_correcting_the_signer(desk, holder):
    (head,) = settings.signers(desk)
    dialog = holder.opened(SignerDialog(holder, desk, head))
    dialog.ends_field.show_day(date(2026, 11, 30))
    dialog.main_button.click()
    (ended,) = settings.signers(desk)
    assert (ended.id, ended.to_on) == (head.id, date(2026, 11, 30))


def test_every_control_has_a_name(desk, holder):
    assert unnamed_controls(holder.opened(SignerDialog(holder, desk))) == []
