package io.genga.media.verify;

/**
 * The normal equations of a linear fit, with a ridge that makes them solvable whatever was measured (Hoerl and Kennard, 1970).
 *
 * @param products sums of the products of every two terms; symmetric
 * @param ridge added to the diagonal; above 0
 */
record LeastSquares(double[][] products, double ridge) {

    /**
     * @param targets sums of the products of every term and every value that is fitted
     * @return the coefficient of every term for every value
     */
    double[][] solve(double[][] targets) {
        int terms = products.length;
        double[][] left = new double[terms][];
        double[][] right = new double[terms][];
        for (int i = 0; i < terms; i++) {
            left[i] = products[i].clone();
            left[i][i] += ridge;
            right[i] = targets[i].clone();
        }
        for (int pivot = 0; pivot < terms; pivot++) {
            eliminate(left, right, pivot);
        }
        return right;
    }

    /** By Gauss and Jordan; positive definite, so that no pivot is 0. */
    private static void eliminate(double[][] left, double[][] right, int pivot) {
        double scale = 1 / left[pivot][pivot];
        multiply(left[pivot], scale);
        multiply(right[pivot], scale);
        for (int row = 0; row < left.length; row++) {
            if (row != pivot) {
                double factor = left[row][pivot];
                subtract(left[row], left[pivot], factor);
                subtract(right[row], right[pivot], factor);
            }
        }
    }

    private static void multiply(double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= factor * other[i];
        }
    }
}
