package io.genga.testsupport.film;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures that carry their number, so that it can be read back however they were coded, enlarged or turned grey. The top quarter shows it in
 * eight blocks, white for one and black for zero, the lowest bit on the left. The quarter below shows the opposite, so that a mixture of two pictures is none.
 */
final class FrameNumbers {

    private static final int BITS = 8;
    private static final int ROWS = 4;
    private static final int BYTES = BITS * ROWS;

    /** Of 0 to 255; lossy coding does not blur a whole block to grey. */
    private static final int WHITE_FROM = 160;

    private static final int BLACK_UP_TO = 96;

    /** Shrinks any picture to one sample of 8 bits for each block. */
    static final String TO_BLOCKS = "scale=" + BITS + ":" + ROWS + ":flags=area,format=gray";

    private FrameNumbers() {}

    /** A moving test picture with its number, as a source of FFmpeg's filters. */
    static String source(int width, int height, String framesPerSecond) {
        String bit = "mod(floor(N/pow(2,floor(X*" + BITS + "/W)))+gte(Y,H/4),2)";
        return "testsrc2=size=" + width + "x" + height + ":rate=" + framesPerSecond
                + ",format=yuv444p,geq=lum='if(lt(Y,H/2),16+219*" + bit
                + ",lum(X,Y))':cb='if(lt(Y,H/2),128,cb(X,Y))':cr='if(lt(Y,H/2),128,cr(X,Y))'";
    }

    /**
     * @param blocks pictures, one after the other, each as {@link #TO_BLOCKS} makes it
     * @return their numbers; {@link ShownFrame#NO_NUMBER} for one that shows none
     */
    static List<Integer> read(byte[] blocks) {
        List<Integer> numbers = new ArrayList<>();
        for (int start = 0; start + BYTES <= blocks.length; start += BYTES) {
            numbers.add(number(Arrays.copyOfRange(blocks, start, start + 2 * BITS)));
        }
        return numbers;
    }

    private static int number(byte[] rows) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int sample = rows[bit] & 0xFF;
            int opposite = rows[BITS + bit] & 0xFF;
            if (sample >= WHITE_FROM && opposite <= BLACK_UP_TO) {
                number |= 1 << bit;
            } else if (sample > BLACK_UP_TO || opposite < WHITE_FROM) {
                return ShownFrame.NO_NUMBER;
            }
        }
        return number;
    }
}
