package cohort.imagej.dialog;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Lets files and folders be dropped on a text field or what belongs to it; it then holds their paths, separated by semicolons. */
public final class FileDrop extends TransferHandler {
    private static final long serialVersionUID = 1;
    private final transient Consumer<String> field;
    private final transient TransferHandler text;

    /**
     * @param field takes the paths
     * @param text what the component does with text that is pasted or dropped
     */
    public FileDrop(Consumer<String> field, TransferHandler text) {
        this.field = field;
        this.text = text;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor) || text.canImport(support);
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) return text.importData(support);
        try {
            List<?> files = (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            field.accept(files.stream().map(file -> ((File) file).getPath()).collect(Collectors.joining(";")));
            return true;
        } catch (UnsupportedFlavorException | IOException e) {
            return false; // the program that it was dragged from takes it back
        }
    }

    @Override
    public void exportToClipboard(JComponent source, java.awt.datatransfer.Clipboard clipboard, int action) {
        text.exportToClipboard(source, clipboard, action);
    }
}
