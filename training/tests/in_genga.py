"""Compares films that genga makes with imported networks with what ONNX Runtime makes of the same frames.

Usage: in_genga.py GENGA FOLDER

Checkpoints have random weights and official names. Films are lossless RGB, so nothing is converted and every sample counts: at most
1/255 apart, where a result lies between two steps.
"""

import pathlib
import subprocess
import sys

import av
import numpy
import onnxruntime
import torch
import yaml

from genga_training import __main__, pictures
from genga_training.networks.grl import Grl
from genga_training.networks.rrdb import Rrdb
from genga_training.networks.srvgg import Srvgg

MOST_DIFFERENCE = 1
FRAMES = 6
#: Width and height, multiples of no network's needs.
SIZE = (75, 53)

NETWORKS = {
    "random-rrdb-x4": ("params_ema", lambda: Rrdb(2)),
    "random-rrdb-x2": ("model_state_dict", lambda: Rrdb(2, 2)),
    "random-srvgg-x4": ("params", lambda: Srvgg(16, 4)),
    "random-grl-x4": ("model_state_dict", Grl),
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
    with av.open(str(film)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def by_onnx_runtime(session, manifest, frame):
    """One frame, mirrored at its right and lower edge to the size that the network accepts."""
    height, width, _ = frame.shape
    missing = [(0, -side % manifest["paddingMultiple"]) for side in (height, width)]
    padded = numpy.pad(frame, [*missing, (0, 0)], mode="reflect").transpose(2, 0, 1)[None].astype(numpy.float32) / 255
    larger = session.run(None, {manifest["input"]["name"]: padded})[0][0].transpose(1, 2, 0)
    scale = manifest["scale"]
    return numpy.rint(numpy.clip(larger[: height * scale, : width * scale], 0, 1) * 255).astype(numpy.int16)


def compare(name, genga, folder, film):
    container, build = NETWORKS[name]
    checkpoint = folder / f"{name}.pth"
    torch.save({container: build().state_dict()}, checkpoint)
    if __main__.main([str(checkpoint), "--name", name, "--licence", "MIT", "--out", str(folder)]) != 0:
        raise SystemExit(f"{name} cannot be imported")
    data = ["--data-dir", str(folder / "data")]
    larger = folder / f"{name}.mkv"
    subprocess.run([genga, "models", "import", str(folder / f"{name}.onnx"), *data], check=True)
    subprocess.run(
        [genga, "upscale", str(film), str(larger), "--model", name, "--encoder", "ffv1", "--reuse", "off", *data], check=True
    )
    manifest = yaml.safe_load((folder / f"{name}.yaml").read_text())
    session = onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), providers=["CPUExecutionProvider"])
    expected = [by_onnx_runtime(session, manifest, frame) for frame in read(film)]
    found = read(larger)
    if len(found) != len(expected) or found[0].shape != expected[0].shape:
        raise SystemExit(f"{name}: {len(found)} frames {found[0].shape} instead of {len(expected)} {expected[0].shape}")
    differences = [numpy.abs(one - other) for one, other in zip(expected, found)]
    worst = max(int(difference.max()) for difference in differences)
    share = numpy.mean([(difference > 0).mean() for difference in differences])
    spread = float(numpy.std(expected[0]))
    print(f"{name}: {len(found)} frames, at most {worst}/255 apart, {share:.1e} of the samples differ (they spread by {spread:.0f})")
    if worst > MOST_DIFFERENCE:
        raise SystemExit(f"{name}: {worst}/255 is more than {MOST_DIFFERENCE}/255")


def main(genga, folder):
    torch.manual_seed(3)
    folder = pathlib.Path(folder)
    film = folder / "film.mkv"
    write(film, pictures.drawn(SIZE[1], SIZE[0], FRAMES))
    for name in NETWORKS:
        compare(name, genga, folder, film)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
