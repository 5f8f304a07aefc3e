package io.genga.media.input;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.contracts.plan.Rational;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The one stream of a chunk, or of its result, in the time base of the film. Not thread-safe. */
public final class ChunkReader implements AutoCloseable {

    private final Path path;
    private final InputFile file;
    private final long ticksPerUnit;

    private ChunkReader(Path path, InputFile file, Rational timeBase) {
        this.path = path;
        this.file = file;
        AVRational tick = file.stream(0).time_base();
        this.ticksPerUnit = (long) tick.den() * timeBase.num() / ((long) tick.num() * timeBase.den());
    }

    /**
     * @param timeBase in which the time stamps were given to the writer
     * @throws io.genga.media.ffmpeg.FfmpegException where the file cannot be opened or is no NUT
     */
    public static ChunkReader open(Path path, Rational timeBase) {
        return new ChunkReader(path, InputFile.openChunk(path), timeBase);
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
     * @throws IllegalStateException where a time stamp is not a multiple of the time base
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
        if (ticks == AV_NOPTS_VALUE || ticks % ticksPerUnit != 0) {
            throw new IllegalStateException(path + ": time stamp " + ticks + " is not one that this project wrote");
        }
        return ticks / ticksPerUnit;
    }

    @Override
    public void close() {
        file.close();
    }
}
