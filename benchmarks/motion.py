#!/usr/bin/env python3
"""What the reuse of drawings would save besides, if what moves by whole pixels was taken over from where it was.

    motion.py FILM...

Runs no network. Of every frame it counts the tiles of 16 pixels that differ from the frame before by the rule of `--reuse faithful`, and those
of them that do not where the frame before is moved by one of the shifts, whole pixels alone, that explain most of the picture (the highest peaks of the
phase correlation). Prints both as shares of all tiles, as a Markdown table; the last column is the share of the changed tiles. Needs av and numpy.
"""

import argparse

import av
import numpy

TILE, BLOCK = 16, 8
DIFFERENCE, SHIFT = 3, 2.2
PEAKS = 4


def frames(path):
    with av.open(path) as container:
        for frame in container.decode(video=0):
            picture = frame.to_ndarray(format="rgb24").astype(numpy.int16)
            height, width = (length // TILE * TILE for length in picture.shape[:2])
            yield picture[:height, :width]


def means(values, side):
    height, width = values.shape
    return values.reshape(height // side, side, width // side, side).mean(axis=(1, 3))


def changed(now, before):
    """By tile, as ChangeDetection finds it."""
    difference = now - before
    blocks = means(numpy.abs(difference).max(axis=2), BLOCK) > DIFFERENCE
    for channel in range(3):
        blocks |= numpy.abs(means(difference[:, :, channel], BLOCK)) > SHIFT
    ratio = TILE // BLOCK
    rows, columns = blocks.shape
    return blocks.reshape(rows // ratio, ratio, columns // ratio, ratio).any(axis=(1, 3))


def shifts(now, before):
    one, other = (numpy.fft.rfft2(picture.mean(axis=2) - picture.mean()) for picture in (now, before))
    cross = one * numpy.conj(other)
    peaks = numpy.fft.irfft2(cross / (numpy.abs(cross) + 1e-9), now.shape[:2])
    for index in numpy.argsort(peaks, axis=None)[::-1][:PEAKS]:
        yield numpy.unravel_index(index, peaks.shape)


def tiles(path):
    all_tiles = still = moving = 0
    before = None
    for now in frames(path):
        if before is not None:
            left = changed(now, before)
            still += left.sum()
            for down, right in shifts(now, before) if left.any() else ():
                left &= changed(now, numpy.roll(before, (down, right), axis=(0, 1)))
            moving += left.sum()
            all_tiles += left.size
        before = now
    return still / all_tiles, moving / all_tiles


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("films", nargs="+", metavar="FILM")
    print("| film | tiles changed | and not merely moved | saved |")
    print("|---|---|---|---|")
    for film in arguments.parse_args().films:
        still, moving = tiles(film)
        print(f"| {film.rsplit('/', 1)[-1]} | {still:.3f} | {moving:.3f} | {1 - moving / still if still else 0:.3f} |", flush=True)


if __name__ == "__main__":
    main()
