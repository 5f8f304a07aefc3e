"""Pictures to compare networks on: drawn here, or cut out of a film."""

import pathlib
from collections.abc import Sequence

import numpy

from genga_training.refusal import Refused


def drawn(height: int, width: int, frames: int) -> Sequence[numpy.ndarray]:
    """Frames [1, 3, height, width] in float32, 0 to 1: slopes of colour, dark lines that move, a white field, a little noise."""
    noise = numpy.random.default_rng(7)
    rows, columns = numpy.mgrid[0:height, 0:width]
    slopes = numpy.stack([(columns * (c + 1) + rows * (3 - c)) / (3 * width + 3 * height) for c in range(3)])
    result = []
    for number in range(frames):
        frame = slopes + noise.normal(0, 0.01, slopes.shape)
        frame[:, (columns + 2 * rows + 3 * number) % 23 < 2] = 0
        frame[:, (columns > width * 2 // 3) & (rows > height * 2 // 3)] = 1
        result.append(numpy.clip(frame, 0, 1)[None].astype(numpy.float32))
    return result


class Film:
    """Cuts frames out of the middle of a film's pictures."""

    def __init__(self, file: pathlib.Path, frames: int):
        import av

        try:
            with av.open(str(file)) as container:
                decoded = container.decode(video=0)
                self._frames = [frame.to_ndarray(format="rgb24") for frame, _ in zip(decoded, range(frames))]
        except (av.error.FFmpegError, IndexError) as error:
            raise Refused(f"{file} cannot be read as a film: give another") from error

    def cut(self, height: int, width: int, frames: int) -> Sequence[numpy.ndarray]:
        """As `drawn`; smaller where the film is."""
        return [self._middle(frame, height, width) for frame in self._frames[:frames]]

    @staticmethod
    def _middle(frame, height, width):
        top, left = max(0, (frame.shape[0] - height) // 2), max(0, (frame.shape[1] - width) // 2)
        part = frame[top : top + height, left : left + width]
        return numpy.ascontiguousarray(part.transpose(2, 0, 1)[None], dtype=numpy.float32) / 255
