/**
 * What TIFF files say of themselves beside the pixels. The first page's fields come in; which page is which slice of which
 * volume, the size of a voxel and the calibration of the values go out, by OME-XML (Goldberg et al. 2005, Genome Biology
 * 6:R47), the lines that ImageJ writes, and the shape that tifffile writes.
 */
package cohort.image.tiff.description;
