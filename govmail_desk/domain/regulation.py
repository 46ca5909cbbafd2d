"""A regulation and the one catalogue of what a regulation can say.

A key stands here once, with its type and its label; the values stand in `resources/regulations/*.toml`, each with its
article. Not here: the shapes of values (`domain.provision`), reading TOML (`govmail_desk.regulations.loader`), counting
days (`domain.working_days`), making addresses (`domain.address`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, TypeVar, cast

from govmail_desk.domain.address import Collision, Pattern, UnitForm
from govmail_desk.domain.person import PersonnelKind
from govmail_desk.domain.provision import (
    AnyKey,
    AnyProvision,
    AttachmentRule,
    Channel,
    CheckTimes,
    Contact,
    Ended,
    FirstLogin,
    FixedDate,
    Forwarding,
    HandoverItem,
    Key,
    MustState,
    Notice,
    Paper,
    Parties,
    PasswordStrength,
    Period,
    Provision,
    ReportDuty,
    RequestKind,
    Step,
)

__all__ = ["HEADINGS", "KEYS", "Contact", "Ended", "FixedDate", "Key", "Period", "Provision", "Regulation"]

T = TypeVar("T")
Texts = tuple[str, ...]
MailboxKind = Literal["unit", "personal"]

DOMAIN: Final = r"[a-z0-9-]+(\.[a-z0-9-]+)+"
LOCAL_PART: Final = r"[a-z0-9_-]+(\.[a-z0-9_-]+)*"
WEB_ADDRESS: Final = r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?"

KEYS: Final[dict[str, AnyKey]] = {}


@dataclass(frozen=True)
class Heading:
    """A chapter of the catalogue: the keys shown together when a regulation is shown whole."""

    label: str
    keys: list[AnyKey] = field(default_factory=list)

    def key(self, name: str, type: type[T], label: str, *, many: bool = False, shape: str | None = None) -> Key[T]:  # noqa: A002
        """Enter one key in the catalogue under this heading; a name is entered once."""
        assert name not in KEYS, name
        made = Key(name, type, label, many, shape)
        KEYS[name] = made
        self.keys.append(made)
        return made


HEADINGS: Final = (
    ADDRESSES := Heading("Địa chỉ hộp thư"),
    PASSWORDS := Heading("Mật khẩu"),
    CHECKS := Heading("Kiểm tra và sử dụng hộp thư"),
    UNUSED := Heading("Hộp thư không dùng đến"),
    SIZES := Heading("Dung lượng và tệp đính kèm"),
    SAFETY := Heading("An toàn khi dùng hộp thư"),
    OPERATOR := Heading("Đơn vị quản lý, vận hành"),
    REQUESTS := Heading("Đề nghị"),
    HANDOVER := Heading("Bàn giao và người quản lý hộp thư"),
    REPORTS := Heading("Báo cáo"),
    DIRECTORY := Heading("Danh bạ"),
    INCIDENTS := Heading("Sự cố"),
    DOCUMENTS := Heading("Văn bản trao đổi qua thư điện tử"),
    SCOPES := Heading("Phạm vi áp dụng"),
    ANSWERS := Heading("Trách nhiệm, kiểm tra và xử lý"),
)

KINDS: Final[dict[RequestKind, str]] = {
    "create": "cấp mới",
    "change": "thay đổi thông tin",
    "reset": "cấp lại mật khẩu",
    "reopen": "mở lại",
    "close": "hủy, thu hồi",
}
PERSONNEL: Final[dict[PersonnelKind, str]] = {
    "joined": "Có người mới",
    "transferred": "Có người chuyển đơn vị trong sổ",
    "renamed": "Có người đổi họ tên",
    "promoted": "Có người đổi chức vụ",
    "retired": "Có người nghỉ hưu",
    "resigned": "Có người thôi việc",
    "died": "Có người mất",
    "left": "Có người chuyển công tác ra ngoài",
}
MAILBOXES: Final[dict[MailboxKind, str]] = {"unit": "hộp thư đơn vị", "personal": "hộp thư cá nhân"}


def _by_kind(name: str, type: type[T], label: str, *, many: bool = False) -> dict[RequestKind, Key[T]]:  # noqa: A002
    """Make one key for each kind of request; `label` has the place of the kind as `{}`."""
    return {kind: REQUESTS.key(f"{name}.{kind}", type, label.format(said), many=many) for kind, said in KINDS.items()}


def _channels(mailbox: MailboxKind) -> dict[RequestKind, Key[Channel]]:
    label = "Cách gửi đề nghị {} " + MAILBOXES[mailbox]
    return {
        kind: REQUESTS.key(f"request.channel.{kind}.{mailbox}", Channel, label.format(said))
        for kind, said in KINDS.items()
    }


# Addresses
ADDRESS_DOMAIN = ADDRESSES.key("address.domain", str, "Tên miền thư", shape=DOMAIN)
ADDRESS_WEBMAIL = ADDRESSES.key("address.webmail", str, "Địa chỉ truy cập hộp thư", shape=WEB_ADDRESS)
ADDRESS_SSO = ADDRESSES.key("address.sso", str, "Hệ thống đăng nhập một lần bằng địa chỉ thư", shape=WEB_ADDRESS)
ADDRESS_SUFFIX = ADDRESSES.key("address.suffix", str, "Phần cuối của mọi tên hộp thư", shape=r"\.[a-z0-9-]+")
ADDRESS_OFFICE = ADDRESSES.key("address.office", str, "Tên hộp thư của cơ quan đầu mối", shape=LOCAL_PART)
ADDRESS_UNIT = ADDRESSES.key("address.unit", UnitForm, "Mẫu tên hộp thư đơn vị", many=True)
ADDRESS_PERSONAL = ADDRESSES.key("address.personal", Pattern, "Mẫu tên hộp thư cá nhân")
ADDRESS_PERSONAL_ONLY_FOR = ADDRESSES.key("address.personal_only_for", Texts, "Chức vụ được cấp hộp thư cá nhân")
ADDRESS_COLLISION = ADDRESSES.key("address.collision", Collision, "Khi trùng họ, tên đệm và tên")
ADDRESS_COLLISION_FIRST = ADDRESSES.key("address.collision.first", int, "Số thứ tự đầu tiên khi trùng tên")
ADDRESS_COLLISION_WITHIN = ADDRESSES.key("address.collision.within", str, "Trùng tên được xét trong phạm vi")
ADDRESS_COLLISION_OTHERWISE = ADDRESSES.key("address.collision.otherwise", Collision, "Các trường hợp trùng tên khác")
ADDRESS_LEADER_FIRST = ADDRESSES.key(
    "address.leader_first", bool, "Đề nghị cùng ngày: lãnh đạo được địa chỉ không có số"
)

# Passwords
PASSWORD_FIRST_LOGIN = PASSWORDS.key("password.first_login", FirstLogin, "Mật khẩu được cấp lần đầu")
PASSWORD_REISSUED = PASSWORDS.key("password.reissued", FirstLogin, "Mật khẩu được cấp lại")
PASSWORD_REOPEN_AFTER = PASSWORDS.key(
    "password.reopen_after", Period, "Hộp thư bị khóa vì không đổi mật khẩu: mở lại sau"
)
PASSWORD_STRENGTH_USER = PASSWORDS.key("password.strength.user", PasswordStrength, "Độ mạnh mật khẩu người dùng")
PASSWORD_STRENGTH_ADMIN = PASSWORDS.key("password.strength.admin", PasswordStrength, "Độ mạnh mật khẩu quản trị")
PASSWORD_RULE = PASSWORDS.key("password.rule", str, "Yêu cầu khác đối với mật khẩu", many=True)
PASSWORD_ROTATION_USER = PASSWORDS.key("password.rotation.user", Period, "Đổi mật khẩu định kỳ (người dùng)")
PASSWORD_ROTATION_ADMIN = PASSWORDS.key("password.rotation.admin", Period, "Đổi mật khẩu định kỳ (quản trị)")
PASSWORD_ROTATION_WORDS = PASSWORDS.key("password.rotation.words", str, "Đổi mật khẩu, không nêu kỳ hạn")
PASSWORD_FORGOTTEN = PASSWORDS.key("password.forgotten", Notice, "Quên, mất hoặc lộ mật khẩu", many=True)
PASSWORD_SECRECY = PASSWORDS.key("password.secrecy", str, "Giữ bí mật mật khẩu", many=True)

# Looking into the mailbox and using it
CHECK_UNIT = CHECKS.key("check.unit", CheckTimes, "Kiểm tra hộp thư đơn vị")
CHECK_UNIT_ALSO = CHECKS.key("check.unit.also", CheckTimes, "Kiểm tra hộp thư đơn vị (quy định thêm)", many=True)
CHECK_PERSONAL = CHECKS.key("check.personal", CheckTimes, "Kiểm tra hộp thư cá nhân")
CHECK_PERSONAL_ALSO = CHECKS.key(
    "check.personal.also", CheckTimes, "Kiểm tra hộp thư cá nhân (quy định thêm)", many=True
)
CHECK_REPORT = CHECKS.key("check.report", Notice, "Báo cáo nội dung thư nhận được", many=True)
CHECK_ANSWERS = CHECKS.key("check.answers", str, "Trách nhiệm đối với thư nhận được", many=True)
USE = CHECKS.key("use", str, "Sử dụng hộp thư và xử lý công việc", many=True)

# Mailboxes left unused
INACTIVITY_LOCK = UNUSED.key("inactivity.lock", Period, "Không dùng quá thời gian này thì bị khóa, tạm dừng")
INACTIVITY_LOCK_UNLESS = UNUSED.key("inactivity.lock.unless", str, "Không bị khóa nếu")
INACTIVITY_NOTICE = UNUSED.key("inactivity.notice", Period, "Từ thông báo tạm dừng đến khi bị gỡ bỏ")
INACTIVITY_NOTICE_TO = UNUSED.key("inactivity.notice.to", Notice, "Thông báo tạm dừng")
INACTIVITY_REMOVE = UNUSED.key("inactivity.remove", Period, "Không dùng quá thời gian này thì bị xóa")
INACTIVITY_REVIEW = UNUSED.key("inactivity.review", str, "Rà soát hộp thư không còn dùng")
REVIEW_EVERY = UNUSED.key("inactivity.review.every", Period, "Rà soát hộp thư định kỳ")

# Size, attachments, safe use
QUOTA_GB = SIZES.key("quota.gb", int, "Dung lượng hộp thư (GB)")
QUOTA_FULL = SIZES.key("quota.full", str, "Khi hộp thư đầy", many=True)
ATTACHMENT_LIMIT_MB = SIZES.key("attachment.limit_mb", int, "Dung lượng tệp đính kèm tối đa (MB)")
ATTACHMENT_REFUSED = SIZES.key("attachment.refused", AttachmentRule, "Loại tệp không gửi, nhận")
ATTACHMENT_LIMITED = SIZES.key("attachment.limited", AttachmentRule, "Loại tệp hạn chế gửi, nhận")
HOUSEKEEPING = SAFETY.key("housekeeping", str, "Giữ gìn hộp thư", many=True)
HOUSEKEEPING_KEEP = SAFETY.key("housekeeping.keep", Period, "Thư đã quá thời gian này thì xóa nếu không cần")
FORBIDDEN = SAFETY.key("forbidden", str, "Không được làm", many=True)
FORBIDDEN_FORWARDING = SAFETY.key("forbidden.forwarding", Forwarding, "Chuyển thư tự động bị cấm")
NOT_TO_BE_SENT = SAFETY.key("not_to_be_sent", str, "Không gửi qua thư điện tử", many=True)

# The operator
OPERATOR_MANAGING = OPERATOR.key("operator.managing", Contact, "Cơ quan quản lý hệ thống thư")
OPERATOR_RUNNING = OPERATOR.key("operator.running", Contact, "Đơn vị trực tiếp vận hành")
OPERATOR_ONWARD = OPERATOR.key("operator.onward", Contact, "Nơi đầu mối chuyển tiếp đề nghị")
OPERATOR_DUTY = OPERATOR.key("operator.duty", str, "Việc của đơn vị quản lý, vận hành", many=True)
OPERATOR_SUPPORT = OPERATOR.key("operator.support", str, "Hỗ trợ, hướng dẫn, tập huấn", many=True)
OPERATOR_BUDGET = OPERATOR.key("operator.budget", str, "Kinh phí", many=True)
OPERATOR_KEPT_AT = OPERATOR.key("operator.kept_at", str, "Nơi lưu dữ liệu hộp thư")

# Requests
REQUEST_OPERATOR = REQUESTS.key("request.operator", Contact, "Nơi nhận đề nghị")
REQUEST_OPERATOR_ADDRESS = REQUESTS.key(
    "request.operator.address",
    str,
    "Địa chỉ thư của nơi nhận đề nghị (khi quy chế không in)",
    shape=rf"{LOCAL_PART}@{DOMAIN}",
)
REQUEST_WORD = _by_kind("request.word", str, "Cách gọi của quy chế: {}")
REQUEST_OCCASION = _by_kind("request.occasion", str, "Khi nào đề nghị {}", many=True)
REQUEST_CHANNEL = _by_kind("request.channel", Channel, "Cách gửi đề nghị {}")
REQUEST_CHANNEL_OF: Final = {mailbox: _channels(mailbox) for mailbox in MAILBOXES}
REQUEST_PAPERS_ALSO = _by_kind("request.papers_also", tuple[Paper, ...], "Giấy tờ lập thêm khi đề nghị {}")
REQUEST_LIMIT_UNIT = _by_kind("request.limit.unit", Period, "Thời hạn đơn vị phải gửi đề nghị {}")
REQUEST_LIMIT_OPERATOR = _by_kind("request.limit.operator", Period, "Thời hạn giải quyết đề nghị {}")
REQUEST_AFTER: Final[dict[PersonnelKind, Key[tuple[RequestKind, ...]]]] = {
    kind: REQUESTS.key(f"request.after.{kind}", tuple[RequestKind, ...], f"{said}: phải đề nghị gì")
    for kind, said in PERSONNEL.items()
}
REQUEST_REPLY = REQUESTS.key("request.reply", str, "Trả lời của nơi nhận đề nghị")
REQUEST_ONLY_FROM_UNIT_MAILBOX = REQUESTS.key(
    "request.only_from_unit_mailbox", bool, "Chỉ nhận đề nghị từ hộp thư đơn vị"
)
REQUEST_SENDER_DOMAIN = REQUESTS.key(
    "request.sender_domain", str, "Chỉ gửi đề nghị từ hộp thư thuộc tên miền", many=True, shape=DOMAIN
)
REQUEST_MUST_STATE = REQUESTS.key("request.must_state", tuple[MustState, ...], "Nội dung phải nêu trong đề nghị")
REQUEST_CHAIN = REQUESTS.key("request.chain", tuple[Step, ...], "Trình tự trong đơn vị")
REQUEST_CHAIN_OF = _by_kind("request.chain", tuple[Step, ...], "Trình tự trong đơn vị: {}")
REQUEST_FORMS = REQUESTS.key("request.forms", str, "Biểu mẫu phải dùng")
REQUEST_BASIS = REQUESTS.key("request.basis", str, "Viện dẫn lần đầu trong văn bản")
REQUEST_BASIS_SHORT = REQUESTS.key("request.basis.short", str, "Viện dẫn các lần sau")

# Handover and custody
HANDOVER_PARTIES = HANDOVER.key("handover.parties", Parties, "Bên giao, bên nhận")
HANDOVER_ITEMS = HANDOVER.key("handover.items", tuple[HandoverItem, ...], "Nội dung bàn giao")
HANDOVER_SECRETS = HANDOVER.key("handover.secrets", str, "Giữ bí mật khi bàn giao")
CUSTODY_HEAD = HANDOVER.key("custody.head", str, "Người quản lý hộp thư đơn vị")
CUSTODY_ASSIGNED = HANDOVER.key("custody.assigned", str, "Người được giao theo dõi, sử dụng")
CUSTODY_VETTING = HANDOVER.key("custody.vetting", str, "Kiểm duyệt nội dung gửi đi", many=True)

# Reports, directory, incidents
REPORT_UNIT = REPORTS.key("report.unit", ReportDuty, "Báo cáo của đơn vị")
REPORT_CHANGES = REPORTS.key("report.changes", ReportDuty, "Thông báo thay đổi nhân sự, tổ chức")
REPORT_OPERATOR = REPORTS.key("report.operator", ReportDuty, "Báo cáo của nơi quản lý, vận hành", many=True)
DIRECTORY_UPDATE = DIRECTORY.key("directory.update", str, "Cập nhật danh bạ")
DIRECTORY_PUBLISH = DIRECTORY.key("directory.publish", str, "Công khai danh bạ")
INCIDENT_USER = INCIDENTS.key("incident.user", Notice, "Người dùng gặp sự cố", many=True)
INCIDENT_UNIT = INCIDENTS.key("incident.unit", Notice, "Đơn vị gặp sự cố", many=True)
INCIDENT_CONTACT = INCIDENTS.key("incident.contact", Contact, "Nơi tiếp nhận sự cố")
INCIDENT_ABNORMAL = INCIDENTS.key("incident.abnormal", Notice, "Hộp thư bất thường, mất an toàn")
INCIDENT_SUSPICIOUS = INCIDENTS.key("incident.suspicious", Notice, "Thư lạ, thư có nội dung xấu")
INCIDENT_SECRET = INCIDENTS.key("incident.secret", Notice, "Phát hiện bí mật nhà nước trong hộp thư", many=True)
INCIDENT_ATTACHMENT = INCIDENTS.key("incident.attachment", Notice, "Lỗi gắn tệp đính kèm")

# What goes by mail
CHARSET = DOCUMENTS.key("charset", str, "Bộ mã chữ Việt")
STANDARDS = DOCUMENTS.key("standards", str, "Tiêu chuẩn kỹ thuật")
MUST_BE_SENT = DOCUMENTS.key("must_be_sent", Texts, "Bắt buộc gửi qua thư điện tử")
MUST_BE_SENT_EXCEPT = DOCUMENTS.key("must_be_sent.except", Texts, "Không bắt buộc đối với")
EXCHANGED = DOCUMENTS.key("exchanged", Texts, "Được trao đổi qua thư điện tử")
ENCOURAGED = DOCUMENTS.key("encouraged", Texts, "Khuyến khích gửi qua thư điện tử")
EXCHANGE_SOFTWARE = DOCUMENTS.key("exchange.software", str, "Trao đổi qua phần mềm khác", many=True)
LEGAL_VALUE = DOCUMENTS.key("legal_value", str, "Giá trị pháp lý", many=True)
SIGNING = DOCUMENTS.key("signing", str, "Ký số")

# Whom it binds and who answers
SCOPE = SCOPES.key("scope", str, "Cơ quan, đơn vị áp dụng", many=True)
SCOPE_PEOPLE = SCOPES.key("scope.people", str, "Người áp dụng", many=True)
BOUND_ALSO = SCOPES.key("bound.also", str, "Quy định khác phải theo", many=True)
ANSWERS_USER = ANSWERS.key("answers.user", str, "Trách nhiệm của người dùng", many=True)
ANSWERS_HEAD = ANSWERS.key("answers.head", str, "Trách nhiệm của thủ trưởng", many=True)
UNIT_DUTY = ANSWERS.key("unit.duty", str, "Việc của đơn vị", many=True)
INSPECTION = ANSWERS.key("inspection", str, "Kiểm tra", many=True)
VIOLATION = ANSWERS.key("violation", str, "Xử lý vi phạm", many=True)
PRAISE = ANSWERS.key("praise", str, "Khen thưởng")
AMENDMENT = ANSWERS.key("amendment", Notice, "Vướng mắc khi thực hiện", many=True)

RANK: Final = {"unit": 2, "regulation": 1, "suggested": 0}


@dataclass(frozen=True)
class Regulation:
    """The regulation a unit works under: its name, whether it is in force, and its provisions in the order of its file.

    `unstated` is the status of one whose text leaves open whether and since when it is in force.
    `issued_as_printed` and `in_force_as_printed` keep the source's words where a number or day is blank or our count.
    `text` is the file itself and `sha256` the hash of its bytes: that copy goes into the register.
    """

    id: str
    title: str
    short_name: str
    issuer: str
    territory: str
    status: Literal["in-force", "draft", "unstated"]
    provisions: tuple[AnyProvision, ...]
    number: str | None = None
    issued_on: date | None = None
    issued_as_printed: str | None = None
    in_force_from: date | None = None
    in_force_as_printed: str | None = None
    in_force_cite: str | None = None
    replaces: str | None = None
    replaces_cite: str | None = None
    note: str | None = None
    ended: tuple[Ended, ...] = ()
    text: str = ""
    sha256: str = ""

    @property
    def is_draft(self) -> bool:
        return self.status == "draft"

    def find(self, key: Key[T], on: date | None = None) -> Provision[T] | None:
        """Give the one rule that applies on a day: the unit's own before the regulation's, that before our suggestion.

        Without a day, the newest. None where the regulation is silent and nothing is suggested.
        """
        valid = self.all(key, on)
        return max(valid, key=_precedence) if len(valid) > 1 else next(iter(valid), None)

    def all(self, key: Key[T], on: date | None = None) -> tuple[Provision[T], ...]:
        """Give every rule of the key valid on a day, in the order of the file, the unit's own choices last."""
        held = cast("tuple[Provision[T], ...]", self._by_key.get(key.name, ()))
        return held if on is None else tuple(provision for provision in held if provision.holds_on(on))

    def due_rule(self, name: str, on: date | None = None) -> AnyProvision | None:
        """Give the rule a due row of this key follows: of several who are to be told under one key, the one told by a day."""
        key: Key[Any] = KEYS[name]
        told = (rule for rule in self.all(key, on) if isinstance(rule.value, Notice) and rule.value.when)
        return next(told, None) or self.find(key, on)

    def channel(self, kind: RequestKind, mailbox: MailboxKind, on: date | None = None) -> Provision[Channel] | None:
        """Give the way a request goes; a rule for this kind of mailbox comes before the general one."""
        return self._nearest(REQUEST_CHANNEL_OF[mailbox][kind], REQUEST_CHANNEL[kind], on)

    def papers(self, kind: RequestKind, mailbox: MailboxKind, on: date | None = None) -> tuple[Paper, ...]:
        """Name the papers of a request: those its channel asks for, then those the program offers besides."""
        channel, also = self.channel(kind, mailbox, on), self.find(REQUEST_PAPERS_ALSO[kind], on)
        return tuple(dict.fromkeys((channel.value.papers if channel else ()) + (also.value if also else ())))

    def answer_limit(self, kind: RequestKind, mailbox: MailboxKind, on: date | None = None) -> Provision[Period] | None:
        """Give the operator's limit on a request; a stated one runs only where the regulation itself names such a request."""
        limit, channel = self.find(REQUEST_LIMIT_OPERATOR[kind], on), self.channel(kind, mailbox, on)
        is_named = channel is not None and channel.source != "suggested"
        return limit if limit is not None and (is_named or limit.source == "unit") else None

    def chain(self, kind: RequestKind, on: date | None = None) -> Provision[tuple[Step, ...]] | None:
        """Give the hands a request passes through in the unit; a rule for this kind comes before the general one."""
        return self._nearest(REQUEST_CHAIN_OF[kind], REQUEST_CHAIN, on)

    def ended_in(self, name: str, on: date) -> tuple[Ended, ...]:
        """Give the bodies that stand in a name and have ended by a day: `Sở … tỉnh …` holds two, `Văn phòng UBND …` one."""
        named = [ended for ended in self.ended if ended.on <= on and ended.body.lower() in name.lower()]
        longer = {ended.body: [other.body for other in named if other is not ended] for ended in named}
        return tuple(ended for ended in named if not any(ended.body in other for other in longer[ended.body]))

    def with_choices(self, choices: tuple[AnyProvision, ...]) -> Regulation:
        """Stand the unit's own dated choices beside the regulation's rules, which stay visible."""
        assert all(choice.source == "unit" for choice in choices)
        return replace(self, provisions=self.provisions + choices)

    def _nearest(self, narrow: Key[T], wide: Key[T], on: date | None) -> Provision[T] | None:
        """Take the narrower rule, unless the wider one has the greater weight: the unit's own choice."""
        rules = (rule for rule in (self.find(narrow, on), self.find(wide, on)) if rule is not None)
        return max(rules, key=lambda rule: RANK[rule.source], default=None)

    @cached_property
    def _by_key(self) -> dict[str, tuple[AnyProvision, ...]]:
        held: dict[str, tuple[AnyProvision, ...]] = {}
        for provision in self.provisions:
            held[provision.key] = (*held.get(provision.key, ()), provision)
        return held


def _precedence(provision: Provision[Any]) -> tuple[int, date]:
    return RANK[provision.source], provision.valid_from or date.min
