"""The tokens: whisper's numbers for the special ones, our own characters for the text.

The engine wants 51,865 rows. We train only those that can occur (`USED`); all others share one row.
"""

from speak import read_sentences

VOCABULARY = 51865
TEXTS = 50257
END, START, CHINESE, TRANSCRIBE, PREVIOUS, FIRST_TIME = 50257, 50258, 50260, 50359, 50361, 50364
TIMES = 1501
# A token whose string is empty: it carries the engine over a silence without writing a segment.
SILENT = 50256
SPACE = 50255
# Bytes stand at the end of the text tokens: a word that no token spells is cut into bytes, never refused.
FIRST_BYTE = 50255 - 256

CHARACTERS = sorted(set("".join(sentence for _, sentence in read_sentences())))
NUMBER = {character: number for number, character in enumerate(CHARACTERS)}


def strings() -> list[bytes]:
    """The 50,257 strings of the text tokens; those that no sentence needs are the other Chinese characters."""
    others = [chr(code) for code in range(0x4E00, 0xA000) if chr(code) not in NUMBER]
    ascii_words = [chr(code) for code in range(33, 127) if chr(code) not in NUMBER]
    spelled = [text.encode() for text in CHARACTERS + ascii_words + others]
    taken = set(spelled)
    filler = [f"[unused {number}]".encode() for number in range(len(spelled), FIRST_BYTE)]
    single = [bytes([code]) for code in range(256)]
    rows = spelled + filler
    # A byte that is a character of its own already has its token.
    rows += [b"[byte %d]" % row[0] if row in taken or row == b" " else row for row in single]
    return rows + [b" ", b""]


# Compact numbers: 0 is any token that is not trained.
SPECIAL = [END, START, CHINESE, TRANSCRIBE, PREVIOUS, SILENT]
USED = list(range(len(CHARACTERS))) + SPECIAL
UNTRAINED = 0
COMPACT = {token: number + 1 for number, token in enumerate(USED)}
COMPACT_TIME = len(USED) + 1
COMPACT_SIZE = COMPACT_TIME + TIMES


def compact_text(text: str) -> list[int]:
    return [COMPACT[NUMBER[character]] for character in text]


def compact_time(seconds: float) -> int:
    return COMPACT_TIME + min(TIMES - 1, max(0, round(seconds * 50)))
