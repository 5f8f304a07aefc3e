#!/usr/bin/env python3
"""How long two builds of genga take for the same film, side by side, and whether they write the same result.

    two-builds.py FILM BEFORE AFTER [--runs N] [-- OPTIONS OF GENGA UPSCALE]

BEFORE and AFTER are checkouts that are built. Their runs take turns; each begins with an empty data directory. Prints a Markdown table of medians and
ranges. "Chunks" is the time that workers spent between the first and the last frame of chunks, one chunk after the other.
"""

import argparse
import hashlib
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

SEQUENTIAL_STAGES = ["decode", "convert", "infer", "encode"]


def upscale(checkout, film, options):
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        command = [pathlib.Path(checkout) / "genga", "upscale", film, folder / "result.mkv", *options]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [*command, "--report", folder / "report.json", "--data-dir", folder / "data"],
            check=True,
            stdout=subprocess.DEVNULL,
            env=dict(os.environ),
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        report = json.loads((folder / "report.json").read_text())
        digest = hashlib.sha256((folder / "result.mkv").read_bytes()).hexdigest()
    pipeline = report.get("pipeline")
    stages = report["timings"]
    return {
        "wall s": report["wallSeconds"],
        "CPU s": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "chunks s": (pipeline["wallMillis"] if pipeline else sum(stages[stage] for stage in SEQUENTIAL_STAGES)) / 1000,
        "result": digest,
        "pipeline": pipeline,
    }


def cell(runs, figure):
    values = [run[figure] for run in runs]
    return f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film")
    arguments.add_argument("before")
    arguments.add_argument("after")
    arguments.add_argument("--runs", type=int, default=3)
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    options = sys.argv[split + 1 :]
    given = arguments.parse_args(sys.argv[1:split])

    checkouts = {"before": given.before, "after": given.after}
    runs = {build: [] for build in checkouts}
    for _ in range(given.runs):
        for build, checkout in checkouts.items():
            runs[build].append(upscale(checkout, given.film, options))
    figures = ["wall s", "CPU s", "chunks s"]
    print(f"| build | {' | '.join(figures)} | results |")
    print("|---|" + "---|" * (len(figures) + 1))
    for build in checkouts:
        results = sorted({run["result"][:12] for run in runs[build]})
        print(f"| {build} | {' | '.join(cell(runs[build], figure) for figure in figures)} | {', '.join(results)} |")
    for stage, use in (runs["after"][-1]["pipeline"] or {"stages": {}})["stages"].items():
        wall = runs["after"][-1]["pipeline"]["wallMillis"]
        print(f"{stage}: busy {use['busy'] / wall:.2f}, waited {use['waitedForInput'] / wall:.2f} for input, {use['waitedForRoom'] / wall:.2f} for room")


if __name__ == "__main__":
    main()
