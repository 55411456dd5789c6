/**
 * Macros. A macro line comes in and fills the inputs of a command; a macro file comes in and runs without a display,
 * and why it failed goes out.
 */
package cohort.imagej.macro;
