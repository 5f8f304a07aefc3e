"""Compares films that genga makes with imported networks with what ONNX Runtime makes of the same frames.

Usage: in_genga.py GENGA FOLDER [NETWORK...]

Checkpoints have random weights and official names. Films are RGB without loss. FFV1 has no RGB of 8 bits, so results have 9, with
511 for white.
"""

import pathlib
import subprocess
import sys

import av
import numpy
import onnxruntime
import torch
import yaml

from genga_training import __main__, bidirectional, pictures
from genga_training.networks.grl import Grl
from genga_training.networks.realbasicvsr import CHANNELS, RealBasicVsr
from genga_training.networks.rrdb import Rrdb
from genga_training.networks.srvgg import Srvgg

#: In steps of 9 bits. Both sides round to the nearest step, genga to one of 16 bits before. Networks may differ by 1e-4 of full
#: intensity, as in parity.py. So the numbers differ by less than 0.5 + 0.5 + 511 * (0.5 / 65535 + 1e-4) = 1.06, and are whole.
MOST_DIFFERENCE = 1
#: Standard deviation of the results' numbers: less would be a picture of nothing.
LEAST_SPREAD = 10
FRAMES = 6
#: Width and height, multiples of no network's needs. Genga judges no colours of films as narrow as this: random weights keep none, and it
#: would hold back what they make.
SIZE = (61, 53)

NETWORKS = {
    "random-rrdb-x4": ("params_ema", lambda: Rrdb(2)),
    "random-rrdb-x2": ("model_state_dict", lambda: Rrdb(2, 2)),
    "random-srvgg-x4": ("params", lambda: Srvgg(16, 4)),
    "random-grl-x4": ("model_state_dict", Grl),
    "random-realbasicvsr-x4": ("state_dict", lambda: RealBasicVsr(2, 2)),
}


def write(film, frames):
    with av.open(str(film), "w") as container:
        stream = container.add_stream("libx264rgb", rate=24, options={"qp": "0"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "rgb24"
        for frame in frames:
            picture = numpy.ascontiguousarray(numpy.rint(frame[0] * 255).astype(numpy.uint8).transpose(1, 2, 0))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode(None))


def read(film):
    """Frames [height, width, 3], red first, as whole numbers; and the largest of these."""
    with av.open(str(film)) as container:
        frames = list(container.decode(video=0))
    bits = frames[0].format.components[0].bits
    return [samples(frame, numpy.uint8 if bits == 8 else numpy.uint16) for frame in frames], 2**bits - 1


def samples(frame, number):
    planes = []
    for plane in (2, 0, 1):  # they lie as green, blue, red
        rows = numpy.frombuffer(frame.planes[plane], number).reshape(frame.height, -1)
        planes.append(rows[:, : frame.width].astype(numpy.int32))
    return numpy.stack(planes, -1)


def by_onnx_runtime(folder, manifest, frames, peak):
    """Whole numbers up to `peak`. Frames are mirrored at their right and lower edge to the size that the network accepts."""
    height, width, _ = frames[0].shape
    missing = [(0, -side % manifest["paddingMultiple"]) for side in (height, width)]
    padded = [
        numpy.pad(frame, [*missing, (0, 0)], mode="reflect").transpose(2, 0, 1)[None].astype(numpy.float32) / 255 for frame in frames
    ]
    scale = manifest["scale"]
    return [
        numpy.rint(numpy.clip(larger[0].transpose(1, 2, 0)[: height * scale, : width * scale], 0, 1) * peak).astype(numpy.int32)
        for larger in (both_ways if "graphs" in manifest else one_by_one)(folder, manifest, padded)
    ]


def one_by_one(folder, manifest, frames):
    run = graph(folder, manifest, [manifest["input"]])
    return [run([frame])[0] for frame in frames]


def both_ways(folder, manifest, frames):
    runs = {described["role"]: graph(folder, described, described["inputs"]) for described in manifest["graphs"]}
    graphs = {
        role: lambda values, run=run: [torch.from_numpy(result) for result in run([value.numpy() for value in values])]
        for role, run in runs.items()
    }
    return [larger.numpy() for larger in bidirectional.run(graphs, [torch.from_numpy(frame) for frame in frames], CHANNELS)]


def graph(folder, described, inputs):
    session = onnxruntime.InferenceSession(str(folder / described["file"]), providers=["CPUExecutionProvider"])
    return lambda values: session.run(None, {port["name"]: value for port, value in zip(inputs, values)})


def visible(network):
    """Larger weights, and results around grey, so that there is a picture to compare."""
    for parameter in network.parameters():
        parameter.data.mul_(1.5)
    if isinstance(network, RealBasicVsr):
        network.basicvsr.conv_last.weight.data.mul_(8)
    if isinstance(network, Rrdb):
        network.conv_last.weight.data.mul_(8)
        network.conv_last.bias.data.fill_(0.5)
    return network


def compare(name, genga, folder, film):
    container, build = NETWORKS[name]
    checkpoint = folder / f"{name}.pth"
    torch.save({container: visible(build()).state_dict()}, checkpoint)
    if __main__.main([str(checkpoint), "--name", name, "--licence", "MIT", "--out", str(folder)]) != 0:
        raise SystemExit(f"{name} cannot be imported")
    data = ["--data-dir", str(folder / "data")]
    larger = folder / f"{name}.mkv"
    manifest = yaml.safe_load((folder / f"{name}.yaml").read_text())
    file = folder / manifest.get("file", f"{name}.yaml")
    subprocess.run([genga, "models", "import", str(file), *data], check=True)
    subprocess.run(
        [genga, "upscale", str(film), str(larger), "--model", name, "--encoder", "ffv1", "--reuse", "off", *data], check=True
    )
    found, peak = read(larger)
    expected = by_onnx_runtime(folder, manifest, read(film)[0], peak)
    if len(found) != len(expected) or found[0].shape != expected[0].shape:
        raise SystemExit(f"{name}: {len(found)} frames {found[0].shape} instead of {len(expected)} {expected[0].shape}")
    differences = [numpy.abs(one - other) for one, other in zip(expected, found)]
    worst = numpy.max(differences, axis=(0, 1, 2))
    spread = float(numpy.std(expected[0]))
    share = float(numpy.mean(numpy.stack(differences) > 0))
    print(
        f"{name}: {len(found)} frames, at most {worst} of {peak} apart in red, green and blue, which spread by {spread:.0f};"
        f" {share:.2%} of the samples are not the same"
    )
    if (worst > MOST_DIFFERENCE).any() or spread < LEAST_SPREAD:
        raise SystemExit(f"{name}: more than {MOST_DIFFERENCE} of {peak} apart, or hardly a picture")


def main(genga, folder, *names):
    torch.manual_seed(3)
    folder = pathlib.Path(folder)
    film = folder / "film.mkv"
    write(film, pictures.drawn(SIZE[1], SIZE[0], FRAMES))
    for name in names or NETWORKS:
        compare(name, genga, folder, film)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
