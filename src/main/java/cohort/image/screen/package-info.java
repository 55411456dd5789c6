/**
 * How ImageJ lays images out. The {@link cohort.image.Grid} of a volume comes in, the order of pixels on the screen and in
 * ImageJ's files goes out, and back: its calibration has sizes and an origin but no directions, so that affine and header
 * are kept as texts beside the pixels.
 */
package cohort.image.screen;
