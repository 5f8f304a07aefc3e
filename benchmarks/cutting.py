#!/usr/bin/env python3
"""How many times faster than real time a film of 1920x1080 is planned and cut into chunks.

    cutting.py FILM [--minutes N] [--runs N]

Makes a long film of FILM's pictures: enlarged to 1920x1080, H.264 at CRF 18, a key picture every 2 s, the same over and over by stream copy. Plans and cuts
it RUNS times, writing each chunk to disk, and prints a Markdown table. Run it after ./genga was built; it needs a JDK, and av for the film.
"""

import argparse
import fractions
import pathlib
import statistics
import subprocess
import tempfile

import av

BENCHMARKS = pathlib.Path(__file__).resolve().parent
JARS = BENCHMARKS.parent / "standalone/target/quarkus-app/lib/main"
RATE = 24


def coded(source):
    """The packets of FILM's pictures as H.264 of 1920x1080, and the stream that describes them."""
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = 1920, 1080, "yuv420p"
    encoder.time_base, encoder.framerate = fractions.Fraction(1, RATE), fractions.Fraction(RATE)
    encoder.options = {"preset": "superfast", "crf": "18", "x264-params": f"keyint={2 * RATE}:min-keyint=1:open-gop=0"}
    encoder.flags |= 1 << 22  # global header
    packets = []
    with av.open(str(source)) as film:
        for position, frame in enumerate(film.decode(video=0)):
            picture = frame.reformat(1920, 1080, "yuv420p")
            picture.pts, picture.time_base, picture.pict_type = position, encoder.time_base, 0
            packets += encoder.encode(picture)
    return packets + encoder.encode(None), encoder, position + 1


def long_film(source, minutes, target):
    packets, encoder, frames = coded(source)
    contents = [(bytes(packet), packet.pts, packet.dts, packet.is_keyframe) for packet in packets]
    with av.open(str(target), "w") as film:
        stream = film.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = 1920, 1080, "yuv420p"
        stream.codec_context.options = encoder.options
        stream.time_base = encoder.time_base
        stream.codec_context.extradata = encoder.extradata
        for round_ in range(-(-minutes * 60 * RATE // frames)):
            for content, pts, dts, is_key in contents:
                packet = av.Packet(content)
                packet.stream, packet.time_base, packet.is_keyframe = stream, encoder.time_base, is_key
                packet.pts, packet.dts = pts + round_ * frames, dts + round_ * frames
                film.mux(packet)
    return (round_ + 1) * frames / RATE


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--minutes", type=int, default=10)
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        film = pathlib.Path(folder) / "long.mp4"
        seconds = long_film(options.film, options.minutes, film)
        command = ["java", "-cp", f"{JARS}/*", str(BENCHMARKS / "CuttingSpeed.java"), str(film), str(options.runs)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        megabits = film.stat().st_size * 8 / seconds / 1e6
    runs = [[float(figure) for figure in line.split()] for line in lines]
    plan, cut, processor, chunks = (statistics.median(column) for column in zip(*runs))
    print("| film s | Mbit/s | chunks | plan s | cut s | CPU s | times real time |")
    print("|---|---|---|---|---|---|---|")
    print(f"| {seconds:.0f} | {megabits:.1f} | {chunks:.0f} | {plan:.2f} | {cut:.2f} | {processor:.2f} | {seconds / (plan + cut):.0f} |")


if __name__ == "__main__":
    main()
