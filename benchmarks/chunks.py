#!/usr/bin/env python3
"""What it costs in size and likeness that a film is encoded in chunks.

    chunks.py FILM [--encoders E,…] [--durations D,…] [--as CODEC]

Encodes FILM's pictures, as they are, with each encoder at its defaults: in one chunk, then in chunks of each duration (ISO 8601; the platform's default is
PT5S), where FILM's key pictures allow it. With --as FILM is first encoded anew as a film of key pictures only, by one of ffv1, mjpeg, prores, dnxhr and h264. Compares the bytes of the picture's packets, and the PSNR of all samples of luma
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

# Encoder, container, pixel format and options by codec.
KEY_PICTURES = {
    "ffv1": ("ffv1", "mkv", "yuv420p", {"g": "1", "level": "3"}),
    "mjpeg": ("mjpeg", "mkv", "yuvj420p", {"q:v": "3", "qmin": "3", "qmax": "3"}),
    "prores": ("prores_ks", "mov", "yuv422p10le", {"profile": "hq"}),
    "dnxhr": ("dnxhd", "mov", "yuv422p", {"profile": "dnxhr_hq"}),
    "h264": ("libx264", "mkv", "yuv420p", {"g": "1", "crf": "12", "preset": "veryfast"}),
}


def encode(film, folder, pairs):
    """How many chunks each pair of encoder and duration made."""
    words = [word for pair in pairs for word in pair]
    command = ["java", "-cp", f"{JARS}/*", BENCHMARKS / "ChunkedEncoding.java", film, folder, *words]
    return [int(line) for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()]


def as_key_pictures(film, codec, folder):
    encoder, container, pixels, options = KEY_PICTURES[codec]
    target = folder / f"keys.{container}"
    with av.open(str(film)) as original, av.open(str(target), "w") as copy:
        source = original.streams.video[0]
        stream = copy.add_stream(encoder, rate=source.average_rate, options=options)
        stream.width, stream.height, stream.pix_fmt = source.width, source.height, pixels
        stream.time_base = source.time_base
        for frame in original.decode(source):
            frame = frame.reformat(format=pixels)
            frame.pict_type = 0
            copy.mux(stream.encode(frame))
        copy.mux(stream.encode(None))
    return target


def size(path):
    with av.open(str(path)) as film:
        return sum(packet.size for packet in film.demux(video=0))


def samples(path):
    """Planes of samples, and the largest value of one."""
    with av.open(str(path)) as film:
        for frame in film.decode(video=0):
            sample = numpy.dtype("<u2" if frame.format.components[0].bits > 8 else "u1")
            for plane in frame.planes:
                rows = numpy.frombuffer(plane, sample).reshape(plane.height, plane.line_size // sample.itemsize)
                yield rows[:, : plane.width].astype(numpy.int32), 2 ** frame.format.components[0].bits - 1


def psnr(expected, found):
    error = count = 0
    for (before, white), (after, _) in zip(samples(expected), samples(found), strict=True):
        error += int(((before - after) ** 2).sum()) / white**2
        count += before.size
    return math.inf if error == 0 else 10 * math.log10(count / error)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--encoders", default="x264,x265,svtav1")
    arguments.add_argument("--durations", default="PT2S,PT5S")
    arguments.add_argument("--as", dest="codec", choices=KEY_PICTURES)
    options = arguments.parse_args()
    durations = [ONE_CHUNK, *options.durations.split(",")]
    print("| encoder | chunks of | chunks | KiB | larger by | PSNR | than in one |", flush=True)
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        film = as_key_pictures(options.film, options.codec, folder) if options.codec else options.film
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
