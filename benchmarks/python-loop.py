#!/usr/bin/env python3
"""Holds a remastered film against the plainest way to make it: decode, run the network on each whole frame, convert, compare.

    python-loop.py FILM NETWORK.onnx RESULT [--threads N]

RESULT is what `genga upscale FILM RESULT --encoder ffv1 --reuse off` made with the same network. Frames are compared as they are stored, in 4:2:0 of 8
bits. Fails where any sample differs by more than 1, or the number of frames or their size. Needs av, numpy and onnxruntime.
The film's colours are taken to be BT.601 in limited range, as those of films of fewer than 720 lines that do not say.
"""

import argparse
import itertools
import sys
import time

import av
import numpy
import onnxruntime

MOST_DIFFERENCE = 1
# Without these flags FFmpeg rounds down and drops every second chroma sample.
EXACT = "bicubic+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact"


class Conversion:
    """FFmpeg's own conversion of colours, with everything said that it would guess."""

    def __init__(self, width, height, pixel_format, to):
        yuv = "in" if to == "gbrp" else "out"
        chroma = f"{yuv}_chroma_loc=left"
        matrix = "in_color_matrix=bt601:out_color_matrix=bt601"
        ranges = "in_range=limited:out_range=full" if to == "gbrp" else "in_range=full:out_range=limited"
        self.graph = av.filter.Graph()
        source = self.graph.add_buffer(width=width, height=height, format=pixel_format, time_base="1/1000")
        scale = self.graph.add("scale", f"flags={EXACT}:{matrix}:{ranges}:{chroma}")
        form = self.graph.add("format", to)
        self.graph.link_nodes(source, scale, form, self.graph.add("buffersink")).configure()

    def __call__(self, frame):
        frame.pts = None
        self.graph.push(frame)
        return self.graph.pull()


def planes(frame):
    """The planes of a frame, as they are, without the padding of their rows."""
    for plane in frame.planes:
        yield numpy.frombuffer(plane, numpy.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]


def frames(path):
    with av.open(path) as container:
        container.streams.video[0].thread_type = "AUTO"
        yield from container.decode(video=0)


def upscaled(film, network, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    to_rgb = to_yuv = None
    for frame in frames(film):
        to_rgb = to_rgb or Conversion(frame.width, frame.height, frame.format.name, "gbrp")
        green, blue, red = planes(to_rgb(frame))
        picture = numpy.stack([red, green, blue])[None].astype(numpy.float32) / 255
        result = numpy.rint(session.run(None, {name: picture})[0][0].clip(0, 1) * 255).astype(numpy.uint8)
        larger = av.VideoFrame(result.shape[2], result.shape[1], "gbrp")
        for plane, channel in zip(larger.planes, (1, 2, 0)):
            rows = numpy.zeros((plane.height, plane.line_size), numpy.uint8)
            rows[:, : plane.width] = result[channel]
            plane.update(rows)
        to_yuv = to_yuv or Conversion(larger.width, larger.height, "gbrp", "yuv420p")
        yield to_yuv(larger)


def compare(number, expected, found):
    """The largest difference, and how many samples differ."""
    if (expected.width, expected.height) != (found.width, found.height):
        sys.exit(f"frame {number}: {found.width}x{found.height} instead of {expected.width}x{expected.height}")
    differences = [
        numpy.abs(ours.astype(numpy.int16) - theirs) for ours, theirs in zip(planes(expected), planes(found))
    ]
    return max(int(d.max()) for d in differences), sum(int((d > 0).sum()) for d in differences), sum(d.size for d in differences)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("film")
    arguments.add_argument("network")
    arguments.add_argument("result")
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()

    started = time.monotonic()
    worst = differing = samples = count = 0
    for number, (expected, found) in enumerate(
        itertools.zip_longest(upscaled(given.film, given.network, given.threads), frames(given.result))
    ):
        if expected is None or found is None:
            sys.exit(f"only one of the two films has a frame {number}")
        largest, different, compared = compare(number, expected, found)
        worst, differing, samples, count = max(worst, largest), differing + different, samples + compared, number + 1
        size = f"{found.width}x{found.height}"
        print(f"\r{count} frames, worst difference {worst}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(
        f"{count} frames of {size}: worst difference {worst}/255, {100 * differing / samples:.4f} % of the samples differ; "
        f"{time.monotonic() - started:.0f} s"
    )
    if worst > MOST_DIFFERENCE:
        sys.exit(f"at most {MOST_DIFFERENCE}/255 was allowed")


if __name__ == "__main__":
    main()
