"""From a checkpoint to a network that genga runs."""

import hashlib
import pathlib
from dataclasses import dataclass

from genga_training import checkpoints, export, families, loading, manifest, memory, parity, pictures, report
from genga_training.network import Network
from genga_training.parity import Difference
from genga_training.refusal import Refused


@dataclass(frozen=True)
class Order:
    """`described` is the model's description; without an architecture in it, the checkpoint's tensors tell."""

    checkpoint: pathlib.Path
    described: dict
    blend: pathlib.Path | None = None
    strength: float = 0.5
    film: pathlib.Path | None = None


@dataclass(frozen=True)
class Imported:
    """A network in ONNX, by the roles of its graphs, with what was found about it."""

    network: Network
    onnx: dict[str, bytes]
    family: families.Family
    variant: dict
    described: dict
    #: What a manifest says of the checkpoint.
    weights: dict
    differences: list[Difference]

    @property
    def passed(self) -> bool:
        return parity.passed(self.differences)

    def write(self, folder: pathlib.Path) -> dict:
        """NAME.onnx (NAME.ROLE.onnx of each graph, where it is several), NAME.yaml, NAME.parity.json and NAME.parity.md.

        Returns the manifest.
        """
        name = self.described["name"]
        folder.mkdir(parents=True, exist_ok=True)
        for role, content in self.onnx.items():
            (folder / self.file_name(role)).write_bytes(content)
        needs = [memory.per_megapixel(graph, folder / self.file_name(role)) for role, graph in self.network.graphs.items()]
        # A program that runs several keeps what each of them took.
        fields = manifest.manifest(self, sum(needs))
        (folder / f"{name}.yaml").write_text(manifest.to_yaml(fields), encoding="utf-8")
        (folder / f"{name}.parity.json").write_text(report.as_json(fields, self.differences), encoding="utf-8")
        (folder / f"{name}.parity.md").write_text(report.as_markdown(fields, self.differences), encoding="utf-8")
        return fields

    def file_name(self, role: str) -> str:
        name = self.described["name"]
        return f"{name}.{role}.onnx" if role else f"{name}.onnx"

    def file(self, role: str) -> dict:
        """What a manifest says of an ONNX file."""
        content = self.onnx[role]
        return {"file": self.file_name(role), "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def run(order: Order) -> Imported:
    """Raises Refused where the checkpoint is not what it must be."""
    weights = {**order.described.get("weights", {}), "sha256": _sha256(order)}
    origin = str(order.checkpoint)
    tensors = checkpoints.read(order.checkpoint)
    architecture = dict(order.described.get("architecture", {}))
    name = architecture.pop("family", None)
    family = families.named(name) if name else families.recognised(tensors, origin)
    if order.blend is not None:
        second = family.tensors(checkpoints.read(order.blend))
        tensors = loading.blend(family.tensors(tensors), second, order.strength, str(order.blend))
        weights["blend"] = {"sha256": checkpoints.sha256(order.blend), "strength": order.strength}
    variant = loading.variant(tensors, family, architecture or None, origin)
    network = loading.load(tensors, family, variant, origin)
    onnx = {role: export.export(graph) for role, graph in network.graphs.items()}
    shown = pictures.Film(order.film, parity.FRAMES).cut if order.film else pictures.drawn
    differences = parity.compare(network, onnx, shown)
    return Imported(network, onnx, family, variant, order.described, weights, differences)


def _sha256(order: Order) -> str:
    """Of the checkpoint: the published one, where that is known."""
    if not order.checkpoint.is_file():
        raise Refused(f"there is no checkpoint at {order.checkpoint}: check the path")
    found = checkpoints.sha256(order.checkpoint)
    expected = order.described.get("weights", {}).get("sha256")
    if expected not in (None, found):
        raise Refused(
            f"{order.checkpoint} has the sha256 {found}, but {order.described['name']} was published with {expected}:"
            " fetch it again"
        )
    return found
