/**
 * A model of a group's maps. What is asked and what was read of the maps come in; each contrast in its model, the sizes of its
 * effect and the record of how they came about go out. What is computed is published where {@link cohort.glm} and
 * {@link cohort.effect} say so.
 */
package cohort.analysis.model;
