package io.genga.media.nut;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.input.InputFile;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Reads a file that {@link NutWriter} wrote. Not thread-safe. */
public final class NutReader implements AutoCloseable {

    private final Path path;
    private final InputFile file;
    private final long ticksPerUnit;
    private final long offset;

    private NutReader(Path path, InputFile file, Rational timeBase) {
        this.path = path;
        this.file = file;
        AVRational tick = file.stream(0).time_base();
        this.ticksPerUnit = (long) tick.den() * timeBase.num() / ((long) tick.num() * timeBase.den());
        this.offset =
                Long.parseLong(Dictionaries.toMap(file.context().metadata()).getOrDefault(NutWriter.OFFSET_TAG, "0"));
    }

    /**
     * @param timeBase in which the time stamps were given to the writer
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be opened or is no NUT
     */
    public static NutReader open(Path path, Rational timeBase) {
        return new NutReader(path, InputFile.openChunk(path), timeBase);
    }

    /** Of the video stream. Owned by this reader: not to be used after {@link #close}, nor freed. */
    public AVCodecParameters parameters() {
        return file.stream(0).codecpar();
    }

    /**
     * Reads the next packet in the order of decoding, with the PTS that was written. NUT keeps no DTS.
     *
     * @param packet owned by the caller; what it held before is released first
     * @return false at the end of the file, with {@code packet} blank
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be read any further
     */
    public boolean read(AVPacket packet) {
        if (!file.read(packet)) {
            return false;
        }
        packet.pts(inTimeBase(packet.pts()));
        packet.dts(AV_NOPTS_VALUE);
        return true;
    }

    private long inTimeBase(long ticks) {
        if (ticks == AV_NOPTS_VALUE || (ticks - offset) % ticksPerUnit != 0) {
            throw new IllegalStateException(path + ": time stamp " + ticks + " is not one of this project's");
        }
        return (ticks - offset) / ticksPerUnit;
    }

    @Override
    public void close() {
        file.close();
    }
}
