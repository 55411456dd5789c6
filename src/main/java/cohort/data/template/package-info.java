/**
 * Average brains to draw maps on: the MNI152 (Fonov et al. 2011, NeuroImage 54:313) and the Allen mouse brain (Wang et al.
 * 2020, Cell 181:936). A name comes in; the image goes out, from the folder where nilearn keeps its data or by download.
 */
package cohort.data.template;
