"""Speaks every sentence many times with espeak-ng: `python speak.py TAKES.npz` (README.md says how long it takes).

A take is one sentence by one voice at one speed and pitch, 16 kHz, 16 bits, silence at both ends cut off.
"""

import argparse
import io
import subprocess
import wave
from pathlib import Path

import numpy as np

RATE = 16000
SENTENCES = Path(__file__).parent / "sentences.txt"
# The plain `cmn` voice of espeak-ng reads its own pinyin as English; this one reads it as pinyin.
LANGUAGE = "cmn-latn-pinyin"
VOICES = ["", "+m1", "+m2", "+m3", "+m4", "+m5", "+m6", "+m7", "+f1", "+f2", "+f3", "+f4", "+f5"]


def read_sentences() -> list[tuple[str, str]]:
    """(role, sentence), as they stand in the file."""
    rows = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line]
    return [(row[0], row[1]) for row in rows]


def resample(samples: np.ndarray, rate: int) -> np.ndarray:
    """To 16 kHz by cutting the spectrum."""
    size = round(len(samples) * RATE / rate)
    spectrum = np.fft.rfft(samples)[: size // 2 + 1]
    return np.fft.irfft(spectrum, size) * (size / len(samples))


def trim(samples: np.ndarray) -> np.ndarray:
    """Without what lies below a hundredth of the loudest sample at both ends."""
    loud = np.flatnonzero(np.abs(samples) > 0.01 * np.abs(samples).max())
    return samples[loud[0] : loud[-1] + 1]


def speak(text: str, voice: str, speed: int, pitch: int) -> np.ndarray:
    """One take, floats whose loudest is 0.9."""
    command = ["espeak-ng", "-v", LANGUAGE + voice, "-s", str(speed), "-p", str(pitch), "--stdout", text]
    sound = subprocess.run(command, check=True, capture_output=True).stdout
    with wave.open(io.BytesIO(sound)) as reader:
        rate = reader.getframerate()
        frames = reader.readframes(1 << 30)
    samples = resample(np.frombuffer(frames, dtype="<i2").astype(np.float64), rate)
    samples = trim(samples)
    return samples * (0.9 / np.abs(samples).max())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("takes", type=Path)
    parser.add_argument("--each", type=int, default=14, help="takes of each sentence")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    random = np.random.default_rng(arguments.seed)
    sounds, owners = [], []
    for number, (_, sentence) in enumerate(read_sentences()):
        voices = random.permutation(len(VOICES))
        for take in range(arguments.each):
            voice = VOICES[voices[take % len(VOICES)]]
            sound = speak(sentence, voice, int(random.integers(125, 196)), int(random.integers(25, 76)))
            sounds.append((sound * 32767).astype(np.int16))
            owners.append(number)
    lengths = np.array([len(sound) for sound in sounds])
    np.savez(arguments.takes, samples=np.concatenate(sounds), lengths=lengths, sentences=np.array(owners))
    print(f"{len(sounds)} takes, {lengths.sum() / RATE:.0f} s")


if __name__ == "__main__":
    main()
