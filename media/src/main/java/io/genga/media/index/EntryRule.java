package io.genga.media.index;

import java.nio.ByteBuffer;

/** What the packets of a codec say of themselves, beyond the container's flags. Sees a stream's packets in their order. */
interface EntryRule {

    /**
     * Whether decoding may start at a packet: see {@link IndexedPacket#entry}.
     *
     * @param key the container's word
     * @throws MalformedPacketException where the packet is not of the codec's structure
     * @throws CodingChangedException where it cannot be decoded with what the stream's beginning says
     */
    boolean isEntry(ByteBuffer packet, boolean key);

    /**
     * A global header that comes amid the packets.
     *
     * @throws MalformedPacketException where it is too short for what it announces
     * @throws CodingChangedException where it is another than that of the stream's beginning
     */
    void requireSame(ByteBuffer header);
}
