#!/usr/bin/env python3
"""Draws the pictures of docs/networks: two details of the film of `genga demo`, by bicubic interpolation on the left and by a network on the right.

    before-after.py FILM OUT_FOLDER NETWORK.yaml...

The details are those of the demo's own picture. Networks with a memory see the frames before, first. Needs the environment of training/.
"""

import pathlib
import sys

import av
import numpy
import onnxruntime
import yaml
from PIL import Image

#: Number of the frame, left, top.
DETAILS = ((12, 128, 112), (86, 233, 146))
WIDTH, HEIGHT = 144, 90
#: Pixels around a detail that the network sees, and what its sides are a multiple of.
MARGIN, MULTIPLE = 32, 16
#: Frames that a network with a memory sees before.
WARM_UP = 12
PANEL = (360, 225)
GAP = 8


def frames(film, number):
    """Those that a network with a memory sees for frame `number`: the ones before, itself, the next one."""
    with av.open(film) as container:
        decoded = [frame.to_ndarray(format="rgb24") for _, frame in zip(range(number + 2), container.decode(video=0))]
    return decoded[max(0, number - WARM_UP) :]


def cut(frame, left, top):
    """The detail with its margin."""
    rows, columns = ((side + 2 * MARGIN) // MULTIPLE * MULTIPLE for side in (HEIGHT, WIDTH))
    return frame[top - MARGIN : top - MARGIN + rows, left - MARGIN : left - MARGIN + columns]


def detail(picture, scale):
    return Image.fromarray(picture[scale * MARGIN : scale * (MARGIN + HEIGHT), scale * MARGIN : scale * (MARGIN + WIDTH)])


def tensor(frame):
    return numpy.ascontiguousarray(frame.transpose(2, 0, 1)[None], dtype=numpy.float32) / 255


def enlarged(manifest, session, seen):
    """The last frame but one of `seen`, by the network, [height, width, 3]."""
    if "input" in manifest:
        (result,) = session.run(None, {manifest["input"]["name"]: tensor(seen[-2])})
    else:
        result = with_memory(manifest, session, [tensor(frame) for frame in seen])
    return numpy.rint(result[0].clip(0, 1) * 255).astype(numpy.uint8).transpose(1, 2, 0)


def with_memory(manifest, session, seen):
    outputs = {port["name"]: port for port in manifest["outputs"]}
    rows, columns = seen[0].shape[2:]
    memory = {
        port["name"]: numpy.zeros((1, port["channels"], rows * port["scale"], columns * port["scale"]), numpy.float32)
        for port in manifest["inputs"]
        if port["role"] in ("previous-output", "hidden-state")
    }
    for number in range(len(seen) - 1):
        shown = {
            port["name"]: seen[max(0, number + port.get("offset", 0))]
            for port in manifest["inputs"]
            if port["role"] in ("frame", "neighbour")
        }
        results = dict(zip(outputs, session.run(list(outputs), shown | memory)))
        memory = {port["feeds"]: results[name] for name, port in outputs.items() if "feeds" in port}
    return next(results[name] for name, port in outputs.items() if port["role"] == "frame")


def draw(film, manifest_file):
    manifest = yaml.safe_load(manifest_file.read_text())
    session = onnxruntime.InferenceSession(str(manifest_file.parent / manifest["file"]), providers=["CPUExecutionProvider"])
    sheet = Image.new("RGB", (2 * PANEL[0] + GAP, len(DETAILS) * (PANEL[1] + GAP) - GAP), "white")
    for row, (number, left, top) in enumerate(DETAILS):
        seen = [cut(frame, left, top) for frame in frames(film, number)]
        before = detail(seen[-2], 1).resize(PANEL, Image.Resampling.BICUBIC)
        after = detail(enlarged(manifest, session, seen), manifest["scale"]).resize(PANEL, Image.Resampling.LANCZOS)
        for column, panel in enumerate((before, after)):
            sheet.paste(panel, (column * (PANEL[0] + GAP), row * (PANEL[1] + GAP)))
    return sheet.quantize(128, dither=Image.Dither.NONE)


def main(film, folder, *manifests):
    for file in map(pathlib.Path, manifests):
        draw(film, file).save(pathlib.Path(folder) / f"{file.stem}.png", optimize=True)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
