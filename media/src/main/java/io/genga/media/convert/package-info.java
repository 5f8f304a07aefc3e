/** From the picture's own Y′CbCr to the R′G′B′ that networks see, and back, with matrix and range always explicit. */
package io.genga.media.convert;
