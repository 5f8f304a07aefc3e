"""Writes genga-cel-x2-int8.onnx, genga-cel-x2 in whole numbers of 8 bits, and prints what its manifest needs to know, and how near it comes on other films.

Weights and activations are quantised (QDQ: a weight per output channel, an activation per tensor), the last convolution, which makes the pixels, is not. Ranges are
those that 99.999 % of the activations keep on tiles of FILM, since the few beyond would cost all others their precision. Weights take 7 bits: with 8, processors
without VNNI would clip the sums of two products to 16 bits.

    ./genga demo
    python genga-cel-x2-int8.py ../../genga-demo/sample-film.mkv ../src/main/resources/genga/networks/ [OTHER-FILM ...]

Needs: av, numpy, onnx, onnxruntime 1.32
"""

import hashlib
import pathlib
import sys
import tempfile

import av
import numpy
import onnx
import onnxruntime
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

TILE = 160
EVERY = 8
SEED = 1


def pictures(film, every):
    with av.open(str(film)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number % every == 0:
                yield frame.to_ndarray(format="rgb24").transpose(2, 0, 1)[None].astype(numpy.float32) / 255


class Tiles(CalibrationDataReader):
    """Three tiles of every eighth frame, at random places."""

    def __init__(self, film):
        random = numpy.random.default_rng(SEED)
        self.tiles = iter([tile for picture in pictures(film, EVERY) for tile in self.of(picture, random)])

    @staticmethod
    def of(picture, random):
        for _ in range(3):
            top, left = (random.integers(0, side - TILE + 1) for side in picture.shape[2:])
            yield {"input": numpy.ascontiguousarray(picture[:, :, top : top + TILE, left : left + TILE])}

    def get_next(self):
        return next(self.tiles, None)


def quantise(original, film, target):
    with tempfile.TemporaryDirectory() as folder:
        prepared = pathlib.Path(folder) / "prepared.onnx"
        quant_pre_process(str(original), str(prepared), skip_symbolic_shape=True)
        convolutions = [node.name for node in onnx.load(prepared).graph.node if node.op_type == "Conv"]
        quantize_static(
            str(prepared),
            str(target),
            Tiles(film),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["Conv", "LeakyRelu"],
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=convolutions[-1:],
            calibrate_method=CalibrationMethod.Percentile,
            extra_options={"CalibPercentile": 99.999},
        )


def decibels(original, quantised, film):
    first, second = (onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]) for path in (original, quantised))
    errors = []
    for picture in pictures(film, 4 * EVERY + 1):
        one, other = (session.run(None, {"input": picture})[0].clip(0, 1) for session in (first, second))
        errors.append(((one - other) ** 2).mean())
    return -10 * numpy.log10(numpy.mean(errors)), -10 * numpy.log10(numpy.max(errors))


def main(film, folder, *others):
    original = pathlib.Path(folder) / "genga-cel-x2.onnx"
    target = pathlib.Path(folder) / "genga-cel-x2-int8.onnx"
    quantise(original, film, target)
    content = target.read_bytes()
    print(f"sha256: {hashlib.sha256(content).hexdigest()}\nbytes: {len(content)}")
    for other in (film, *others):
        mean, worst = decibels(original, target, other)
        print(f"{other}: {mean:.1f} dB against fp32, {worst:.1f} dB in the worst frame")


if __name__ == "__main__":
    main(*sys.argv[1:])
