package io.genga.testsupport.film;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Subtitles as discs have them: a small white bar, shown twice (presentation graphics of Blu-ray, in a file of segments). */
final class SupFile {

    private static final int CLOCK = 90_000;
    private static final int PALETTE = 0x14;
    private static final int OBJECT = 0x15;
    private static final int COMPOSITION = 0x16;
    private static final int WINDOW = 0x17;
    private static final int END = 0x80;
    private static final int EPOCH_START = 0x80;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 2;

    /** Two lines of eight pixels of colour 1, each with its end. */
    private static final byte[] RUNS = {0, (byte) 0x88, 1, 0, 0, 0, (byte) 0x88, 1, 0, 0};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int compositions;

    private SupFile() {}

    static byte[] ofTwoBars() {
        SupFile sup = new SupFile();
        sup.show(0.2);
        sup.clear(0.6);
        sup.show(0.8);
        sup.clear(1.2);
        return sup.file.toByteArray();
    }

    private void show(double second) {
        ByteBuffer composition = composition(EPOCH_START, 1);
        composition.putShort((short) 0).put((byte) 0).put((byte) 0).putShort((short) 4);
        segment(second, COMPOSITION, composition.putShort((short) 4));
        ByteBuffer window = ByteBuffer.allocate(32).put((byte) 1).put((byte) 0).putShort((short) 4);
        segment(
                second,
                WINDOW,
                window.putShort((short) 4).putShort((short) WIDTH).putShort((short) HEIGHT));
        segment(second, PALETTE, ByteBuffer.allocate(32).putShort((short) 0).put(new byte[] {1, -21, -128, -128, -1}));
        ByteBuffer object =
                ByteBuffer.allocate(32).putShort((short) 0).put((byte) 0).put((byte) 0xC0);
        object.put((byte) 0).putShort((short) (2 * Short.BYTES + RUNS.length));
        segment(
                second,
                OBJECT,
                object.putShort((short) WIDTH).putShort((short) HEIGHT).put(RUNS));
        segment(second, END, ByteBuffer.allocate(0));
    }

    private void clear(double second) {
        segment(second, COMPOSITION, composition(0, 0));
        segment(second, END, ByteBuffer.allocate(0));
    }

    private ByteBuffer composition(int state, int objects) {
        ByteBuffer composition = ByteBuffer.allocate(32)
                .putShort((short) 96)
                .putShort((short) 64)
                .put((byte) 0x10);
        composition.putShort((short) compositions++).put((byte) state);
        return composition.put((byte) 0).put((byte) 0).put((byte) objects);
    }

    private void segment(double second, int type, ByteBuffer content) {
        content.flip();
        ByteBuffer header = ByteBuffer.allocate(13).put((byte) 'P').put((byte) 'G');
        header.putInt((int) (second * CLOCK)).putInt(0).put((byte) type).putShort((short) content.remaining());
        file.write(header.array(), 0, header.capacity());
        file.write(content.array(), 0, content.remaining());
    }
}
