/**
 * How the voxels of an image lie in a file: their type, byte order, scaling and compression. A layout and a file come
 * in; the values of a volume go out, exactly. Each format says its layout, none reads voxels itself. The types are
 * those of NIfTI-1 (Cox et al. 2004, nifti.nimh.nih.gov).
 */
package cohort.image.stored;
