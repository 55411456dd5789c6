/**
 * What maps are drawn on. What a user asks for and the maps come in; an anatomy beside them, a template in whose space they lie or
 * the mean of maps of tissue goes out.
 */
package cohort.data.background;
