"""PDF files for tests: written by hand with a few lines of text, signed with certificates made here, then spoilt in known ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1, translate_pyca_cryptography_key_to_asn1
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

GIVER: Final = "Nguyễn Văn Thành"
RECEIVER: Final = "Đỗ Thị Bích Ngọc"
SIGNED_AT: Final = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


def scanned_pdf(*lines: str) -> bytes:
    """Write a PDF of one page that is a picture, with the lines a scanner's own reading laid under it."""
    picture = "q 595 0 0 842 0 0 cm /Im1 Do Q "
    image = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
        "stream\n\x7f\nendstream"
    )
    return _written(lines, picture=picture, more=(image,))


def plain_pdf(*lines: str, is_from_word: bool = False) -> bytes:
    """Write a PDF of one page with lines of plain letters.

    Word names the objects of its files in a table and, beside it, in a stream for newer programs (hybrid references).
    """
    return _written(lines, is_from_word=is_from_word)


def _written(lines: Sequence[str], *, picture: str = "", more: Sequence[str] = (), is_from_word: bool = False) -> bytes:
    said = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"{picture}BT /F1 12 Tf 72 700 Td {said} ET"
    drawn = " /XObject << /Im1 6 0 R >>" if picture else ""
    resources = f"<< /Font << /F1 5 0 R >>{drawn} >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {resources} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    beside = ""
    if is_from_word:
        beside = f" /XRefStm {len(content)}"
        places.append(len(content))
        content += b"6 0 obj\n<< /Type /XRef /Size 7 /Index [6 1] /W [1 4 1] /Root 1 0 R /Length 6 >>\nstream\n"
        content += b"\x01" + places[-1].to_bytes(4, "big") + b"\x00\nendstream\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(places) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R{beside} >>\n"
    return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode("latin-1")


def signed(pdf: bytes, *, by: str = GIVER, is_visible: bool = False) -> bytes:
    """Sign a PDF as a signing tool does (PAdES), in a field of the signer's own; another signature may stand in it already."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    place = (320, 100, 520, 160) if is_visible else None
    field_name = f"ChuKy{len(list(writer.prev.embedded_signatures)) + 1}"
    fields.append_signature_field(writer, SigFieldSpec(field_name, box=place))
    asked = signers.PdfSignatureMetadata(
        field_name=field_name, name=by, location="Cà Mau", subfilter=SigSeedSubFilter.PADES
    )
    target = BytesIO()
    signers.sign_pdf(writer, asked, signer=_signer(by), output=target)
    return target.getvalue()


def altered(pdf: bytes, *, old: bytes, new: bytes) -> bytes:
    """Change bytes that were signed, as someone with an editor would."""
    assert old in pdf
    assert len(old) == len(new)
    return pdf.replace(old, new, 1)


def added_to(pdf: bytes, line: str) -> bytes:
    """Write another line over the page after it was signed, as an editor that saves by increments does."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    drawn = StreamObject(stream_data=f"BT /F1 12 Tf 72 300 Td ({line}) Tj ET".encode("latin-1"))
    writer.add_stream_to_page(0, writer.add_object(drawn))
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def locked(pdf: bytes, *, to_open: str = "dong-cua") -> bytes:
    """Put a password on a PDF: to open it, or with none for that, only against editing."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(pdf)))
    writer.encrypt(owner_pass="dong-cua", user_pass=to_open)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _signer(name: str) -> signers.SimpleSigner:
    certificate, key = _certified(name)
    return signers.SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(certificate),
        signing_key=translate_pyca_cryptography_key_to_asn1(key),
        cert_registry=SimpleCertificateStore(),
    )


@lru_cache
def _certified(name: str) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """Make a certificate that says where more about it could be fetched, which nobody may do."""
    key = ec.generate_private_key(ec.SECP256R1())
    whose = x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sở Thông tin và Truyền thông"),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ])
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "CA dùng thử")])
    made = (
        x509
        .CertificateBuilder()
        .subject_name(whose)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2036, 1, 1, tzinfo=UTC))
    )
    for extension in _extensions():
        made = made.add_extension(extension, critical=isinstance(extension, x509.KeyUsage))
    return made.sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256()), key


def _extensions() -> Sequence[x509.ExtensionType]:
    fetched = x509.UniformResourceIdentifier("http://ca.example.invalid/them")
    return (
        x509.KeyUsage(
            digital_signature=True,
            content_commitment=True,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=False,
            crl_sign=False,
            encipher_only=False,
            decipher_only=False,
        ),
        x509.AuthorityInformationAccess([
            x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, fetched),
            x509.AccessDescription(AuthorityInformationAccessOID.OCSP, fetched),
        ]),
        x509.CRLDistributionPoints([
            x509.DistributionPoint(full_name=[fetched], relative_name=None, reasons=None, crl_issuer=None)
        ]),
    )
