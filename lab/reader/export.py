"""Writes a reader as ONNX with weights of 8 bits, and tells how far its scores are from those it was learned with.

usage: python export.py --weights READER.pt --to READER.onnx
"""

import argparse
import tempfile
from pathlib import Path

import numpy
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from model import Reader

INPUTS, OUTPUTS = ["ids", "types", "mask"], ["start", "end", "answers"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(options.weights))
    reader.eval()
    ids = torch.randint(5, 1000, (2, 64))
    inputs = (ids, torch.zeros_like(ids), torch.ones_like(ids))
    axes = {name: {0: "batch", 1: "length"} for name in [*INPUTS, "start", "end"]} | {"answers": {0: "batch"}}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            reader, inputs, full, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False
        )
        kinds = ["MatMul", "Gemm", "Gather"]
        quantize_dynamic(full, options.to, weight_type=QuantType.QInt8, op_types_to_quantize=kinds)
    session = onnxruntime.InferenceSession(options.to, providers=["CPUExecutionProvider"])
    given = dict(zip(INPUTS, (tensor.numpy() for tensor in inputs)))
    with torch.no_grad():
        learned = reader(*inputs)
    for name, ours, theirs in zip(OUTPUTS, session.run(None, given), learned):
        print(f"{name}: largest difference {numpy.abs(ours - theirs.numpy()).max():.3f}")
    print(f"{options.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
