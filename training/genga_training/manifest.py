"""What genga must know of a network: the YAML file beside its ONNX file, checked against the schema that genga's own are held to."""

import json
import math
import pathlib
import re

import jsonschema
import numpy
import yaml

from genga_training.network import Graph, Network, Port, Role, TemporalContract
from genga_training.parity import Difference
from genga_training.refusal import Refused

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = REPOSITORY / "upscaling/src/main/resources/genga/networks/manifest.schema.json"
MODELS = REPOSITORY / "training/models"

#: Fields of a model's description that a manifest takes over as they are.
DESCRIBED = ("licence", "commercialUse", "source", "trainedOn")


def description(name: str) -> dict:
    """What is known of a model before its checkpoint is at hand: models/NAME.yaml."""
    file = MODELS / f"{name}.yaml"
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", name) or not file.is_file():
        known = ", ".join(sorted(file.stem for file in MODELS.glob("*.yaml")))
        raise Refused(f"there is no model '{name}': choose one of {known}, or give --family and --name")
    fields = yaml.safe_load(file.read_text(encoding="utf-8"))
    # Sizes, sums and measured figures come with the import, so only what is there is checked.
    known = {key: rule for key, rule in schema().items() if key not in ("if", "then", "else")}
    _require({**known, "required": ["name", "architecture", "scale", "licence", "weights"]}, fields, file)
    return fields


def schema() -> dict:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def manifest(imported, memory: int) -> dict:
    """`imported` is an `importing.Imported`; `memory` the bytes that it needs per megapixel of the frame."""
    network, described = imported.network, imported.described
    fields = {"name": described["name"]}
    if "" in network.graphs:
        fields |= imported.file("")
    fields["architecture"] = {"family": imported.family.name, **imported.variant}
    fields["scale"] = network.scale
    fields |= _tensors(imported)
    fields |= {
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "receptiveFieldRadius": network.halo,
        "paddingMultiple": network.padding_multiple,
        "tileAlignment": network.tile_alignment,
    }
    if network.largest_tile is not None:
        fields["largestTile"] = network.largest_tile
    if network.global_pooling:
        fields["globalPooling"] = True
    fields |= {
        "temporalContract": network.temporal_contract.value,
        **({} if network.warm_up is None else {"warmUp": network.warm_up}),
        "precision": "fp32",
        "precisions": precisions(imported.differences),
        "memoryPerMegapixel": memory,
        "dynamic": {"batch": network.batch, "height": True, "width": True},
    }
    fields |= {field: described[field] for field in DESCRIBED if field in described}
    fields["weights"] = imported.weights
    _require(schema(), fields, pathlib.Path(f"{described['name']}.yaml"))
    return fields


def precisions(differences: list[Difference]) -> dict:
    """Those that the network computes anything in: random or badly scaled weights overflow in 16 bits."""
    errors = {precision: worst(differences, precision) for precision in ("fp32", "fp16")}
    return {precision: {"error": error} for precision, error in errors.items() if math.isfinite(error)}


def worst(differences: list[Difference], precision: str) -> float:
    """Two digits are enough. NaN where any is."""
    return float(f"{numpy.max([difference.error for difference in differences if difference.precision == precision]):.1e}")


def to_yaml(fields: dict) -> str:
    return yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=120)


def _tensors(imported) -> dict:
    network = imported.network
    if network.temporal_contract is TemporalContract.SINGLE_FRAME:
        return {"input": _picture(network.inputs[0], True), "output": _picture(network.outputs[0], False)}
    if "" in network.graphs:
        return _ports(network)
    return {"graphs": [{"role": role, **imported.file(role), **_ports(graph)} for role, graph in network.graphs.items()]}


def _ports(graph: Network | Graph) -> dict:
    return {
        "inputs": [_port(port, clamped=port.scale == 1 and not port.source) for port in graph.inputs],
        "outputs": [_port(port, clamped=False) for port in graph.outputs],
    }


def _picture(port: Port, clamped: bool) -> dict:
    described = {"name": port.name, "layout": "NCHW", "type": "float32", "colour": "RGB", "range": [0, 1]}
    return described if clamped else {**described, "clamped": False}


def _port(port: Port, clamped: bool) -> dict:
    if port.role in (Role.FRAME, Role.NEIGHBOUR, Role.PREVIOUS_OUTPUT):
        described = _picture(port, clamped)
    else:
        described = {"name": port.name, "layout": "NCHW", "type": "float32"}
    described |= {"role": port.role.value, "channels": port.channels, "scale": port.scale}
    if port.offset:
        described["offset"] = port.offset
    if port.feeds:
        described["feeds"] = port.feeds
    if port.source:
        described["source"] = port.source
    return described


def _require(schema_: dict, fields: dict, file: pathlib.Path):
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema_).iter_errors(fields))
    if error is not None:
        raise Refused(f"{file}: the field '{error.json_path.removeprefix('$.')}' is wrong: {error.message}")
