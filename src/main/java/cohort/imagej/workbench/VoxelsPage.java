package cohort.imagej.workbench;

import cohort.InputException;
import cohort.analysis.GroupAnalysis;
import cohort.figure.Figures;
import cohort.figure.colour.ColourMap;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.image.format.Volumes;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.io.RoiMask;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.Picture;
import cohort.mask.Mask;
import cohort.study.Step;
import cohort.study.Study;
import cohort.text.Words;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;

/** Which voxels; on request the maps are read and the mask is shown. */
final class VoxelsPage implements Page {
    private static final String MASK = "mask";
    private static final int PATH = 34;
    private static final double SCALE = 1.2;
    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JButton look = new JButton("Show the mask");
    private final JButton take = new JButton("ROI as mask");
    private final JTextField file = new JTextField(PATH);
    private final JLabel said = new JLabel(" ");
    private final Picture picture = new Picture("mask slices");
    private String proposed = "";
    private boolean looking;

    VoxelsPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        look.setName("mask picture");
        look.addActionListener(event -> look());
        said.setName("mask words");
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING));
        row.add(look);
        row.add(said);
        take.setName("roi");
        take.setToolTipText(
                "Makes the mask from the ROI of ImageJ's current image, or from the ROIs in its ROI Manager");
        take.addActionListener(event -> takeRoi());
        file.setName("roi file");
        JPanel roi = new JPanel(new FlowLayout(FlowLayout.LEADING));
        roi.add(take);
        roi.add(new JLabel("saved as"));
        roi.add(file);
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(new KeysPage(model, inputs, Step.VOXELS).component(), BorderLayout.NORTH);
        top.add(roi, BorderLayout.CENTER);
        top.add(row, BorderLayout.SOUTH);
        page.add(top, BorderLayout.NORTH);
        page.add(new JScrollPane(picture), BorderLayout.CENTER);
        model.listen(this::show);
        show();
    }

    private void show() {
        look.setEnabled(!looking && model.check().preview().isPresent());
        String beside = model.beside("roi-mask.nii.gz").toString();
        if (file.getText().equals(proposed)) file.setText(beside);
        proposed = beside;
    }

    /** Saves the areas that are drawn on the current image, and takes the file as the mask. */
    private void takeRoi() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) {
            say("No image is open, expected one with a ROI to use as the mask.");
            return;
        }
        Path to = Path.of(file.getText().strip());
        String inUse = model.study().get(MASK);
        Background.run("Cohort ROI", () -> save(RoiMask.of(image), to, inUse), (saved, failure) -> {
            say(saved.map(path -> "The mask is " + path + ".").orElse(failure));
            saved.ifPresent(path -> model.change(Map.of(MASK, path.toString())));
        });
    }

    /** Takes the place of no file but the mask that is in use. */
    private static Path save(Volume mask, Path file, String inUse) {
        if (Files.exists(file) && !file.toString().equals(inUse))
            throw new InputException("mask: found " + file
                    + ", which already exists, expected a new name so that nothing is overwritten; give another.");
        Volumes.write(mask, file, "ROI");
        return file;
    }

    private void say(String sentence) {
        said.setText(Html.lines(Workbench.TEXT, sentence));
    }

    private void look() {
        looking = true;
        said.setText("Reading the maps…");
        show();
        Study study = model.study();
        Background.run("Cohort mask", () -> mask(study), this::looked);
    }

    private Mask mask(Study study) {
        try (GroupAnalysis voxels = model.voxels(study)) {
            return voxels.mask().mask();
        }
    }

    private void looked(Optional<Mask> mask, String failure) {
        looking = false;
        say(mask.map(found -> Words.count(found.size(), "voxel")).orElse(failure));
        SliceOptions grey = SliceOptions.DEFAULT.withLut(ColourMap.GRAY).withVmax(2); // a middle grey, seen on white
        mask.ifPresentOrElse(
                found -> picture.draw(() -> Figures.slices(found.toVolume(), grey), SCALE), picture::clear);
        show();
    }

    @Override
    public JComponent component() {
        return page;
    }
}
