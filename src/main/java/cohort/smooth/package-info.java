/**
 * Gaussian smoothing. A {@link cohort.image.Volume} and a full width at half maximum in mm come in, the smoothed volume
 * goes out. The kernel and the border are those of scipy.ndimage (Virtanen et al. 2020, Nature Methods 17:261), which
 * nilearn 0.14.1 calls.
 */
package cohort.smooth;
