/**
 * Volumes as images of ImageJ and back, by drag and drop, import and export. What ImageJ cannot hold, the affine and
 * the header, goes along as properties of the image.
 */
package cohort.imagej.io;
