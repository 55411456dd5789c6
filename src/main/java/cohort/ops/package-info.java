/**
 * The steps as SciJava Ops, for scripts and programs that have ImgLib2 images and no files. Images, masks of booleans and
 * plain numbers come in; images and records of them go out. An op turns these into what a step takes and calls the step: it
 * computes nothing itself. An optional argument that is left out is {@code null}, since SciJava Ops has no other way.
 *
 * <p>Maps of a group are one 4D image: x, y, z, and an axis with a map for each subject, in the order of the design's rows.
 * Whatever the type of an image's values, they count as real numbers and are worked on in double precision.
 *
 * <pre>{@code
 * var smoothed = ops.op("cohort.smooth.gaussian").input(maps, new double[] {3, 3, 3}, 6.0).apply();
 * var mask = ops.op("cohort.mask.fromMaps").input(maps).apply();
 * var tests = ops.op("cohort.permute.test").input(smoothed, design, contrast, 1000, mask).apply();
 * }</pre>
 */
package cohort.ops;
