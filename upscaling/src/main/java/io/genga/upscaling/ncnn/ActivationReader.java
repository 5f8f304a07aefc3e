package io.genga.upscaling.ncnn;

/** The settings 9 and 10, with which layers say what they do to their results. */
final class ActivationReader {

    private static final int NONE = 0;
    private static final int RELU = 1;
    private static final int LEAKY_RELU = 2;
    private static final int SIGMOID = 4;

    private ActivationReader() {}

    static Activation read(LayerLine layer) {
        int type = layer.parameters().integer(9, NONE);
        float[] settings = layer.parameters().decimals(10);
        if (type == NONE) {
            return new Activation.Rectifier(1);
        }
        if (type == RELU) {
            return new Activation.Rectifier(0);
        }
        if (type == LEAKY_RELU && settings.length == 1) {
            return new Activation.Rectifier(settings[0]);
        }
        if (type == SIGMOID) {
            return new Activation.Sigmoid();
        }
        throw layer.refusal("is followed by activation " + type + " with " + settings.length
                + " settings: only ReLU (1), leaky ReLU (2) and sigmoid (4) can be converted");
    }
}
