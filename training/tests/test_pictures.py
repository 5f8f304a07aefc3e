"""The pictures that networks are compared on."""

import av
import numpy
import pytest

from genga_training import pictures
from genga_training.refusal import Refused


def test_drawn_frames_move_and_fill_the_range():
    first, second = pictures.drawn(40, 30, 2)

    assert first.shape == (1, 3, 40, 30) and first.dtype == numpy.float32
    assert first.min() == 0 and first.max() == 1
    assert not numpy.array_equal(first, second)


def test_a_films_frames_are_cut_out_of_its_middle(tmp_path):
    file = tmp_path / "film.mkv"
    with av.open(str(file), "w") as container:
        stream = container.add_stream("ffv1", rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "bgr0"
        for grey in (0, 255):
            picture = numpy.zeros((48, 64, 3), numpy.uint8)
            picture[20:28, 20:44] = grey
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode(None))

    dark, light = pictures.Film(file, 2).cut(8, 24, 2)

    assert dark.shape == (1, 3, 8, 24)
    assert dark.max() == 0 and light.min() == 1
    assert pictures.Film(file, 2).cut(100, 100, 1)[0].shape == (1, 3, 48, 64)


def test_a_file_that_is_no_film_is_refused(tmp_path):
    (tmp_path / "film.mkv").write_text("not one")

    with pytest.raises(Refused, match="cannot be read as a film"):
        pictures.Film(tmp_path / "film.mkv", 1)
