/**
 * A schematic human brain in the MNI space, whose curves are those of the average ICBM 152 (Fonov et al. 2011, NeuroImage
 * 54:313). A mask comes in; whether it lies in that space, and the curves of a view in mm, go out.
 */
package cohort.figure.anatomy;
