/**
 * The fields of TIFF files. Bytes come in, the directories of the pages go out, of TIFF 6.0 (Aldus 1992) and of BigTIFF. No
 * number in a file is believed before the file was found long enough for it.
 */
package cohort.image.tiff.field;
