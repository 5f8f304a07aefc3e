"""What an import has found, for people and for programs."""

import json
import math

from genga_training import parity
from genga_training.parity import Difference


def as_json(manifest: dict, differences: list[Difference]) -> str:
    return json.dumps(
        {
            "model": manifest["name"],
            "sha256": _sums(manifest),
            "checkpointSha256": manifest["weights"]["sha256"],
            "passed": parity.passed(differences),
            "differences": [{**vars(difference), "error": _number(difference), "passed": difference.passed} for difference in differences],
        },
        indent=2,
        allow_nan=False,
    )


def _number(difference: Difference) -> float | None:
    """JSON has no NaN, which is what comes of an overflow."""
    return difference.error if math.isfinite(difference.error) else None


def _sums(manifest: dict) -> dict[str, str]:
    """Of each ONNX file, by its name."""
    return {graph["file"]: graph["sha256"] for graph in manifest.get("graphs", [manifest])}


def as_markdown(manifest: dict, differences: list[Difference]) -> str:
    rows = "\n".join(
        f"| {found.part} | {found.precision} | {found.width}x{found.height} | {found.frames} | {found.error:.1e} | {found.most:.1e} |"
        f" {'yes' if found.passed else 'NO'} |"
        for found in differences
    )
    files = ", ".join(f"{name} sha256 {sum_}" for name, sum_ in _sums(manifest).items())
    return f"""# {manifest["name"]}: PyTorch against ONNX Runtime

The largest difference of any number, as a part of full intensity; fp32 compares the ONNX file with PyTorch, fp16 the pictures of PyTorch
in half precision with its own in single precision. Of a network of several graphs the whole is PyTorch over a film, against all its graphs
together; each graph is compared on what PyTorch makes of those before it, too.

| part | precision | size | frames | difference | allowed | passed |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

Checkpoint: sha256 {manifest["weights"]["sha256"]}. ONNX: {files}.
"""
