"""The architectures that can be imported. Each registers itself in its file in `networks`."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch

from genga_training.network import Network
from genga_training.refusal import Refused

Tensors = Mapping[str, torch.Tensor]

_families: dict[str, "Family"] = {}


@dataclass(frozen=True)
class Family:
    """An architecture with its variants.

    `signature` is a tensor that only this architecture has, under its own name. `build` makes the variant that its keyword
    arguments name, `variant_of` reads these arguments off a checkpoint's tensors. `rename` maps the names of official checkpoints
    to those of `build`'s tensors, `recomputed` matches those that follow from the architecture and are not loaded.
    """

    name: str
    signature: str
    build: Callable[..., Network]
    variant_of: Callable[[Tensors], dict]
    rename: Callable[[str], str] = str
    recomputed: str = r"(?!)"

    def tensors(self, checkpoint: Tensors) -> dict[str, torch.Tensor]:
        """Those of a checkpoint that are loaded, under the network's own names."""
        own = {self.rename(name): tensor for name, tensor in checkpoint.items()}
        return {name: tensor for name, tensor in own.items() if not re.fullmatch(self.recomputed, name)}

    def recognises(self, checkpoint: Tensors) -> bool:
        return self.signature in self.tensors(checkpoint)


def register(family: Family) -> Family:
    _families[family.name] = family
    return family


def all_families() -> dict[str, Family]:
    """By name."""
    from genga_training import networks

    for module in pkgutil.iter_modules(networks.__path__):
        importlib.import_module(f"{networks.__name__}.{module.name}")
    return dict(_families)


def named(name: str) -> Family:
    families = all_families()
    if name not in families:
        raise Refused(f"there is no family '{name}': choose one of {', '.join(sorted(families))}")
    return families[name]


def recognised(checkpoint: Tensors, origin: str) -> Family:
    """The family that a checkpoint's tensors belong to."""
    for family in all_families().values():
        if family.recognises(checkpoint):
            return family
    raise Refused(f"{origin} is of no architecture that can be imported: give one of {', '.join(sorted(all_families()))}")
