"""类案各部分的权重：成对逻辑回归，五折交叉验证。

用法：python like_cases.py 各部分.jsonl [--l2 0.1] [--qrels qrels.tsv]
给出 qrels 时，没有导入的案件也计入理想次序。输入由 bench/like-cases.ts --parts 写出：query, id, grade（0–3），各部分的相似度（0–1）。
"""
import argparse
import collections
import hashlib
import json
import math

import numpy as np

PARTS = ["words", "meaning", "cause", "provisions", "circumstances", "sum"]


def read(path):
    queries = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        queries[row["query"]].append(row)
    return queries


def ndcg(rows, scores, grades=None):
    gain = lambda grades: sum(g / math.log2(i + 2) for i, g in enumerate(grades[:10]))
    order = sorted(range(len(rows)), key=lambda i: (-scores[i], rows[i]["id"]))
    best = gain(sorted(grades or (row["grade"] for row in rows), reverse=True))
    return gain([rows[i]["grade"] for i in order]) / best if best else 0.0


def pairs(rows, x):
    """Differences of a better and a worse case, weighted by the difference of their grades; each query weighs the same."""
    grades = np.array([row["grade"] for row in rows])
    a, b = np.where(grades[:, None] > grades[None, :])
    weights = (grades[a] - grades[b]).astype(float)
    return x[a] - x[b], weights / max(weights.sum(), 1e-9)


def fit(data, scale, l2, steps=400):
    d = np.concatenate([one[0] for one in data]) / scale
    w = np.concatenate([one[1] for one in data]) / len(data)
    theta = np.zeros(d.shape[1])
    # Newton's method: the loss is convex and has few dimensions.
    for _ in range(steps):
        p = 1 / (1 + np.exp(d @ theta))
        gradient = -(d * (w * p)[:, None]).sum(0) + 2 * l2 * theta
        hessian = (d * (w * p * (1 - p))[:, None]).T @ d + 2 * l2 * np.eye(len(theta))
        step = np.linalg.solve(hessian, gradient)
        theta -= step
        if abs(step).max() < 1e-9:
            break
    return theta / scale


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("parts")
    parser.add_argument("--l2", type=float, default=0.1)
    parser.add_argument("--of", default=",".join(PARTS))
    parser.add_argument("--qrels")
    arguments = parser.parse_args()
    ideal = collections.defaultdict(list)
    if arguments.qrels:
        for line in open(arguments.qrels, encoding="utf-8"):
            query, _, grade = line.split()
            ideal[query].append(float(grade))
    names = arguments.of.split(",")
    queries = read(arguments.parts)
    x = {q: np.array([[row.get(name, 0.0) for name in names] for row in rows]) for q, rows in queries.items()}
    data = {q: pairs(rows, x[q]) for q, rows in queries.items()}
    # The spread inside a pool, so that one penalty fits all parts.
    scale = np.mean([x[q].std(0) for q in queries], axis=0) + 1e-9
    order = sorted(queries, key=lambda q: hashlib.sha256(q.encode()).hexdigest())
    folds = [order[start::5] for start in range(5)]
    held = {}
    for fold in folds:
        theta = fit([data[q] for q in order if q not in fold], scale, arguments.l2)
        for q in fold:
            held[q] = ndcg(queries[q], x[q] @ theta, ideal[q])
    rest = [q for q in order if hashlib.sha256(q.encode()).digest()[0] >= 102]
    theta = fit([data[q] for q in rest], scale, arguments.l2)
    split = [ndcg(queries[q], x[q] @ theta, ideal[q]) for q in order if q not in rest]
    theta = fit([data[q] for q in order], scale, arguments.l2)
    fitted = [ndcg(queries[q], x[q] @ theta, ideal[q]) for q in order]
    print(f"五折 {np.mean(list(held.values())):.4f}  按编号划分 {np.mean(split):.4f}（{len(split)} 个）  全部拟合 {np.mean(fitted):.4f}")
    print({name: round(float(v), 3) for name, v in zip(names, theta / theta.sum())})


main()
