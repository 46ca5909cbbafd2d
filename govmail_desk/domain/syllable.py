"""What can be a Vietnamese syllable: onset, rime and tone.

It tells a rightly converted word from a damaged one, and an abbreviation (TT, UBND) from a word written in capitals.
Names of the ethnic minorities (Kbuôr, H'Hen) and foreign words are rightly refused here: a refusal is only a doubt.
"""

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

_TONES: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSETS: Final = "ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|qu|[bcdđghklmnprstvx]"
_RIMES: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ
    up ut uy uya uych uyên uyêt uynh uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yên yêm yêng yêt yêu yn ynh yp yt
"""
_SYLLABLE: Final = re.compile(f"(?:{_ONSETS})?(?:{'|'.join(_RIMES.split())})")
_STOPPED: Final = re.compile(".*(?:c|ch|p|t)")
_TONES_OF_A_STOPPED_RIME: Final = frozenset({"\u0301", "\u0323"})


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Say whether the word is written as a Vietnamese syllable with its right diacritics, in any case."""
    decomposed = normalize("NFD", word.lower())
    tones = _TONES.findall(decomposed)
    letters = normalize("NFC", _TONES.sub("", decomposed))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(letters):
        return False
    return not _STOPPED.fullmatch(letters) or (bool(tones) and tones[0] in _TONES_OF_A_STOPPED_RIME)
