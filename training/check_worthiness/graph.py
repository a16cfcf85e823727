"""Writes the tuned model as an ONNX graph with int8 weights, for one sentence a run.

Weights: symmetric int8, one scale an output channel, 7 bits used: on processors without VNNI the 8-bit product of
signed and unsigned bytes saturates in 16 bits, and the score would depend on the computer.
Activations: quantised at run time, over the one sentence that is run, so no other sentence takes part.
Before each product the loudest activation channels are divided by a factor that the weights are multiplied with
(SmoothQuant, Xiao et al. 2023, arXiv:2211.10438): less is lost in the rounding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from check_worthiness.minilm import HEADS, LAYERS, NORM_EPSILON, WIDTH, WorthinessModel
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

INPUT, OUTPUT = "ids", "log_odds"
LARGEST_WEIGHT = 64
"""64 × 255 × 2 stays below 2¹⁵."""
SMOOTHING = 0.9
"""Share of the loudness that moves from activations into weights; chosen by nearness to float on held-out debates."""
OPSET, IR_VERSION = 20, 9

Floats = NDArray[np.float32]
Loudness = dict[str, Floats]
"""Largest absolute activation of each channel, by the name of the product it enters."""


@dataclass
class _Graph:
    """Collects nodes and constants; each operation returns the name of its result."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, value: object, kind: type[np.generic] = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, kind, order="C"), name))
        return name

    def apply(self, operator: str, *inputs: str, **settings: object) -> str:
        (name,) = self.apply_for_several(operator, *inputs, outputs=1, **settings)
        return name

    def apply_for_several(self, operator: str, *inputs: str, outputs: int, **settings: object) -> list[str]:
        names = [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, **settings))
        return names


class _Writer:
    def __init__(self, model: WorthinessModel, positions: int, loudness: Loudness | None) -> None:
        self.graph = _Graph()
        self.inputs: dict[str, str] = {}
        """The tensor that enters each product, to measure its loudness."""
        self._weights = {name: tensor.detach().numpy() for name, tensor in model.state_dict().items()}
        self._positions = positions
        self._loudness = loudness

    def write(self) -> None:
        hidden = self._embedded()
        for layer in range(LAYERS):
            hidden = self._attended(hidden, f"layers.{layer}.attention.")
            hidden = self._widened(hidden, f"layers.{layer}.")
        graph = self.graph
        mean = graph.apply("ReduceMean", hidden, graph.constant([0], np.int64), keepdims=1)
        head = graph.apply("MatMul", mean, graph.constant(self._weights["head.weight"].T))
        odds = graph.apply("Add", head, graph.constant(self._weights["head.bias"]))
        graph.nodes.append(helper.make_node("Reshape", [odds, graph.constant([1], np.int64)], [OUTPUT]))

    def _embedded(self) -> str:
        graph = self.graph
        table, scales = _rounded(self._weights["words.weight"], axis=1, largest=127)
        picked = graph.apply("Gather", graph.constant(table, np.int8), INPUT)
        as_float = graph.apply("Cast", picked, to=TensorProto.FLOAT)
        words = graph.apply("Mul", as_float, graph.apply("Gather", graph.constant(scales), INPUT))
        places = self._weights["positions.weight"][: self._positions] + self._weights["types.weight"][0]
        zero = graph.constant([0], np.int64)
        here = graph.apply("Slice", graph.constant(places), zero, graph.apply("Shape", INPUT), zero)
        return self._normed(graph.apply("Add", words, here), "norm")

    def _attended(self, hidden: str, name: str) -> str:
        graph, size = self.graph, WIDTH // HEADS
        parts = {"query": 1.0 / math.sqrt(size), "key": 1.0, "value": 1.0}
        weight = np.concatenate([self._weights[f"{name}{part}.weight"] * by for part, by in parts.items()])
        bias = np.concatenate([self._weights[f"{name}{part}.bias"] * by for part, by in parts.items()])
        joined = self._product(hidden, weight, bias, f"{name}in")
        split = graph.apply("Reshape", joined, graph.constant([0, 3, HEADS, size], np.int64))
        by_head = graph.apply("Transpose", split, perm=[1, 2, 0, 3])
        query, key, value = (
            graph.apply("Gather", by_head, graph.constant(part, np.int64), axis=0) for part in range(len(parts))
        )
        likeness = graph.apply("MatMul", query, graph.apply("Transpose", key, perm=[0, 2, 1]))
        mixed = graph.apply("MatMul", graph.apply("Softmax", likeness, axis=-1), value)
        back = graph.apply("Transpose", mixed, perm=[1, 0, 2])
        flat = graph.apply("Reshape", back, graph.constant([0, WIDTH], np.int64))
        added = self._layer_product(flat, f"{name}output")
        return self._normed(graph.apply("Add", hidden, added), f"{name}norm")

    def _widened(self, hidden: str, name: str) -> str:
        graph = self.graph
        inner = graph.apply("Gelu", self._layer_product(hidden, f"{name}inner"))
        return self._normed(graph.apply("Add", hidden, self._layer_product(inner, f"{name}outer")), f"{name}norm")

    def _normed(self, hidden: str, name: str) -> str:
        scale, bias = (self.graph.constant(self._weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.graph.apply("LayerNormalization", hidden, scale, bias, axis=-1, epsilon=NORM_EPSILON)

    def _layer_product(self, hidden: str, name: str) -> str:
        return self._product(hidden, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"], name)

    def _product(self, hidden: str, weight: Floats, bias: Floats, name: str) -> str:
        """`hidden` × `weight`ᵀ + `bias`; in float while loudness is being measured, else in int8."""
        graph = self.graph
        self.inputs[name] = hidden
        if self._loudness is None:
            return graph.apply("Add", graph.apply("MatMul", hidden, graph.constant(weight.T)), graph.constant(bias))
        factors = _smoothing(self._loudness[name], weight)
        table, scales = _rounded(weight.T * factors[:, None], axis=0, largest=LARGEST_WEIGHT)
        smooth = graph.apply("Mul", hidden, graph.constant(1.0 / factors))
        rounded, scale, zero = graph.apply_for_several("DynamicQuantizeLinear", smooth, outputs=3)
        whole = graph.apply("MatMulInteger", rounded, graph.constant(table, np.int8), zero)
        by = graph.apply("Mul", scale, graph.constant(scales[0]))
        product = graph.apply("Mul", graph.apply("Cast", whole, to=TensorProto.FLOAT), by)
        return graph.apply("Add", product, graph.constant(bias))


def float_graph(model: WorthinessModel, positions: int) -> tuple[bytes, list[str]]:
    """The model in float, which also gives out what enters each product; and the products' names in that order."""
    writer = _Writer(model, positions, None)
    writer.write()
    return _as_bytes(writer.graph, list(writer.inputs.values())), list(writer.inputs)


def int8_graph(model: WorthinessModel, positions: int, loudness: Loudness) -> bytes:
    """The model to ship. `positions`: the most tokens a sentence may have."""
    writer = _Writer(model, positions, loudness)
    writer.write()
    return _as_bytes(writer.graph, [])


def _as_bytes(graph: _Graph, more_outputs: Sequence[str]) -> bytes:
    ids = helper.make_tensor_value_info(INPUT, TensorProto.INT64, ["tokens"])
    outputs = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1])]
    outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["tokens", None]) for name in more_outputs]
    whole = helper.make_graph(graph.nodes, "check-worthiness", [ids], outputs, graph.constants)
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    onnx.checker.check_model(model)
    content: bytes = model.SerializeToString()
    return content


def _rounded(weight: Floats, *, axis: int, largest: int) -> tuple[NDArray[np.int8], Floats]:
    """Whole numbers in ±`largest` and the scales to multiply them with, one for each slice along `axis`."""
    scales = np.maximum(np.abs(weight).max(axis=axis, keepdims=True), 1e-12) / largest
    return np.round(weight / scales).astype(np.int8), scales.astype(np.float32)


def _smoothing(loudness: Floats, weight: Floats) -> Floats:
    by_weight = np.maximum(np.abs(weight).max(axis=0), 1e-5)
    factors = np.maximum(loudness, 1e-5) ** SMOOTHING / by_weight ** (1.0 - SMOOTHING)
    return (factors / np.exp(np.log(factors).mean())).astype(np.float32)
