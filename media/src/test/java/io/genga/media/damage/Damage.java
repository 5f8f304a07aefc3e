package io.genga.media.damage;

import java.util.Arrays;
import java.util.Random;

/** Things that disks and networks do to a film's bytes. */
final class Damage {

    private static final int BLOCK = 512;

    private Damage() {}

    static byte[] truncated(byte[] film, double share) {
        return Arrays.copyOf(film, (int) (film.length * share));
    }

    static byte[] flippedBits(byte[] film, int bits, Random random) {
        byte[] damaged = film.clone();
        for (int i = 0; i < bits; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return damaged;
    }

    static byte[] zeroedBlock(byte[] film, Random random) {
        byte[] damaged = film.clone();
        int start = random.nextInt(damaged.length - BLOCK);
        Arrays.fill(damaged, start, start + BLOCK, (byte) 0);
        return damaged;
    }

    /** Where it hits a size, that is far beyond the file's end. */
    static byte[] hugeNumber(byte[] film, Random random) {
        byte[] damaged = film.clone();
        int start = random.nextInt(Math.min(damaged.length, 4096) - Integer.BYTES);
        Arrays.fill(damaged, start, start + Integer.BYTES, (byte) 0x7F);
        return damaged;
    }
}
