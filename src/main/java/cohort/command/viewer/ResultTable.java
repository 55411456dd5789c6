package cohort.command.viewer;

import cohort.table.Table;

/**
 * A table as a command hands it over to be shown.
 *
 * @param name the table's title
 * @param table the rows; if it has the columns X, Y and Z, they are positions in mm in the image
 * @param image title of the image that the rows tell of
 */
public record ResultTable(String name, Table table, String image) {}
