"""Measures networks side by side; `benchmarks/networks` says how it is used.

    networks.py names PACKAGE                       the names that upscaling's packages.yaml lists of it
    networks.py random MODEL FILE                   a checkpoint of a model of training/models with random weights
    networks.py table FILM NCNN_REPORT FOLDER...    the table of the networks in the folders, as Markdown
"""

import datetime
import json
import pathlib
import re
import statistics
import subprocess
import sys
import time

import numpy
import onnxruntime
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "upscaling/src/main/resources/genga/published/packages.yaml"

REFERENCE = "genga-cel-x2"
RUNS = 3
#: Processor seconds that a network is run for, at least, in each of the runs: the quickest takes some milliseconds a frame.
LEAST_SECONDS = 0.3
#: Rows and columns of the picture that is timed, and of the one that is cut into four tiles.
TIMED, TILED = (48, 64), (96, 128)
MEGAPIXEL = 1_000_000
#: Variants of one architecture and cost share a row: its name, and those that it holds.
SHARED = (
    ("waifu2x-upconv7-…-x2", r"waifu2x-upconv7-.*-x2"),
    ("waifu2x-cunet-…-x2", r"waifu2x-cunet-.*x2"),
    ("waifu2x-cunet-…-x1", r"waifu2x-cunet-.*-x1"),
    ("realcugan-x2-…", r"realcugan-x2-.*"),
    ("realcugan-x3-…", r"realcugan-x3-.*"),
    ("realcugan-x4-…", r"realcugan-x4-.*"),
    ("realcugan-pro-x2-…", r"realcugan-pro-x2-.*"),
)
REAL_WEIGHTS = ("animesr-",)
#: What chunks make of networks that see several frames, by their temporal contract.
CHUNKS = {
    "neighbour-window": "yes",
    "forward-recurrence": "[by warm-up](warm-up.md)",
    "bidirectional-recurrence": "[by warm-up](warm-up.md)",
}


def published(package=None):
    """The names of the networks of a package, or of all."""
    listed = yaml.safe_load(PACKAGES.read_text())
    return [network["name"] for found in listed if package in (None, found["name"]) for network in found["networks"]]


def names(package):
    print(*published(package), sep="\n")


def random_checkpoint(model, file):
    import torch

    from genga_training import families, manifest

    torch.manual_seed(11)
    architecture = dict(manifest.description(model)["architecture"])
    network = families.named(architecture.pop("family")).build(**architecture)
    for name, parameter in network.named_parameters():
        parameter.data.mul_(gain(model, name))
    torch.save({"state_dict": network.state_dict()}, file)


def gain(model, parameter):
    """By how much weights are larger than those that training begins with, so that every layer shows.

    RealBasicVSR hands a state from frame to frame: at 0.9 it stays as large as after six frames, at 1 it grows from frame to frame.
    """
    if model != "realbasicvsr-x4":
        return 1.5
    if "resblocks" in parameter:
        return 0.9
    return 8 if parameter == "basicvsr.conv_last.weight" else 1


class Network:
    """An ONNX file with its manifest; of several graphs all run once a frame, but the flow, which runs twice."""

    def __init__(self, file: pathlib.Path):
        self.manifest = yaml.safe_load(file.read_text())
        self.name, self.scale = self.manifest["name"], self.manifest["scale"]
        self.contract = self.manifest["temporalContract"]
        self.graphs = [Graph(file.parent, described) for described in self.manifest.get("graphs", [self.manifest])]
        self.single = self.contract == "single-frame"

    def step(self, rows, columns):
        """Processor seconds of what one frame needs, on grey."""
        seconds = 0.0
        for graph in self.graphs:
            seconds += (2 if graph.role == "flow" else 1) * graph.seconds(rows, columns)
        return seconds

    def mean_step(self, rows, columns):
        """The mean of as many steps as take LEAST_SECONDS."""
        spent = [self.step(rows, columns)]
        while sum(spent) < LEAST_SECONDS:
            spent.append(self.step(rows, columns))
        return statistics.fmean(spent)

    def run(self, picture):
        (result,) = self.graphs[0].session.run(None, {self.graphs[0].ports[0]["name"]: numpy.ascontiguousarray(picture[None])})
        return result[0]


class Graph:
    def __init__(self, folder, described):
        self.role = described.get("role")
        self.file = folder / described["file"]
        self.ports = described.get("inputs") or [{**described["input"], "channels": 3, "scale": 1}]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(self.file), options, providers=["CPUExecutionProvider"])

    def shapes(self, rows, columns):
        return {port["name"]: [1, port["channels"], rows * port["scale"], columns * port["scale"]] for port in self.ports}

    def seconds(self, rows, columns):
        values = {name: numpy.full(shape, 0.5, numpy.float32) for name, shape in self.shapes(rows, columns).items()}
        start = time.process_time()
        self.session.run(None, values)
        return time.process_time() - start

    def memory(self):
        """Bytes per megapixel of the frame: what a larger frame takes more."""
        peaks = []
        for side in (64, 128):
            command = [sys.executable, "-m", "genga_training.memory", str(self.file), json.dumps(self.shapes(side, side))]
            peaks.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        return (peaks[1] - peaks[0]) * MEGAPIXEL / (128**2 - 64**2)


def picture(film, rows, columns):
    import av

    with av.open(film) as container:
        frame = next(frame for number, frame in enumerate(container.decode(video=0)) if number == 30).to_ndarray(format="rgb24")
    top, left = (frame.shape[0] - rows) // 2, (frame.shape[1] - columns) // 2
    return frame[top : top + rows, left : left + columns].transpose(2, 0, 1).astype(numpy.float32) / 255


def tiled(network, whole_picture):
    """Four tiles with the halo that the manifest asks for, each tile beginning where it may."""
    step = int(numpy.lcm(network.manifest["tileAlignment"], network.manifest["paddingMultiple"]))
    halo = -(-network.manifest["receptiveFieldRadius"] // step) * step
    rows, columns = whole_picture.shape[1] // 2, whole_picture.shape[2] // 2
    result = numpy.zeros((3, 2 * rows * network.scale, 2 * columns * network.scale), numpy.float32)
    for low in (False, True):
        for right in (False, True):
            top, left = (max(0, rows - halo) if low else 0), (max(0, columns - halo) if right else 0)
            tile = network.run(whole_picture[:, top : top + rows + halo, left : left + columns + halo])
            y, x = ((rows - top if low else 0) * network.scale, (columns - left if right else 0) * network.scale)
            height, width = rows * network.scale, columns * network.scale
            result[:, low * height : (low + 1) * height, right * width : (right + 1) * width] = tile[:, y : y + height, x : x + width]
    return result


def likeness(one, other):
    error = float(numpy.mean((one.astype(numpy.float64) - other) ** 2))
    # Sums in another order, not another result.
    return "yes" if error < 1e-14 else f"{-10 * numpy.log10(error):.0f} dB"


def by_ncnn(report):
    """What .ci/models_parity.py found before rounding, by name."""
    return {found[1]: float(found[2]) for found in re.finditer(r"^(\S+): .*before rounding ([0-9.e+-]+)\)", report, re.MULTILINE)}


def parity(networks, ncnn):
    if networks[0].name in published():
        found = [ncnn.get(network.name) for network in networks]
        return "not measured" if None in found else f"{max(found):.0e}, ncnn"
    if "precisions" in networks[0].manifest:
        return f"{networks[0].manifest['precisions']['fp32']['error']:.0e}, PyTorch"
    return "ours"


def reuse(network):
    if not network.single:
        return "none"
    return "of whole tiles, exact" if network.manifest.get("globalPooling") else "all"


def rows_of(networks):
    shared = {}
    for network in networks:
        row = next((row for row, pattern in SHARED if re.fullmatch(pattern, network.name)), network.name)
        shared.setdefault(row, []).append(network)
    return shared


def ratios_of(networks):
    """By name, the median of the ratios to the reference within each run; runs are interleaved."""
    for network in networks:
        network.step(32, 32)
    ratios = {network.name: [] for network in networks}
    for _ in range(RUNS):
        seconds = {network.name: network.mean_step(*TIMED) for network in networks}
        for name, spent in seconds.items():
            ratios[name].append(spent / seconds[REFERENCE])
    return {name: statistics.median(of_name) for name, of_name in ratios.items()}


def row(name, networks, ratio, whole_picture, ncnn):
    first = networks[0]
    # An import has measured it in the same way.
    memory = first.manifest.get("memoryPerMegapixel") or sum(graph.memory() for graph in first.graphs)
    tiles = likeness(tiled(first, whole_picture), first.run(whole_picture)) if first.single else "runs whole"
    chunks = "yes" if first.single else CHUNKS[first.contract]
    weights = ", random weights" if "precisions" in first.manifest and not first.name.startswith(REAL_WEIGHTS) else ""
    count = f" ({len(networks)})" if len(networks) > 1 else ""
    print(f"{name} done", file=sys.stderr, flush=True)
    return (
        f"| `{name}`{count}{weights} | ×{first.scale} | {parity(networks, ncnn)} | {1 / ratio:.3g} | {memory / 1e9:.1f} GB | {tiles} | {chunks} |"
        f" {reuse(first)} |"
    )


def table(film, report, *folders):
    files = [file for folder in folders for file in sorted(pathlib.Path(folder).glob("*.yaml"))]
    networks = [Network(file) for file in files if file.stem != "nearest-x2"]
    shared = rows_of(networks)
    ratios = ratios_of([of_row[0] for of_row in shared.values()])
    ncnn = by_ncnn(pathlib.Path(report).read_text())
    whole_picture = picture(film, *TILED)
    lines = [row(name, of_row, ratios[of_row[0].name], whole_picture, ncnn) for name, of_row in shared.items()]
    print(PAGE.format(today=datetime.date.today(), rows="\n".join(lines), onnxruntime=onnxruntime.__version__))


PAGE = """# All networks, side by side

```
benchmarks/networks
```

Measured on {today} on two cores that other work shared (x86-64, no GPU), with ONNX Runtime {onnxruntime} for Python, one thread. Where weights cannot be fetched by a
program they are random: that changes neither time nor memory, but parity and seams are those of random numbers.

| network | scale | parity | speed | memory | tiled = whole | chunked = whole | reuse |
| --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

- *parity*: the largest difference of a sample, of full intensity, from the program that the network comes from, before rounding; in a row of several the worst of all.
- *speed*: frames per second, in those of `genga-cel-x2`, by processor time on 64×48 pixels; median of three interleaved runs, each of as many frames as
  take 0.3 s. On a machine that others share, equal architectures come out up to a third apart.
- *memory*: what a megapixel of the frame takes more, so that a tile of 512×512 takes a quarter of it; of several graphs the sum.
- *tiled = whole*: four tiles of a frame of `genga demo`'s film, 128×96 pixels, with the halo that genga gives them, against the frame in one piece. Networks that take means over
  all that they are given differ the more the smaller the tiles are; genga gives them tiles as large as memory allows. The halo of GRL covers most of so small a picture.
- *chunked = whole*: whether a film in chunks is the film in one piece: without a memory each frame is computed alone. Networks that
  remember begin each chunk with frames of the one before, and end it with frames of the next where they go both ways.
- *reuse*: what of `--reuse` works: all modes, or only whole tiles of which no sample has changed.
"""


if __name__ == "__main__":
    commands = {"names": names, "random": random_checkpoint, "table": table}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        raise SystemExit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
