package io.genga.media.index;

import java.nio.ByteBuffer;

/**
 * For codecs in which a picture that the container flags as key cuts all references: later pictures look back no farther than to
 * it, but for those of MPEG-1, MPEG-2 and MPEG-4 part 2 that are shown before it.
 *
 * @param header of the stream
 * @param intraOnly whether no picture refers to another, whatever the container says
 */
record FlagEntryRule(ByteBuffer header, boolean intraOnly) implements EntryRule {

    @Override
    public boolean isEntry(ByteBuffer packet, boolean key) {
        return intraOnly || key;
    }

    @Override
    public void requireSame(ByteBuffer newHeader) {
        if (!header.equals(newHeader)) {
            throw new CodingChangedException();
        }
    }
}
