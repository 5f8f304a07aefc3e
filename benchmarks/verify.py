#!/usr/bin/env python3
"""What `genga verify` costs beside decoding its two films.

    verify.py SOURCE RESULT [--runs N]

Runs, one after the other, N times: `genga verify SOURCE RESULT`; the same of a film of one frame, which is what starting takes; and decoding both films with
two threads each, as genga does. Prints a Markdown table of medians. Needs av.
"""

import argparse
import pathlib
import statistics
import subprocess
import tempfile
import time

import av

GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"


def seconds(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def decode(path):
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 2
        stream.thread_type = "AUTO"
        for _ in container.decode(stream):
            pass


def verify(source, result):
    subprocess.run([GENGA, "verify", source, result], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def one_frame(source, folder):
    target = pathlib.Path(folder) / "one-frame.mkv"
    with av.open(str(source)) as original, av.open(str(target), "w") as film:
        stream = film.add_stream_from_template(original.streams.video[0])
        packet = next(original.demux(original.streams.video[0]))
        packet.stream = stream
        film.mux(packet)
    return target


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=pathlib.Path)
    arguments.add_argument("result", type=pathlib.Path)
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    times = {"verify": [], "start": [], "decode": []}
    with tempfile.TemporaryDirectory() as folder:
        short = one_frame(options.source, folder)
        for _ in range(options.runs):
            times["verify"].append(seconds(lambda: verify(options.source, options.result)))
            times["start"].append(seconds(lambda: verify(short, short)))
            times["decode"].append(seconds(lambda: [decode(options.source), decode(options.result)]))
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = (medians["verify"] - medians["start"]) / medians["decode"]
    print("| genga verify s | of that, starting s | decoding both s | verifying / decoding |")
    print("|---|---|---|---|")
    print(f"| {medians['verify']:.2f} | {medians['start']:.2f} | {medians['decode']:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
