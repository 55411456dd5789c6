package cohort.imagej.workbench;

import javax.swing.JComponent;

/** What the window shows at one step. */
interface Page {
    JComponent component();
}
