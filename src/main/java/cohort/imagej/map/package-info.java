/**
 * Maps in windows. A map and its background come in; it is painted above a threshold, linked to the other maps by
 * position, and its values go out to the panel beside it.
 */
package cohort.imagej.map;
