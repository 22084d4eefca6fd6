"""Lets the engine write down a recording and compares: `python evaluate.py ENGINE MODEL.bin HEARING.wav HEARING.json`.

ENGINE is whisper.cpp's `main`; the JSON holds `lines`: start, end (seconds) and text of each sentence spoken.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

PUNCTUATION = set("，。？！、")


def plain(text: str) -> str:
    return "".join(character for character in text if character not in PUNCTUATION)


def distance(left: list, right: list, cost) -> np.ndarray:
    """Table of edit distances; `cost(a, b)` is what it costs to write b for a, a gap costs 1."""
    table = np.zeros((len(left) + 1, len(right) + 1))
    table[:, 0], table[0] = range(len(left) + 1), range(len(right) + 1)
    for row, a in enumerate(left):
        for column, b in enumerate(right):
            table[row + 1, column + 1] = min(
                table[row, column] + cost(a, b), table[row, column + 1] + 1, table[row + 1, column] + 1
            )
    return table


def edits(left: str, right: str) -> float:
    return distance(list(left), list(right), lambda a, b: float(a != b))[-1, -1]


def pairs(spoken: list[dict], heard: list[dict]) -> list[tuple[dict, dict]]:
    """Which segment is which sentence, in order, by how alike the texts are."""

    def cost(a: dict, b: dict) -> float:
        return 1.5 * edits(plain(a["text"]), plain(b["text"])) / max(1, len(plain(a["text"])))

    table = distance(spoken, heard, cost)
    row, column, found = len(spoken), len(heard), []
    while row and column:
        if table[row, column] == table[row - 1, column] + 1:
            row -= 1
        elif table[row, column] == table[row, column - 1] + 1:
            column -= 1
        else:
            row, column = row - 1, column - 1
            found.append((spoken[row], heard[column]))
    return found[::-1]


def transcribe(engine: str, model: str, sound: str, options: list[str]) -> list[dict]:
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "heard")
        command = [engine, "-m", model, "-l", "zh", "-t", "1", "-oj", "-of", target, *options, "-f", sound]
        subprocess.run(command, check=True, capture_output=True)
        segments = json.loads(Path(target + ".json").read_text(encoding="utf-8", errors="replace"))["transcription"]
    return [
        {"start": s["offsets"]["from"] / 1000, "end": s["offsets"]["to"] / 1000, "text": s["text"].strip()}
        for s in segments
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("engine", "model", "sound", "truth"):
        parser.add_argument(name)
    parser.add_argument("--show", action="store_true")
    arguments, options = parser.parse_known_args()
    spoken = json.loads(Path(arguments.truth).read_text(encoding="utf-8"))["lines"]
    heard = transcribe(arguments.engine, arguments.model, arguments.sound, options)
    if arguments.show:
        for segment in heard:
            print(f"{segment['start']:7.2f} {segment['end']:7.2f} {segment['text']}")
    truth, text = (plain("".join(line["text"] for line in lines)) for lines in (spoken, heard))
    matched = pairs(spoken, heard)
    off = [max(abs(a["start"] - b["start"]), abs(a["end"] - b["end"])) for a, b in matched]
    idle = [b for b in heard if not any(a["start"] - 0.5 < b["end"] and b["start"] < a["end"] + 0.5 for a in spoken)]
    print(f"characters wrong {edits(truth, text) / len(truth):.2%} of {len(truth)}")
    print(f"sentences {len(spoken)}, segments {len(heard)}, within 0.5 s {sum(value <= 0.5 for value in off)}", end=", ")
    print(f"furthest off {max(off, default=0):.2f} s, in silence {len(idle)}")
    print(f"first segment {heard[0]['text'] if heard else '-'}")


if __name__ == "__main__":
    main()
