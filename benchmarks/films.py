#!/usr/bin/env python3
"""What the reuse of drawings saves on films of many kinds: one line for each, measured by `genga bench`.

    films.py FILM [--model M] [--runs N] [--frames N] [--data-dir DIR] [--keep DIR]

The films: FILM; the same encoded again by x264 with crf 18, 26 and 34; that of `genga demo`; noise, of which no two frames are alike; and one picture of FILM
that stands still under grain. Prints Markdown tables. Needs av and numpy.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import av
import numpy

GENGA = pathlib.Path(__file__).resolve().parent.parent / "genga"
NOISE_FRAMES = 48
GRAIN_STEPS = 6


def pictures(film):
    with av.open(str(film)) as container:
        for frame in container.decode(video=0):
            yield frame.to_ndarray(format="rgb24")


def encode(frames, path, crf, rate=24):
    with av.open(str(path), "w") as container:
        stream = None
        for picture in frames:
            if stream is None:
                stream = container.add_stream("libx264", rate=rate)
                stream.height, stream.width = picture.shape[:2]
                stream.pix_fmt = "yuv420p"
                stream.options = {"crf": str(crf), "preset": "medium"}
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))


def noise(shape):
    random = numpy.random.default_rng(20261125)
    for _ in range(NOISE_FRAMES):
        yield random.integers(0, 256, shape, dtype=numpy.uint8)


def grain(picture):
    random = numpy.random.default_rng(20261125)
    for _ in range(NOISE_FRAMES):
        noisy = picture + random.normal(0, GRAIN_STEPS, picture.shape)
        yield numpy.clip(noisy, 0, 255).astype(numpy.uint8)


def films(film, folder):
    yield film.name, film
    for crf in (18, 26, 34):
        again = folder / f"crf-{crf}.mkv"
        encode(pictures(film), again, crf)
        yield f"the same, crf {crf}", again
    yield "of genga demo", None
    first = next(pictures(film))
    for name, frames, crf in (("noise", noise(first.shape), 18), ("a still under grain", grain(first), 18)):
        path = folder / f"{name.replace(' ', '-')}.mkv"
        encode(frames, path, crf)
        yield name, path


def bench(film, given, folder):
    report = folder / "report.json"
    command = [GENGA, "bench", "--model", given.model, "--runs", str(given.runs), "--report", report]
    command += [film] if film else []
    command += ["--frames", str(given.frames)] if given.frames else []
    command += ["--data-dir", given.data_dir] if given.data_dir else []
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return json.loads(report.read_text())


def ratio(figure):
    return f"{figure['median']:.2f} ({figure['least']:.2f} to {figure['most']:.2f})"


def decibels(setting, name):
    return f"{setting[name]:.1f} dB" if name in setting else "equal"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film", type=pathlib.Path)
    arguments.add_argument("--model", default="genga-cel-x2")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--frames", type=int)
    arguments.add_argument("--data-dir", help="where networks lie that were pulled")
    arguments.add_argument("--keep", type=pathlib.Path, help="put the reports here, as JSON")
    given = arguments.parse_args()

    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        found = {}
        for name, path in films(given.film, folder):
            found[name] = bench(path, given, folder)
            print(name, file=sys.stderr, flush=True)
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{name.replace(' ', '-')}.json").write_text(json.dumps(found[name], indent=2))
    for reuse in ("faithful", "fast", "exact"):
        print(f"\n`{reuse}`:\n")
        print("| film | frames | pixels inferred | of off, processor | of off, clock | network alone, processor | PSNR | worst squares |")
        print("|---|---|---|---|---|---|---|---|")
        for name, report in found.items():
            setting = report["settings"].get(reuse)
            if setting is None:
                continue
            print(
                f"| {name} | {report['frames']} | {setting['inferencePixelShare']:.3f} | {ratio(setting['processorOfOff'])} | "
                f"{ratio(setting['clockOfOff'])} | {ratio(setting['networkShareOfProcessor'])} | "
                f"{decibels(setting, 'psnr')} | {decibels(setting, 'psnrOfWorstSquares')} |"
            )


if __name__ == "__main__":
    main()
