package io.genga.media.output;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;

import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.input.InputFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A chunk that is being written: one video stream in NUT, which keeps every time base. Not thread-safe. */
public final class NutFile implements AutoCloseable {

    /** NUT refines coarser time bases by itself, to one that is known too late to say an offset in it. */
    private static final int FEWEST_TICKS_PER_SECOND = 48_000;

    private final OutputFile output;
    private final AVRational packetTimeBase;
    private final long offset;

    private NutFile(OutputFile output, AVRational packetTimeBase, long offset) {
        this.output = output;
        this.packetTimeBase = packetTimeBase;
        this.offset = offset;
    }

    /**
     * @param timeBase of the packets that will be written
     * @param earliestPts in {@code timeBase}; where it is negative, all time stamps are raised, and lowered again by
     *     {@link InputFile}, since NUT holds none below zero
     * @param describe writes the parameters of the video stream
     */
    public static NutFile create(Path file, Rational timeBase, long earliestPts, Consumer<AVCodecParameters> describe) {
        OutputFile output = OutputFile.create(file, "nut");
        try {
            int refinement = refinementOf(timeBase);
            long offset = Math.max(0, -earliestPts) * refinement;
            AVStream stream = output.addStream();
            describe.accept(stream.codecpar());
            stream.time_base(AvRationals.of(new Rational(timeBase.num(), timeBase.den() * refinement)));
            if (offset > 0) {
                output.setTag(InputFile.TIMESTAMP_OFFSET_TAG, Long.toString(offset));
            }
            output.writeHeader(Map.of());
            return new NutFile(output, AvRationals.of(timeBase), offset);
        } catch (RuntimeException e) {
            output.close();
            throw e;
        }
    }

    /** Whether time stamps in {@code timeBase} can be kept as they are: FFmpeg writes its parts in 31 bits. */
    public static boolean canKeep(Rational timeBase) {
        return (long) timeBase.den() * refinementOf(timeBase) <= Integer.MAX_VALUE;
    }

    /** The power of two by which {@code timeBase} becomes fine enough. */
    private static int refinementOf(Rational timeBase) {
        int refinement = 1;
        while ((long) timeBase.den() * refinement / timeBase.num() < FEWEST_TICKS_PER_SECOND) {
            refinement *= 2;
        }
        return refinement;
    }

    /** @param packet in the time base of the packets; blank afterwards, and still the caller's to free */
    public void write(AVPacket packet) {
        av_packet_rescale_ts(packet, packetTimeBase, output.stream(0).time_base());
        packet.pts(packet.pts() + offset);
        packet.dts(packet.dts() + offset);
        packet.stream_index(0);
        output.write(packet);
    }

    /** Completes the file. */
    public void finish() {
        output.finish();
    }

    @Override
    public void close() {
        output.close();
    }
}
