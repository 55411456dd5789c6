/**
 * Commands in ImageJ without Fiji: its menu and its dialogs. The inputs of a command come in; what the user typed goes
 * out, and the command runs.
 */
package cohort.imagej.dialog;
