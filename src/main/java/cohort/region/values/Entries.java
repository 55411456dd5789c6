package cohort.region.values;

import java.util.List;
import java.util.Map;

/**
 * What tables hold.
 *
 * @param form how they were read, one sentence
 * @param byName whether the owners are names of images or files, in which ids are looked for
 * @param list the numbers
 * @param about what the tables tell of each owner besides, by column
 */
record Entries(String form, boolean byName, List<Entry> list, Map<String, Map<String, String>> about) {}
