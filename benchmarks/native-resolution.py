#!/usr/bin/env python3
"""Which native heights `genga inspect` finds in films whose native height is known.

    native-resolution.py [FILM ...]

Draws the sample film at several heights, enlarges it to 1920x1080, encodes it with x264 and inspects it; so, too, films drawn at 1080 rows, noise, grain, flat
pictures and lettering of full size over an enlarged picture. FILMs of your own come last. Prints a Markdown table. Run it after ./genga was built; it needs a
JDK, and av.
"""

import fractions
import functools
import json
import pathlib
import subprocess
import sys
import tempfile

import av
import av.filter
import numpy

BENCHMARKS = pathlib.Path(__file__).resolve().parent
JARS = BENCHMARKS.parent / "standalone/target/quarkus-app/lib/main"
GENGA = BENCHMARKS.parent / "genga"
WIDTH, HEIGHT = 1920, 1080
TICK = fractions.Fraction(1, 24)
GRAIN = ("noise", "alls=12:allf=t")
LETTERING = [
    ("drawbox", f"x={x}:y={930 + x * 7 % 11}:w={3 + x % 5}:h={21 + x % 9}:c=white:t=fill") for x in range(200, 1700, 13)]


def drawn(height):
    width = height * 16 // 9
    source = ["java", "-cp", f"{JARS}/*", str(BENCHMARKS / "NativeHeights.java"), str(height)]
    raw = subprocess.run(source, check=True, capture_output=True).stdout
    return numpy.frombuffer(raw, numpy.uint8).reshape(-1, height, width, 3)


def cases():
    """Name, native height or None, height drawn at, filters and CRF."""
    for height in 540, 720, 810, 900:
        for kernel in "bicubic", "bilinear", "lanczos":
            enlarged = ("scale", f"{WIDTH}:{HEIGHT}:flags={kernel}")
            for crf in (18, 23, 28) if kernel == "bicubic" else (23,):
                yield f"{height} rows, {kernel}", height, height, [enlarged], crf
    enlarged = ("scale", f"{WIDTH}:{HEIGHT}:flags=bicubic")
    yield "720 rows, bicubic, then grain", 720, 720, [enlarged, GRAIN], 23
    yield "720 rows, bicubic, then lettering", 720, 720, [enlarged, *LETTERING], 23
    for crf in 18, 23, 28, 34:
        yield "1080 rows", None, HEIGHT, [], crf
    for crf in 23, 34:
        yield "1080 rows, grain", None, HEIGHT, [GRAIN], crf
        yield "1080 rows, soft", None, HEIGHT, [("gblur", "sigma=1.2")], crf
        yield "1080 rows, turned", None, HEIGHT, [("rotate", "0.03")], crf


def encode(pictures, filters, crf, target):
    graph = av.filter.Graph()
    nodes = [graph.add_buffer(width=pictures.shape[2], height=pictures.shape[1], format="yuv420p", time_base=TICK)]
    nodes += [graph.add(name, arguments) for name, arguments in [*filters, ("format", "yuv420p"), ("buffersink", None)]]
    for node, following in zip(nodes, nodes[1:]):
        node.link_to(following)
    graph.configure()
    with av.open(str(target), "w") as film:
        stream = film.add_stream("libx264", 24)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"crf": str(crf), "preset": "veryfast"}
        for position, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24").reformat(format="yuv420p")
            frame.pts, frame.time_base = position, TICK
            nodes[0].push(frame)
            filtered = nodes[-1].pull()
            filtered.pict_type = 0
            film.mux(stream.encode(filtered))
        film.mux(stream.encode(None))


def inspect(film, folder):
    report = folder / "report.json"
    subprocess.run(
        [GENGA, "inspect", film, "--page", folder / "page.html", "--report", report],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = json.loads(report.read_text())
    return found["nativeHeight"], found["nativeHeightConfidence"]


def row(name, crf, expected, found, confidence):
    verdict = "right" if found == expected else "**false alarm**" if found else "missed"
    figures = f"{found} | {confidence:.2f}" if found else "none | "
    print(f"| {name} | {crf} | {expected or 'none'} | {figures} | {verdict} |", flush=True)


def main():
    print("| film | crf | native height | found | confidence | |")
    print("|---|---|---|---|---|---|")
    drawings = functools.cache(drawn)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for name, expected, height, filters, crf in cases():
            encode(drawings(height), filters, crf, folder / "film.mkv")
            row(name, crf, expected, *inspect(folder / "film.mkv", folder))
        for name, level in ("black", 0), ("grey", 128):
            encode(numpy.full((24, HEIGHT, WIDTH, 3), level, numpy.uint8), [], 23, folder / "film.mkv")
            row(name, 23, None, *inspect(folder / "film.mkv", folder))
        for film in sys.argv[1:]:
            found, confidence = inspect(pathlib.Path(film).resolve(), folder)
            row(pathlib.Path(film).name, "as it is", None, found, confidence)


if __name__ == "__main__":
    main()
