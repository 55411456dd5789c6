/**
 * The formats that ITK's users write: NRRD (teem.sourceforge.net/nrrd/format.html) and MetaImage (itk.org). A header of
 * text comes in; a grid in NIfTI's orientation and the layout of the voxels go out, as ITK 5 has them.
 */
package cohort.image.itk;
