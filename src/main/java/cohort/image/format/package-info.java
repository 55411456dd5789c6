/**
 * Image files of every format. A path comes in; the format that claims it is found, and volumes go out, and back as
 * NIfTI-1. Formats are found by {@link java.util.ServiceLoader}, so none is named here.
 */
package cohort.image.format;
