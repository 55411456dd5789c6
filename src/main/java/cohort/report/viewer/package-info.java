/**
 * What a reader can explore in the page: three planes through every map. Results come in; maps as bytes, and the style and
 * script that show them, go out. Pictures have 256 values; voxels with evidence keep their own. Compression is zlib's (RFC
 * 1950), which browsers read.
 */
package cohort.report.viewer;
