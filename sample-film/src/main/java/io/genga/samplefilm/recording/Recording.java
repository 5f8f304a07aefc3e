package io.genga.samplefilm.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;

import io.genga.samplefilm.SampleFilm;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/** The film's picture, degraded and encoded small, and its sound, without loss, in Matroska. */
final class Recording {

    private static final int SAMPLES_PER_FRAME = Soundtrack.SAMPLE_RATE / SampleFilm.FRAMES_PER_SECOND;

    /**
     * Closed groups of pictures of different lengths: x264 begins one at a cut, and at the latest after 42 frames. The
     * colours are those of the recorder's conversion from RGB. One thread, since their number changes the bytes.
     */
    private static final String X264_PARAMETERS = "keyint=42:min-keyint=8:scenecut=40:open-gop=0:threads=1"
            + ":colorprim=smpte170m:transfer=smpte170m:colormatrix=smpte170m:range=tv";

    private static final String LOW_QUALITY = "27";

    private Recording() {}

    static void write(Path file) throws IOException {
        try (FFmpegFrameRecorder recorder =
                new FFmpegFrameRecorder(file.toFile(), FilmWriter.WIDTH, FilmWriter.HEIGHT, 1)) {
            describePicture(recorder);
            describeSound(recorder);
            recorder.setFormat("matroska");
            recorder.start();
            record(recorder);
            recorder.stop();
        }
    }

    private static void describePicture(FFmpegFrameRecorder recorder) {
        recorder.setVideoCodecName("libx264");
        recorder.setFrameRate(SampleFilm.FRAMES_PER_SECOND);
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setVideoBitrate(0);
        recorder.setVideoOption("crf", LOW_QUALITY);
        recorder.setVideoOption("x264-params", X264_PARAMETERS);
    }

    private static void describeSound(FFmpegFrameRecorder recorder) {
        recorder.setAudioCodecName("flac");
        recorder.setSampleFormat(AV_SAMPLE_FMT_S16);
        recorder.setSampleRate(Soundtrack.SAMPLE_RATE);
    }

    private static void record(FFmpegFrameRecorder recorder) throws IOException {
        try (Java2DFrameConverter converter = new Java2DFrameConverter()) {
            for (int number = 0; number < SampleFilm.FRAMES; number++) {
                recorder.record(converter.convert(
                        Degradation.apply(SampleFilm.draw(number, 2 * FilmWriter.WIDTH, 2 * FilmWriter.HEIGHT))));
                recorder.recordSamples(Soundtrack.samples((long) number * SAMPLES_PER_FRAME, SAMPLES_PER_FRAME));
            }
        }
    }
}
