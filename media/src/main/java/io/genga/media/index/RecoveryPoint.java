package io.genga.media.index;

/** The recovery point among the supplemental information of H.264 (ITU-T H.264, D.1.8 and D.2.8). */
final class RecoveryPoint {

    private static final int RECOVERY_POINT = 6;
    private static final int MORE_FOLLOWS = 0xFF;

    private RecoveryPoint() {}

    /** Whether from this picture on, in order of output, all pictures are exact: the I-picture that begins an open group. */
    static boolean isExactAtOnce(NalBits messages) {
        while (messages.hasBytes(3)) {
            int type = number(messages);
            int bytes = number(messages);
            if (type == RECOVERY_POINT) {
                return messages.exponentialGolomb() == 0 && messages.bit() == 1;
            }
            messages.skip(bytes * Byte.SIZE);
        }
        return false;
    }

    private static int number(NalBits messages) {
        int value = 0;
        int part;
        do {
            part = messages.unsigned(Byte.SIZE);
            value += part;
        } while (part == MORE_FOLLOWS);
        return value;
    }
}
