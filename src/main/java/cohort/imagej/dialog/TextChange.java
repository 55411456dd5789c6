package cohort.imagej.dialog;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Tells of each change of a text. */
record TextChange(Runnable changed) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        changed.run();
    }
}
