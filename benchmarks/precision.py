#!/usr/bin/env python3
"""What fewer bits bring on a processor, and what they cost in likeness: ONNX Runtime with the network as it is, its int8 form, and OpenVINO in f32 and bf16.

    precision.py FILM NETWORK.onnx [INT8.onnx] [--frames N] [--runs N] [--side PIXELS]

Each runs on one thread, on the same frames of the film, one after the other, N times; figures are processor time as the median of the ratios to ONNX Runtime with
the network as it is, within each run, and PSNR against its output. Also says which devices OpenVINO's plugin for ONNX Runtime offers here, which is how Java could
use it. Needs av, numpy, onnxruntime, openvino and onnxruntime-ep-openvino.
"""

import argparse
import statistics
import time

import av
import numpy
import onnxruntime
import onnxruntime_ep_openvino
import openvino


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("film")
    parser.add_argument("network")
    parser.add_argument("int8", nargs="?")
    parser.add_argument("--frames", type=int, default=5)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--side", type=int, default=480, help="only so much of each frame, from its top left corner")
    arguments = parser.parse_args()
    contestants = {"ONNX Runtime": by_onnx_runtime(arguments.network)}
    if arguments.int8:
        contestants["ONNX Runtime, int8"] = by_onnx_runtime(arguments.int8)
    for precision in ("f32", "bf16"):
        contestants[f"OpenVINO, {precision}"] = by_openvino(arguments.network, precision)
    pictures = chosen(arguments.film, arguments.frames, arguments.side)
    seconds = {name: [] for name in contestants}
    errors = {name: [] for name in contestants}
    for run in range(arguments.runs + 1):
        reference = None
        for name, network in contestants.items():
            began = time.process_time()
            results = [network(picture).clip(0, 1) for picture in pictures]
            seconds[name].append(time.process_time() - began)
            reference = reference or results
            errors[name] = [((one - other) ** 2).mean() for one, other in zip(results, reference)]
    print("| | processor time, of the first | PSNR | worst frame |")
    print("|---|---|---|---|")
    for name in contestants:
        # The first run is warming up.
        ratios = [mine / first for mine, first in zip(seconds[name][1:], seconds["ONNX Runtime"][1:])]
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        print(f"| {name} | {spread} | {decibels(numpy.mean(errors[name]))} | {decibels(max(errors[name]))} |")
    print(f"\nOpenVINO's plugin for ONNX Runtime offers: {devices_of_plugin() or 'no device on this processor'}")


def by_onnx_runtime(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda picture: session.run(None, {name: picture})[0]


def by_openvino(path, precision):
    model = openvino.Core().compile_model(path, "CPU", {"INFERENCE_PRECISION_HINT": precision, "INFERENCE_NUM_THREADS": 1})
    return lambda picture: model(picture)[0]


def devices_of_plugin():
    onnxruntime.register_execution_provider_library("openvino", onnxruntime_ep_openvino.get_library_path())
    name = onnxruntime_ep_openvino.get_ep_name()
    return [device.ep_metadata.get("ov_device") for device in onnxruntime.get_ep_devices() if device.ep_name == name]


def chosen(film, count, side):
    """Frames spread over the film."""
    with av.open(film) as container:
        frames = [frame.to_ndarray(format="rgb24")[:side, :side] for frame in container.decode(video=0)]
    picked = [frames[(2 * number + 1) * len(frames) // (2 * count)] for number in range(count)]
    return [numpy.ascontiguousarray(frame.transpose(2, 0, 1)[None].astype(numpy.float32) / 255) for frame in picked]


def decibels(error):
    return "equal" if error == 0 else f"{-10 * numpy.log10(error):.1f} dB"


if __name__ == "__main__":
    main()
