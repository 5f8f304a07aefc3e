#!/usr/bin/env python3
"""What it costs in size and likeness that a film is encoded in chunks.

    chunks.py FILM [--encoders E,…] [--durations D,…] [--cut-anywhere]

Encodes FILM's pictures, as they are, with each encoder at its defaults: in one chunk, then in chunks of each duration (ISO 8601; the platform's default is
PT5S), where FILM's key pictures allow it, or with --cut-anywhere at any picture. Compares the bytes of the picture's packets, and the PSNR of all samples of luma
and chroma against the lossless film. Prints a Markdown table. Run it after ./genga was built; it needs a JDK, av and numpy.
"""

import argparse
import math
import pathlib
import subprocess
import tempfile

import av
import numpy

BENCHMARKS = pathlib.Path(__file__).resolve().parent
JARS = BENCHMARKS.parent / "standalone/target/quarkus-app/lib/main"
ONE_CHUNK = "PT24H"


def encode(film, folder, pairs):
    """How many chunks each pair of encoder and duration made."""
    words = [word for pair in pairs for word in pair]
    command = ["java", "-cp", f"{JARS}/*", BENCHMARKS / "ChunkedEncoding.java", film, folder, *words]
    return [int(line) for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()]


def where_every_picture_is_a_key(film, target):
    with av.open(str(film)) as original, av.open(str(target), "w") as copy:
        source = original.streams.video[0]
        stream = copy.add_stream("ffv1", rate=source.average_rate)
        stream.width, stream.height, stream.pix_fmt = source.width, source.height, source.pix_fmt
        stream.time_base = source.time_base
        for frame in original.decode(source):
            frame.pict_type = 0
            copy.mux(stream.encode(frame))
        copy.mux(stream.encode(None))
    return target


def size(path):
    with av.open(str(path)) as film:
        return sum(packet.size for packet in film.demux(video=0))


def samples(path):
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            rows = [numpy.frombuffer(plane, numpy.uint8).reshape(plane.height, plane.line_size)[:, : plane.width] for plane in frame.planes]
            yield [row.astype(numpy.int32) for row in rows]


def psnr(expected, found):
    error = count = 0
    for one, other in zip(samples(expected), samples(found), strict=True):
        for before, after in zip(one, other, strict=True):
            error += int(((before - after) ** 2).sum())
            count += before.size
    return math.inf if error == 0 else 10 * math.log10(255 * 255 * count / error)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--encoders", default="x264,x265,svtav1")
    arguments.add_argument("--durations", default="PT2S,PT5S")
    arguments.add_argument("--cut-anywhere", action="store_true")
    options = arguments.parse_args()
    durations = [ONE_CHUNK, *options.durations.split(",")]
    print("| encoder | chunks of | chunks | KiB | larger by | PSNR | than in one |", flush=True)
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        film = where_every_picture_is_a_key(options.film, folder / "keys.mkv") if options.cut_anywhere else options.film
        encode(film, folder, [("ffv1", ONE_CHUNK)])
        lossless = folder / f"ffv1-{ONE_CHUNK}.mkv"
        for encoder in options.encoders.split(","):
            whole = None
            for duration, chunks in zip(durations, encode(film, folder, [(encoder, duration) for duration in durations])):
                result = folder / f"{encoder}-{duration}.mkv"
                found = size(result), psnr(lossless, result)
                whole = whole or found
                larger, better = 100 * (found[0] / whole[0] - 1), found[1] - whole[1]
                columns = [encoder, duration, chunks, round(found[0] / 1024), f"{larger:+.2f} %", f"{found[1]:.2f} dB", f"{better:+.3f} dB"]
                print("| " + " | ".join(map(str, columns)) + " |", flush=True)


if __name__ == "__main__":
    main()
