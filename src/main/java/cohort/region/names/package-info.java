/**
 * What the labels of an atlas are called. A file of names comes in, as the field's programs write them; a
 * {@link cohort.region.names.RegionName} for each label goes out. A new form is a {@link cohort.region.names.NameForm} and a line in
 * {@link cohort.region.names.RegionNames}.
 */
package cohort.region.names;
