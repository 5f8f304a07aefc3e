package io.genga.media.verify;

/**
 * How the samples along one side of a plane fall into blocks of equal length; where a border lies within a sample, each side has its
 * part of it, so that planes of any size are divided alike.
 *
 * @param indices of samples, by block
 * @param weights of these samples, by block; their sum is 1 in each
 */
record BlockAxis(int[][] indices, float[][] weights) {

    /** @param most in longer blocks only about so many samples count */
    static BlockAxis of(int blocks, int length, int most) {
        int[][] indices = new int[blocks][];
        float[][] weights = new float[blocks][];
        for (int block = 0; block < blocks; block++) {
            double from = (double) block * length / blocks;
            double to = (double) (block + 1) * length / blocks;
            int first = (int) from;
            int step = Math.max(1, (int) ((to - from) / most));
            int count = ((int) Math.ceil(to) - first + step - 1) / step;
            indices[block] = new int[count];
            weights[block] = new float[count];
            for (int i = 0; i < count; i++) {
                int index = first + i * step;
                indices[block][i] = index;
                weights[block][i] = (float) (Math.min(index + 1, to) - Math.max(index, from));
            }
            normalise(weights[block]);
        }
        return new BlockAxis(indices, weights);
    }

    private static void normalise(float[] weights) {
        float sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    int blocks() {
        return indices.length;
    }

    int count(int block) {
        return indices[block].length;
    }

    int index(int block, int i) {
        return indices[block][i];
    }

    float weight(int block, int i) {
        return weights[block][i];
    }
}
