"""Reads checkpoints without running anything that is in them."""

import hashlib
import pathlib
import pickle

import safetensors
import safetensors.torch
import torch

from genga_training.families import Tensors
from genga_training.refusal import Refused

#: Where checkpoints keep a network's tensors; the first that is there counts. Averaged weights come before raw ones.
CONTAINERS = ("params_ema", "params", "model_state_dict", "state_dict")
#: What wrappers put in front of names: torch.compile, and distributed training.
PREFIXES = ("_orig_mod.", "module.")
#: What a checkpoint of a whole training run (mmcv's) puts in front of the names of the network that makes pictures; the first that is
#: there counts, and the rest (discriminator, losses) is left.
GENERATORS = ("generator_ema.", "generator.")
ENDINGS = (".pth", ".pt", ".ckpt", ".safetensors")


def sha256(file: pathlib.Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def read(file: pathlib.Path) -> Tensors:
    """The tensors of a checkpoint by name, in float32, the prefixes of wrappers stripped.

    Raises Refused where the file is missing, damaged, holds anything but tensors, or could run code.
    """
    if not file.is_file():
        raise Refused(f"there is no checkpoint at {file}: check the path")
    if file.suffix not in ENDINGS:
        raise Refused(f"{file} ends in none of {', '.join(ENDINGS)}: give a checkpoint of PyTorch")
    content = _safetensors(file) if file.suffix == ".safetensors" else _pickled(file)
    return {_bare(name): _numbers(name, tensor, file) for name, tensor in _generator(_contained(content, file)).items()}


def _safetensors(file):
    try:
        return safetensors.torch.load_file(file)
    except (safetensors.SafetensorError, OSError) as error:
        raise _damaged(file) from error


def _pickled(file):
    try:
        return torch.load(file, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        if "weights_only" in str(error).lower() or "unsupported" in str(error).lower():
            raise Refused(
                f"{file} holds more than tensors, and reading it could run code: save only the network's state_dict"
            ) from error
        raise _damaged(file) from error
    # What PyTorch raises on a damaged file depends on where the damage is.
    except (RuntimeError, EOFError, OSError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise _damaged(file) from error


def _damaged(file):
    return Refused(f"{file} is damaged or cut off, or no checkpoint of PyTorch: fetch it again")


def _contained(content, file):
    if isinstance(content, dict):
        for container in CONTAINERS:
            if isinstance(content.get(container), dict):
                content = content[container]
                break
    if not isinstance(content, dict) or not content:
        raise Refused(f"{file} holds no tensors by name: give a checkpoint with a state_dict")
    return content


def _generator(content):
    for prefix in GENERATORS:
        found = {name.removeprefix(prefix): tensor for name, tensor in content.items() if str(name).startswith(prefix)}
        if found:
            return found
    return content


def _numbers(name, tensor, file):
    if not isinstance(name, str) or not isinstance(tensor, torch.Tensor):
        raise Refused(f"{file} holds '{name}', which is no tensor: give a checkpoint with a state_dict")
    if not tensor.dtype.is_floating_point:
        return tensor
    if not torch.isfinite(tensor).all():
        raise Refused(f"{file} holds numbers in '{name}' that are not finite: fetch it again")
    return tensor.to(torch.float32).contiguous()


def _bare(name):
    stripped = True
    while stripped:
        stripped = False
        for prefix in PREFIXES:
            if isinstance(name, str) and name.startswith(prefix):
                name, stripped = name.removeprefix(prefix), True
    return name
