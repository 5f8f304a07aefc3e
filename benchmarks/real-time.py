#!/usr/bin/env python3
"""Whether `genga upscale` keeps up with a film once it runs.

    real-time.py FILM [--model M]... [--repeats N] [--runs N] [--preset P]

Upscales FILM as it is, and FILM again and again, N times one after the other by stream copy. What the long film takes more, for each repeat, is what FILM takes in a
program that runs already: cutting, inference, encoding, stitching and the comparison with the source; starting and what Java compiles meanwhile are in both. Prints a Markdown
table: medians with their range. Needs av.
"""

import argparse
import fractions
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import av

GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"


def repeat(film, path, times):
    """Of the video alone; returns the seconds of one repeat."""
    with av.open(str(film)) as source, av.open(str(path), "w") as target:
        stream = source.streams.video[0]
        packets = [packet for packet in source.demux(stream) if packet.size]
        frame = fractions.Fraction(1) / stream.average_rate / stream.time_base
        length = round(len(packets) * frame)
        copied = target.add_stream_from_template(stream)
        for number in range(times):
            with av.open(str(film)) as again:
                for packet in again.demux(video=0):
                    if packet.size:
                        packet.pts += number * length
                        packet.dts += number * length
                        packet.stream = copied
                        target.mux(packet)
    return float(length * stream.time_base)


def seconds(film, result, model, preset, data):
    command = [GENGA, "upscale", film, result, "--model", model, "--preset", preset, "--data-dir", data]
    started = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - started


def spread(values, digits):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--model", action="append", dest="models")
    arguments.add_argument("--repeats", type=int, default=8)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--preset", default="veryfast")
    given = arguments.parse_args()
    models = given.models or ["genga-cel-x2"]

    further = {model: [] for model in models}
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        lasts = repeat(given.film, folder / "once.mkv", 1)
        repeat(given.film, folder / "often.mkv", given.repeats)
        for run in range(given.runs):
            for model in models:
                taken = {}
                for name in ("once", "often"):
                    result, data = folder / f"{run}-{model}-{name}.mkv", folder / f"data-{run}-{model}-{name}"
                    taken[name] = seconds(folder / f"{name}.mkv", result, model, given.preset, data)
                    result.unlink()
                further[model].append((taken["often"] - taken["once"]) / (given.repeats - 1))
                print(f"run {run + 1}, {model}: once {taken['once']:.1f} s, {given.repeats} times {taken['often']:.1f} s", file=sys.stderr, flush=True)

    print(f"{lasts:.2f} s of film, {given.repeats} times, x264 {given.preset}\n")
    print("| model | s for each further time | of its length |")
    print("|---|---|---|")
    for model, found in further.items():
        print(f"| {model} | {spread(found, 1)} | {spread([value / lasts for value in found], 2)} |")


if __name__ == "__main__":
    main()
