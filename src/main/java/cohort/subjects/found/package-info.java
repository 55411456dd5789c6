/**
 * What a user means by a table, a folder, a pattern, a list or an image of many volumes. A text comes in; the maps that it names go
 * out, each with its subject, and a word on all that lay beside them and was not taken. Folders are read as BIDS has them
 * (Gorgolewski et al. 2016, Scientific Data 3:160044).
 */
package cohort.subjects.found;
