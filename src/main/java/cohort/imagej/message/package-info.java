/**
 * What a user is told while a command runs and when it fails. Steps and sentences come in; they go out to the status bar, to a
 * window or, without a display, to the log.
 */
package cohort.imagej.message;
