/**
 * What every room of the house speaks: the one exception for a mistake in input and the one way to say how far a long
 * step has come. Nothing here knows of images, statistics or a user interface.
 */
package cohort;
