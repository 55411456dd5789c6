/**
 * ImageJ as what commands ask for open images and hand their results to. Maps, tables and pictures come in and are shown;
 * images that a user has open go out as volumes.
 */
package cohort.imagej.viewer;
