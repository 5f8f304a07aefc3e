#!/usr/bin/env python3
"""What the reuse of drawings saves on a film, and what it costs in likeness, against every frame computed.

    reuse.py FILM [--model M] [--runs N] [--data-dir DIR]

Runs `genga upscale --encoder ffv1` with each setting of --reuse, one after the other, N times, and compares the films frame by frame. Prints a
Markdown table. Likeness is measured on luma, as it is stored: of all frames, and of squares of 64x64 pixels of the source (the 99.9th percentile of their
errors). Needs av and numpy.
"""

import argparse
import json
import math
import pathlib
import statistics
import subprocess
import tempfile

import av
import numpy

SETTINGS = ["off", "exact", "faithful", "fast"]
SQUARE = 64
GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"


def upscale(film, result, reuse, model, data):
    report = result.with_suffix(".json")
    command = [GENGA, "upscale", film, result, "--model", model, "--encoder", "ffv1", "--reuse", reuse, "--force"]
    subprocess.run([*command, "--report", report, "--data-dir", data], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return json.loads(report.read_text())


def luma(path):
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            plane = frame.planes[0]
            rows = numpy.frombuffer(plane, numpy.uint8).reshape(plane.height, plane.line_size)
            yield rows[:, : plane.width].astype(numpy.int32)


def decibels(squared):
    return math.inf if squared == 0 else 10 * math.log10(255 * 255 / squared)


def likeness(expected, found, scale):
    """PSNR of the whole, and that of the 99.9th percentile of the squares."""
    side = SQUARE * scale
    means, squares = [], []
    for one, other in zip(luma(expected), luma(found), strict=True):
        error = (one - other) ** 2
        means.append(error.mean())
        height, width = (length // side * side for length in error.shape)
        blocks = error[:height, :width].reshape(height // side, side, width // side, side)
        squares.extend(blocks.mean(axis=(1, 3)).ravel())
    return decibels(float(numpy.mean(means))), decibels(float(numpy.quantile(squares, 0.999)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film")
    arguments.add_argument("--model", default="genga-cel-x2")
    arguments.add_argument("--runs", type=int, default=1)
    arguments.add_argument("--data-dir", help="where networks lie that were pulled")
    given = arguments.parse_args()

    reports = {setting: [] for setting in SETTINGS}
    with tempfile.TemporaryDirectory() as work:
        films = {setting: pathlib.Path(work) / f"{setting}.mkv" for setting in SETTINGS}
        for _ in range(given.runs):
            for setting in SETTINGS:
                data = given.data_dir or pathlib.Path(work) / "data"
                reports[setting].append(upscale(given.film, films[setting], setting, given.model, data))
        print("| reuse | pixels inferred | kept | PSNR | worst squares | self-check says | inference s | of off | wall s |")
        print("|---|---|---|---|---|---|---|---|---|")
        inference = {s: statistics.median(r["timings"]["infer"] / 1000 for r in reports[s]) for s in SETTINGS}
        for setting in SETTINGS:
            report = reports[setting][-1]
            reuse = report["reuse"] or {"inferencePixelShare": 1, "keptPixels": 0, "framePixels": 1}
            whole, worst = likeness(films["off"], films[setting], report["model"]["scale"])
            wall = statistics.median(r["wallSeconds"] for r in reports[setting])
            measured = reuse.get("measuredPsnr")
            print(
                f"| {setting} | {reuse['inferencePixelShare']:.3f} | {reuse['keptPixels'] / reuse['framePixels']:.3f} "
                f"| {whole:.1f} dB | {worst:.1f} dB | {f'{measured:.1f} dB' if measured else '–'} "
                f"| {inference[setting]:.1f} | {inference[setting] / inference['off']:.2f} | {wall:.1f} |"
            )


if __name__ == "__main__":
    main()
