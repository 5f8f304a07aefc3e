"""What an import has found, for people and for programs."""

import json

from genga_training import parity
from genga_training.parity import Difference


def as_json(manifest: dict, differences: list[Difference]) -> str:
    return json.dumps(
        {
            "model": manifest["name"],
            "sha256": manifest["sha256"],
            "checkpointSha256": manifest["weights"]["sha256"],
            "passed": parity.passed(differences),
            "differences": [{**vars(difference), "passed": difference.passed} for difference in differences],
        },
        indent=2,
    )


def as_markdown(manifest: dict, differences: list[Difference]) -> str:
    rows = "\n".join(
        f"| {found.precision} | {found.width}x{found.height} | {found.frames} | {found.error:.1e} | {found.most:.1e} |"
        f" {'yes' if found.passed else 'NO'} |"
        for found in differences
    )
    return f"""# {manifest["name"]}: PyTorch against ONNX Runtime

The largest difference of any number, as a part of full intensity; fp32 compares the ONNX file with PyTorch, fp16 the pictures of PyTorch
in half precision with its own in single precision.

| precision | size | frames | difference | allowed | passed |
| --- | --- | --- | --- | --- | --- |
{rows}

Checkpoint: sha256 {manifest["weights"]["sha256"]}. ONNX file: sha256 {manifest["sha256"]}.
"""
