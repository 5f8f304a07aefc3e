package io.genga.media.index;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.media.ffmpeg.Vop;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Looks at the packets of a video stream one after another. */
final class PacketInspector implements AutoCloseable {

    /** Containers of broadcasts, whose recordings begin at no particular picture. As players do, what comes before an entry is left out. */
    private static final Set<String> RECORDED_FROM_ANYWHERE = Set.of("mpegts", "mpeg");

    private final SourceDescription source;
    private final String displayName;
    private final EntryRule entries;
    private final Optional<FieldPairs> fieldPairs;
    /** Positions of packets that hold but the second field of the picture before. */
    private final BitSet secondFields = new BitSet();

    private final List<IndexedPacket> packets = new ArrayList<>();
    private final Set<Long> seenPts = new HashSet<>();
    private boolean entered;
    private long latestPts;
    private long previousDts = Long.MIN_VALUE;

    PacketInspector(AVCodecParameters parameters, SourceDescription source, String displayName) {
        this.source = source;
        this.displayName = displayName;
        try {
            this.entries = EntryRules.of(parameters);
            this.fieldPairs = FieldPairs.in(parameters);
        } catch (MalformedPacketException e) {
            throw damaged(e);
        }
    }

    void inspect(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0 || packet.size() == 0) {
            throw truncated();
        }
        if (source.codec().equals("mpeg4") && Vop.countIn(packet) > 1) {
            throw refused(
                    "holds two pictures in a packet, as DivX wrote them",
                    "unpack it: ffmpeg -i FILM -c copy -bsf:v mpeg4_unpack_bframes UNPACKED.avi");
        }
        if (fieldPairs.isPresent() && fieldPairs.get().isSecond(packet)) {
            addSecondField(packet);
        } else {
            add(packet);
        }
    }

    private void add(AVPacket packet) {
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        boolean entry = isEntry(packet, key);
        entered |= entry;
        if (!entered && !RECORDED_FROM_ANYWHERE.contains(source.container())) {
            throw withoutEntry();
        }
        boolean shown = entered && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
        checkTime(packet, shown);
        packets.add(new IndexedPacket(packet.pts(), key, entry, shown, packet.size()));
        latestPts = Math.max(latestPts, packet.pts());
    }

    /** It is shown with the first. */
    private void addSecondField(AVPacket packet) {
        isEntry(packet, false); // since its parameter sets must be known, too
        secondFields.set(packets.size());
        packets.add(new IndexedPacket(latestPts, false, false, false, packet.size()));
    }

    private boolean isEntry(AVPacket packet, boolean key) {
        try {
            checkHeader(packet);
            return entries.isEntry(bytes(packet.data(), packet.size()), key);
        } catch (MalformedPacketException e) {
            throw damaged(e);
        } catch (CodingChangedException e) {
            throw new RefusedMediaException(
                    displayName,
                    String.format(Locale.ROOT, "changes its resolution or coding at %.1f s", latestSecond()),
                    "convert it to one resolution and coding",
                    e);
        }
    }

    int count() {
        return packets.size();
    }

    List<IndexedPacket> packets() {
        if (!entered) {
            throw withoutEntry();
        }
        if (seenPts.isEmpty()) {
            throw truncated();
        }
        requireHiddenOnlyAtTheEnds();
        return packets;
    }

    /** Whether some pictures are two packets each. */
    boolean hasFieldPairs() {
        return !secondFields.isEmpty();
    }

    private RefusedMediaException withoutEntry() {
        return refused("does not begin with a picture that stands on its own", "cut it anew at a key frame");
    }

    /** What lies between two pictures of the film would come out of the decoder between them. */
    private void requireHiddenOnlyAtTheEnds() {
        long first = Collections.min(seenPts);
        long last = Collections.max(seenPts);
        boolean amid = IntStream.range(0, packets.size())
                .filter(position -> !secondFields.get(position))
                .mapToObj(packets::get)
                .anyMatch(packet -> !packet.shown() && packet.pts() >= first && packet.pts() <= last);
        if (amid) {
            throw refused("has an edit list that hides pictures in its middle", "write it anew without one");
        }
    }

    RefusedMediaException truncated() {
        return truncated(null);
    }

    RefusedMediaException truncated(Throwable cause) {
        String problem = String.format(Locale.ROOT, "ends after %.1f of %.1f s", latestSecond(), source.seconds());
        return new RefusedMediaException(
                displayName, problem, "the file is truncated or damaged; copy it again", cause);
    }

    private void checkTime(AVPacket packet, boolean shown) {
        if (packet.pts() == AV_NOPTS_VALUE) {
            throw refused("has pictures without a time stamp", "write it anew as Matroska or MP4");
        }
        previousDts = Math.max(previousDts + 1, packet.dts());
        if (packet.pts() < previousDts) {
            throw refused(
                    String.format(
                            Locale.ROOT, "has a picture at %.1f s that is shown before it is decoded", latestSecond()),
                    "copy it again, or write it anew");
        }
        if (shown && packet.pts() < 0) {
            throw refused("has pictures before time 0", "write it anew so that it begins at 0");
        }
        if (shown && !seenPts.add(packet.pts())) {
            throw refused("has two pictures with the same time stamp", "write it anew with a time for each picture");
        }
    }

    private void checkHeader(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer header = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size);
            if (header != null) {
                entries.requireSame(bytes(header, size.get()));
            }
        }
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

    @Override
    public void close() {
        fieldPairs.ifPresent(FieldPairs::close);
    }
}
