#!/usr/bin/env python3
"""Measures the main job and prints a Markdown report: time, start, memory, and the processor time that a chunk costs.

    benchmarks/main-job.py FILM [--runs N]

Run it alone on a quiet machine, after ./genga has been built. It needs Python 3.8, a JDK, Linux, and an ffmpeg program to make a long film
of FILM: the one on the PATH, else the one that `./genga test` has unpacked.

What a chunk costs is a difference: the same film once in chunks of 2 s and once of 0.5 s, both measured from 40 % to 90 % of the run, when
the virtual machine has warmed up; what the short chunks cost more, divided by how many more they are. The worker's own thread, which
decodes, infers and encodes, and the threads of native libraries, which help it with that, are counted apart.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONG, SHORT = "PT2S", "PT0.5S"
FRAMES_A_CHUNK = {LONG: 48, SHORT: 12}  # with a key frame every 12 frames, at 24 frames/s
TICKS = os.sysconf("SC_CLK_TCK")
NEAREST = ["--model", "nearest-x2", "--preset", "ultrafast"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("film", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="genga-benchmark") as folder:
        folder = pathlib.Path(folder)
        films = {times: lengthened(arguments.film, times, folder) for times in (1, 10, 30)}
        whole_commands(arguments.film, films, arguments.runs, folder)
        cost_of_a_chunk(films[30], arguments.runs, folder)


def whole_commands(clip, films, runs, folder):
    cases = [
        ("the film as it is, genga-cel-x2, x264 medium", clip, []),
        ("the film as it is, nearest-x2, x264 ultrafast", clip, NEAREST),
        ("ten times as long, nearest-x2, x264 ultrafast", films[10], NEAREST),
        ("thirty times as long, nearest-x2, x264 ultrafast", films[30], NEAREST),
    ]
    measured = {name: [] for name, _, _ in cases}
    for _ in range(runs):
        for name, film, options in cases:
            measured[name].append(whole_command(film, options, folder))
    print("| job | frames | chunks | wall s | CPU s | platform up s | first chunk done s | peak MiB |")
    print("|---|---|---|---|---|---|---|---|")
    for name, results in measured.items():
        columns = [spread([result[key] for result in results]) for key in results[0]]
        print(f"| {name} | " + " | ".join(columns) + " |", flush=True)


def whole_command(film, options, folder):
    report = folder / "report.json"
    start = time.monotonic()
    process = subprocess.Popen(command(film, folder, options + ["--report", str(report)]), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status:
        sys.exit(f"{film} failed with {os.waitstatus_to_exitcode(status)}")
    read = json.loads(report.read_text())
    return {
        "frames": read["frames"],
        "chunks": read["chunks"]["total"],
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "startup": read["startupSeconds"],
        "first": read["firstChunkSeconds"],
        "peak": usage.ru_maxrss // 1024,
    }


def cost_of_a_chunk(film, runs, folder):
    print("\n| run | processor time a chunk, all | worker's own thread | native threads | everything else | wall a chunk |")
    print("|---|---|---|---|---|---|")
    for run in range(1, runs + 1):
        rates = {duration: warm_rates(film, duration, folder) for duration in (LONG, SHORT)}
        chunks_a_frame = 1 / FRAMES_A_CHUNK[SHORT] - 1 / FRAMES_A_CHUNK[LONG]
        cost = {key: (rates[SHORT][key] - rates[LONG][key]) / chunks_a_frame * 1000 for key in rates[LONG]}
        native = cost["cpu"] - cost["java"]
        rest = cost["java"] - cost["worker"]
        print(
            f"| {run} | {cost['cpu']:.0f} ms | {cost['worker']:.0f} ms | {native:.0f} ms | {rest:.0f} ms | {cost['wall']:.0f} ms |",
            flush=True,
        )


def warm_rates(film, duration, folder):
    """Seconds a frame: wall, processor time of the process, and of some of its threads."""
    process = subprocess.Popen(
        command(film, folder, NEAREST),
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, GENGA_EXTRACTOR_CHUNK_DURATION=duration),
    )
    moments = []
    for line in process.stdout:
        progress = re.search(r"upscaling +(\d+)/(\d+)", line)
        if progress and int(progress[1]) >= int(progress[2]) * (0.9 if moments else 0.4) and len(moments) < 2:
            moments.append(moment(process.pid, int(progress[1])))
    if process.wait() != 0 or len(moments) < 2:
        sys.exit(f"{film} in chunks of {duration} failed")
    first, second = moments
    return {key: (second[key] - first[key]) / (second["frames"] - first["frames"]) for key in first if key != "frames"}


def moment(pid, frames):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    threads = subprocess.run(["jcmd", str(pid), "Thread.print"], capture_output=True, text=True, check=True).stdout
    times = re.findall(r'^"([^"]+)".*? cpu=([\d.]+)ms', threads, re.MULTILINE)
    return {
        "frames": frames,
        "wall": time.monotonic(),
        "cpu": (int(fields[11]) + int(fields[12])) / TICKS,
        "worker": sum(float(cpu) for name, cpu in times if re.match(r"sr-worker.*compute", name)) / 1000,
        "java": sum(float(cpu) for _, cpu in times) / 1000,
    }


def command(film, folder, options):
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    output = folder / "out.mkv"
    return [str(ROOT / "genga"), "upscale", str(film), str(output), "--force", "--data-dir", str(data), *options]


def lengthened(film, times, folder):
    """The film over and over, in closed groups of 12 pictures, so that chunks of any length begin at a key frame."""
    program, environment = ffmpeg()
    result = folder / f"times-{times}.mp4"
    encode = "-c:v libx264 -preset veryfast -crf 18 -g 12 -keyint_min 12 -sc_threshold 0 -x264-params open-gop=0 -c:a copy".split()
    subprocess.run(
        [program, "-nostdin", "-v", "error", "-stream_loop", str(times - 1), "-i", str(film), *encode, str(result)],
        env=environment,
        check=True,
    )
    return result


def ffmpeg():
    installed = shutil.which("ffmpeg")
    if installed:
        return installed, dict(os.environ)
    for bundled in sorted(pathlib.Path.home().glob(".javacpp/cache/ffmpeg-*/org/bytedeco/ffmpeg/*/ffmpeg")):
        libraries = f"{bundled.parent}:{bundled.parent / 'sound-stand-in'}"
        return str(bundled), dict(os.environ, LD_LIBRARY_PATH=libraries)
    sys.exit("there is no ffmpeg program: install one, or run ./genga test, which unpacks one")


def spread(values):
    median, low, high = statistics.median(values), min(values), max(values)
    if isinstance(median, int) or all(value == int(value) for value in values):
        return f"{median:.0f}" if low == high else f"{median:.0f} ({low:.0f} to {high:.0f})"
    return f"{median:.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    main()
