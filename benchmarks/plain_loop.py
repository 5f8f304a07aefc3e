"""The plainest way to remaster a film in Python: decode, run the network on each whole frame, encode.

plain_loop.py FILM NETWORK.onnx RESULT.mkv
"""

import sys

import av
import numpy
import onnxruntime


def main(film, network, result):
    session = onnxruntime.InferenceSession(network, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    with av.open(film) as source, av.open(result, "w") as target:
        source.streams.video[0].thread_type = "AUTO"
        stream = None
        for frame in source.decode(video=0):
            picture = frame.to_ndarray(format="rgb24").transpose(2, 0, 1)[None].astype(numpy.float32) / 255
            larger = session.run(None, {name: picture})[0][0].clip(0, 1) * 255
            larger = numpy.ascontiguousarray(numpy.rint(larger).astype(numpy.uint8).transpose(1, 2, 0))
            if stream is None:
                stream = target.add_stream("libx264", rate=source.streams.video[0].average_rate)
                stream.height, stream.width = larger.shape[:2]
                stream.pix_fmt = "yuv420p"
                stream.options = {"crf": "18", "preset": "veryfast"}
            encoded = av.VideoFrame.from_ndarray(larger, format="rgb24")
            target.mux(stream.encode(encoded))
        target.mux(stream.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
