#!/usr/bin/env python3
"""How like one run over the whole film a run in chunks is, with a network that remembers, over the length of its warm-up: the frames
before each chunk that it is run on, and as many after it where it goes both ways.

    warm-up.py FILM --model animesr-v2 --folder DIR [--size 160x120] [--frames N] [--chunk PT1S] [--warm-ups 0 2 4 8 16 32]

Writes FILM, or its first N frames, lossless and reduced to --size, into DIR: every frame of it is one at which chunks may begin. Runs `genga upscale --encoder ffv1` on that once in
one chunk, then in chunks of --chunk with each warm-up, and compares the films frame by frame, on luma as it is stored. Results that lie in DIR
are taken as they are. Prints a Markdown table, and draws DIR/warm-up.png. Needs av, numpy and matplotlib.
"""

import argparse
import fractions
import itertools
import json
import math
import os
import pathlib
import subprocess

import av
import matplotlib
import numpy

matplotlib.use("Agg")
from matplotlib import pyplot

GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"
WHOLE_FILM = "PT24H"
#: Frames that are equal have no finite one.
MOST_DECIBELS = 100
ASKED = 45


def reduced(film, target, size, rate, frames):
    width, height = size
    with av.open(str(film)) as source, av.open(str(target), "w") as result:
        stream = result.add_stream("ffv1", rate=rate)
        stream.codec_context.time_base = 1 / fractions.Fraction(rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number, frame in enumerate(itertools.islice(source.decode(video=0), frames)):
            small = frame.reformat(width, height, "yuv420p", interpolation="AREA")
            small.pts, small.time_base = number, 1 / fractions.Fraction(rate)
            result.mux(stream.encode(small))
        result.mux(stream.encode())


def upscaled(film, result, options, chunk, folder):
    if not result.exists():
        report = result.with_suffix(".json")
        command = [GENGA, "upscale", film, result, "--encoder", "ffv1", "--report", report, "--data-dir", folder / "data", *options]
        subprocess.run(command, check=True, env=dict(os.environ, GENGA_EXTRACTOR_CHUNK_DURATION=chunk), stdout=subprocess.DEVNULL)
    return result


def luma(path):
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            plane = frame.planes[0]
            rows = numpy.frombuffer(plane, numpy.uint8).reshape(plane.height, plane.line_size)
            yield rows[:, : plane.width].astype(numpy.int32)


def errors(whole, chunked):
    """The mean square of each frame."""
    return numpy.array([((one - other) ** 2).mean() for one, other in zip(luma(whole), luma(chunked), strict=True)])


def decibels(squared):
    return MOST_DECIBELS if squared == 0 else min(MOST_DECIBELS, 10 * math.log10(255 * 255 / squared))


def draw(found, borders, target):
    figure, (above, below) = pyplot.subplots(2, 1, figsize=(9, 8), constrained_layout=True)
    warm_ups = list(found)
    mean = [decibels(found[warm_up].mean()) for warm_up in warm_ups]
    worst = [decibels(found[warm_up].max()) for warm_up in warm_ups]
    above.plot(warm_ups, mean, "o-", label="all frames")
    above.plot(warm_ups, worst, "s--", label="worst frame")
    above.axhline(ASKED, color="grey", linewidth=0.8)
    above.set(xlabel="frames of warm-up", ylabel="PSNR of luma, dB", xticks=warm_ups)
    above.legend()
    for warm_up in warm_ups:
        below.plot([decibels(error) for error in found[warm_up]], label=f"{warm_up}", linewidth=1)
    for border in borders:
        below.axvline(border, color="lightgrey", linewidth=0.8, zorder=0)
    below.set(xlabel="frame of the film; lines are where chunks begin, 100 dB is equal", ylabel="PSNR of luma, dB")
    below.legend(title="warm-up", ncols=3)
    figure.savefig(target, dpi=100)


def borders(chunk, rate, frames):
    """Where chunks begin that are as long as they are asked to be; the last takes what is left."""
    length = round(float(chunk.removeprefix("PT").removesuffix("S")) * rate)
    return [first for first in range(length, frames, length) if frames - first >= length / 2]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--model", default="animesr-v2")
    arguments.add_argument("--folder", type=pathlib.Path, required=True)
    arguments.add_argument("--size", default="160x120", type=lambda text: tuple(int(side) for side in text.split("x")))
    arguments.add_argument("--frames", type=int, help="of the film; all by default")
    arguments.add_argument("--rate", default=24, type=int)
    arguments.add_argument("--chunk", default="PT1S")
    arguments.add_argument("--warm-ups", nargs="+", type=int, default=[0, 2, 4, 8, 16, 32])
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    film = options.folder / "film.mkv"
    if not film.exists():
        reduced(options.film, film, options.size, options.rate, options.frames)
    model = ["--model", options.model]
    whole = upscaled(film, options.folder / "whole.mkv", model, WHOLE_FILM, options.folder)
    found = {}
    print("| warm-up | PSNR of all frames | worst frame | frames that are equal |\n|---|---|---|---|")
    for warm_up in options.warm_ups:
        result = options.folder / f"warm-up-{warm_up}.mkv"
        upscaled(film, result, [*model, "--warm-up", str(warm_up)], options.chunk, options.folder)
        found[warm_up] = errors(whole, result)
        squared = found[warm_up]
        print(
            f"| {warm_up} | {decibels(squared.mean()):.1f} dB | {decibels(squared.max()):.1f} dB |"
            f" {int((squared == 0).sum())} of {len(squared)} |"
        )
    (options.folder / "errors.json").write_text(json.dumps({warm_up: list(error) for warm_up, error in found.items()}))
    draw(found, borders(options.chunk, options.rate, len(next(iter(found.values())))), options.folder / "warm-up.png")


if __name__ == "__main__":
    main()
