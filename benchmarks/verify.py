#!/usr/bin/env python3
"""What `genga verify` costs beside decoding its two films.

    verify.py SOURCE RESULT [--runs N]

Runs, one after the other, N times: `genga verify SOURCE RESULT`; the same of a film of one frame, which is what starting takes; and decoding both films with
two threads each, as genga does. Prints a Markdown table of medians, of processor time (user and system) and of the clock. Needs av.
"""

import argparse
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import av

GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"


def seconds(command):
    """Processor time and clock time of a process and all that it starts."""
    used = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    began, before = time.monotonic(), used()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return used() - before, time.monotonic() - began


def decode(path):
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 2
        stream.thread_type = "AUTO"
        for _ in container.decode(stream):
            pass


def one_frame(source, folder):
    target = pathlib.Path(folder) / "one-frame.mkv"
    with av.open(str(source)) as original, av.open(str(target), "w") as film:
        stream = film.add_stream_from_template(original.streams.video[0])
        packet = next(original.demux(original.streams.video[0]))
        packet.stream = stream
        film.mux(packet)
    return target


def main():
    if sys.argv[1:2] == ["--decode"]:
        return [decode(path) for path in sys.argv[2:]]
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=pathlib.Path)
    arguments.add_argument("result", type=pathlib.Path)
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    times = {"verify": [], "start": [], "decode": []}
    with tempfile.TemporaryDirectory() as folder:
        short = one_frame(options.source, folder)
        for _ in range(options.runs):
            times["verify"].append(seconds([GENGA, "verify", options.source, options.result]))
            times["start"].append(seconds([GENGA, "verify", short, short]))
            times["decode"].append(seconds([sys.executable, __file__, "--decode", options.source, options.result]))
    print("| time | genga verify s | of that, starting s | decoding both s | verifying / decoding |")
    print("|---|---|---|---|---|")
    for i, kind in enumerate(("processor", "clock")):
        medians = {name: statistics.median(value[i] for value in values) for name, values in times.items()}
        ratio = (medians["verify"] - medians["start"]) / medians["decode"]
        print(f"| {kind} | {medians['verify']:.2f} | {medians['start']:.2f} | {medians['decode']:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
