/**
 * The menu items as SciJava commands. Parameters come in as a user, a macro or a script gives them; each command checks
 * them, calls the public entries of the steps above and hands maps and figures to the {@link cohort.command.viewer.Viewer}. The
 * methods are published where the packages that do the work say so.
 */
package cohort.command;
