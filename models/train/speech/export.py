"""Writes the checkpoint as the engine reads it: `python export.py CHECKPOINT.pt MODEL.bin` (ggml, whisper.cpp 1.5.0).

Matrices are q8_0 (blocks of 32 whole numbers with one half-precision scale), convolutions f16, everything else f32.
"""

import argparse
import struct
from pathlib import Path

import numpy as np
import torch

from features import FFT, MELS, mel_filters
from model import DECODER_LAYERS, ENCODER_LAYERS, FRAMES, HEADS, NEVER, TEXT, WIDTH, Hearing
from tokens import CHARACTERS, COMPACT_SIZE, COMPACT_TIME, FIRST_TIME, TIMES, USED, VOCABULARY, strings

MAGIC = 0x67676D6C
F32, F16, Q8_0 = 0, 1, 8
# The file's kind: mostly q8_0, in the second version of the quantised layouts.
MOSTLY_Q8_0 = 7 + 2 * 1000
BLOCK = 32


def quantised(matrix: np.ndarray) -> bytes:
    blocks = matrix.astype(np.float32).reshape(-1, BLOCK)
    scales = (np.abs(blocks).max(1, keepdims=True) / 127).astype(np.float16)
    whole = np.rint(np.divide(blocks, scales, out=np.zeros_like(blocks), where=scales > 0))
    row = np.dtype([("scale", "<f2"), ("whole", "i1", BLOCK)])
    packed = np.empty(len(blocks), row)
    packed["scale"], packed["whole"] = scales[:, 0], np.clip(whole, -127, 127)
    return packed.tobytes()


def token_rows(model: Hearing) -> np.ndarray:
    """[51865, WIDTH]: trained rows in their places, everywhere else the row that is never chosen."""
    table = model.table().numpy()
    rows = np.zeros((VOCABULARY, WIDTH), np.float32)
    rows[:, 0] = NEVER
    rows[USED] = table[1:COMPACT_TIME]
    rows[FIRST_TIME : FIRST_TIME + TIMES] = table[COMPACT_TIME:]
    return rows


def tensors(model: Hearing) -> dict[str, np.ndarray]:
    named = {
        "encoder.positional_embedding": model.positions[:FRAMES].numpy(),
        "decoder.positional_embedding": model.text_positions.numpy(),
        "decoder.token_embedding.weight": token_rows(model),
    }
    for name, value in model.state_dict().items():
        for own, engine in (("conv", "encoder.conv"), ("ln_post.", "encoder.ln_post."), ("ln.", "decoder.ln.")):
            if name.startswith(own):
                named[engine + name.removeprefix(own)] = value.numpy().copy()
        side, _, rest = name.partition(".")
        if side in ("encoder", "decoder"):
            named[f"{side}.blocks.{rest}"] = value.numpy()
    # The first coordinate of the last hidden state is always 1.
    named["decoder.ln.weight"][0], named["decoder.ln.bias"][0] = 0, 1
    for name in ("encoder.conv1.bias", "encoder.conv2.bias"):
        named[name] = named[name].reshape(WIDTH, 1)
    return named


def written(name: str, value: np.ndarray) -> bytes:
    is_matrix = value.ndim == 2 and "positional" not in name and "bias" not in name
    if value.ndim == 3:
        kind, body = F16, value.astype("<f2").tobytes()
    elif is_matrix:
        kind, body = Q8_0, quantised(value)
    else:
        kind, body = F32, value.astype("<f4").tobytes()
    label = name.encode()
    sizes = struct.pack(f"<{value.ndim}i", *reversed(value.shape))
    return struct.pack("<3i", value.ndim, len(label), kind) + sizes + label + body


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    parser.add_argument("model", type=Path)
    arguments = parser.parse_args()
    model = Hearing(COMPACT_SIZE, len(CHARACTERS))
    model.load_state_dict(torch.load(arguments.checkpoint)["model"])
    shape = [VOCABULARY, FRAMES, WIDTH, HEADS, ENCODER_LAYERS, TEXT, WIDTH, HEADS, DECODER_LAYERS, MELS, MOSTLY_Q8_0]
    texts = strings()
    parts = [struct.pack("<I11i", MAGIC, *shape), struct.pack("<2i", MELS, FFT // 2 + 1), mel_filters().tobytes()]
    parts.append(struct.pack("<i", len(texts)))
    parts += [struct.pack("<I", len(text)) + text for text in texts]
    with torch.no_grad():
        parts += [written(name, value) for name, value in tensors(model).items()]
    arguments.model.write_bytes(b"".join(parts))
    print(f"{arguments.model.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
