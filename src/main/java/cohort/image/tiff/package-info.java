/**
 * TIFF. Files come in, {@link cohort.image.Volume}s go out, with values to the last bit as tifffile reads them: integers
 * and floats of 8 to 64 bits in either byte order, BigTIFF, strips and tiles, the full resolution of pyramids. The layout
 * is that of TIFF 6.0 (Aldus 1992), with its Technical Notes and BigTIFF; LZW, PackBits and both predictors are undone by
 * TwelveMonkeys, deflate by Java, Zstandard by aircompressor. Which page is which slice of which volume, and how large a
 * voxel is, is taken from what OME-TIFF (Goldberg et al. 2005, Genome Biology 6:R47), ImageJ and tifffile write beside the
 * pixels. What is not known to be read right is refused.
 */
package cohort.image.tiff;
