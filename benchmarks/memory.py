#!/usr/bin/env python3
"""Peak memory of `genga upscale` for 10 seconds and for 20 minutes of the same film.

    memory.py FILM [--width W] [--model M]

FILM is shown again and again at a smaller size, without sound, until it is as long as that. Memory is the most that the process ever had resident, as the kernel
counts it. Prints a Markdown table; needs av. Takes some minutes for each 10,000 frames.
"""

import argparse
import fractions
import os
import pathlib
import subprocess
import tempfile

import av

GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"
LENGTHS = {"10 s": 10, "20 min": 20 * 60}


def repeat(film, path, seconds, width):
    written = 0
    with av.open(str(path), "w") as target:
        stream = None
        while True:
            with av.open(str(film)) as source:
                rate = source.streams.video[0].average_rate
                for frame in source.decode(video=0):
                    if stream is None:
                        stream = target.add_stream("libx264", rate=rate)
                        stream.width, stream.height = width, round(frame.height * width / frame.width / 2) * 2
                        stream.pix_fmt = "yuv420p"
                        stream.options = {"preset": "veryfast"}
                    if written >= seconds * rate:
                        target.mux(stream.encode(None))
                        return written
                    smaller = frame.reformat(stream.width, stream.height, "yuv420p")
                    smaller.pts, smaller.time_base = written, fractions.Fraction(1) / rate
                    smaller.pict_type = 0
                    target.mux(stream.encode(smaller))
                    written += 1


def peak(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--width", type=int, default=256, help="of the film that is upscaled, in pixels")
    arguments.add_argument("--model", default="genga-cel-x2")
    given = arguments.parse_args()
    print("| film | frames | peak memory MiB |")
    print("|---|---|---|")
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        for name, seconds in LENGTHS.items():
            film = folder / f"{seconds}.mkv"
            frames = repeat(given.film, film, seconds, given.width)
            command = [GENGA, "upscale", film, folder / f"larger-{seconds}.mkv", "--model", given.model]
            command += ["--preset", "ultrafast", "--data-dir", folder / f"data-{seconds}"]
            print(f"| {name} | {frames} | {peak(command):.0f} |", flush=True)


if __name__ == "__main__":
    main()
