/**
 * Finds how high a film was before somebody enlarged it. It is pure computation on luma.
 *
 * <p>What a picture shows that no picture of another height becomes when it is enlarged (the residual of a least-squares solution) falls the
 * nearer that height is to the picture's own. At the height from which a picture was truly enlarged it falls to what coding added: it is
 * lower than beside that height, and nothing but noise is left for the heights above. Both must be seen, up and across, since each has causes of its own:
 * drawings whose edges follow a grid are well described by that grid's height, and low bit rates leave little detail.
 */
package io.genga.standalone.inspect.resolution;
