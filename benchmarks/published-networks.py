#!/usr/bin/env python3
"""What pulled networks cost beside the first one, and what tiles change of their results.

Usage: published-networks.py MODELS_FOLDER FILM NAME...

Processor time of one thread on 160x120 pixels, three interleaved runs, as the median ratio to the first network; PSNR of four tiles of
184x144 against the whole of 320x240 pixels, on two frames. Needs onnxruntime, numpy and av.
"""

import pathlib
import sys
import time

import av
import numpy
import onnxruntime

RUNS = 3
FRAMES = (48, 120)
TILE_WIDTH, TILE_HEIGHT = 184, 144


def session(models, name):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(str(pathlib.Path(models) / f"{name}.onnx"), options)


def run(network, picture):
    return network.run(None, {"input": numpy.ascontiguousarray(picture[None])})[0][0]


def pictures(film):
    with av.open(film) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in FRAMES:
                rgb = frame.to_ndarray(format="rgb24").transpose(2, 0, 1).astype(numpy.float32) / 255
                yield rgb[:, 120:360, 160:480]


def processor_time(network, picture):
    start = time.process_time()
    run(network, picture)
    return time.process_time() - start


def tiled(network, picture):
    height, width = picture.shape[1:]
    tiles = [
        numpy.concatenate([quarter(network, picture, top, left) for left in (0, width - TILE_WIDTH)], axis=2)
        for top in (0, height - TILE_HEIGHT)
    ]
    return numpy.concatenate(tiles, axis=1)


def quarter(network, picture, top, left):
    """A corner of the result, computed with as much around it as the tile holds."""
    height, width = picture.shape[1] // 2, picture.shape[2] // 2
    result = run(network, picture[:, top : top + TILE_HEIGHT, left : left + TILE_WIDTH])
    scale = result.shape[1] // TILE_HEIGHT
    y, x = (height - top if top else 0), (width - left if left else 0)
    return result[:, y * scale : (y + height) * scale, x * scale : (x + width) * scale]


def psnr(first, second):
    error = ((first.astype(numpy.float64) - second) ** 2).mean()
    return float("inf") if error == 0 else -10 * numpy.log10(error)


def main(models, film, *names):
    networks = {name: session(models, name) for name in names}
    frames = list(pictures(film))
    small = frames[0][:, :120, :160]
    for network in networks.values():
        run(network, small[:, :64, :64])
    times = numpy.array([[processor_time(network, small) for network in networks.values()] for _ in range(RUNS)])
    ratios = numpy.median(times / times[:, :1], axis=0)
    for (name, network), ratio in zip(networks.items(), ratios):
        found = ", ".join(f"{psnr(tiled(network, frame), run(network, frame)):.1f} dB" for frame in frames)
        print(f"{name}: {ratio:.2f} of the processor time of {names[0]}; tiles against the whole: {found}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
