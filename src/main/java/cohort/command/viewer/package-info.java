/**
 * What commands ask of the program around them: to show maps, tables and figures, to say which images are open, and
 * how far a task has come. Results come in; ImageJ, or a console, shows them.
 */
package cohort.command.viewer;
