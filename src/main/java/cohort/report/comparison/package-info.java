/**
 * Two runs on the same grid, side by side. Two folders of results come in; out go the parts of a page: what each run asked and
 * found, how far the significant voxels overlap (Dice 1945) and the maps correlate, the peaks of each with the values of the
 * other, and the settings that differ.
 */
package cohort.report.comparison;
