/**
 * From the picture's own Y′CbCr to the R′G′B′ that networks see, and back, with matrix, range and chroma location always explicit.
 *
 * <p>Networks see the picture as it is coded: there is no tone mapping, neither for PQ nor for HLG. Between 8 bits and 8 bits there
 * are 8 bits of R′G′B′, else 16. On the way there and back, a colour of 8 to 12 bits changes by at most one step, in full range with
 * the matrix of BT.601 and 12 bits by at most two; colours outside of R′G′B′ are clipped. From more to 8 bits the picture is dithered.
 *
 * <p>Pictures that are R′G′B′ already come through without a change; where a codec wants another depth, each sample becomes the nearest one
 * of that depth, with white as the largest number.
 */
package io.genga.media.convert;
