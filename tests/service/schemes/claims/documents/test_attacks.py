"""Resource exhaustion by DOCX, PDF and ODS documents: refusal with work independent of their size."""

from collections.abc import Callable

import pytest

from service.schemes.claims.documents.document import ReadingError
from service.schemes.claims.documents.document_reader import read_bytes
from tests.support import attack_files as attacks
from tests.support.work import calls_made


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("make", "few", "many", "words"),
    [
        (
            attacks.docx,
            4_100_000,
            8_200_000,
            r"The part 'word/document.xml' of the document has more than the maximum of 4,000,000 tags",
        ),
        (attacks.pdf, 150_000, 300_000, r"The pages up to page \d+ unpack to more than 40,000,000 bytes"),
        (attacks.ods, 100, 10_000, r"archive"),
    ],
)
def test_an_oversized_document_is_refused_with_bounded_work(
    make: Callable[[int], bytes], few: int, many: int, words: str
) -> None:
    def refused(content: bytes) -> int:
        def read() -> None:
            with pytest.raises(ReadingError, match=words):
                read_bytes(content)

        return calls_made(read)

    small, large = make(few), make(many)
    refused(small)
    assert refused(large) < 1.2 * refused(small)
