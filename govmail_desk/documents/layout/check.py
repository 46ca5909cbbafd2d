"""The check before signing: one paper, as it now is in the clerk's hands, against the decree and the register.

Here the checks are put together. Not here: reading (`layout.reading`), telling the parts apart (`layout.components`), each
check (`layout.*_check`), the decree's figures (`resources/layout`).
"""

from __future__ import annotations

from govmail_desk.documents.layout.components import take_apart
from govmail_desk.documents.layout.content_check import content_deviations
from govmail_desk.documents.layout.dates_check import date_deviations
from govmail_desk.documents.layout.letters_check import letter_deviations
from govmail_desk.documents.layout.looks_check import look_deviations
from govmail_desk.documents.layout.reading import read_paper
from govmail_desk.documents.layout.rules_check import rule_deviations
from govmail_desk.documents.layout.sheet_check import sheet_deviations
from govmail_desk.documents.layout.signing_check import signing_deviations
from govmail_desk.documents.layout.spacing_check import spacing_deviations
from govmail_desk.documents.layout.words_check import word_deviations
from govmail_desk.domain.layout import ExpectedContent, Finding, Layout


def deviations(
    docx: bytes, *, layout: Layout, content: ExpectedContent, name: str = "van-ban.docx"
) -> tuple[Finding, ...]:
    """List everything in a paper that is not as the decree and the register have it, in the order of the page.

    What concerns the whole page comes first. `name` is the file's, for the sentence. Raises `RuleBroken` for a file that is
    damaged, hostile or no .docx.
    """
    found = take_apart(read_paper(docx, name=name), content)
    findings = (
        *sheet_deviations(found, layout),
        *word_deviations(found, layout, content),
        *date_deviations(found, layout),
        *look_deviations(found, layout),
        *rule_deviations(found, layout),
        *spacing_deviations(found, layout),
        *signing_deviations(found, layout, content),
        *content_deviations(found, layout, content),
        *letter_deviations(found, layout),
    )
    return tuple(sorted(findings, key=lambda finding: finding.paragraph or 0))
