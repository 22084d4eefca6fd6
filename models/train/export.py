"""Writes the model folder that transformers.js loads: tokenizer, settings, and an ONNX graph with an int8 table."""

import base64
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from bags import encode
from model import embed
from vocabulary import PAD, UNKNOWN, finish


def quantise(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with one scale a row: codes [tokens, dimensions], scales [tokens, 1]."""
    scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-8) / 127
    return np.round(rows / scales).astype(np.int8), scales.astype(np.float32)


def graph(rows: np.ndarray) -> onnx.ModelProto:
    """`last_hidden_state` [batch, length, dimensions] = codes[input_ids] × scales[input_ids]; pooling stays outside."""
    codes, scales = quantise(rows)
    nodes = [
        helper.make_node("Gather", ["codes", "input_ids"], ["picked"]),
        helper.make_node("Cast", ["picked"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["lengths"]),
        helper.make_node("Mul", ["numbers", "lengths"], ["last_hidden_state"]),
    ]
    made = helper.make_graph(
        nodes,
        "legal-static",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"]),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["batch", "length"]),
        ],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", rows.shape[1]])],
        [numpy_helper.from_array(codes, "codes"), numpy_helper.from_array(scales, "scales")],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], producer_name="")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


SENTENCES = ("第一次违反又马上改了还罚吗", "违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚。", "未经许可排放水污染物")


def write_reference(path: Path, rows: np.ndarray, tokenizer: Tokenizer) -> None:
    """Unit vectors of three sentences (float32, little-endian, base64), against which other programs check theirs."""
    codes, scales = quantise(rows)
    vectors = embed(codes * scales, encode(tokenizer, list(SENTENCES)))
    texts = {s: base64.b64encode(v.astype("<f4").tobytes()).decode() for s, v in zip(SENTENCES, vectors)}
    path.write_text(json.dumps(texts, ensure_ascii=False, indent=2) + "\n", "utf-8")


def write_model(folder: Path, rows: np.ndarray, tokenizer: Tokenizer) -> None:
    """Writes the four files that loading needs and the reference vectors. Padding is zero; the unknown piece is too
    short a vector to turn any text that has a known piece.
    """
    rows = rows.copy()
    rows[0] = 0
    rows[1] = 1e-4 / rows.shape[1] ** 0.5
    tokenizer = finish(tokenizer)
    folder.mkdir(parents=True, exist_ok=True)
    write_reference(folder / "reference-vectors.json", rows, tokenizer)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    (folder / "onnx/model_quantized.onnx").write_bytes(graph(rows).SerializeToString())
    (folder / "tokenizer.json").write_text(
        json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "pad_token": PAD,
        "unk_token": UNKNOWN,
        "model_max_length": 8192,
        "clean_up_tokenization_spaces": False,
    }
    shape = {
        "architectures": ["StaticEmbedding"],
        "model_type": "bert",
        "hidden_size": int(rows.shape[1]),
        "vocab_size": int(rows.shape[0]),
        "num_hidden_layers": 0,
        "num_attention_heads": 1,
        "pad_token_id": 0,
    }
    for name, value in (("tokenizer_config.json", settings), ("config.json", shape)):
        (folder / name).write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")
