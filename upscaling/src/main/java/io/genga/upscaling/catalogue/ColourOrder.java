package io.genga.upscaling.catalogue;

/** Which channel of a tensor holds which colour. */
public enum ColourOrder {
    RGB(0, 1, 2),
    BGR(2, 1, 0);

    private final int[] channels;

    ColourOrder(int red, int green, int blue) {
        channels = new int[] {red, green, blue};
    }

    /** The channel of colour {@code plane}, counted as frames count: 0 red, 1 green, 2 blue. */
    public int channel(int plane) {
        return channels[plane];
    }
}
