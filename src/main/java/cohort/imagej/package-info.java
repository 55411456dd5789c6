/**
 * The bridge to ImageJ. Macro lines and dialogs come in and become runs of the commands; maps come out as ImagePlus with
 * their space, colours and history, and open images go back in as maps. What is published on the program itself:
 * Schneider, Rasband and Eliceiri 2012, Nature Methods 9:671; Rueden et al. 2017, BMC Bioinformatics 18:529.
 */
package cohort.imagej;
