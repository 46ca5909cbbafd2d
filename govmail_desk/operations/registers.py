"""Founding a unit's register: the first act in every journal. Opening one made before is `Desk.open`."""

from __future__ import annotations

from datetime import date

from govmail_desk.desk import Act, Changes, Desk
from govmail_desk.domain.address import legal_address
from govmail_desk.domain.addressing import own_address
from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.regulation import REQUEST_OPERATOR, Regulation
from govmail_desk.domain.settings import Letterhead, Operator, Signer
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.domain.unit_name import UnitKind, read_unit_name
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.mailboxes import put_mailbox
from govmail_desk.operations.people import tidy_name
from govmail_desk.operations.settings import regulation_text
