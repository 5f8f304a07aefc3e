package io.genga.media.index;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Looks at the packets of an H.264 stream one after another. */
final class PacketInspector {

    private static final int IDR_SLICE = 5;

    private final SourceDescription source;
    private final String displayName;
    private final NalUnits nalUnits;
    private final ParameterSets parameterSets = new ParameterSets();
    private final List<IndexedPacket> packets = new ArrayList<>();
    private final Set<Long> seenPts = new HashSet<>();
    private long latestPts;

    PacketInspector(AVCodecParameters parameters, SourceDescription source, String displayName) {
        this.source = source;
        this.displayName = displayName;
        ByteBuffer header = parameters.extradata_size() == 0
                ? ByteBuffer.allocate(0)
                : bytes(parameters.extradata(), parameters.extradata_size());
        this.nalUnits = NalUnits.of(header);
        try {
            parameterSets.learn(nalUnits.inHeader(header));
        } catch (MalformedPacketException e) {
            throw damaged(e);
        }
    }

    void inspect(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0 || packet.size() == 0) {
            throw truncated();
        }
        checkTime(packet);
        try {
            checkHeader(packet);
            add(packet, isCleanEntry(bytes(packet.data(), packet.size())));
        } catch (MalformedPacketException e) {
            throw damaged(e);
        }
    }

    private void add(AVPacket packet, boolean cleanEntry) {
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        packets.add(new IndexedPacket(packet.pts(), key, cleanEntry));
        latestPts = Math.max(latestPts, packet.pts());
    }

    int count() {
        return packets.size();
    }

    List<IndexedPacket> packets() {
        if (packets.isEmpty()) {
            throw truncated();
        }
        return packets;
    }

    RefusedMediaException truncated() {
        return truncated(null);
    }

    RefusedMediaException truncated(Throwable cause) {
        String problem = String.format(Locale.ROOT, "ends after %.1f of %.1f s", latestSecond(), source.seconds());
        return new RefusedMediaException(
                displayName, problem, "the file is truncated or damaged; copy it again", cause);
    }

    private void checkTime(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
            throw refused("has an edit list that hides some of its pictures", "write it anew without one");
        }
        if (packet.pts() == AV_NOPTS_VALUE) {
            throw refused("has pictures without a time stamp", "write it anew as Matroska or MP4");
        }
        if (packet.pts() < 0) {
            throw refused("has pictures before time 0", "write it anew so that it begins at 0");
        }
        if (!seenPts.add(packet.pts())) {
            throw refused("has two pictures with the same time stamp", "write it anew with a time for each picture");
        }
    }

    /** Whether the packet is an IDR picture: nothing before it is needed to decode it or what follows. */
    private boolean isCleanEntry(ByteBuffer packet) {
        List<ByteBuffer> units = nalUnits.split(packet);
        boolean cleanEntry = units.stream().anyMatch(unit -> NalUnits.type(unit) == IDR_SLICE);
        if (packets.isEmpty()) {
            checkFirst(cleanEntry);
            parameterSets.learn(units);
        }
        if (!parameterSets.know(units)) {
            throw changed();
        }
        return cleanEntry;
    }

    private void checkFirst(boolean cleanEntry) {
        if (!cleanEntry) {
            throw refused("does not begin with a picture that stands on its own", "cut it anew at a key frame");
        }
    }

    private void checkHeader(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer header = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size);
            if (header == null) {
                return;
            }
            List<ByteBuffer> units = nalUnits.inHeader(bytes(header, size.get()));
            if (packets.isEmpty()) {
                parameterSets.learn(units);
            }
            if (!parameterSets.know(units)) {
                throw changed();
            }
        }
    }

    private RefusedMediaException changed() {
        return refused(
                String.format(Locale.ROOT, "changes its resolution or coding at %.1f s", latestSecond()),
                "convert it to one resolution and coding");
    }

    private RefusedMediaException damaged(MalformedPacketException cause) {
        String problem = String.format(Locale.ROOT, "is damaged at %.1f s", latestSecond());
        return new RefusedMediaException(displayName, problem, "copy it again", cause);
    }

    private RefusedMediaException refused(String problem, String remedy) {
        return new RefusedMediaException(displayName, problem, remedy);
    }

    private double latestSecond() {
        return (double) latestPts * source.timeBase().num() / source.timeBase().den();
    }

    private static ByteBuffer bytes(BytePointer pointer, long size) {
        return pointer.capacity(size).asByteBuffer();
    }
}
