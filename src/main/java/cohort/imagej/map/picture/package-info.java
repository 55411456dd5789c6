/**
 * The parts of a map's picture. Values, their colours and what they lie on come in; pixels go out.
 */
package cohort.imagej.map.picture;
