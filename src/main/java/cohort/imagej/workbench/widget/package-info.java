/**
 * Parts of the window's pages: tables and pictures that know nothing of the study, and work beside the thread of events.
 */
package cohort.imagej.workbench.widget;
