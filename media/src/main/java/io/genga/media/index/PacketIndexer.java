package io.genga.media.index;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;

import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Reads a source once, without decoding, to learn where its packets are and which of them begin anew. */
public final class PacketIndexer {

    private PacketIndexer() {}

    /**
     * @param source of the same file, as probed
     * @param displayName the source's name as its owner knows it, for messages
     * @throws RefusedMediaException where the file is cut short or damaged, or its pictures cannot be told apart by their
     *     time stamps
     */
    public static PacketIndex index(Path file, SourceDescription source, String displayName) {
        try (InputFile input = InputFile.open(file)) {
            input.readOnly(source.videoStream());
            AVStream stream = input.stream(source.videoStream());
            try (PacketInspector inspector = new PacketInspector(stream.codecpar(), source, displayName)) {
                scan(input, inspector);
                if (inspector.count() < avformat_index_get_entries_count(stream)) {
                    throw inspector.truncated();
                }
                List<IndexedPacket> packets = LeadingPictures.hideUndecodable(file, source, inspector.packets());
                return new PacketIndex(source.timeBase(), packets, inspector.hasFieldPairs());
            }
        }
    }

    private static void scan(InputFile input, PacketInspector inspector) {
        AVPacket packet = av_packet_alloc();
        try {
            while (input.read(packet)) {
                inspector.inspect(packet);
            }
        } catch (FfmpegException e) {
            throw inspector.truncated(e);
        } finally {
            av_packet_free(packet);
        }
    }
}
